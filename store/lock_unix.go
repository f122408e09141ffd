//go:build !windows

package store

import (
	"errors"

	"golang.org/x/sys/unix"
)

// locker locks the folder itself, so that no lock file lies about. Closing the
// folder unlocks it too.
func locker(_ *Dir, f *folder) (try func() (busy bool), unlock func(), err error) {
	fd := int(f.self.Fd())
	try = func() bool {
		return errors.Is(unix.Flock(fd, unix.LOCK_EX|unix.LOCK_NB), unix.EWOULDBLOCK)
	}
	return try, func() { unix.Flock(fd, unix.LOCK_UN) }, nil
}
