package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"lifelog/journal"
)

// folder is a folder held open for a change. Its files are named without any
// path, so nothing can lead out of it.
type folder struct {
	*os.Root
	self *os.File // the folder itself: to flush, to lock
	path string   // relative to the journal, with slashes
}

// openFolder opens a folder below root.
func openFolder(root *os.Root, name string) (*folder, error) {
	if info, err := root.Stat(name); err != nil {
		return nil, err
	} else if !info.IsDir() { // a named pipe would be waited for
		full := filepath.Join(root.Name(), name)
		return nil, &journal.Trouble{Cause: journal.NoFolder, Name: full, Err: fmt.Errorf("%s is not a folder; move it away", full)}
	}
	sub, err := root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	self, err := sub.Open(".")
	if err != nil {
		return nil, errors.Join(err, sub.Close())
	}
	return &folder{Root: sub, self: self, path: path.Clean(name)}, nil
}

// Close lets go of the folder. It was only read from, so no error matters.
func (f *folder) Close() {
	f.self.Close()
	f.Root.Close()
}

// exists says whether there is anything of that name.
func (f *folder) exists(name string) bool {
	_, err := f.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// full is the path of a file of the folder.
func (f *folder) full(name string) string { return filepath.Join(f.Name(), name) }

// makeAll makes a folder and those above it where they are missing, for the
// user alone, so that they survive a power cut.
func (d *Dir) makeAll(dir string) error {
	grown, err := makeFolders(dir)
	for _, folder := range grown {
		err = errors.Join(err, d.syncFolder(folder))
	}
	return err
}

// makeFolders is makeAll but for the power cut: for that the folders returned
// are to be flushed.
func makeFolders(dir string) (grown []string, err error) {
	err = os.Mkdir(dir, 0o700)
	above := filepath.Dir(dir)
	switch {
	case err == nil:
		return []string{above}, nil
	case errors.Is(err, fs.ErrNotExist) && above != dir:
		if grown, err = makeFolders(above); err != nil {
			return grown, err
		}
		more, err := makeFolders(dir)
		return append(grown, more...), err
	}
	if info, statErr := os.Stat(dir); statErr == nil && info.IsDir() {
		return nil, nil
	}
	return nil, err
}

// syncFolder flushes the names in a folder.
func (d *Dir) syncFolder(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close() // only flushed
	return d.sys.syncDir(dir)
}

// makeIn makes a folder of the layout below root in the same way.
func (d *Dir) makeIn(root *os.Root, name string) error {
	made := "."
	for part := range strings.SplitSeq(path.Clean(name), "/") {
		above := made
		made = path.Join(made, part)
		if err := root.Mkdir(made, 0o700); errors.Is(err, fs.ErrExist) {
			continue
		} else if err != nil {
			return err
		}
		parent, err := root.Open(above)
		if err != nil {
			return err
		}
		err = d.sys.syncDir(parent)
		parent.Close() // only flushed
		if err != nil {
			return err
		}
	}
	return nil
}
