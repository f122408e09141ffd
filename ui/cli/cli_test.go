package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

// shelf is a store of a few entries in memory, some of which may be broken.
type shelf struct {
	texts  map[string]string
	odd    []*journal.Odd
	broken map[string]error
}

func (s *shelf) List(context.Context) iter.Seq2[journal.ID, error] {
	return func(yield func(journal.ID, error) bool) {
		var ids []journal.ID
		for name := range s.texts {
			id, err := journal.ParseID(name)
			if err != nil {
				panic(err)
			}
			ids = append(ids, id)
		}
		slices.SortFunc(ids, journal.Newest)
		for _, id := range ids {
			if !yield(id, nil) {
				return
			}
		}
		for _, o := range s.odd {
			if !yield(journal.ID{}, o) {
				return
			}
		}
	}
}

func (s *shelf) Load(_ context.Context, id journal.ID) (journal.Version, error) {
	if err := s.broken[id.String()]; err != nil {
		return journal.Version{}, err
	}
	text, ok := s.texts[id.String()]
	if !ok {
		return journal.Version{}, journal.ErrNotFound
	}
	return journal.Version{ID: id, Text: text, Rev: journal.RevOf(text)}, nil
}

func (s *shelf) Save(_ context.Context, v journal.Version) (journal.Rev, error) {
	s.texts[v.ID.String()] = v.Text
	return journal.RevOf(v.Text), nil
}

func (s *shelf) Remove(_ context.Context, id journal.ID, _ journal.Rev) error {
	delete(s.texts, id.String())
	return nil
}

func (s *shelf) Outside(id journal.ID, run func(path string) error) error { return run(s.Path(id)) }

func (s *shelf) Path(id journal.ID) string { return "/journal/" + id.String() + ".md" }

func (s *shelf) At(path string) (journal.ID, bool) {
	id, err := journal.ParseID(strings.TrimSuffix(strings.TrimPrefix(path, "/journal/"), ".md"))
	return id, err == nil
}

// desk is a person at a computer: entries, an environment and what was shown.
type desk struct {
	*Env
	shelf    *shelf
	out, err bytes.Buffer
	vars     map[string]string
	opened   []Start
	edited   []string
}

func newDesk(entries ...string) *desk {
	d := &desk{shelf: &shelf{texts: map[string]string{}}, vars: map[string]string{}}
	for i := 0; i < len(entries); i += 2 {
		d.shelf.texts[entries[i]] = entries[i+1]
	}
	d.Env = &Env{
		In: strings.NewReader(""), Out: &d.out, Err: &d.err,
		Getenv:  func(name string) string { return d.vars[name] },
		Now:     func() time.Time { return time.Date(2022, 5, 2, 18, 20, 0, 0, time.UTC) },
		Version: "v1.2.3",
		Open: func(_ string, now func() time.Time) (*journal.Journal, error) {
			return journal.Open(d.shelf, now), nil
		},
		Shared: func() string { return "" },
		Screen: func(_ context.Context, _ *journal.Journal, at Start) error {
			d.opened = append(d.opened, at)
			return nil
		},
		Render: func(text string, width int) (string, error) {
			return fmt.Sprintf("\x1b[1mrendered\x1b[m at %d\n", width), nil
		},
		Edit: func(editor, path string) error {
			d.edited = append(d.edited, editor+" "+path)
			return nil
		},
	}
	return d
}

// terminal puts the person before a terminal of some width.
func (d *desk) terminal(width int) *desk {
	d.InIsTerminal, d.OutIsTerminal, d.ErrIsTerminal, d.Width = true, true, true, width
	return d
}

// run runs the program once and returns all there is to see.
func (d *desk) run(args ...string) (status int, out, err string) {
	d.out.Reset()
	d.err.Reset()
	status = Main(context.Background(), d.Env, args)
	return status, d.out.String(), d.err.String()
}

