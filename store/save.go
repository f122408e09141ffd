package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"lifelog/journal"
)

// Save stores v.Text over the version v.Rev, "" for none, so that it survives
// a power cut. When another version is stored it returns a *journal.Conflict
// with that one, and nothing has changed.
//
// After any error the stored bytes are what they were. A failed flush must not
// be repeated on the same file, since systems forget what they could not
// write; calling Save again writes a new one.
func (d *Dir) Save(ctx context.Context, v journal.Version) (journal.Rev, error) {
	if len(v.Text) > maxText {
		why := fmt.Errorf("the text of %v has %d bytes; at most %d can be stored", v.ID, len(v.Text), maxText)
		return "", &journal.Trouble{Cause: journal.Huge, Name: v.ID.String(), Err: why}
	}
	d.writing.flush(v.ID)
	rev := journal.RevOf(v.Text)
	d.revs.note(v.ID, rev) // the system may tell of it before the folder is flushed
	err := d.change(ctx, v.ID, v.Rev == "", func(f *folder, at place, found bool) error {
		switch {
		case v.Rev == "":
			return d.saveNew(ctx, f, at.file, v, nil)
		case !found:
			return gone(v.ID)
		}
		return d.saveOver(ctx, f, at.file, v)
	})
	if err != nil {
		d.revs.forget(v.ID)
		return "", inWords(fmt.Sprintf("%v is not saved", v.ID), err)
	}
	d.revs.note(v.ID, rev)
	return rev, nil
}

// saveNew stores an entry that has no file yet; it is made like the file like,
// if that is given.
func (d *Dir) saveNew(ctx context.Context, f *folder, name string, v journal.Version, like *os.File) error {
	if f.exists(name) {
		return conflict(f, name, v.ID)
	}
	err := d.addFile(ctx, f, name, v.Text, like)
	if errors.Is(err, fs.ErrExist) {
		return conflict(f, name, v.ID)
	} else if err != nil {
		return err
	}
	if err := d.sys.syncDir(f.self); err != nil {
		// A power cut could still take it away, so it must not look saved.
		out, takeErr := d.takeOut(f, name, v.ID, journal.RevOf(v.Text))
		if takeErr == nil {
			d.lookAgain(f, name, out, journal.RevOf(v.Text))
		}
		return errors.Join(err, takeErr)
	}
	return nil
}

// addFile makes a file of a name that must not be taken (fs.ErrExist), like
// another one as far as can be, if that is given. The folder is not flushed yet.
func (d *Dir) addFile(ctx context.Context, f *folder, name, text string, like *os.File) error {
	in, err := d.writeTemp(f, name, text, like)
	if errors.Is(err, errForeign) {
		in, err = d.writeTemp(f, name, text, nil)
	}
	if err != nil {
		return err
	}
	if err = ctx.Err(); err == nil {
		err = d.sys.publish(f, in, name)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(f, in))
	}
	return nil
}

// saveOver stores a new text of an entry that has a file.
func (d *Dir) saveOver(ctx context.Context, f *folder, name string, v journal.Version) error {
	old, info, err := openFile(f.Root, name)
	if errors.Is(err, fs.ErrNotExist) {
		return gone(v.ID)
	} else if err != nil {
		return err
	}
	defer old.Close() // only read from
	was, err := readAll(old, info)
	switch {
	case err != nil:
		return err
	case journal.RevOf(was) != v.Rev:
		return &journal.Conflict{Theirs: journal.Version{ID: v.ID, Text: was, Rev: journal.RevOf(was)}}
	case was == v.Text:
		return nil
	case info.Mode().Perm()&0o222 == 0:
		why := fmt.Errorf("%s is write-protected; make it writable (chmod u+w) to change it", name)
		return &journal.Trouble{Cause: journal.Protected, Name: name, Err: why}
	}
	if severalNames(info) {
		return d.saveInPlace(ctx, f, name, v, was, info)
	}
	in, err := d.writeTemp(f, name, v.Text, old)
	if errors.Is(err, errForeign) {
		return d.saveInPlace(ctx, f, name, v, was, info)
	} else if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return errors.Join(err, f.Remove(in))
	}
	old.Close() // Windows does not replace an open file
	return d.exchange(f, in, name, v)
}

