package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"lifelog/journal"
)

// The files that went into the trash with 2022-05-02.TIME-UNIQUE.md are in the
// folder 2022-05-02.TIME-UNIQUE.files beside it, by their paths in the journal.

func stowName(t journal.Trashed) string { return strings.TrimSuffix(t.Key, extension) + ".files" }

// Stow moves files of the journal to an entry in the trash: each is there, and
// flushed, before it leaves the journal.
func (d *Dir) Stow(ctx context.Context, t journal.Trashed, files []string) error {
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return inWords("cannot open the journal", err)
	}
	defer root.Close()
	err = d.inTrash(ctx, func(f *folder) error {
		var errs []error
		for _, file := range files {
			name, err := filepath.Rel(d.path, file)
			if name = filepath.ToSlash(name); err == nil && !strings.HasPrefix(name, "assets/") {
				err = fmt.Errorf("%s is no file that the journal keeps", file)
			}
			if err == nil {
				err = d.copyFile(ctx, root, name, f.Root, path.Join(stowName(t), name))
			}
			var large *journal.TooLarge
			if err == nil {
				err = root.Remove(name)
			} else if errors.As(err, &large) {
				err = nil
			}
			errs = append(errs, err)
		}
		return errors.Join(errs...)
	})
	if err != nil {
		return inWords(fmt.Sprintf("pictures of %v stay in the journal", t.ID), err)
	}
	return nil
}

// Unstow puts the files of an entry in the trash back.
func (d *Dir) Unstow(ctx context.Context, t journal.Trashed) error {
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return inWords("cannot open the journal", err)
	}
	defer root.Close()
	err = d.inTrash(ctx, func(f *folder) error {
		err := fs.WalkDir(f.FS(), stowName(t), func(name string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() || tempFile.MatchString(e.Name()) {
				return err
			}
			return d.copyFile(ctx, f.Root, name, root, strings.TrimPrefix(name, stowName(t)+"/"))
		})
		if err != nil {
			return err
		}
		return f.RemoveAll(stowName(t))
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return inWords(fmt.Sprintf("pictures of %v are still in the trash", t.ID), err)
	}
	return nil
}

// copyFile copies a file from one folder to another, so that it survives a
// power cut. Nothing is overwritten: a file that is there has to be the same.
func (d *Dir) copyFile(ctx context.Context, from *os.Root, name string, to *os.Root, into string) error {
	file, info, err := openFile(from, name)
	if err != nil {
		return err
	}
	defer file.Close() // only read from
	data, err := readAtMost(file, info, name, journal.MaxPicture)
	if err != nil {
		return err
	}
	if err := d.makeIn(to, path.Dir(into)); err != nil {
		return err
	}
	f, err := openFolder(to, path.Dir(into))
	if err != nil {
		return err
	}
	defer f.Close()
	err = d.addFile(ctx, f, path.Base(into), string(data), file)
	if errors.Is(err, fs.ErrExist) {
		if !holds(f, path.Base(into), data) {
			return fmt.Errorf("%s is another file by now", f.full(path.Base(into)))
		}
		err = nil
	}
	if err != nil {
		return err
	}
	return d.sys.syncDir(f.self)
}