func TestCommands(t *testing.T) {
	for _, test := range []struct {
		args   []string
		in     string
		status int
		out    string // all of it
		err    string // a part of it, "" for nothing at all
	}{
		{args: []string{"add", "a", "walk"}},
		{args: []string{"add"}, in: "from a pipe\n"},
		{args: []string{"add", "-"}, in: "from a pipe\n"},
		{args: []string{"add", "-5", "--json", "degrees"}},
		{args: []string{"add", "--", "--date"}},
		{args: []string{"add", "--date", "yesterday", "late"}},
		{args: []string{"add", "--date=2022-05-02-market", "more"}},
		{args: []string{"add", "--date", "someday", "x"}, status: 2, err: `lifelog add: "someday" is not a date`},
		{args: []string{"add", "--date", "", "x"}, status: 2, err: "lifelog add: the value of --date is empty\n"},
		{args: []string{"add", "--date"}, status: 2, err: "lifelog add: --date needs a value\n"},
		{args: []string{"add", "--dat", "x"}, status: 2, err: "lifelog add: unknown option --dat\nhint: did you mean --date?\n"},
		{args: []string{"add", "--raw", "x"}, status: 2, err: "lifelog add: unknown option --raw\n"},
		{args: []string{"add", "  "}, status: 2, err: "lifelog add: there is no text to add\nhint: "},
		{args: []string{"add"}, in: " \n", status: 2, err: "lifelog add: there is no text to add\nhint: "},

		{args: []string{"read", "2022-05-01"}, out: "# Rain\n\nAll day.\n"},
		{args: []string{"read", "1", "May"}, out: "# Rain\n\nAll day.\n"},
		{args: []string{"read", "2022-05-02-market", "--raw"}, out: "Fish\xff\x1b[2J\r\n"},
		{args: []string{"read"}, status: 1, err: "lifelog read: there is no entry 2022-05-02\nhint: that day has lifelog read 2022-05-02-market\n"},
		{args: []string{"read", "2021-01-01"}, status: 1, err: "hint: lifelog list shows the entries there are\n"},
		{args: []string{"read", "2022-05-02-a/b"}, status: 2, err: `lifelog read: the name "a/b" holds '/'`},
		{args: []string{"read", "2022-13-45"}, status: 2, err: `"2022-13-45"`},
		{args: []string{"read", ""}, status: 2, err: `lifelog read: "" is not a date`},

		{args: []string{"list"}, out: "2022-05-02-market  Fish\uFFFD\x1b[2J\n2022-05-01  Rain\n"},
		{args: []string{"list", "--limit", "1"}, out: "2022-05-02-market  Fish\uFFFD\x1b[2J\n"},
		{args: []string{"list", "--limit", "-1"}, status: 2, err: `lifelog list: --limit cannot be "-1"`},
		{args: []string{"list", "rain"}, out: "2022-05-01  Rain\n"},

		{args: []string{"search", "RAIN"}, out: "2022-05-01  # Rain\n"},
		{args: []string{"search", "day", "--count"}, out: "1\n"},
		{args: []string{"search", "--count", "snow"}, status: 1, out: "0\n"},
		{args: []string{"search", "snow"}, status: 1},
		{args: []string{"search", "--json", "snow"}, status: 1, out: "[]\n"},
		{args: []string{"search"}, status: 2, err: "lifelog search: there is nothing to search for\nhint: "},

		{args: []string{"path", "2022-05-01"}, out: "/journal/2022-05-01.md\n"},
		{args: []string{"edit", "yesterday"}},

		{args: []string{"--version"}, out: "lifelog v1.2.3\n"},
		{args: []string{"ad", "x"}, status: 2, err: "lifelog: unknown command \"ad\"\nhint: did you mean lifelog add?\n"},
		{args: []string{"frobnicate"}, status: 2, err: "hint: lifelog help lists the commands"},
		{args: []string{"2022-02-30"}, status: 2, err: `"2022-02-30"`},
		{args: []string{"help", "frobnicate"}, status: 2, err: `lifelog: unknown command "frobnicate"`},
		{args: []string{"--nonsense"}, status: 2, err: "lifelog: unknown option --nonsense\n"},
		{args: nil, status: 1, err: "lifelog: the screen needs a terminal\nhint: "},
		{args: []string{"yesterday"}, status: 1, err: "lifelog: the screen needs a terminal\nhint: "},
	} {
		d := newDesk("2022-05-01", "# Rain\n\nAll day.\n", "2022-05-02-market", "Fish\xff\x1b[2J\r\n")
		d.In = strings.NewReader(test.in)
		status, out, err := d.run(test.args...)
		if status != test.status || out != test.out || !strings.Contains(err, test.err) || (test.err == "") != (err == "") {
			t.Errorf("lifelog %q: status %d, out %q, err %q\nwant status %d, out %q, err with %q",
				test.args, status, out, err, test.status, test.out, test.err)
		}
	}
}

