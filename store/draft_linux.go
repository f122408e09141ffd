package store

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncData flushes a file with fdatasync.
func syncData(file *os.File) error {
	return onDescriptor(file, func(fd int) error {
		for {
			if err := unix.Fdatasync(fd); !errors.Is(err, unix.EINTR) {
				return err
			}
		}
	})
}

// reserve takes room for a file on the disk, as far as the file system can.
func reserve(file *os.File, size int64) {
	onDescriptor(file, func(fd int) error { return unix.Fallocate(fd, unix.FALLOC_FL_KEEP_SIZE, 0, size) })
}
