package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"lifelog/journal"
)

// Outside runs another program on the entry's file. The folders that the file
// would need are there while it runs; those left empty are gone after it.
func (d *Dir) Outside(id journal.ID, run func(path string) error) (err error) {
	path := d.Path(id)
	var missing []string
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) || filepath.Dir(dir) == dir {
			break
		}
		missing = append(missing, dir)
	}
	defer func() {
		for _, dir := range missing {
			// A folder that holds something by now stays.
			if os.Remove(dir) != nil {
				break
			}
		}
	}()
	if err := d.makeAll(filepath.Dir(path)); err != nil {
		return inWords("cannot make the folder for the entry", err)
	}
	return run(path)
}
