package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"

	"lifelog/journal"
)

// helps are the errors of the system that people can do something about, and
// what that is.
var helps = []struct {
	err   error
	cause journal.Cause
	hint  string
}{
	{syscall.ENOSPC, journal.DiskFull, "free some space on the disk"},
	{syscall.EDQUOT, journal.QuotaFull, "your share of the disk is used up, so remove something"},
	{syscall.EROFS, journal.ReadOnly, "the disk is mounted for reading only"},
	{syscall.EIO, journal.DiskFailed, "the disk may be failing, so copy the journal to another one"},
	{fs.ErrPermission, journal.Forbidden, "check the owner and the mode with ls -ld"},
	{syscall.EMFILE, journal.ManyOpen, "too many files are open, so close some programs"},
	{syscall.ENFILE, journal.ManyOpen, "too many files are open, so close some programs"},
}

// inWords says what could not be done, why, and, where it is known, what to do
// next. Conflicts and an end that the caller asked for pass as they are.
func inWords(what string, err error) error {
	var conflict *journal.Conflict
	if errors.As(err, &conflict) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var known *journal.Trouble
	if errors.As(err, &known) {
		return &journal.Trouble{What: what, Cause: known.Cause, Name: known.Name, Err: err}
	}
	for _, help := range helps {
		if errors.Is(err, help.err) {
			return &journal.Trouble{What: what, Cause: help.cause, Name: nameIn(err), Err: fmt.Errorf("%w; %s", err, help.hint)}
		}
	}
	return &journal.Trouble{What: what, Err: err}
}

// nameIn is the file or the folder that an error of the system is about, as
// people know it: not the temporary file, but the one that it was to become.
func nameIn(err error) (name string) {
	var onPath *fs.PathError
	var onLink *os.LinkError
	switch {
	case errors.As(err, &onPath):
		name = onPath.Path
	case errors.As(err, &onLink):
		name = onLink.New
	}
	folder, base := path.Split(filepath.ToSlash(name))
	if temp := tempFile.FindStringSubmatch(base); temp != nil {
		return folder + temp[1]
	}
	return name
}
