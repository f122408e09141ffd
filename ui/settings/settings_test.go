package settings

import (
	"strings"
	"testing"

	"lifelog/ui/cell"
)

func TestParse(t *testing.T) {
	with := func(change func(*Settings)) Settings {
		s := Default()
		change(&s)
		return s
	}
	for _, c := range []struct {
		name, text string
		want       Settings
		fault      string // a part of the one fault; "" for none
	}{
		{"nothing", "", Default(), ""},
		{"all", "dir = \"~/日記\"\nlanguage = \"ja\"\nstart = \"write\"\ntext_width = 0\nmouse = false\nnewlines = false\nhistory_size = \"1 gb\"\nglamour_style = \"dracula\"\n[width]\nambiguous = 2\n",
			Settings{Dir: "~/日記", Language: "ja", Start: "write", HistorySize: 1 << 30, GlamourStyle: "dracula", Width: Width{Ambiguous: 2}}, ""},
		{"unknown key", "mouse = false\ncolour = 1\n", with(func(s *Settings) { s.Mouse = false }), "line 2: there is no setting colour"},
		{"wrong type", "start = \"write\"\ntext_width = \"wide\"\n", with(func(s *Settings) { s.Start = "write" }), "line 2"},
		{"no TOML", "start = \n", Default(), "line 1"},
		{"wrong value", "start = \"today\"\n", Default(), `start is "today"; it can be "home" or "write"`},
		{"no history", "history_size = \"0\"\n", with(func(s *Settings) { s.HistorySize = 0 }), ""},
		{"no history, as a number", "history_size = 0\n", with(func(s *Settings) { s.HistorySize = 0 }), ""},
		{"no size", "history_size = \"much\"\n", Default(), `"much" is no size; write it as in 200MB`},
		{"too narrow", "text_width = 3\n", Default(), "text_width is 3"},
		{"wrong language", "language = \"tlh\"\n", Default(), "language"},
	} {
		got, faults := Parse([]byte(c.text))
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		switch all := strings.Join(faults, "\n"); {
		case c.fault == "" && all != "":
			t.Errorf("%s: %s", c.name, all)
		case !strings.Contains(all, c.fault) || len(faults) > 1:
			t.Errorf("%s: %q, want %q", c.name, all, c.fault)
		}
	}
}

func TestWidthsThatAreSetStand(t *testing.T) {
	got := Width{Ambiguous: 2}.Profile(cell.Profile{Ambiguous: 1, VS16: 2})
	if got != (cell.Profile{Ambiguous: 2, VS16: 2}) {
		t.Errorf("%+v", got)
	}
}
