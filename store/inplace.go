package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"

	"lifelog/journal"
)

// saveInPlace writes into the entry's own file, for one that must stay the
// same file: it has several names, or an owner we cannot give to a new one. A
// whole copy of the new text lies beside it until that is done.
func (d *Dir) saveInPlace(ctx context.Context, f *folder, name string, v journal.Version, was string, info fs.FileInfo) error {
	in, err := d.writeTemp(f, name, v.Text, nil)
	if err != nil {
		return err
	}
	beside := retiredName(name, v.Rev) // a sweep that finds it keeps it, since it is not v.Rev
	if err := f.Rename(in, beside); err != nil {
		return errors.Join(err, f.Remove(in))
	}
	if err = d.sys.syncDir(f.self); err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = d.rewrite(f, name, v, was, info)
	}
	switch {
	case errors.Is(err, errTorn):
		return err // the copy beside is now the only whole one
	case err == nil:
		_ = removeIfThere(f, beside) // it is saved; a sweep finds what is left
		return nil
	}
	return errors.Join(err, f.Remove(beside))
}

// errTorn says that neither the new text nor the old one could be written.
var errTorn = errors.New("the file may be damaged; whole copies of both texts are kept beside it")

// rewrite changes the bytes of a file from was to v.Text. The part by which it
// grows comes first, so that a full disk is met before anything is lost.
func (d *Dir) rewrite(f *folder, name string, v journal.Version, was string, info fs.FileInfo) error {
	file, err := f.OpenFile(name, os.O_RDWR|syscall.O_NONBLOCK, 0)
	if err != nil {
		return err
	}
	defer file.Close() // after the flush there is nothing left to lose
	if now, err := file.Stat(); err != nil {
		return err
	} else if !os.SameFile(now, info) {
		return conflict(f, name, v.ID)
	} else if text, err := readAll(file, now); err != nil {
		return err
	} else if text != was {
		return conflict(f, name, v.ID)
	}
	same := min(len(was), len(v.Text))
	steps := []func() error{
		func() error { return d.write(file, v.Text[same:], int64(same)) },
		func() error { return d.sys.sync(file) },
		func() error { return d.write(file, v.Text[:same], 0) },
		func() error { return file.Truncate(int64(len(v.Text))) },
		func() error { return d.sys.sync(file) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			back := errors.Join(d.write(file, was, 0), file.Truncate(int64(len(was))), d.sys.sync(file))
			if back == nil {
				return err
			}
			_, keepErr := d.keepBeside(f, name, was, time.Now())
			return errors.Join(errTorn, err, back, keepErr)
		}
	}
	return nil
}
