package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"

	"lifelog/journal"
)

// List yields the names of all entries, newest first. It reads one folder
// after the other and only as far as the caller goes on.
func (d *Dir) List(ctx context.Context) iter.Seq2[journal.ID, error] {
	return func(yield func(journal.ID, error) bool) {
		root, err := os.OpenRoot(d.path)
		if errors.Is(err, fs.ErrNotExist) {
			return
		}
		if err != nil {
			yield(journal.ID{}, inWords("cannot open the journal", err))
			return
		}
		defer root.Close()
		l := lister{ctx: ctx, dir: d, root: root, layout: d.layout(root), yield: yield}
		l.all()
	}
}

// lister is one listing under way. Its methods return false once the caller
// wants no more.
type lister struct {
	ctx    context.Context
	dir    *Dir
	root   *os.Root
	layout layout
	yield  func(journal.ID, error) bool
}

// entry is an ID and where it was found.
type entry struct {
	id   journal.ID
	file string // path from the journal
	way  int    // of the layout
}

// listing is what one folder of the layout holds.
type listing struct {
	entries []entry
	folders []string // names of those with more entries
}

// all yields every entry. Where the layout is one of years and months it reads
// the newest folder first, and yields what it holds before it reads the next.
func (l *lister) all() bool {
	top, ok := l.read(".")
	switch {
	case !ok:
		return false
	case !l.layout.lazy():
		return l.below(".", &top) && l.give(top.entries)
	}
	years := byName(top, func(e entry) string { return fmt.Sprintf("%04d", e.id.Date.Year) })
	for _, y := range newestFirst(years) {
		year, ok := listing{}, true
		if slices.Contains(top.folders, y) {
			year, ok = l.read(y)
		}
		if !ok {
			return false
		}
		year.entries = append(year.entries, years[y]...)
		months := byName(year, func(e entry) string { return fmt.Sprintf("%02d", int(e.id.Date.Month)) })
		for _, m := range newestFirst(months) {
			month, ok := listing{}, true
			if slices.Contains(year.folders, m) {
				month, ok = l.read(y + "/" + m)
			}
			if !ok || !l.give(append(month.entries, months[m]...)) {
				return false
			}
		}
	}
	return true
}

// below adds what the folders in a folder hold.
func (l *lister) below(folder string, all *listing) bool {
	for _, name := range all.folders {
		sub, ok := l.read(path.Join(folder, name))
		if !ok || !l.below(path.Join(folder, name), &sub) {
			return false
		}
		all.entries = append(all.entries, sub.entries...)
	}
	return true
}

// byName parts the entries of a folder by the folder below in which they would
// stand. Each folder below is there, with none if it has none.
func byName(found listing, below func(entry) string) map[string][]entry {
	parted := map[string][]entry{}
	for _, name := range found.folders {
		parted[name] = nil
	}
	for _, e := range found.entries {
		parted[below(e)] = append(parted[below(e)], e)
	}
	return parted
}

func newestFirst(parted map[string][]entry) []string {
	names := slices.Sorted(maps.Keys(parted))
	slices.Reverse(names)
	return names
}

// give yields entries. Of two files of one entry the one that comes first in
// the layout counts, as for Load.
func (l *lister) give(entries []entry) bool {
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(journal.Newest(a.id, b.id), cmp.Compare(a.way, b.way), strings.Compare(a.file, b.file))
	})
	for i, e := range entries {
		if i > 0 && entries[i-1].id == e.id {
			twin := &journal.Odd{Path: e.file, Why: "is the same entry as " + entries[i-1].file + "; join the two by hand", Twin: entries[i-1].file}
			if !l.yield(journal.ID{}, twin) {
				return false
			}
			continue
		}
		if !l.yield(e.id, nil) {
			return false
		}
	}
	return true
}

// read reads one folder.
func (l *lister) read(folder string) (found listing, more bool) {
	if err := l.ctx.Err(); err != nil {
		l.yield(journal.ID{}, err)
		return found, false
	}
	list, err := readDir(l.root, folder)
	switch {
	case errors.Is(err, fs.ErrNotExist): // removed a moment ago
		return found, true
	case err != nil && folder == ".":
		l.yield(journal.ID{}, inWords("cannot read the journal's folder", err))
		return found, false
	case err != nil:
		return found, l.odd(folder, unreadable(err))
	}
	for _, e := range list {
		full := path.Join(folder, e.Name())
		if e.Type()&(fs.ModeDir|fs.ModeSymlink) != 0 && l.layout.leads(full) {
			if ok, more := l.enter(full, e); !more {
				return found, false
			} else if ok {
				found.folders = append(found.folders, e.Name())
			}
			continue
		}
		id, way, why, ok := l.layout.parse(full)
		if ok {
			why = l.oddEntry(folder, e)
		} else if c, other := l.layout.copyOf(full); other {
			if !l.yield(journal.ID{}, otherText(c)) {
				return found, false
			}
			continue
		}
		switch {
		case why != "" && !l.odd(full, why):
			return found, false
		case why == "" && ok:
			found.entries = append(found.entries, entry{id, full, way})
		}
	}
	return found, true
}

// enter says whether a name of the layout is a folder to look into.
func (l *lister) enter(full string, e fs.DirEntry) (ok, more bool) {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir(), true
	}
	info, err := l.root.Stat(full)
	if err != nil {
		return false, l.odd(full, journal.LinksOut)
	}
	return info.IsDir(), true
}

// oddEntry says why a file with an entry's name is none, "" when it is one.
func (l *lister) oddEntry(folder string, e fs.DirEntry) string {
	if e.Type()&fs.ModeSymlink == 0 {
		return oddKind(e.Type())
	}
	_, err := l.dir.follow(l.root, place{folder: folder, file: e.Name()})
	var odd *journal.Odd
	if errors.As(err, &odd) {
		return odd.Why
	}
	return ""
}

// otherText names the file of a copy.
func otherText(c journal.Copy) *journal.Odd {
	return &journal.Odd{Path: c.Path, Why: "is another text of " + c.ID.String(), Copy: &c}
}

func (l *lister) odd(path, why string) bool {
	return l.yield(journal.ID{}, &journal.Odd{Path: path, Why: why})
}

// unreadable says why a folder of the journal could not be read.
func unreadable(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return journal.IsClosed
	case errors.Is(err, syscall.ENOTDIR):
		return "is not a folder"
	}
	return "could not be read: " + err.Error()
}

// readDir lists a folder in no order: names and kinds.
func readDir(root *os.Root, folder string) ([]fs.DirEntry, error) {
	dir, err := root.OpenFile(folder, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer dir.Close() // only read from
	return listDir(dir)
}
