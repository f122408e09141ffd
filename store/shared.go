package store

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// What the mode of a file lets the group and all others do.
const (
	theyRead  fs.FileMode = 0o044
	theyEnter fs.FileMode = 0o011
	theirs    fs.FileMode = 0o077
)

// Shared reports whether other users of the machine can look into the journal.
func (d *Dir) Shared() bool { return openToOthers(d.path) }

// openToOthers reports whether other users of the machine can look into a
// folder: list it, or read a file in it. A folder above that they cannot enter
// keeps them out. Where modes do not tell (Windows), and of what cannot be
// looked at, nothing is reported.
func openToOthers(folder string) bool {
	root := resolved(folder)
	info, err := os.Stat(root)
	if err != nil || runtime.GOOS == "windows" {
		return false
	}
	who := theyEnter // of the group and all others, who can come as far as this
	for dir := root; dir != filepath.Dir(dir); {
		dir = filepath.Dir(dir)
		above, err := os.Stat(dir)
		if err != nil {
			return false
		}
		who &= above.Mode()
	}
	if reads(info, who) {
		return true
	}
	within := map[string]fs.FileMode{root: who & info.Mode()} // who can enter each folder
	found := false
	_ = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == root {
			return nil // whoever needs what cannot be looked at tells of it
		}
		who := within[filepath.Dir(path)]
		info, err := e.Info()
		hidden := strings.HasPrefix(e.Name(), ".")
		switch {
		case err != nil:
		case e.IsDir() && (hidden || who&info.Mode() == 0):
			return fs.SkipDir
		case e.IsDir():
			within[path] = who & info.Mode()
		case e.Type().IsRegular() && !hidden && reads(info, who):
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// reads reports whether any of those who can come as far as a file can read it.
func reads(info fs.FileInfo, who fs.FileMode) bool { return info.Mode()&theyRead&(who<<2) != 0 }
