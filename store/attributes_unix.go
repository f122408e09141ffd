//go:build !windows

package store

import (
	"os"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// severalNames says whether a file is in other places too (hard links).
func severalNames(info os.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && stat.Nlink > 1
}

// keepAttributes gives the file made the mode, owner and extended attributes
// (access control lists are among them) of the file old. It fails with
// errForeign if the owner or the group cannot be had.
func keepAttributes(old, made *os.File) error {
	info, err := old.Stat()
	if err != nil {
		return err
	}
	is, err := made.Stat()
	if err != nil {
		return err
	}
	was, ok := info.Sys().(*syscall.Stat_t)
	now, ok2 := is.Sys().(*syscall.Stat_t)
	if ok && ok2 && (was.Uid != now.Uid || was.Gid != now.Gid) && made.Chown(int(was.Uid), int(was.Gid)) != nil {
		return errForeign
	}
	copyXattrs(int(old.Fd()), int(made.Fd()))
	if info.Mode().Perm() == is.Mode().Perm() {
		return nil
	}
	return made.Chmod(info.Mode().Perm())
}

// copyXattrs copies what can be copied: some attributes belong to the system,
// some file systems have none, and neither keeps a text from being saved.
func copyXattrs(from, to int) {
	names := make([]byte, 64<<10) // Linux allows no more
	n, err := unix.Flistxattr(from, names)
	if err != nil || n == 0 {
		return
	}
	value := make([]byte, 64<<10)
	for name := range strings.SplitSeq(strings.TrimSuffix(string(names[:n]), "\x00"), "\x00") {
		if n, err := unix.Fgetxattr(from, name, value); err == nil {
			unix.Fsetxattr(to, name, value[:n], 0) // best effort, see above
		}
	}
}
