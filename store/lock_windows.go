package store

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// locker locks a file in the state folder, one for each folder, since Windows
// locks no folders.
func locker(d *Dir, f *folder) (try func() (busy bool), unlock func(), err error) {
	dir := filepath.Join(d.state, "locks")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, nil, err
	}
	file, err := os.OpenFile(filepath.Join(dir, d.key()+"-"+plain(f.path)), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, nil, err
	}
	try = func() bool {
		const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
		err := windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
		return errors.Is(err, windows.ERROR_LOCK_VIOLATION)
	}
	return try, func() { file.Close() }, nil // closing unlocks
}
