package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"lifelog/journal"
)

// KeepCopy stores v.Text beside the entry as 2022-05-02.conflict-TIME-HOST.md,
// where it is no entry, and returns the path. A text that is there already is
// not stored again.
func (d *Dir) KeepCopy(ctx context.Context, v journal.Version, at time.Time) (kept string, err error) {
	err = d.change(ctx, v.ID, true, func(f *folder, where place, _ bool) error {
		kept, err = d.keepBeside(f, where.file, v.Text, at)
		return err
	})
	if err != nil {
		return "", inWords(fmt.Sprintf("the other text of %v is not kept", v.ID), err)
	}
	return kept, nil
}

// LoadCopy returns the text of a copy's file.
func (d *Dir) LoadCopy(ctx context.Context, c journal.Copy) (journal.Version, error) {
	if err := ctx.Err(); err != nil {
		return journal.Version{}, err
	}
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return journal.Version{}, inWords("cannot open the journal", err)
	}
	defer root.Close()
	text, err := readFile(root, c.Path)
	if err != nil {
		return journal.Version{}, inWords(c.Path+" cannot be read", err)
	}
	return journal.Version{ID: c.ID, Text: text, Rev: journal.RevOf(text)}, nil
}

// DropCopy puts the file of a copy into the trash.
func (d *Dir) DropCopy(ctx context.Context, c journal.Copy, was journal.Rev) error {
	err := d.change(ctx, c.ID, true, func(*folder, place, bool) error {
		root, err := os.OpenRoot(d.path)
		if err != nil {
			return err
		}
		defer root.Close()
		where, err := openFolder(root, path.Dir(c.Path))
		if err != nil {
			return err
		}
		defer where.Close()
		file := path.Base(c.Path)
		text, err := readFile(where.Root, file)
		if err != nil {
			return err
		}
		if journal.RevOf(text) != was {
			return &journal.Conflict{Theirs: journal.Version{ID: c.ID, Text: text, Rev: journal.RevOf(text)}}
		}
		trash, name, err := d.trash(ctx, c.ID, text)
		if err != nil {
			return fmt.Errorf("the trash cannot take it: %w", err)
		}
		defer trash.Close()
		if err := d.unlink(where, place{folder: where.path, file: file}, c.ID, was); err != nil {
			return errors.Join(err, trash.Remove(name))
		}
		return nil
	})
	if err != nil {
		return inWords(c.Path+" is not put into the trash", err)
	}
	return nil
}

// keepBeside stores a conflict copy of the file called name.
func (d *Dir) keepBeside(f *folder, name, text string, at time.Time) (string, error) {
	name, extension := splitExtension(name)
	prefix := name + ".conflict-"
	list, err := readDir(f.Root, ".")
	if err != nil {
		return "", err
	}
	for _, e := range list {
		if !strings.HasPrefix(e.Name(), prefix) || !strings.HasSuffix(e.Name(), extension) {
			continue
		}
		if there, err := readFile(f.Root, e.Name()); err == nil && there == text {
			return d.full(f.path, e.Name()), nil
		}
	}
	stem := prefix + at.Format("20060102-150405") + "-" + hostName()
	file := stem + extension
	for n := 2; ; n++ {
		err := d.addFile(context.Background(), f, file, text, nil)
		if err == nil {
			break
		} else if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
		file = fmt.Sprintf("%s-%d%s", stem, n, extension)
	}
	if err := d.sys.syncDir(f.self); err != nil {
		return "", errors.Join(err, f.Remove(file))
	}
	return d.full(f.path, file), nil
}

// hostName is the name of this machine for file names, where it only helps
// people to tell them apart.
func hostName() string {
	host, err := os.Hostname()
	if err != nil {
		return "host"
	}
	return plain(host)
}
