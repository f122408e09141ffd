package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"lifelog/journal"
)

// Flaws returns what is wrong with the files of the journal and what is kept
// of it outside.
func (d *Dir) Flaws(ctx context.Context) (all []journal.Flaw, err error) {
	var errs []error
	for _, find := range []func(context.Context) ([]journal.Flaw, error){d.strays, d.open, d.brokenDrafts} {
		found, err := find(ctx)
		all, errs = append(all, found...), append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return all, inWords("not everything can be checked", err)
	}
	return all, nil
}

// strays are what Sweep would remove.
func (d *Dir) strays(ctx context.Context) (all []journal.Flaw, err error) {
	err = d.eachStray(ctx, func(_ context.Context, root *os.Root, folder string, strays [][]string) error {
		for _, m := range strays {
			all = append(all, journal.Flaw{
				Fault: journal.StrayFile, Mends: true,
				Path: filepath.Join(root.Name(), filepath.FromSlash(folder), m[0]),
			})
		}
		return nil
	})
	return all, err
}

// open finds the folders that others on this machine can look into.
func (d *Dir) open(context.Context) (all []journal.Flaw, err error) {
	for _, folder := range []string{d.path, d.state} {
		if openToOthers(folder) {
			all = append(all, journal.Flaw{Fault: journal.OpenToOthers, Path: folder, Mends: true})
		}
	}
	return all, nil
}

// brokenDrafts are those of which nothing can be read.
func (d *Dir) brokenDrafts(ctx context.Context) (all []journal.Flaw, err error) {
	list, err := os.ReadDir(d.drafts())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, e := range list {
		if !strings.HasSuffix(e.Name(), draftSuffix) || !e.Type().IsRegular() || ctx.Err() != nil {
			continue
		}
		file := filepath.Join(d.drafts(), e.Name())
		log, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) { // its program has just removed it
			continue
		} else if err != nil {
			return all, err
		}
		if _, ok := replay(log); !ok && len(log) > 0 { // it may be about to be begun
			all = append(all, journal.Flaw{Fault: journal.DamagedDraft, Path: file})
		}
	}
	return all, errors.Join(err, ctx.Err())
}

// Mend puts a flaw right.
func (d *Dir) Mend(ctx context.Context, f journal.Flaw) error {
	switch f.Fault {
	case journal.StrayFile:
		return d.Sweep(ctx)
	case journal.OpenToOthers:
		info, err := os.Stat(f.Path)
		if err == nil {
			err = os.Chmod(f.Path, info.Mode().Perm()&^theirs) // nobody comes through it
		}
		if err != nil {
			return inWords(f.Path+" stays open to others", err)
		}
		return nil
	}
	return errors.New("this is for a person to mend")
}

// Assets returns the files in the folders that KeepFile uses.
func (d *Dir) Assets(ctx context.Context) (all []string, err error) {
	root, err := os.OpenRoot(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, inWords("cannot open the journal", err)
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), "assets", func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case e.Type().IsRegular():
			all = append(all, filepath.Join(d.path, filepath.FromSlash(name)))
		}
		return ctx.Err()
	})
	if err != nil {
		return all, inWords("not all pictures can be looked for", err)
	}
	return all, nil
}
