package keys

import (
	"slices"
	"testing"

	"lifelog/ui/words"
)

func TestParse(t *testing.T) {
	for name, want := range map[string]string{
		"ctrl+f": "ctrl+f", "Ctrl-F": "ctrl+f", "F4": "f4", "G": "G", "?": "?", "-": "-", "+": "+", "Ctrl-+": "ctrl++", "ctrl+-": "ctrl+-",
		"shift+ctrl+left": "ctrl+shift+left", "Ctrl-Shift-←": "ctrl+shift+left", "PgUp": "pgup", "PageUp": "pgup", "escape": "esc",
		"Space": "space", "Del": "delete", "あ": "あ", "alt+backspace": "alt+backspace", "f63": "f63",
		"": "", "ctrl": "", "ctrl+": "", "f64": "", "f0": "", "hyper+f": "", "ctrl+ctrl+f": "", "a+b": "", "comma": "", "ctrl f": "", " ": "",
	} {
		if got, ok := Parse(name); got != want || ok != (want != "") {
			t.Errorf("Parse(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
}

// Every key of the table can be written in the settings, as itself and as it
// is shown.
func TestParseReadsWhatIsShown(t *testing.T) {
	for _, b := range Default() {
		for _, key := range b.Keys {
			for _, name := range []string{key, Label(key)} {
				if got, ok := Parse(name); !ok || got != key {
					t.Errorf("%s of %s is read from %q as %q", key, b.Action, name, got)
				}
			}
		}
	}
}

func TestNoScopeHasTheNameOfAnAction(t *testing.T) {
	for _, a := range Default() {
		for _, b := range Default() {
			if string(a.Scope) == string(b.Action) {
				t.Errorf("%s is a scope and an action", a.Scope)
			}
		}
	}
}

func TestRebinding(t *testing.T) {
	for _, c := range []struct {
		name    string
		changes []Change
		key     string
		in      []Scope
		want    Action
		faults  []string
	}{
		{"another key", []Change{{"", FilterList, []string{"Ctrl-L"}, 2}}, "ctrl+l", []Scope{Home, Command, App}, FilterList, nil},
		{"the old key is free", []Change{{"", FilterList, []string{"ctrl+l"}, 2}}, "f", []Scope{Home, Command, App}, "", nil},
		{"a letter is text where one writes", []Change{{"", SearchAll, []string{"ctrl+f", "s"}, 2}}, "s", []Scope{Editor, App}, "", nil},
		{"a letter elsewhere", []Change{{"", SearchAll, []string{"ctrl+f", "z"}, 2}}, "ｚ", []Scope{Home, Command, App}, SearchAll, nil},
		{"in one place", []Change{{Reader, Down, []string{"ctrl+b"}, 2}}, "ctrl+b", []Scope{Home, Command, App}, "", nil},
		{"one place over everywhere", []Change{{Reader, Down, []string{"m"}, 2}, {"", Down, []string{"i"}, 1}}, "m", []Scope{Reader}, Down, nil},
		{"of the program, in one place", []Change{{Home, SearchAll, []string{"z"}, 2}}, "z", []Scope{Home, Command, App}, SearchAll, nil},
		{"upper case", []Change{{Home, FilterList, []string{"F"}, 2}}, "shift+f", []Scope{Home, Command, App}, FilterList, nil},
		{"unknown command", []Change{{"", "serach", []string{"s"}, 7}}, "/", []Scope{Home, Command}, SearchAll,
			[]string{"line 7: there is no command “serach”; did you mean “search”?"}},
		{"unknown place", []Change{{"raeder", Down, []string{"s"}, 7}}, "j", []Scope{Reader}, Down,
			[]string{"line 7: keys hold in no place called “raeder”; did you mean “reader”?"}},
		{"not there", []Change{{Home, Undo, []string{"u"}, 7}}, "u", []Scope{Home}, "",
			[]string{"line 7: the command undo means nothing in home"}},
		{"unknown key", []Change{{Home, Down, []string{"z", "ctlr+n"}, 7}}, "z", []Scope{Home}, Down,
			[]string{`line 7: there is no key “ctlr+n”; keys are written like "ctrl+f", "f4", "G"`}},
		{"taken from the table", []Change{{Home, Down, []string{"e"}, 7}}, "e", []Scope{Home}, Down,
			[]string{"line 7: e was the key of edit, which has it no more; give that another key, or [] to say that it needs none"}},
		{"given up first", []Change{{Home, Down, []string{"e"}, 7}, {Home, Edit, nil, 8}}, "e", []Scope{Home}, Down, nil},
		{"twice", []Change{{Home, Down, []string{"z"}, 7}, {Home, Up, []string{"z"}, 8}}, "z", []Scope{Home}, Down,
			[]string{"line 8: z is the key of down already, by line 7"}},
		{"the way out stays", []Change{{"", Back, []string{"q"}, 2}}, "esc", []Scope{Editor, App}, Back, nil},
		{"the end stays", []Change{{"", Quit, nil, 2}}, "ctrl+q", []Scope{Editor, App}, Quit, nil},
	} {
		got, faults := Default().With(c.changes)
		if a, _ := got.Lookup(c.key, c.in...); a != c.want {
			t.Errorf("%s: %s means %q, want %q", c.name, c.key, a, c.want)
		}
		var said []string
		for _, f := range faults {
			said = append(said, words.English.Fault(f))
		}
		if !slices.Equal(said, c.faults) {
			t.Errorf("%s: said %q, want %q", c.name, said, c.faults)
		}
	}
}
