package settings

import (
	"encoding"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lifelog/ui/words"
)

// setting is a row of the table.
type setting struct {
	name   string
	about  string              // what it is, for the documentation; lines of at most 76 letters
	sample string              // how it may be written; "" is the default
	field  func(*Settings) any // where it is kept: a pointer
	only   []any               // the values that there are, if they can be counted
	least  int                 // of numbers; 0 can be too
	kind   words.Phrase        // what else it can be, of a type that reads itself
}

// table has all settings but the keys, in the order of the documentation.
var table = []setting{
	{name: "dir", about: "The folder of the journal. $LIFELOG_DIR and --dir stand over it.", sample: `"~/lifelog"`,
		field: func(s *Settings) any { return &s.Dir }},
	{name: "language", about: "The language of the program, \"en\" or \"ja\"; \"\" is that of the locale. $LIFELOG_LANG stands over it.",
		field: func(s *Settings) any { return &s.Language }, only: []any{"", "en", "ja"}},
	{name: "start", about: "What lifelog opens: \"home\" is the list, \"write\" is today for writing.",
		field: func(s *Settings) any { return &s.Start }, only: []any{"home", "write"}},
	{name: "text_width", about: "Cells of a line of text at most; 0 is as wide as the window.",
		field: func(s *Settings) any { return &s.TextWidth }, least: 20},
	{name: "mouse", about: "Clicks and the wheel; false leaves the mouse to the terminal.",
		field: func(s *Settings) any { return &s.Mouse }},
	{name: "newlines", about: "A newline inside a paragraph stays one when the entry is read.",
		field: func(s *Settings) any { return &s.Newlines }},
	{name: "day_start", about: "When a day begins; with \"04:00\" a late night is still of the day before. What\nis written already never moves.",
		field: func(s *Settings) any { return &s.DayStart }, kind: words.SomeClock},
	{name: "history_size", about: "What earlier states of all entries may take on the disk; 0 keeps none.",
		field: func(s *Settings) any { return &s.HistorySize }, kind: words.SomeSize},
	{name: "theme", about: "The colours: \"lifelog\", \"sea\", \"paper\", \"contrast\", or a file: see themes.md.\nWhether the terminal is dark or light, or has no colour, is found out.",
		sample: `"lifelog"`, field: func(s *Settings) any { return &s.Theme }},
	{name: "glamour_style", about: "How entries look when they are read: a style of Glamour by name (dracula,\npink …) or its JSON file; \"\" is that of lifelog. See styles.md.",
		field: func(s *Settings) any { return &s.GlamourStyle }},
	{name: "width.ambiguous", about: "Cells that the terminal draws … ① ─ in. It is asked for this and the widths\nbelow; they are only for terminals that answer wrongly. 0 asks.",
		field: func(s *Settings) any { return &s.Width.Ambiguous }, only: []any{0, 1, 2}},
	{name: "width.selector", about: "Cells of ❤️.", field: func(s *Settings) any { return &s.Width.Selector }, only: []any{0, 1, 2}},
	{name: "width.joined", about: "Cells of 👩‍💻.", field: func(s *Settings) any { return &s.Width.Joined }, only: []any{0, 2, 4}},
	{name: "width.tone", about: "Cells of 👍🏽.", field: func(s *Settings) any { return &s.Width.Tone }, only: []any{0, 2, 4}},
	{name: "width.flag", about: "Cells of 🇯🇵.", field: func(s *Settings) any { return &s.Width.Flag }, only: []any{0, 2, 4}},
	{name: "width.kana", about: "Cells of ﾊﾟ.", field: func(s *Settings) any { return &s.Width.Kana }, only: []any{0, 1, 2}},
}

// set puts a value in; it reports false, and changes nothing, when it is none
// that there can be.
func (t setting) set(s *Settings, value any) bool {
	if t.only != nil && !slices.Contains(t.only, value) {
		return false
	}
	switch p := t.field(s).(type) {
	case encoding.TextUnmarshaler:
		return p.UnmarshalText([]byte(fmt.Sprint(value))) == nil
	case *string:
		v, ok := value.(string)
		if ok {
			*p = v
		}
		return ok
	case *bool:
		v, ok := value.(bool)
		if ok {
			*p = v
		}
		return ok
	case *int:
		v, ok := value.(int)
		if ok = ok && (v == 0 || v >= t.least); ok {
			*p = v
		}
		return ok
	case *uint8:
		v, ok := value.(int)
		if ok {
			*p = uint8(v)
		}
		return ok
	}
	return false
}

