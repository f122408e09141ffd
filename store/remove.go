package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"lifelog/journal"
)

// Remove puts the entry into the trash, the folder trash/JOURNAL of the state
// folder, under a name with the time that nothing else has. Only then does it
// leave the journal. An entry that is a link loses the link; the file it leads
// to stays.
func (d *Dir) Remove(ctx context.Context, id journal.ID, was journal.Rev) error {
	d.revs.note(id, "") // the system may tell of it before the folder is flushed
	err := d.change(ctx, id, false, func(f *folder, at place, found bool) error {
		if !found {
			return gone(id)
		}
		text, err := readFile(f.Root, at.file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return gone(id)
		case err != nil:
			return err
		case journal.RevOf(text) != was:
			return &journal.Conflict{Theirs: journal.Version{ID: id, Text: text, Rev: journal.RevOf(text)}}
		}
		trash, name, err := d.trash(ctx, id, text)
		if err != nil {
			return fmt.Errorf("the trash cannot take it: %w", err)
		}
		defer trash.Close()
		if err := d.unlink(f, at, id, was); err != nil {
			return errors.Join(err, trash.Remove(name))
		}
		return nil
	})
	if err != nil {
		d.revs.forget(id)
		return inWords(fmt.Sprintf("%v is not removed", id), err)
	}
	d.revs.note(id, "")
	return nil
}

// trash stores a text in the trash and returns where.
func (d *Dir) trash(ctx context.Context, id journal.ID, text string) (*folder, string, error) {
	dir := filepath.Join(d.state, "trash", d.key())
	if err := d.makeAll(dir); err != nil {
		return nil, "", err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, "", err
	}
	defer root.Close()
	f, err := openFolder(root, ".")
	if err != nil {
		return nil, "", err
	}
	name := trashName(id, d.Clock())
	if err = d.addFile(ctx, f, name, text, nil); err == nil {
		if err = d.sys.syncDir(f.self); err != nil {
			err = errors.Join(err, f.Remove(name))
		}
	}
	if err != nil {
		f.Close()
		return nil, "", err
	}
	return f, name, nil
}

// unlink takes an entry whose text is in the trash out of the journal.
func (d *Dir) unlink(f *folder, at place, id journal.ID, was journal.Rev) error {
	if at.link != "" {
		root, err := os.OpenRoot(d.path)
		if err != nil {
			return err
		}
		defer root.Close()
		return root.Remove(at.link)
	}
	out, err := d.takeOut(f, at.file, id, was)
	if err != nil {
		return err
	}
	if err := d.sys.syncDir(f.self); err != nil {
		return errors.Join(err, d.sys.publish(f, out, at.file))
	}
	d.lookAgain(f, at.file, out, was)
	return nil
}

// takeOut gives the entry's file a hidden name and returns that, if what it
// took away has the Rev was. Otherwise it puts the file back and reports the
// conflict.
func (d *Dir) takeOut(f *folder, name string, id journal.ID, was journal.Rev) (out string, err error) {
	out = retiredName(name, was)
	if err := f.Rename(name, out); errors.Is(err, fs.ErrNotExist) {
		return "", gone(id)
	} else if err != nil {
		return "", err
	}
	text, err := readFile(f.Root, out)
	if err == nil && journal.RevOf(text) == was {
		return out, nil
	}
	backErr := d.sys.publish(f, out, name)
	if errors.Is(backErr, fs.ErrExist) { // another program made a new one meanwhile
		d.lookAgain(f, name, out, was)
		backErr = nil
	}
	if err := errors.Join(err, backErr); err != nil {
		return "", err
	}
	return "", conflict(f, name, id)
}
