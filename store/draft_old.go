package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// oldDrafts is the folder, within that of the drafts, of those whose text is
// stored.
func (d *Dir) oldDrafts() string { return filepath.Join(d.drafts(), "old") }

// retireDraft puts a draft whose text is stored among the old ones, and lets go
// of it. One that cannot be put there is removed: else it would be put back
// again, over all that is written from now on.
func (d *Dir) retireDraft(file *os.File, path string) error {
	if info, err := file.Stat(); err == nil {
		_ = file.Truncate(info.Size()) // gives back what was taken of the disk beforehand
	}
	now := time.Now()
	_, err := makeFolders(d.oldDrafts())
	err = errors.Join(err, os.Chtimes(path, now, now)) // from when on it is old
	if err != nil {
		return removeDraft(file, path)
	}
	to := filepath.Join(d.oldDrafts(), filepath.Base(path))
	err = os.Rename(path, to)
	closeErr := file.Close()
	if err != nil && os.Rename(path, to) != nil { // where an open file cannot be renamed
		return errors.Join(os.Remove(path), closeErr)
	}
	return closeErr
}

// DropOld removes the drafts that became old before a time.
func (d *Dir) DropOld(ctx context.Context, before time.Time) error {
	list, err := os.ReadDir(d.oldDrafts())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range list {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		info, infoErr := e.Info()
		if infoErr == nil && e.Type().IsRegular() && strings.HasSuffix(e.Name(), draftSuffix) && info.ModTime().Before(before) {
			err = errors.Join(err, os.Remove(filepath.Join(d.oldDrafts(), e.Name())))
		}
	}
	if err != nil {
		return inWords("old drafts cannot be removed", err)
	}
	return nil
}
