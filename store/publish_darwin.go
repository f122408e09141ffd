package store

import (
	"os"

	"golang.org/x/sys/unix"
)

// replace exchanges two names in one step (renameatx_np(2), RENAME_SWAP). The
// new file first takes the name that the old one will have, so that at no
// moment a file of another program has the name of an unfinished one.
func replace(f *folder, in, name, out string) error {
	if err := f.Rename(in, out); err != nil {
		return err
	}
	err := renameWith(f, out, name, unix.RENAME_SWAP)
	if err == nil {
		return nil
	}
	if backErr := f.Rename(out, in); backErr != nil {
		return backErr
	}
	if unsupported(err) {
		return replaceByLink(f, in, name, out)
	}
	return err
}

func publish(f *folder, in, name string) error {
	err := renameWith(f, in, name, unix.RENAME_EXCL)
	if unsupported(err) {
		return publishByLink(f, in, name)
	}
	return err
}

func renameWith(f *folder, from, to string, flags uint32) error {
	dir := int(f.self.Fd())
	for {
		err := unix.RenameatxNp(dir, from, dir, to, flags)
		if err == nil {
			return nil
		}
		if err != unix.EINTR {
			return &os.LinkError{Op: "renameatx_np", Old: f.full(from), New: f.full(to), Err: err}
		}
	}
}
