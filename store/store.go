// Package store is where a journal is kept: it alone touches files. It is
// dumb and exact. It gives back the bytes that were given to it, stores a text
// whole or not at all, and notices when another program changed an entry
// meanwhile; what to do then is for package journal to say.
//
// Dir keeps entries as Markdown files in a folder, Mem keeps them in memory.
//
// How Dir saves: the text goes into a temporary file beside the entry, which
// is flushed to the disk and then changes places with the entry in one step;
// the folder is flushed too. What came out of the exchange is looked at, at
// once and again two seconds later, so that nothing another program wrote in
// between is lost.
package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"lifelog/journal"
)

// Options are what a Dir can be told. The zero Options are fit for use.
type Options struct {
	// State is the folder for what is kept outside the journal, like the
	// trash. "" is StateDir.
	State string

	// Kept, when not nil, is called with the path of each conflict copy that
	// the Dir made on its own: of a text that another program wrote into an
	// entry in the very moment it was replaced. It may be called from any
	// goroutine, and must not call the Dir.
	Kept func(path string)
}

// Dir is a journal in a folder. It implements journal.Store, journal.Copies
// and journal.Files, is safe for use by several goroutines, and several Dirs, in
// one program or in several, may be open on one folder.
type Dir struct {
	path    string // of the folder, absolute
	state   string
	kept    func(path string)
	sys     system
	turn    chan struct{} // holds a token while a change is under way
	looks   looks
	writing writing
	revs    revs
	ways    ways

	patience time.Duration // with another program that has the lock
	room     time.Duration // left to others between two saves of one entry
	last     journal.ID    // saved last, at lastAt
	lastAt   time.Time
}

var (
	_ journal.Store   = (*Dir)(nil)
	_ journal.Copies  = (*Dir)(nil)
	_ journal.Drafts  = (*Dir)(nil)
	_ journal.Watcher = (*Dir)(nil)
	_ journal.Files   = (*Dir)(nil)
	_ journal.Dated   = (*Dir)(nil)
	_ journal.History = (*Dir)(nil)
	_ journal.Pages   = (*Dir)(nil)
	_ journal.Trash   = (*Dir)(nil)
	_ journal.Checker = (*Dir)(nil)
	_ journal.Mover   = (*Dir)(nil)
	_ journal.Stower  = (*Dir)(nil)
)

// Open returns the journal in a folder. Nothing is made: a folder that does
// not exist is an empty journal until the first save. A path that is no
// folder, or one that cannot be read, is an error. Close it at the end.
func Open(root string, o Options) (*Dir, error) {
	abs, err := filepath.Abs(root)
	if err != nil {
		return nil, fmt.Errorf("cannot tell where %s is: %w", root, err)
	}
	if o.State == "" {
		if o.State, err = StateDir(); err != nil {
			return nil, err
		}
	}
	d := &Dir{path: abs, state: o.State, kept: o.Kept, sys: realSystem, turn: make(chan struct{}, 1), patience: lockPatience, room: lockRoom}
	d.looks.after = secondLook
	switch info, err := os.Stat(abs); {
	case errors.Is(err, fs.ErrNotExist):
		return d, nil
	case err != nil:
		return nil, inWords("cannot open the journal", err)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is not a folder, so no journal can be kept in it; choose a folder", abs)
	}
	dir, err := os.Open(abs)
	if err != nil {
		return nil, inWords("cannot open the journal", err)
	}
	return d, dir.Close()
}

// Close ends what is still under way. It does not wait two seconds for the
// second look at files just replaced: it looks at once.
func (d *Dir) Close() error { return d.looks.finish() }

// Path is where the entry's file is or would be.
func (d *Dir) Path(id journal.ID) string {
	at := place{folder: ".", file: path.Base(id.String()) + extension} // of an ID that can have no file
	if root, err := os.OpenRoot(d.path); err == nil {
		defer root.Close()
		if found, err := d.find(root, id); err == nil || errors.Is(err, journal.ErrNotFound) {
			at = found
		} else if places, err := d.placesOf(root, id); err == nil { // it cannot be looked for
			at = places[0]
		}
		if at.link != "" {
			return filepath.Join(d.path, filepath.FromSlash(at.link))
		}
	} else if first, err := standard[0].place(id); err == nil {
		at = first
	}
	return d.full(at.folder, at.file)
}

// At reads the path by the layout of the journal, and does not look for the file.
func (d *Dir) At(file string) (id journal.ID, ok bool) {
	rel, err := filepath.Rel(d.path, file)
	if err != nil || !filepath.IsLocal(rel) {
		return journal.ID{}, false
	}
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return journal.ID{}, false
	}
	defer root.Close()
	layout, rel := d.layout(root), filepath.ToSlash(rel)
	if id, _, _, ok := layout.parse(rel); ok {
		return id, true
	}
	return parsePage(layout, rel)
}

// full is the absolute path of a file of the journal.
func (d *Dir) full(folder, file string) string {
	return filepath.Join(d.path, filepath.FromSlash(path.Join(folder, file)))
}
