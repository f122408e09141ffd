// Package settings is what a person can set: the file config.toml read into
// plain values. Every setting has a default, and a file with faults still
// gives the settings that it gets right. One table (table.go) makes the
// reading, the file to begin with and the documentation.
package settings

import (
	"cmp"
	"slices"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// Settings are the values in force.
type Settings struct {
	Dir       string // the journal; "" is ~/lifelog
	Language  string // "en", "ja", or "" for that of the locale
	Start     string // "home" or "write"
	TextWidth int    // cells of a line of text at most; 0 is as wide as the window
	Mouse     bool   // clicks and the wheel; false leaves the mouse to the terminal
	Newlines  bool   // a newline inside a paragraph is one when read, too

	DayStart    Clock // how long after midnight a day begins
	HistorySize Size  // bytes that earlier states of all entries take at most; 0 keeps none

	Theme        string // a theme by its name, or its file; "" is the program's own
	GlamourStyle string // a style of Glamour by its name, or its file; "" is the program's own
	Width        Width
	Keys         keys.Map
}

// Width says how many cells the terminal draws text in, where it shall not be
// asked; 0 asks it.
type Width struct {
	Ambiguous uint8 // … ① ─: 1 or 2
	Selector  uint8 // ❤️: 1 or 2
	Joined    uint8 // 👩‍💻: 4 or 2
	Tone      uint8 // 👍🏽: 4 or 2
	Flag      uint8 // 🇯🇵: 2 or 4
	Kana      uint8 // ﾊﾟ: 2 or 1
}

// Profile returns the widths over those that were measured.
func (w Width) Profile(measured cell.Profile) cell.Profile {
	over := func(set uint8, to *uint8) {
		if set != 0 {
			*to = set
		}
	}
	over(w.Ambiguous, &measured.Ambiguous)
	over(w.Selector, &measured.VS16)
	over(w.Joined, &measured.ZWJ)
	over(w.Tone, &measured.Skin)
	over(w.Flag, &measured.Flag)
	over(w.Kana, &measured.Kana)
	return measured
}

// Default returns the settings of a person without a file.
func Default() Settings {
	return Settings{Start: "home", TextWidth: 80, Mouse: true, Newlines: true, HistorySize: journal.DefaultHistory, Keys: keys.Default()}
}

// File is a settings file that was read.
type File struct {
	Settings
	Lines  map[string]int // where a setting stands, by its name; keys by "keys.search", "keys.home.filter"
	Faults []words.Fault  // what could not be used, in the order of the lines; the defaults stand there
}

// Parse reads the text of a settings file.
func Parse(text []byte) *File {
	f := &File{Settings: Default(), Lines: map[string]int{}}
	entries, faults := Read(text)
	f.Faults = faults
	var changes []keys.Change
	for _, e := range entries {
		switch change, ok, isKey := e.change(); {
		case ok:
			changes = append(changes, change)
			f.Lines[e.Name()] = e.Line
		case isKey:
			f.fault(e, words.BadKeys, e.Name())
		default:
			f.take(e)
		}
	}
	var wrong []words.Fault
	f.Keys, wrong = f.Keys.With(changes)
	f.Faults = append(f.Faults, wrong...)
	slices.SortStableFunc(f.Faults, func(a, b words.Fault) int { return cmp.Compare(a.Line, b.Line) })
	return f
}

func (f *File) fault(e Entry, what words.Phrase, args ...any) {
	f.Faults = append(f.Faults, words.Fault{Line: e.Line, What: what, Args: args})
}

// take puts one entry into force.
func (f *File) take(e Entry) {
	for _, s := range table {
		if s.name != e.Name() {
			continue
		}
		if !s.set(&f.Settings, e.Value) {
			f.fault(e, words.BadSetting, s.name, e.Written, s.can())
			return
		}
		f.Lines[s.name] = e.Line
		return
	}
	names := map[string]bool{"keys": true}
	for _, s := range table {
		names[s.name] = true
	}
	f.fault(e, words.NoSuchSetting, e.Name(), words.Near(e.Name(), names))
}

// change is what an entry of [keys] says; isKey is false for other entries, and
// ok for what is no list of keys.
func (e Entry) change() (c keys.Change, ok, isKey bool) {
	if e.Path[0] != "keys" || len(e.Path) < 2 || len(e.Path) > 3 {
		return c, false, e.Path[0] == "keys"
	}
	c = keys.Change{Action: keys.Action(e.Path[len(e.Path)-1]), Line: e.Line}
	if len(e.Path) == 3 {
		c.Scope = keys.Scope(e.Path[1])
	}
	list, ok := e.Value.([]any)
	if !ok {
		list = []any{e.Value}
	}
	for _, v := range list {
		key, ok := v.(string)
		if !ok {
			return c, false, true
		}
		c.Keys = append(c.Keys, key)
	}
	return c, true, true
}

// Name is the name of an entry with those of its tables before it.
func (e Entry) Name() string { return strings.Join(e.Path, ".") }
