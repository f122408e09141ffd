package settings

import (
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
	"lifelog/ui/words"
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
		faults     []string
	}{
		{"nothing", "", Default(), nil},
		{"all", "dir = \"~/日記\"\nlanguage = \"ja\"\nstart = 'write'\ntext_width = 0\nmouse = false\nnewlines = false\nday_start = \"04:30\"\nhistory_size = \"1 gb\"\nglamour_style = \"dracula\"\n[width]\nambiguous = 2\n",
			Settings{Dir: "~/日記", Language: "ja", Start: "write", DayStart: Clock(4*time.Hour + 30*time.Minute), HistorySize: 1 << 30, GlamourStyle: "dracula", Width: Width{Ambiguous: 2}, Keys: keys.Default()}, nil},
		{"an inline table", "width = { ambiguous = 2, flag = 4 } # wide\n", with(func(s *Settings) { s.Width = Width{Ambiguous: 2, Flag: 4} }), nil},
		{"a dotted name", "width.kana = 1\n", with(func(s *Settings) { s.Width.Kana = 1 }), nil},
		{"unknown name", "mouse = false\ncolour = 1\n", with(func(s *Settings) { s.Mouse = false }), []string{"line 2: there is no setting colour"}},
		{"mistyped names", "moose = false\n[width]\nambigous = 1\n", Default(),
			[]string{"line 1: there is no setting moose; did you mean “mouse”?", "line 3: there is no setting width.ambigous; did you mean “width.ambiguous”?"}},
		{"wrong kinds", "start = \"write\"\ntext_width = \"wide\"\nmouse = 1\ndir = 2022-05-02\nlanguage = [\"ja\"]\n", with(func(s *Settings) { s.Start = "write" }), []string{
			`line 2: text_width is "wide"; it can be 0, or 20 and more`, "line 3: mouse is 1; it can be true or false",
			"line 4: dir is 2022-05-02; it can be a text in quotes", `line 5: language is ["ja"]; it can be "", "en" or "ja"`}},
		{"wrong values", "start = \"today\"\ntext_width = 3\nlanguage = \"tlh\"\nwidth.flag = 3\nwidth.kana = 257\n", Default(), []string{
			`line 1: start is "today"; it can be "home" or "write"`, "line 2: text_width is 3; it can be 0, or 20 and more",
			`line 3: language is "tlh"; it can be "", "en" or "ja"`, "line 4: width.flag is 3; it can be 0, 2 or 4", "line 5: width.kana is 257; it can be 0, 1 or 2"}},
		{"no history", "history_size = \"0\"\n", with(func(s *Settings) { s.HistorySize = 0 }), nil},
		{"no history, as a number", "history_size = 0\n", with(func(s *Settings) { s.HistorySize = 0 }), nil},
		{"no time of the night", "day_start = \"22:00\"\n", Default(), []string{`line 1: day_start is "22:00"; it can be a time of the night from "00:00" to "11:59"`}},
		{"no time", "day_start = 4\n", Default(), []string{`line 1: day_start is 4; it can be a time of the night`}},
		{"no size", "history_size = \"much\"\n", Default(), []string{`line 1: history_size is "much"; it can be 0, or a size as in "200MB"`}},
		{"less than none", "history_size = -1\n", Default(), []string{`line 1: history_size is -1; it can be 0, or a size as in "200MB"`}},
		{"twice", "mouse = false\nmouse = true\n", with(func(s *Settings) { s.Mouse = false }), []string{"line 2: mouse is set in line 1 already"}},
		{"no TOML", "mouse = false\nstart = \nnewlines = false\n", with(func(s *Settings) { s.Mouse = false }), []string{"line 2: unexpected"}},
		{"no table of keys", "keys = 3\n", Default(), []string{"line 1: keys is no list of keys"}},
		{"no list of keys", "[keys]\nsearch = 3\nundo = [true]\na.b.c = 1\n", Default(), []string{
			"line 2: keys.search is no list of keys", "line 3: keys.undo is no list of keys", "line 4: keys.a.b.c is no list of keys"}},
	} {
		got := Parse([]byte(c.text))
		if !reflect.DeepEqual(got.Settings, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got.Settings, c.want)
		}
		for i, f := range got.Faults {
			if said := words.English.Fault(f); i >= len(c.faults) || !strings.HasPrefix(said, c.faults[i]) {
				t.Errorf("%s: said %q, want %q", c.name, said, c.faults)
			}
		}
		if len(got.Faults) < len(c.faults) {
			t.Errorf("%s: only %d faults, want %q", c.name, len(got.Faults), c.faults)
		}
	}
}

