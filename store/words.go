package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"lifelog/journal"
)

// inWords says what could not be done, why, and, where it is known, what to do
// next. Conflicts and an end that the caller asked for pass as they are.
func inWords(what string, err error) error {
	var conflict *journal.Conflict
	if errors.As(err, &conflict) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	hint := ""
	switch {
	case errors.Is(err, syscall.ENOSPC):
		hint = "; free some space on the disk"
	case errors.Is(err, syscall.EDQUOT):
		hint = "; your share of the disk is used up, so remove something"
	case errors.Is(err, syscall.EROFS):
		hint = "; the disk is mounted for reading only"
	case errors.Is(err, fs.ErrPermission):
		hint = "; check the owner and the mode with ls -ld"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		hint = "; too many files are open, so close some programs"
	}
	return fmt.Errorf("%s: %w%s", what, err, hint)
}
