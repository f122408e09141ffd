//go:build !windows

package store

import (
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// listDir lists an open folder. A folder opened through an os.Root would ask
// for the state of every single file; one opened anew on the same descriptor
// does not.
func listDir(dir *os.File) ([]fs.DirEntry, error) {
	fd, err := unix.FcntlInt(dir.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	again := os.NewFile(uintptr(fd), dir.Name())
	defer again.Close() // only read from
	return again.ReadDir(-1)
}
