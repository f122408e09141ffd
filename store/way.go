package store

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"strings"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"

	"golang.org/x/text/unicode/norm"
)

// way is one way of naming the files of entries. The file of a day's own log
// is called by the day, that of a named entry by the day and the name.
type way struct {
	day   pattern // path and name without the extension
	log   string  // follows the day in the name of its own log, mostly ""
	sep   string  // stands between the day and a name
	ext   string  // ".md", ".txt" or ""
	names calendarNames
}

// extension is that of the entries which lifelog lays out by itself, and of
// what it keeps elsewhere.
const extension = ".md"

// layout is the ways in which the files of a journal are named. New entries
// are named in the first; all are looked for in all of them.
type layout []way

// standard is the layout of a journal that lifelog began: a file
// YYYY-MM-DD.md, or YYYY-MM-DD-name.md, in the folder YYYY/MM. One that stands
// in the folder YYYY or in the journal itself is found too, and stays there.
var standard = layout{
	{day: mustPattern("YYYY/MM/YYYY-MM-DD"), sep: "-", ext: extension, names: englishNames},
	{day: mustPattern("YYYY/YYYY-MM-DD"), sep: "-", ext: extension, names: englishNames},
	{day: mustPattern("YYYY-MM-DD"), sep: "-", ext: extension, names: englishNames},
}

// String writes the way as a path: "YYYY/MM/YYYY-MM-DD-*.md" is where its
// named entries stand.
func (w way) String() string { return w.day.String() + w.sep + "*" + w.ext }

// file is where an entry stands, by the way: a path from the journal. An ID
// that would not be read back from it, such as one with a separator in its
// name, has no file.
func (w way) file(id journal.ID) (string, error) {
	file := w.day.format(id.Date, w.names) + w.log + w.ext
	if id.Name != "" {
		file = w.day.format(id.Date, w.names) + w.sep + id.Name + w.ext
	}
	back, why, ok := w.parse(file)
	switch {
	case why != "":
		return "", fmt.Errorf("no entry can be called %q: %s", id.String(), why)
	case !ok || back != id:
		return "", fmt.Errorf("no entry can be called %q; choose another name", id.String())
	}
	return file, nil
}

// check says why there can be no file for an entry.
func check(id journal.ID) error {
	_, err := standard[0].file(id)
	return err
}

// place is where an entry stands, by the way.
func (w way) place(id journal.ID) (place, error) {
	file, err := w.file(id)
	return place{folder: path.Dir(file), file: path.Base(file)}, err
}

// parse reads a path from the journal. ok says whether it is that of an entry;
// why, if not "", what is wrong with one that looks like it. Names are
// compared in normalization form C, however they are spelled on the disk.
func (w way) parse(file string) (id journal.ID, why string, ok bool) {
	stem, has := strings.CutSuffix(file, w.ext)
	base := path.Base(file)
	if !has || base[0] == '.' || isCopy(base) || w.ext == "" && otherKind(base) {
		return id, "", false
	}
	f, rest, differ, ok := w.day.match(stem, w.names)
	if !ok {
		return id, "", false
	}
	d, err := date.New(f.year, time.Month(f.month), f.day)
	switch {
	case err != nil:
		return id, err.Error(), false
	case strings.Contains(rest, "/"):
		return id, "", false
	case differ:
		return id, "is in the wrong folder; an entry of this day belongs in " + path.Dir(w.day.format(d, w.names)), false
	case rest == w.log:
		return journal.ID{Date: d}, "", true
	}
	name, has := strings.CutPrefix(rest, w.sep)
	if !has || name == "" {
		return id, fmt.Sprintf("has more than a date in its name; a name follows the date after %q", w.sep), false
	}
	if id, err = journal.NewID(d, norm.NFC.String(name)); err != nil {
		return id, err.Error(), false
	}
	return id, "", true
}

// parse reads a path in the way that it fits, and returns the number of that
// way.
func (l layout) parse(file string) (id journal.ID, way int, why string, ok bool) {
	for i, w := range l {
		id, wrong, ok := w.parse(file)
		if ok {
			return id, i, "", true
		}
		why = cmp.Or(why, wrong)
	}
	return id, 0, why, false
}

// leads says whether a folder is one in which entries stand, or further
// folders with entries.
func (l layout) leads(folder string) bool {
	for _, w := range l {
		for _, above := range w.day.folders() {
			if f, rest, differ, ok := above.match(folder, w.names); ok && !differ && rest == "" && f.month <= 12 {
				return true
			}
		}
	}
	return false
}

// ends says whether no folder below one can hold entries.
func (l layout) ends(folder string) bool {
	depth := 0
	if folder != "." {
		depth = strings.Count(folder, "/") + 1
	}
	for _, w := range l {
		if len(w.day.folders()) > depth {
			return false
		}
	}
	return true
}

// lazy says whether the newest entries can be found without looking for all:
// where they stand by year and month, or higher up in the same folders.
func (l layout) lazy() bool {
	for _, w := range l {
		if w.rank() == len(standard) {
			return false
		}
	}
	return true
}

// rank is the place of the way's folders among those of the standard layout,
// behind all of them for others.
func (w way) rank() int {
	for i, s := range standard {
		if w.day.String() == s.day.String() {
			return i
		}
	}
	return len(standard)
}

// copyMark is what the names of files that are another text of an entry have
// behind the entry's: ours, Syncthing's (docs.syncthing.net, "Conflicting
// Changes") and Dropbox's. Nobody calls an entry so; 2022-05-02-laptop.md may
// well be one.
var copyMark = regexp.MustCompile(`(?:\.conflict-\d{8}-\d{6}-[^/]+?|\.sync-conflict-\d{8}-\d{6}-[0-9A-Z]{7}| \((?:[^/]+['’]s )?conflicted copy \d{4}-\d{2}-\d{2}(?: \d+)?\))(\.[^./]*)?$`)

// isCopy says whether a file is another text of an entry. Nearly all are not,
// and are not asked the long way.
func isCopy(file string) bool {
	return strings.Contains(file, "conflict") && copyMark.MatchString(file)
}

// copyOf reads the path of a file that is another text of an entry.
func (l layout) copyOf(file string) (c journal.Copy, ok bool) {
	if !isCopy(file) {
		return c, false
	}
	id, _, _, ok := l.parse(copyMark.ReplaceAllString(file, "$1"))
	return journal.Copy{ID: id, Path: file}, ok
}

// labelled says whether something stands before the day in the names of files.
func (w way) labelled() bool {
	at := 0
	for i, t := range w.day {
		if strings.Contains(t.text, "/") {
			at = i
		}
	}
	first := w.day[at]
	return w.day[at:].has(year4) && first.part == fixed && !strings.HasSuffix(first.text, "/")
}
