package words

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"search", "list", "up"}
	for name, want := range map[string]string{"serach": "search", "lits": "list", "u": "up", "frobnicate": "", "": "", "it": "list"} {
		if got := Nearest(name, names); got != want {
			t.Errorf("nearest to %q is %q, want %q", name, got, want)
		}
	}
}

func TestFault(t *testing.T) {
	f := Fault{Line: 3, What: NoSuchCommand, Args: []any{"serach", Near("serach", map[string]bool{"search": true})}}
	if got, want := English.Fault(f), "line 3: there is no command “serach”; did you mean “search”?"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got, want := Japanese.Fault(f), "3行目：「serach」というコマンドはありません。「search」のことですか？"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestChanges(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"add", "add", 0}, {"ad", "add", 1}, {"adds", "add", 1}, {"lits", "list", 2},
		{"", "read", 4}, {"kitten", "sitting", 3}, {"検索", "索引", 2},
	} {
		if got, back := changes([]rune(test.a), []rune(test.b)), changes([]rune(test.b), []rune(test.a)); got != test.want || back != got {
			t.Errorf("from %q to %q %d changes, back %d, want %d", test.a, test.b, got, back, test.want)
		}
	}
}