func TestKeys(t *testing.T) {
	f := Parse([]byte("[keys]\nsearch = \"ctrl+l\"\nfilter = []\n[keys.reader]\ndown = [\"ctrl+n\", \"J\"]\nbakc = \"x\"\n"))
	for key, want := range map[string]keys.Action{"ctrl+l": keys.SearchAll, "ctrl+n": keys.Down, "J": keys.Down, "j": ""} {
		if got, _ := f.Keys.Lookup(key, keys.Reader, keys.Command, keys.App); got != want {
			t.Errorf("%s means %q, want %q", key, got, want)
		}
	}
	if len(f.Faults) != 1 || words.English.Fault(f.Faults[0]) != "line 6: there is no command “bakc”; did you mean “back”?" {
		t.Errorf("faults: %v", f.Faults)
	}
	var rows []Row
	for _, r := range f.Rows() {
		if strings.HasPrefix(r.Name, "keys.") {
			rows = append(rows, r)
		}
	}
	want := []Row{{"keys.search", []string{"ctrl+l"}, 2}, {"keys.filter", []string{}, 3}, {"keys.reader.down", []string{"ctrl+n", "J", "shift+j"}, 5}}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("rows %v, want %v", rows, want)
	}
}

func TestRowsSayWhereFrom(t *testing.T) {
	f := Parse([]byte("\n[width]\nflag = 4\n"))
	want := map[string]Row{"width.flag": {"width.flag", 4, 3}, "text_width": {"text_width", 80, 0}}
	for _, r := range f.Rows() {
		if w, ok := want[r.Name]; ok && !reflect.DeepEqual(r, w) {
			t.Errorf("%v, want %v", r, w)
		}
	}
}

// The file to begin with says the defaults, and can be used as it is and with
// any of its lines taken in.
func TestText(t *testing.T) {
	if f := Parse([]byte(Text())); len(f.Faults) > 0 || len(f.Lines) > 0 || !reflect.DeepEqual(f.Settings, Default()) {
		t.Errorf("as it is: %v, %v", f.Lines, f.Faults)
	}
	var all []string
	for line := range strings.SplitSeq(Text(), "\n") {
		if len(line) > 1 && line[0] == '#' && line[1] != ' ' {
			line = line[1:]
		}
		all = append(all, line)
	}
	f := Parse([]byte(strings.Join(all, "\n")))
	if len(f.Faults) > 0 {
		t.Errorf("all taken in: %v", f.Faults)
	}
	for _, s := range table {
		if f.Lines[s.name] == 0 {
			t.Errorf("%s is not in the file to begin with", s.name)
		}
		for line := range strings.SplitSeq(s.about, "\n") {
			if n := len([]rune(line)); n > 100 {
				t.Errorf("%s: a line of %d letters", s.name, n)
			}
		}
	}
	f.Dir, f.Theme, f.Keys = "", "", keys.Default()
	if !reflect.DeepEqual(f.Settings, Default()) {
		t.Errorf("all taken in: %+v", f.Settings)
	}
}

var update = flag.Bool("update", false, "write docs/settings.md anew")

const docHead = `# Settings

All of them are optional. They stand in ` + "`$XDG_CONFIG_HOME/lifelog/config.toml`" + `, by
default ` + "`~/.config/lifelog/config.toml`" + `, in the [TOML](https://toml.io) language.
` + "`lifelog config --init`" + ` writes that file with every setting behind a ` + "`#`" + `, and
` + "`lifelog config`" + ` shows what is in force and where it comes from. What is wrong in
the file is said with its line when lifelog starts; all else in it counts.

`

const docTail = `
Keys are in a table of their own: see [keys.md](keys.md).
`

// TestDoc holds docs/settings.md to the table; with -update it is written anew.
func TestDoc(t *testing.T) {
	const path = "../../docs/settings.md"
	text := docHead + Doc() + docTail
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("%s is not what the table says (%v); go test ./ui/settings -update writes it anew", path, err)
	}
}

// Whatever stands in the file, every fault has its line, in order.
func FuzzParse(f *testing.F) {
	f.Add("a = 1\n[keys]\nsearch = [\"x\", 1]\n[[width]]\nflag = 9e9\nb = {c.d = 1}\n\"\" = 'x")
	f.Add(Text())
	f.Fuzz(func(t *testing.T, text string) {
		got := Parse([]byte(text))
		lines := 1 + strings.Count(text, "\n")
		if !slices.IsSortedFunc(got.Faults, func(a, b words.Fault) int { return a.Line - b.Line }) {
			t.Error("the faults are not in order")
		}
		for _, f := range got.Faults {
			if f.Line < 1 || f.Line > lines {
				t.Errorf("line %d of %d", f.Line, lines)
			}
			if said := words.Japanese.Fault(f); strings.Contains(said, "%!") {
				t.Errorf("said %q", said)
			}
		}
	})
}

func TestWidthsThatAreSetStand(t *testing.T) {
	got := Width{Ambiguous: 2}.Profile(cell.Profile{Ambiguous: 1, VS16: 2})
	if got != (cell.Profile{Ambiguous: 2, VS16: 2}) {
		t.Errorf("%+v", got)
	}
}