func TestAdd(t *testing.T) {
	for _, test := range []struct {
		args   string
		in     string
		entry  string
		before string
		after  string
	}{
		{"add", "two\nlines\n\n", "2022-05-02", "", "## 18:20\n\ntwo\nlines\n"},
		{"add 東京で 会った。", "", "2022-05-02", "", "## 18:20\n\n東京で 会った。\n"},
		{"add", "\xff bytes \xfe\n", "2022-05-02", "", "## 18:20\n\n\xff bytes \xfe\n"},
		{"add --date 2023-01-01 soon", "", "2023-01-01", "", "## 18:20\n\nsoon\n"},
		{"add more", "", "2022-05-02", "# Day\r\n", "# Day\r\n\r\n## 18:20\r\n\r\nmore\r\n"},
		{"add more --date 2023-01-01", "", "2022-05-02", "", "## 18:20\n\nmore --date 2023-01-01\n"},
	} {
		d := newDesk()
		if test.before != "" {
			d.shelf.texts[test.entry] = test.before
		}
		d.In = strings.NewReader(test.in)
		if status, _, err := d.run(strings.Fields(test.args)...); status != 0 {
			t.Errorf("lifelog %s: status %d, %s", test.args, status, err)
		}
		if got := d.shelf.texts[test.entry]; got != test.after {
			t.Errorf("lifelog %s: %s is %q, want %q", test.args, test.entry, got, test.after)
		}
	}
}

// endless is a pipe whose other end never stops writing.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestAddRefusesEndlessInput(t *testing.T) {
	d := newDesk()
	d.In = endless{}
	status, _, err := d.run("add")
	if want := "lifelog add: the text is longer than 16 MB; nothing was added\n"; status != 1 || err != want {
		t.Errorf("status %d, %q, want 1, %q", status, err, want)
	}
	if len(d.shelf.texts) != 0 {
		t.Error("something was added")
	}
}

func TestStoppedWhileReading(t *testing.T) {
	d := newDesk().terminal(80)
	silence, stop := io.Pipe()
	defer stop.Close()
	d.In = silence
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if status := Main(ctx, d.Env, []string{"add"}); status != 130 {
		t.Errorf("status %d, want 130", status)
	}
	if got, want := d.err.String(), "lifelog add: write the text, then press Ctrl-D on a line of its own\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestScreenStart(t *testing.T) {
	day := func(d int) journal.ID { return journal.ID{Date: date.Date{Year: 2022, Month: 5, Day: d}} }
	market := journal.ID{Date: day(2).Date, Name: "market"}
	for args, want := range map[string]Start{
		"":                  {},
		"--dir x":           {},
		"today":             {ID: day(2), Write: true},
		"今日":                {ID: day(2), Write: true},
		"yesterday":         {ID: day(1)},
		"2022-05-01":        {ID: day(1)},
		"1 may 2022":        {ID: day(1)},
		"1 --dir x may":     {ID: day(1)},
		"2022-05-02-market": {ID: market},
	} {
		d := newDesk().terminal(80)
		if status, out, err := d.run(strings.Fields(args)...); status != 0 || out+err != "" {
			t.Errorf("lifelog %s: status %d, %q, %q", args, status, out, err)
		}
		if !slices.Equal(d.opened, []Start{want}) {
			t.Errorf("lifelog %s opened %v, want %v", args, d.opened, want)
		}
	}
}

