package store

import (
	"cmp"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"lifelog/journal"
	"lifelog/journal/date"
)

// ways is the layout of a Dir, once it is known.
type ways struct {
	sync.Mutex
	known layout
	left  []journal.Reading // what is not clear
}

// layout is how the journal is laid out. It is recognised by the files that
// are there when it is asked for first, and stays so: nothing is moved.
func (d *Dir) layout(root *os.Root) layout {
	d.ways.Lock()
	defer d.ways.Unlock()
	if d.ways.known == nil {
		chosen, _ := os.ReadFile(d.chosen()) // nothing, in most journals
		d.ways.known, d.ways.left = recognise(root, string(chosen))
	}
	return d.ways.known
}

// recognise finds out how a journal is laid out: by the settings of the
// program that it was begun with, else by its files. Of several ways the one
// with the newest day comes first. A journal without any is laid out in the
// standard one. Days that can be read in two ways are read as chosen, and
// left alone as long as nothing was.
func recognise(root *os.Root, chosen string) (layout, []journal.Reading) {
	s := sampler{root: root, folders: maxSampled, seen: map[string]*sighting{}, unclear: map[string]*unclear{}}
	s.look(".")
	clear, left := s.clear(chosen)
	for _, at := range clear {
		s.seen[at.way.String()] = at
	}
	found := s.ways()
	if w, ok := configured(root); ok {
		same := func(other way) bool { return other.day.String() == w.day.String() && other.ext == w.ext }
		if i := slices.IndexFunc(found, same); i >= 0 {
			w.sep = found[i].sep
		}
		found = slices.Insert(slices.DeleteFunc(found, func(o way) bool { return o.String() == w.String() }), 0, w)
	}
	own := len(found) == 0
	for _, w := range found {
		own = own || layout{w}.lazy()
	}
	if own { // an entry may stand in any place of the standard layout
		for _, w := range standard {
			if !slices.ContainsFunc(found, func(o way) bool { return o.String() == w.String() }) {
				found = append(found, w)
			}
		}
	}
	return found, left
}

// Limits of what is looked at to recognise a layout, so that opening a large
// folder of notes costs little.
const (
	maxSampled = 400 // folders
	maxDepth   = 5   // of folders
	newNames   = 400 // files of a folder: so many of the last by name
	oldNames   = 100 // and of the first
)

// sampler looks at some of the files of a journal.
type sampler struct {
	root    *os.Root
	folders int // that may still be read
	seen    map[string]*sighting
	unclear map[string]*unclear
}

// sighting is a way in which files were seen to be named.
type sighting struct {
	way    way
	newest date.Date
	files  int
}

// look looks at a folder and those below.
func (s *sampler) look(folder string) {
	if s.folders--; s.folders < 0 {
		return
	}
	list, err := readDir(s.root, folder)
	if err != nil {
		return // whoever lists the journal is told
	}
	var files, dated, others []string
	for _, e := range list {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case e.IsDir() && (name == "assets" || name == "node_modules" || strings.Count(folder, "/") >= maxDepth):
		case e.IsDir() && datedFolder(name):
			dated = append(dated, name)
		case e.IsDir():
			others = append(others, name)
		case e.Type()&^fs.ModeSymlink == 0 && strings.ContainsAny(name, "0123456789") || e.Type().IsRegular() && datedFolder(path.Base(folder)):
			files = append(files, name)
		}
	}
	for _, name := range ends(files, newNames, oldNames) {
		s.note(path.Join(folder, name))
	}
	// Of the years and months some are enough.
	for _, name := range append(ends(dated, 2, 1), ends(others, maxSampled, 0)...) {
		s.look(path.Join(folder, name))
	}
}

// ends are the last and the first of some names in order, the last first.
func ends(names []string, last, first int) []string {
	slices.Sort(names)
	slices.Reverse(names)
	if len(names) <= last+first {
		return names
	}
	return append(names[:last:last], names[len(names)-first:]...)
}

// note notes in which way a file is named, if it is named by a day.
func (s *sampler) note(file string) {
	if s.noteUnclear(file) {
		return
	}
	w, d, ok := guess(file)
	if !ok {
		return
	}
	at := s.seen[w.String()]
	if at == nil {
		at = &sighting{way: w}
		s.seen[w.String()] = at
	}
	at.note(d)
}

func (at *sighting) note(d date.Date) {
	at.files++
	if at.newest.Compare(d) < 0 {
		at.newest = d
	}
}

// labelled is how many files must have the same words before their day until
// that is taken for a way of naming days, and not for what they are about.
const labelled = 3

// ways are the ways that were seen, the one with the newest day first. Where
// only days were seen and no names, the usual hyphen parts the two.
func (s *sampler) ways() layout {
	const nameless = ""
	for key, own := range s.seen {
		if own.way.labelled() && own.files < labelled {
			delete(s.seen, key)
		}
	}
	for key, own := range s.seen {
		if own.way.sep != nameless {
			continue
		}
		delete(s.seen, key)
		named := false
		for _, other := range s.seen {
			if other.way.sep != nameless && other.way.day.String() == own.way.day.String() && other.way.ext == own.way.ext {
				named = true
				if other.newest.Compare(own.newest) < 0 {
					other.newest = own.newest
				}
			}
		}
		if !named {
			own.way.sep = "-"
			s.seen[own.way.String()] = own
		}
	}
	var all []*sighting
	for _, at := range s.seen {
		all = append(all, at)
	}
	slices.SortFunc(all, func(a, b *sighting) int {
		return cmp.Or(b.newest.Compare(a.newest), a.way.rank()-b.way.rank(), strings.Compare(a.way.String(), b.way.String()))
	})
	var found layout
	for _, at := range all {
		found = append(found, at.way)
	}
	return found
}

// datedFolder says whether a folder is called by a year, a month or a day.
func datedFolder(name string) bool {
	for _, form := range folderNames {
		for _, names := range []calendarNames{englishNames, japaneseNames} {
			if _, rest, _, ok := form.match(name, names); ok && rest == "" {
				return true
			}
		}
	}
	return false
}
