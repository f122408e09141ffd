//go:build !windows

package store

import (
	"errors"
	"os"
	"syscall"
)

// syncDir flushes the names in a folder. Some file systems know no such
// thing, and say so with EINVAL.
func syncDir(dir *os.File) error {
	if err := dir.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) {
		return err
	}
	return nil
}