func TestDirAndClock(t *testing.T) {
	for _, args := range []string{"--dir there path", "path --dir there", "path --dir=there", "--dir here path --dir there"} {
		d := newDesk()
		var dir string
		open := d.Open
		d.Open = func(in string, now func() time.Time) (*journal.Journal, error) {
			dir = in
			return open(in, now)
		}
		d.vars["LIFELOG_NOW"] = "2024-02-29T23:59:00+09:00"
		if status, out, _ := d.run(strings.Fields(args)...); status != 0 || dir != "there" || out != "/journal/2024-02-29.md\n" {
			t.Errorf("lifelog %s: status %d, the folder %q, %q", args, status, dir, out)
		}
	}
	d := newDesk()
	d.vars["LIFELOG_NOW"] = "tomorrow"
	status, _, err := d.run("list")
	want := "lifelog list: LIFELOG_NOW is \"tomorrow\", which is no point in time\n" +
		"hint: write it like 2022-05-02T18:20:00+09:00, or unset it\n"
	if status != 2 || err != want {
		t.Errorf("a wrong LIFELOG_NOW: status %d, %q, want 2, %q", status, err, want)
	}
}

func TestEdit(t *testing.T) {
	for _, test := range []struct{ visual, editor, want string }{
		{"", "nano", "nano /journal/2022-05-01.md"},
		{"code --wait", "nano", "code --wait /journal/2022-05-01.md"},
	} {
		d := newDesk()
		d.vars["VISUAL"], d.vars["EDITOR"] = test.visual, test.editor
		if status, _, err := d.run("edit", "yesterday"); status != 0 || !slices.Equal(d.edited, []string{test.want}) {
			t.Errorf("VISUAL=%s EDITOR=%s: status %d, %q, ran %q", test.visual, test.editor, status, err, d.edited)
		}
	}
	d := newDesk()
	d.vars["EDITOR"] = "ed"
	d.Edit = func(string, string) error { return errors.New("exit status 1") }
	want := "lifelog edit: the editor \"ed\" failed: exit status 1\nhint: set EDITOR to the editor you like\n"
	if status, _, err := d.run("edit"); status != 1 || err != want {
		t.Errorf("an editor that fails: status %d, %q, want 1, %q", status, err, want)
	}
}

func TestListGoesOn(t *testing.T) {
	d := newDesk("2022-05-02", "Today", "2022-05-01", "Before")
	d.shelf.broken = map[string]error{"2022-05-02": errors.New("2022-05-02 cannot be read:\npermission denied")}
	status, out, err := d.run("list")
	if status != 1 || out != "2022-05-02  \n2022-05-01  Before\n" || err != "lifelog list: 2022-05-02 cannot be read: permission denied\n" {
		t.Errorf("an entry that cannot be read: status %d, %q, %q", status, out, err)
	}
	d = newDesk("2022-05-01", "Before")
	d.shelf.odd = []*journal.Odd{{Path: "2022-13-45.md", Why: "there is no such day"}}
	status, out, err = d.run("list")
	if status != 0 || out != "2022-05-01  Before\n" || err != "lifelog list: left alone: 2022-13-45.md: there is no such day\n" {
		t.Errorf("a file that is no entry: status %d, %q, %q", status, out, err)
	}
}

func TestJSON(t *testing.T) {
	d := newDesk("2022-05-01-雨", "# <雨> & \"wind\"\n\nAll day.\n", "2022-05-02", "x\xffé fish, FISH\n")
	_, out, _ := d.run("list", "--json")
	want := `[
 {"id":"2022-05-02","date":"2022-05-02","name":"","title":"x�é fish, FISH","lead":"","path":"/journal/2022-05-02.md"},
 {"id":"2022-05-01-雨","date":"2022-05-01","name":"雨","title":"<雨> & \"wind\"","lead":"All day.","path":"/journal/2022-05-01-雨.md"}
]
`
	if out != want {
		t.Errorf("list --json:\n%s\nwant:\n%s", out, want)
	}
	_, out, _ = d.run("search", "--json", "fish")
	var got []found
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got) != 1 {
		t.Fatalf("search --json wrote %q: %v", out, err)
	}
	line := []rune(got[0].Line)
	for _, m := range got[0].Marks {
		if s := string(line[m[0]:m[1]]); !strings.EqualFold(s, "fish") {
			t.Errorf("a mark is %q", s)
		}
	}
	if len(got[0].Marks) != 2 || got[0].At != 5 {
		t.Errorf("%d marks, the first match at byte %d; want 2 and 5", len(got[0].Marks), got[0].At)
	}
	if _, out, _ = newDesk().run("list", "--json"); out != "[]\n" {
		t.Errorf("an empty journal as JSON is %q", out)
	}
}

