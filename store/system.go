package store

import (
	"errors"
	"os"
	"syscall"
)

// system is what a save asks of the operating system. Tests make each of
// these fail.
type system struct {
	// create makes a new file for writing, for the user alone.
	create func(f *folder, name string) (*os.File, error)
	// write writes text at an offset, or atEnd of a file opened to append.
	write func(file *os.File, text string, at int64) (int, error)
	// sync flushes a file to the disk, close closes it.
	sync, close func(*os.File) error
	// syncData flushes what is in a file, without its times.
	syncData func(*os.File) error
	// replace puts the file in at the place called name and what stood there
	// at the place called out, with no moment in which name is missing.
	// Without a file called name it fails with fs.ErrNotExist. Where neither
	// exchange nor hard links exist, out is not made. After an error, in is
	// where it was.
	replace func(f *folder, in, name, out string) error
	// publish gives the file in the name name, which must be free, or it
	// fails with fs.ErrExist.
	publish func(f *folder, in, name string) error
	// syncDir flushes a folder to the disk: the names in it.
	syncDir func(*os.File) error
}

// atEnd is the offset at which a file is appended to.
const atEnd = -1

var realSystem = system{
	create: func(f *folder, name string) (*os.File, error) {
		return f.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	},
	write: func(file *os.File, text string, at int64) (int, error) {
		if at == atEnd {
			return file.WriteString(text)
		}
		return file.WriteAt([]byte(text), at)
	},
	sync:     (*os.File).Sync,
	syncData: syncData,
	close:    (*os.File).Close,
	replace:  replace,
	publish:  publish,
	syncDir:  syncDir,
}

// replaceByLink is replace for systems that cannot exchange two files: the old
// file gets a second name before it loses the first. Another program that
// renames a file over the entry between the two steps goes unnoticed.
func replaceByLink(f *folder, in, name, out string) error {
	err := f.Link(name, out)
	switch {
	case err == nil:
		if err := f.Rename(in, name); err != nil {
			return errors.Join(err, f.Remove(out))
		}
		return nil
	case noHardLinks(err):
		if _, err := f.Lstat(name); err != nil {
			return err
		}
		return f.Rename(in, name)
	}
	return err
}

// publishByLink is publish for systems whose rename always replaces.
func publishByLink(f *folder, in, name string) error {
	err := f.Link(in, name)
	switch {
	case err == nil:
		_ = f.Remove(in) // it is published; a sweep finds what is left
		return nil
	case noHardLinks(err):
		if f.exists(name) {
			return syscall.EEXIST
		}
		return f.Rename(in, name)
	}
	return err
}

// unsupported says that a call is unknown to the system or the file system.
func unsupported(err error) bool {
	return errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOSYS) || errors.Is(err, errors.ErrUnsupported)
}

// noHardLinks says that the file system has none. Some say it is forbidden.
func noHardLinks(err error) bool {
	return unsupported(err) || errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EMLINK)
}
