package keys

import "testing"

func TestLookup(t *testing.T) {
	m := Map{
		{Home, Down, []string{"down", "j"}, true},
		{Home, Newer, []string{"["}, false},
		{Editor, Down, []string{"down"}, false},
		{App, Quit, []string{"ctrl+q"}, false},
		{Command, SearchAll, []string{"/"}, false},
	}
	for _, c := range []struct {
		key    string
		scopes []Scope
		want   Action
	}{
		{"j", []Scope{Home, Command, App}, Down},
		{"ｊ", []Scope{Home, Command, App}, Down},
		{"「", []Scope{Home, Command, App}, Newer},
		{"・", []Scope{Home, Command, App}, SearchAll},
		{"／", []Scope{Home, Command, App}, SearchAll},
		{"ctrl+q", []Scope{Home, Command, App}, Quit},
		{"ctrl+q", []Scope{Editor, App}, Quit},
		{"j", []Scope{Editor, App}, ""},
		{"・", []Scope{Editor, Command}, ""},
		{"x", []Scope{Home}, ""},
	} {
		if got, _ := m.Lookup(c.key, c.scopes...); got != c.want {
			t.Errorf("%q in %v is %q, want %q", c.key, c.scopes, got, c.want)
		}
	}
}

func TestDefaultHasNoKeyTwice(t *testing.T) {
	seen := map[Scope]map[string]Action{}
	for _, b := range Default() {
		for _, key := range b.Keys {
			if other, twice := seen[b.Scope][key]; twice {
				t.Errorf("%s means %s and %s in %s", key, other, b.Action, b.Scope)
			}
			if seen[b.Scope] == nil {
				seen[b.Scope] = map[string]Action{}
			}
			seen[b.Scope][key] = b.Action
		}
	}
}

func TestLabel(t *testing.T) {
	for key, want := range map[string]string{
		"ctrl+q": "Ctrl-Q", "ctrl+shift+left": "Ctrl-Shift-←", "f1": "F1", "j": "j", "G": "G", "/": "/", "+": "+", "ctrl++": "Ctrl-+",
		"pgup": "PgUp", "space": "Space",
	} {
		if got := Label(key); got != want {
			t.Errorf("Label(%q) = %q, want %q", key, got, want)
		}
	}
}