// TestTerminal: on a terminal nothing from outside reaches it as it is, rows
// fit, and colour can be refused.
func TestTerminal(t *testing.T) {
	const hostile = "wind\x1b]0;owned\a and \u009b2J\u202erain\n"
	for _, args := range []string{"list", "list --json", "search rain", "search --json rain", "read --raw 2022-05-01", "path 2022-05-01"} {
		d := newDesk("2022-05-01", hostile).terminal(200)
		d.shelf.odd = []*journal.Odd{{Path: "2022-13-45\x1b[2J.md", Why: "there is no such day"}}
		d.vars["TERM"] = "dumb"
		status, out, err := d.run(strings.Fields(args)...)
		if status != 0 || out == "" || strings.ContainsAny(out+err, "\x1b\a\u009b\u202e") {
			t.Errorf("lifelog %s: status %d, %q, %q", args, status, out, err)
		}
	}
	for _, test := range []struct{ name, value, want string }{
		{"TERM", "xterm", "\x1b[2m2022-05-01\x1b[m  \x1b[1;31mRain\x1b[m on us\n"},
		{"TERM", "dumb", "2022-05-01  Rain on us\n"},
		{"NO_COLOR", "1", "2022-05-01  Rain on us\n"},
	} {
		d := newDesk("2022-05-01", "Rain on us\n").terminal(80)
		d.vars[test.name] = test.value
		if _, out, _ := d.run("search", "rain"); out != test.want {
			t.Errorf("%s=%s: %q, want %q", test.name, test.value, out, test.want)
		}
	}
}

func TestReadOnTerminal(t *testing.T) {
	d := newDesk("2022-05-01", "Rain\n").terminal(40)
	if _, out, _ := d.run("read", "2022-05-01"); out != "\x1b[1mrendered\x1b[m at 40\n" {
		t.Errorf("read on a terminal shows %q", out)
	}
	d.vars["NO_COLOR"] = "1"
	if _, out, _ := d.run("read", "2022-05-01"); out != "rendered at 40\n" {
		t.Errorf("read under NO_COLOR shows %q", out)
	}
	if _, out, _ := d.run("read", "--raw", "2022-05-01"); out != "Rain\n" {
		t.Errorf("read --raw on a terminal shows %q", out)
	}
}

func TestRowsFit(t *testing.T) {
	long := strings.Repeat("雨が降った。", 20)
	for _, test := range []struct {
		text  string
		query string
		want  string
	}{
		{"Rain", "rain", "2022-05-01  Rain"},
		{"Rain and wind that goes on", "rain", "2022-05-01  Rain and wind t…"},
		{long, "雨", "2022-05-01  雨が降った。雨…"},
		{long + "晴れ", "晴れ", "2022-05-01  …た。晴れ"},
		{long + "晴れ" + long, "晴れ", "2022-05-01  …た。晴れ雨が降…"},
		{"    indented rain", "rain", "2022-05-01  …ted rain"},
	} {
		d := newDesk("2022-05-01", test.text+"\n").terminal(28)
		d.vars["TERM"] = "dumb"
		if _, out, _ := d.run("search", test.query); out != test.want+"\n" {
			t.Errorf("a search for %s: %q, want %q", test.query, out, test.want)
		}
	}
}

func TestPeopleAreTold(t *testing.T) {
	d := newDesk().terminal(80)
	for _, test := range []struct{ args, want string }{
		{"list", "lifelog list: there is no entry yet; lifelog add makes the first\n"},
		{"add --date yesterday a walk", "lifelog add: added to 2022-05-01\n"},
		{"add --date 2022-04-30 a walk", "lifelog add: added to 2022-04-30\n"},
		{"search snow", "lifelog search: no entry holds \"snow\"\n"},
		{"search walk", ""},
		{"search --limit 1 walk", "lifelog search: these are the newest 1 of 2 entries\n"},
	} {
		if _, _, err := d.run(strings.Fields(test.args)...); err != test.want {
			t.Errorf("lifelog %s said %q, want %q", test.args, err, test.want)
		}
	}
}

