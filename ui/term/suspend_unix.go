//go:build unix

package term

import "golang.org/x/sys/unix"

// CanSuspend reports whether there is a shell that takes over the terminal when
// this program stops, and can have it go on. Such a shell runs each program in
// a process group of its own, apart from that of the session; in the session's
// group the signal to stop is dropped, since nobody could undo it.
func CanSuspend() bool {
	session, err := unix.Getsid(0)
	return err == nil && unix.Getpgrp() != session
}