// exchange puts the file in, which holds v.Text, at the place of the entry,
// and looks at what comes out: only if that is the version v.Rev was it ours
// to replace. Otherwise all is put back.
func (d *Dir) exchange(f *folder, in, name string, v journal.Version) error {
	out := retiredName(name, v.Rev, journal.RevOf(v.Text))
	if err := d.sys.replace(f, in, name, out); err != nil {
		err = errors.Join(err, removeIfThere(f, in))
		if errors.Is(err, fs.ErrNotExist) && !f.exists(name) {
			return gone(v.ID)
		}
		return err
	}
	text, err := readFile(f.Root, out)
	if errors.Is(err, fs.ErrNotExist) { // a file system on which the old file cannot be kept
		return d.sys.syncDir(f.self)
	}
	raced := err == nil && journal.RevOf(text) != v.Rev
	if err == nil && !raced {
		if err = d.sys.syncDir(f.self); err == nil {
			d.lookAgain(f, name, out, v.Rev)
			return nil
		}
	}
	if backErr := d.putBack(f, out, name, v.Rev, journal.RevOf(v.Text)); backErr != nil {
		return errors.Join(err, backErr)
	}
	if raced {
		return d.lostRace(f, name, v.ID, text)
	}
	return err
}

// lostRace reports what is stored after another program's text theirs was put
// back. If that was replaced already, perhaps by a program that took our text
// for the last word, it is kept too, unless it was only the start of what
// stands there now.
func (d *Dir) lostRace(f *folder, name string, id journal.ID, theirs string) error {
	err := conflict(f, name, id)
	var c *journal.Conflict
	if errors.As(err, &c) && strings.HasPrefix(c.Theirs.Text, theirs) {
		return err
	}
	if keepErr := d.keepText(f, name, theirs); keepErr != nil { // then it is for the caller to keep
		return &journal.Conflict{Theirs: journal.Version{ID: id, Text: theirs, Rev: journal.RevOf(theirs)}}
	}
	return err
}

// putBack returns the file out to the place of the entry, where our text, with
// the Rev ours, stood for a moment. Whatever other programs made of either in
// that moment is found by the second look.
func (d *Dir) putBack(f *folder, out, name string, was, ours journal.Rev) error {
	again := retiredName(name, ours, was)
	err := d.sys.replace(f, out, name, again)
	if errors.Is(err, fs.ErrNotExist) && !f.exists(name) {
		err = d.sys.publish(f, out, name) // ours was removed meanwhile
	}
	if err != nil {
		d.lookAgain(f, name, out, was)
		return err
	}
	d.lookAgain(f, name, again, ours)
	return d.sys.syncDir(f.self)
}

// writeTemp writes text into a new file beside the entry called name, like the
// file old in mode, owner and attributes if that is given, and flushes it.
// After an error nothing is left of it.
func (d *Dir) writeTemp(f *folder, name, text string, old *os.File) (temp string, err error) {
	temp = tempName(name)
	file, err := d.sys.create(f, temp)
	if err != nil {
		return "", err
	}
	if old != nil {
		err = keepAttributes(old, file)
	}
	if err == nil {
		err = d.write(file, text, 0)
	}
	if err == nil {
		err = d.sys.sync(file)
	}
	if closeErr := d.sys.close(file); err == nil {
		err = closeErr
	}
	if err != nil {
		return "", errors.Join(err, f.Remove(temp))
	}
	return temp, nil
}

func (d *Dir) write(file *os.File, text string, at int64) error {
	if text == "" {
		return nil
	}
	n, err := d.sys.write(file, text, at)
	if err == nil && n < len(text) {
		err = fmt.Errorf("only %d of %d bytes were written", n, len(text))
	}
	return err
}

// conflict reports what is stored now instead of what was expected.
func conflict(f *folder, name string, id journal.ID) error {
	text, err := readFile(f.Root, name)
	if errors.Is(err, fs.ErrNotExist) {
		return gone(id)
	} else if err != nil {
		return err
	}
	return &journal.Conflict{Theirs: journal.Version{ID: id, Text: text, Rev: journal.RevOf(text)}}
}

func removeIfThere(f *folder, name string) error {
	err := f.Remove(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
