//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package term

import (
	"errors"
	"time"

	"golang.org/x/sys/unix"
)

// readable reports whether the file fd has something to read (or has ended)
// now or within d. It uses select, since poll does not know terminals on macOS.
func readable(fd uintptr, d time.Duration) bool {
	if fd >= unix.FD_SETSIZE {
		return false
	}
	deadline := time.Now().Add(d)
	for {
		var set unix.FdSet
		set.Set(int(fd))
		left := unix.NsecToTimeval(max(0, time.Until(deadline)).Nanoseconds())
		n, err := unix.Select(int(fd)+1, &set, nil, nil, &left)
		if !errors.Is(err, unix.EINTR) {
			return err == nil && n > 0
		}
	}
}
