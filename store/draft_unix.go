//go:build !windows

package store

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockDraft takes hold of a draft as long as it is open. busy says that
// another program has it. errNoLocks says that nobody can tell.
func lockDraft(file *os.File) (busy bool, err error) {
	err = onDescriptor(file, func(fd int) error { return unix.Flock(fd, unix.LOCK_EX|unix.LOCK_NB) })
	if unsupported(err) || errors.Is(err, unix.ENOLCK) {
		return false, errNoLocks
	}
	if errors.Is(err, unix.EWOULDBLOCK) {
		return true, nil
	}
	return false, err
}

// onDescriptor does something with an open file, which is not closed meanwhile.
func onDescriptor(file *os.File, do func(fd int) error) error {
	conn, err := file.SyscallConn()
	if err != nil {
		return err
	}
	var doErr error
	if err := conn.Control(func(fd uintptr) { doErr = do(int(fd)) }); err != nil {
		return err
	}
	return doErr
}