// can says what a setting can be, as an argument of a fault.
func (t setting) can() any {
	if t.only != nil {
		var list []string
		for _, v := range t.only {
			list = append(list, Written(v))
		}
		return words.OneOf(list)
	}
	switch t.field(&Settings{}).(type) {
	case *bool:
		return words.OneOf([]string{"true", "false"})
	case *int:
		return words.Fault{What: words.ZeroOrLeast, Args: []any{t.least}}
	case *string:
		return words.Fault{What: words.SomeText}
	}
	return words.Fault{What: t.kind}
}

// Written is a value as it stands in the file.
func Written(v any) string {
	switch v := v.(type) {
	case string:
		return strconv.Quote(v)
	case []string:
		var list []string
		for _, s := range v {
			list = append(list, strconv.Quote(s))
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	return fmt.Sprint(v)
}

// value is what a setting is, out of its pointer.
func (t setting) value(s *Settings) any {
	switch p := t.field(s).(type) {
	case *string:
		return *p
	case *bool:
		return *p
	case *int:
		return *p
	case *uint8:
		return int(*p)
	case fmt.Stringer:
		return p.String()
	}
	return nil
}

// Row is a setting in force.
type Row struct {
	Name  string
	Value any // a string, a bool, an int, or []string for keys
	Line  int // of the file that says so; 0 for a default
}

// Rows returns all settings, and of the keys those that the file says.
func (f *File) Rows() []Row {
	var rows []Row
	for _, t := range table {
		rows = append(rows, Row{t.name, t.value(&f.Settings), f.Lines[t.name]})
	}
	from := len(rows)
	for name, line := range f.Lines {
		if parts := strings.Split(name, "."); parts[0] == "keys" {
			if list, ok := f.keysOf(parts[1:]); ok {
				rows = append(rows, Row{name, list, line})
			}
		}
	}
	slices.SortFunc(rows[from:], func(a, b Row) int { return a.Line - b.Line })
	return rows
}

// keysOf are the keys of an action, in a scope if two names are given.
func (f *File) keysOf(names []string) (list []string, ok bool) {
	list = []string{}
	for _, b := range f.Keys {
		if string(b.Action) != names[len(names)-1] || len(names) == 2 && string(b.Scope) != names[0] {
			continue
		}
		ok = true
		for _, k := range b.Keys {
			if !slices.Contains(list, k) {
				list = append(list, k)
			}
		}
	}
	return list, ok
}

// Text is a settings file to begin with: every setting with its default, each
// behind a "#" that a person takes away.
func Text() string {
	var b strings.Builder
	b.WriteString(head)
	section := ""
	for _, t := range table {
		if in, _, ok := strings.Cut(t.name, "."); ok && in != section {
			section = in
			fmt.Fprintf(&b, "\n[%s]\n", section)
		} else if !ok {
			b.WriteString("\n")
		}
		for line := range strings.SplitSeq(t.about, "\n") {
			fmt.Fprintf(&b, "# %s\n", line)
		}
		fmt.Fprintf(&b, "#%s = %s\n", strings.TrimPrefix(t.name, section+"."), t.written())
	}
	b.WriteString(tail)
	return b.String()
}

const head = `# The settings of lifelog. None has to be here: what stands behind a "#" is the
# default, or an example. "lifelog config" shows what is in force.
`

const tail = `
# Other keys for a command: everywhere, or, in a table of that name, in one
# place. docs/keys.md has the names of commands, places and keys.
[keys]
#search = ["ctrl+f", "/"]
#suspend = []

[keys.reader]
#copy = "c"
`

// written is how the default, or the sample, stands in the file.
func (t setting) written() string {
	if t.sample != "" {
		return t.sample
	}
	s := Default()
	return Written(t.value(&s))
}

// Doc is the documentation of the settings as a table in Markdown.
func Doc() string {
	var b strings.Builder
	b.WriteString("| setting | default | what it is |\n|---|---|---|\n")
	for _, t := range table {
		about := strings.ReplaceAll(strings.ReplaceAll(t.about, "\n", " "), "|", `\|`)
		fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", t.name, t.written(), about)
	}
	return b.String()
}
