package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"lifelog/journal"
)

// change runs do alone: no other change by this Dir, and none by another Dir
// or program of ours in the same folder. do gets the folder, open, in which
// the entry stands (or belongs, when found is false) and where in it. The
// folder is made when create is true; when it does not exist otherwise, do
// gets none.
func (d *Dir) change(ctx context.Context, id journal.ID, create bool, do func(f *folder, at place, found bool) error) error {
	if id.IsPage() {
		return fmt.Errorf("%s.md has no date; change it with another program", id.Name)
	}
	select {
	case d.turn <- struct{}{}:
		defer func() { <-d.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if create {
		if err := d.makeAll(d.path); err != nil {
			return fmt.Errorf("the journal's folder cannot be made: %w", err)
		}
	}
	root, err := os.OpenRoot(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return do(nil, place{}, false)
	} else if err != nil {
		return fmt.Errorf("the journal cannot be opened: %w", err)
	}
	defer root.Close()

	at, err := d.find(root, id)
	found := err == nil
	switch {
	case found:
	case !errors.Is(err, journal.ErrNotFound):
		return err
	case !create:
		return do(nil, at, false)
	default:
		if err := d.makeIn(root, at.folder); err != nil {
			return fmt.Errorf("a folder for it cannot be made: %w", err)
		}
	}
	f, err := openFolder(root, at.folder)
	if err != nil {
		return fmt.Errorf("its folder cannot be opened: %w", err)
	}
	defer f.Close()
	unlock, err := d.lock(ctx, f, id)
	if err != nil {
		return err
	}
	defer unlock()
	if err := do(f, at, found); err != nil {
		return err
	}
	d.last, d.lastAt = id, time.Now()
	return nil
}

// gone is the conflict with a program that removed the entry.
func gone(id journal.ID) error {
	return &journal.Conflict{Theirs: journal.Version{ID: id}}
}
