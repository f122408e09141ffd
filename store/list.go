package store

import (
	"cmp"
	"context"
	"errors"
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
		l := lister{ctx: ctx, dir: d, root: root, yield: yield}
		l.all()
	}
}

// lister is one listing under way. Its methods return false once the caller
// wants no more.
type lister struct {
	ctx   context.Context
	dir   *Dir
	root  *os.Root
	yield func(journal.ID, error) bool
}

// entry is an ID and the folder it was found in.
type entry struct {
	id     journal.ID
	folder string
	file   string
}

// listing is what one folder of the layout holds.
type listing struct {
	entries map[string][]entry // by the name of the folder below in which they would stand
	folders []string           // names of the folders below
}

func (l *lister) all() bool {
	top, ok := l.read(".", isYear, year)
	if !ok {
		return false
	}
	for _, y := range newestFirst(top) {
		sub, ok := listing{}, true
		if slices.Contains(top.folders, y) {
			sub, ok = l.read(y, isMonth, month)
		}
		if !ok {
			return false
		}
		for _, e := range top.entries[y] {
			if sub.entries == nil {
				sub.entries = map[string][]entry{}
			}
			sub.entries[month(e)] = append(sub.entries[month(e)], e)
		}
		for _, m := range newestFirst(sub) {
			days := listing{}
			if slices.Contains(sub.folders, m) {
				if days, ok = l.read(y+"/"+m, nil, month); !ok {
					return false
				}
			}
			if !l.give(append(days.entries[m], sub.entries[m]...)) {
				return false
			}
		}
	}
	return true
}

// year and month name the folders in which an entry would stand.
func year(e entry) string  { return e.file[:4] }
func month(e entry) string { return e.file[5:7] }

// newestFirst are the names of the folders below, those that exist and those
// whose entries stand higher up.
func newestFirst(l listing) []string {
	names := slices.AppendSeq(slices.Clone(l.folders), maps.Keys(l.entries))
	slices.Sort(names)
	names = slices.Compact(names)
	slices.Reverse(names)
	return names
}

// give yields the entries of one month. Of two files of one entry the one
// deepest in the layout counts, as for Load.
func (l *lister) give(entries []entry) bool {
	slices.SortFunc(entries, func(a, b entry) int {
		if c := journal.Newest(a.id, b.id); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(len(b.folder), len(a.folder)), strings.Compare(a.file, b.file))
	})
	for i, e := range entries {
		if i > 0 && entries[i-1].id == e.id {
			first := path.Join(entries[i-1].folder, entries[i-1].file)
			if !l.odd(path.Join(e.folder, e.file), "is the same entry as "+first+"; join the two by hand") {
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

// read reads one folder. isFolder says which names below are of the layout.
func (l *lister) read(folder string, isFolder func(string) bool, below func(entry) string) (listing, bool) {
	out := listing{entries: map[string][]entry{}}
	if err := l.ctx.Err(); err != nil {
		l.yield(journal.ID{}, err)
		return out, false
	}
	list, err := readDir(l.root, folder)
	switch {
	case errors.Is(err, fs.ErrNotExist): // removed a moment ago
		return out, true
	case err != nil && folder == ".":
		l.yield(journal.ID{}, inWords("cannot read the journal's folder", err))
		return out, false
	case err != nil:
		return out, l.odd(folder, unreadable(err))
	}
	for _, e := range list {
		name := e.Name()
		if isFolder != nil && isFolder(name) {
			if ok, more := l.enter(folder, e); !more {
				return out, false
			} else if ok {
				out.folders = append(out.folders, name)
			}
			continue
		}
		id, why, ok := parseFile(folder, name)
		if !ok && why == "" {
			continue
		}
		if ok {
			why = l.oddEntry(folder, e)
		}
		if why != "" {
			if !l.odd(path.Join(folder, name), why) {
				return out, false
			}
			continue
		}
		found := entry{id, folder, name}
		key := below(found)
		out.entries[key] = append(out.entries[key], found)
	}
	return out, true
}

// enter says whether a name of the layout is a folder to look into.
func (l *lister) enter(folder string, e fs.DirEntry) (ok, more bool) {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir(), true
	}
	full := path.Join(folder, e.Name())
	info, err := l.root.Stat(full)
	if err != nil {
		return false, l.odd(full, "is a link that leads out of the journal or nowhere")
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

func (l *lister) odd(path, why string) bool {
	return l.yield(journal.ID{}, &journal.Odd{Path: path, Why: why})
}

// unreadable says why a folder of the journal could not be read.
func unreadable(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "is a folder that may not be read; give yourself the right to (chmod u+rwx)"
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
