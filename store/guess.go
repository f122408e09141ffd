package store

import (
	"path"
	"slices"
	"strings"
	"time"

	"lifelog/journal/date"
)

// The forms in which days are written in the names of files and of the folders
// above them, those that say more first.
var (
	dayForms = []string{
		"YYYY-MM-DD dddd", "YYYY-MM-DD-dddd", "YYYY-MM-DD ddd", "YYYY-MM-DD-ddd", "YYYY-MM-DD(ddd)", "YYYY-MM-DD (ddd)", "YYYY-MM-DD_ddd",
		"YYYY-MM-DD", "YYYY_MM_DD", "YYYY.MM.DD", "YYYYMMDD", "YYYY年MM月DD日", "YYYY年M月D日",
	}
	folderForms = []string{"YYYY/MM/DD", "YYYY/MM", "YYYY/MM-MMMM", "YYYY/MM-MMM", "YYYY/M", "YYYY/YYYY-MM", "YYYY-MM", "YYYYMM", "YYYY", ""}
	// shortForms are names that say the day together with their folder.
	shortForms = map[string][]string{
		"YYYY":    {"MM-DD", "MMDD", "MM_DD"},
		"YYYY/MM": {"DD", "MM-DD", "MMDD"},
		"YYYY/M":  {"DD", "D"},
		"YYYY-MM": {"DD"},
		"YYYYMM":  {"DD"},
	}
	// dayFolders are the names of the one file in a folder for a day.
	dayFolders = []string{"diary", "journal", "index", "entry", "note", "log", "README", "日記"}

	// forms are all of them, folders and name.
	forms = allForms()

	// folderNames are the forms of a single folder.
	folderNames = []pattern{
		{{part: year4}}, {{part: month2}}, {{part: year4}, {text: "-"}, {part: month2}}, {{part: year4}, {part: month2}},
		{{part: month2}, {text: "-"}, {part: monthName}}, {{part: month2}, {text: "-"}, {part: monthAbbr}},
		{{part: year4}, {text: "-"}, {part: month2}, {text: "-"}, {part: day2}}, {{part: year4}, {part: month2}, {part: day2}},
	}

	// extensions are those of the files that are entries; "" is none.
	extensions = []string{extension, ".markdown", ".txt", ".wiki"}
)

// form is a pattern and how many folders it has.
type form struct {
	pattern
	above int
	whole bool // the name says the whole day, so that something may stand before it
}

func allForms() []form {
	var all []form
	add := func(folder, name string, whole bool) {
		p := mustPattern(path.Join(folder, name))
		all = append(all, form{p, len(p.folders()), whole})
	}
	for _, folder := range folderForms {
		for _, name := range dayForms {
			add(folder, name, true)
		}
		for _, name := range shortForms[folder] {
			add(folder, name, false)
		}
	}
	for _, folder := range []string{"YYYY/MM/YYYY-MM-DD", "YYYY/MM/DD", "YYYY-MM-DD", "YYYYMMDD"} {
		for _, name := range dayFolders {
			add(folder, "["+name+"]", false)
		}
	}
	slices.SortStableFunc(all, func(a, b form) int { return b.above - a.above })
	return all
}

// splitExtension parts the name of an entry's file from its extension.
func splitExtension(file string) (stem, ext string) {
	for _, ext := range extensions {
		if stem, has := strings.CutSuffix(file, ext); has {
			return stem, ext
		}
	}
	return file, ""
}

// guess finds a way in which a file is named, and its day. A way of which no
// name was seen, only a day, has no sep.
func guess(file string) (w way, d date.Date, ok bool) {
	stem, ext := splitExtension(file)
	if base := path.Base(stem); ext == "" && otherKind(base) || isCopy(base) {
		return w, d, false
	}
	parts := strings.Split(stem, "/")
	for _, names := range []calendarNames{englishNames, japaneseNames} {
		for _, f := range forms {
			if f.above >= len(parts) {
				continue
			}
			outer, dated := parts[:len(parts)-1-f.above], strings.Join(parts[len(parts)-1-f.above:], "/")
			if slices.ContainsFunc(outer, datedFolder) { // it stands in the folder of another day
				continue
			}
			if day, sep, fits := f.fit(dated, names); fits {
				w = way{day: f.behind(strings.Join(append(outer, ""), "/")), sep: sep, ext: ext, names: names}
				if len(outer) > 0 && outer[len(outer)-1] == "_posts" { // Jekyll takes no post without a name
					w.log, w.sep = "-log", "-"
				}
				return w, day, true
			}
			above, base := path.Split(dated)
			if before := label(base); f.whole && before != "" {
				if day, sep, fits := f.fit(above+base[len(before):], names); fits && sep == "" {
					w = way{day: f.labelled(before).behind(strings.Join(append(outer, ""), "/")), ext: ext, names: names}
					return w, day, true
				}
			}
		}
	}
	return w, d, false
}

// otherKind says whether a name without one of our extensions has another one.
func otherKind(base string) bool {
	return strings.Contains(base, ".") && strings.Trim(base, "0123456789.") != ""
}

// label is what stands before the first digit of a name.
func label(name string) string {
	if at := strings.IndexAny(name, "0123456789"); at > 0 {
		return name[:at]
	}
	return ""
}

// fit reports whether a name is a day in this form, alone or with something
// behind it that a sep parts from it.
func (f form) fit(name string, names calendarNames) (d date.Date, sep string, ok bool) {
	read, rest, differ, ok := f.match(name, names)
	if !ok || differ {
		return d, "", false
	}
	d, err := date.New(read.year, time.Month(read.month), read.day)
	switch {
	case err != nil || read.weekday != 0 && read.weekday != int(d.Weekday())+1 || strings.Contains(rest, "/"):
		return d, "", false
	case rest == "":
		return d, "", true
	case len(rest) > 1 && strings.ContainsRune("-_ ", rune(rest[0])):
		return d, rest[:1], true
	}
	return d, "", false
}

// labelled is the pattern with fixed text before the name of the file.
func (p pattern) labelled(text string) pattern {
	last := 0
	for i, t := range p {
		if strings.Contains(t.text, "/") {
			last = i
		}
	}
	if last == 0 {
		return p.behind(text)
	}
	with := slices.Clone(p)
	with[last].text += text
	return with
}

// behind is the pattern with fixed text before it.
func (p pattern) behind(text string) pattern {
	if text == "" {
		return p
	}
	if p[0].part == fixed {
		return append(pattern{{text: text + p[0].text}}, p[1:]...)
	}
	return append(pattern{{text: text}}, p...)
}