// full is an output that takes nothing.
type full struct{ err error }

func (f full) Write([]byte) (int, error) { return 0, f.err }

func TestOutputFails(t *testing.T) {
	for _, test := range []struct {
		err    error
		status int
		said   string
	}{
		{syscall.EPIPE, 0, ""},
		{errors.New("no space left"), 1, "lifelog list: no space left\n"},
	} {
		d := newDesk("2022-05-01", "Rain")
		d.Out = full{test.err}
		if status, _, said := d.run("list"); status != test.status || said != test.said {
			t.Errorf("output fails with %v: status %d, %q, want %d, %q", test.err, status, said, test.status, test.said)
		}
	}
}

// TestHelpInEveryLanguage: what a person types, and the names in JSON, are the
// same in every language.
func TestHelpInEveryLanguage(t *testing.T) {
	d := newDesk()
	var names []string
	for _, cmd := range commands {
		names = append(names, cmd.name)
	}
	typed := regexp.MustCompile(`(?m)--[a-z]+|^  [a-z_]+(?:, [a-z_]+)*  |lifelog\s(?:` + strings.Join(names, "|") + `)`)
	for _, args := range append([][]string{{"help"}}, eachCommand("help")...) {
		d.Lang = words.English
		_, english, _ := d.run(args...)
		d.Lang = words.Japanese
		_, japanese, _ := d.run(args...)
		for line := range strings.Lines(japanese) {
			if n := (cell.Ruler{}).Width(strings.TrimSuffix(line, "\n")); n > 100 {
				t.Errorf("%s: a line is %d cells wide: %s", args, n, line)
			}
		}
		if en, ja := typed.FindAllString(english, -1), typed.FindAllString(japanese, -1); !slices.Equal(sorted(en), sorted(ja)) {
			t.Errorf("%s tells of %q in English and of %q in Japanese", args, en, ja)
		}
		if english == japanese {
			t.Errorf("%s speaks no Japanese", args)
		}
	}
}

// sorted is each of the words once.
func sorted(words []string) []string {
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "\n", " ")
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// eachCommand is the arguments before each command.
func eachCommand(before ...string) (all [][]string) {
	for _, cmd := range commands {
		all = append(all, append(slices.Clone(before), cmd.name))
	}
	return all
}

func TestHelp(t *testing.T) {
	d := newDesk()
	status, top, err := d.run("help")
	if status != 0 || err != "" {
		t.Fatalf("lifelog help: status %d, %s", status, err)
	}
	for _, args := range [][]string{{"--help"}, {"-h"}, {"--dir", "x", "--help"}, {"yesterday", "--help"}, {"help", "--dir", "x", "--help"}} {
		if _, out, _ := d.run(args...); out != top {
			t.Errorf("lifelog %s is not lifelog help", args)
		}
	}
	pages := top
	for _, cmd := range commands {
		if !strings.Contains(top, cmd.name+" ") || !strings.Contains(top, words.English.Say(cmd.tells.Summary)) {
			t.Errorf("lifelog help is silent about %s", cmd.name)
		}
		_, page, _ := d.run("help", cmd.name)
		if !strings.HasPrefix(page, "usage: lifelog "+cmd.name) {
			t.Errorf("lifelog help %s is %q", cmd.name, page)
		}
		for _, args := range [][]string{{cmd.name, "--help"}, {cmd.name, "-h"}, {"--help", cmd.name}} {
			if status, out, _ := d.run(args...); status != 0 || out != page {
				t.Errorf("lifelog %s is not lifelog help %s", args, cmd.name)
			}
		}
		pages += page
	}
	for line := range strings.Lines(pages) {
		if n := len([]rune(line)); n > 100 {
			t.Errorf("a line of help is %d letters long: %s", n, line)
		}
	}
}
