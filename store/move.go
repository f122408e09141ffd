package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"lifelog/journal"
)

// Move gives an entry another name: its file is made anew there, like the old
// one in mode, owner and attributes, and only then the old one is taken out of
// the journal. What another program may still be writing into that is found by
// the second look. A Move that was cut short can be made again.
func (d *Dir) Move(ctx context.Context, from journal.ID, was journal.Rev, to journal.Version) (journal.Rev, error) {
	d.writing.flush(from)
	made, err := d.arrive(ctx, from, was, to)
	if err == nil {
		err = d.depart(ctx, from, was)
	}
	if err != nil && made {
		err = errors.Join(err, d.depart(context.WithoutCancel(ctx), to.ID, journal.RevOf(to.Text)))
	}
	if err != nil {
		return "", inWords(fmt.Sprintf("%v is not renamed", from), err)
	}
	return journal.RevOf(to.Text), nil
}

// arrive stores an entry under its new name. made is false when it stands there
// already.
func (d *Dir) arrive(ctx context.Context, from journal.ID, was journal.Rev, to journal.Version) (made bool, err error) {
	err = d.change(ctx, to.ID, true, func(f *folder, at place, found bool) error {
		old, info, err := d.openMoved(from, was)
		if err != nil {
			return err
		}
		defer old.Close() // only read from
		if !found {
			made = true
			return d.saveNew(ctx, f, at.file, to, old)
		}
		there, err := f.Stat(at.file)
		if err == nil && os.SameFile(there, info) {
			return fmt.Errorf("%v and %v are one file here; rename it with another program", from, to.ID)
		}
		var theirs *journal.Conflict
		if err = conflict(f, at.file, to.ID); errors.As(err, &theirs) && theirs.Theirs.Text == to.Text {
			return nil
		}
		return err
	})
	if err != nil {
		return false, err
	}
	d.revs.note(to.ID, journal.RevOf(to.Text))
	return made, nil
}

// openMoved opens the file of an entry that is to be moved.
func (d *Dir) openMoved(id journal.ID, was journal.Rev) (*os.File, fs.FileInfo, error) {
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	at, err := d.find(root, id)
	switch {
	case errors.Is(err, journal.ErrNotFound):
		return nil, nil, gone(id)
	case err != nil:
		return nil, nil, err
	case at.link != "":
		return nil, nil, &journal.Odd{Path: at.link, Why: "is a link; rename it with another program"}
	}
	file, info, err := openFile(root, at.path())
	if err != nil {
		return nil, nil, err
	}
	text, err := readAll(file, info)
	if err == nil && journal.RevOf(text) != was {
		err = &journal.Conflict{Theirs: journal.Version{ID: id, Text: text, Rev: journal.RevOf(text)}}
	}
	if err != nil {
		file.Close() // only opened for reading
		return nil, nil, err
	}
	return file, info, nil
}

// depart takes an entry out of the journal whose text is stored elsewhere.
func (d *Dir) depart(ctx context.Context, id journal.ID, was journal.Rev) error {
	err := d.change(ctx, id, false, func(f *folder, at place, found bool) error {
		if !found {
			return gone(id)
		}
		return d.unlink(f, at, id, was)
	})
	if err == nil {
		d.revs.note(id, "")
	}
	return err
}

// MoveStates puts the states of an entry to those of another.
func (d *Dir) MoveStates(ctx context.Context, from, to journal.ID) error {
	err := d.changeHistory(ctx, func(f *folder) error {
		name, data, err := statesOf(f, from)
		if err != nil {
			return err
		}
		into, there, err := statesOf(f, to)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			err = f.Rename(name, into)
		case err == nil:
			if err = d.joinStates(f, to, there, data, into); err == nil {
				err = f.Remove(name)
			}
		}
		return cmp.Or(err, d.sys.syncDir(f.self))
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return inWords(fmt.Sprintf("the earlier states of %v do not go along", from), err)
	}
	return nil
}

// joinStates makes one file of two, in the order of time.
func (d *Dir) joinStates(f *folder, id journal.ID, there, more []byte, into string) error {
	list, _ := readStates(id, there) // what cannot be read is lost on the way
	others, _ := readStates(id, more)
	list = append(list, others...)
	texts := map[journal.Rev][]byte{}
	for _, k := range list {
		if k.packed != nil {
			texts[k.Rev] = k.packed
		}
	}
	slices.SortStableFunc(list, func(a, b kept) int { return a.At.Compare(b.At) })
	list = slices.CompactFunc(list, func(a, b kept) bool { return a.Rev == b.Rev && a.At.Equal(b.At) })
	var data []byte
	for _, k := range list {
		var err error
		if data, err = appendState(data, k.State, texts[k.Rev]); err != nil {
			return err
		}
		texts[k.Rev] = nil // it is in the file
	}
	return d.replaceStates(f, into, data, int64(len(there)))
}
