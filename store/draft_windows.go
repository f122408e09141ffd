package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockDraft takes hold of a draft as long as it is open. busy says that
// another program has it. Windows forbids to read and write what is locked, so
// it is one byte far behind the text.
func lockDraft(file *os.File) (busy bool, err error) {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err = windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1 << 20})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return true, nil
	}
	return false, err
}
