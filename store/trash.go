package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"lifelog/journal"
)

// Removed entries are kept in the folder trash/JOURNAL of the state folder, as
// 2022-05-02-name.20221122T154233.123Z-UNIQUE.md.

// trashedAt is how the time of removal is written there, in UTC.
const trashedAt = "20060102T150405.000Z"

// trashedName is a name in the trash: of an entry, and the time. Earlier
// versions wrote no parts of a second.
var trashedName = regexp.MustCompile(`^(.+)\.(\d{8}T\d{6}(?:\.\d{3})?Z)-[0-9a-z-]+\.md$`)

// trashName is a name for an entry that is removed now, which nothing else has.
func trashName(id journal.ID, now time.Time) string {
	return id.String() + "." + now.UTC().Format(trashedAt) + "-" + unique() + extension
}

// parseTrashed reads what trashName writes.
func parseTrashed(name string) (t journal.Trashed, ok bool) {
	m := trashedName.FindStringSubmatch(name)
	if m == nil {
		return t, false
	}
	id, err := journal.ParseID(m[1])
	if err != nil {
		return t, false
	}
	at, err := time.Parse("20060102T150405Z", m[2]) // which takes parts of a second, too
	return journal.Trashed{ID: id, At: at, Key: name}, err == nil
}

// lastRemoved orders the trash: what was removed last comes first.
func lastRemoved(a, b journal.Trashed) int {
	if c := b.At.Compare(a.At); c != 0 {
		return c
	}
	return strings.Compare(b.Key, a.Key)
}

// Trashed returns what is in the trash.
func (d *Dir) Trashed(ctx context.Context) (all []journal.Trashed, err error) {
	err = d.inTrash(ctx, func(f *folder) error {
		list, err := readDir(f.Root, ".")
		for _, e := range list {
			t, ok := parseTrashed(e.Name())
			if !ok {
				continue
			}
			info, err := f.Stat(e.Name())
			switch {
			case errors.Is(err, fs.ErrNotExist): // it has just left
				continue
			case err != nil:
				return err
			}
			t.Size = int(info.Size())
			all = append(all, t)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, inWords("the trash cannot be read", err)
	}
	slices.SortFunc(all, lastRemoved)
	return all, nil
}

// TrashedText returns the text of an entry in the trash.
func (d *Dir) TrashedText(ctx context.Context, t journal.Trashed) (text string, err error) {
	err = d.inTrash(ctx, func(f *folder) error {
		text, err = readFile(f.Root, t.Key)
		return err
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", notInTrash(t.ID)
	case err != nil:
		return "", inWords(fmt.Sprintf("%v in the trash cannot be read", t.ID), err)
	}
	return text, nil
}

// Discard takes an entry out of the trash.
func (d *Dir) Discard(ctx context.Context, t journal.Trashed) error {
	err := d.inTrash(ctx, func(f *folder) error {
		if _, ok := parseTrashed(t.Key); !ok {
			return fmt.Errorf("%q is nothing that the trash holds", t.Key)
		}
		return errors.Join(removeIfThere(f, t.Key), f.RemoveAll(stowName(t)))
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return inWords(fmt.Sprintf("%v cannot be taken out of the trash", t.ID), err)
	}
	return nil
}

func notInTrash(id journal.ID) error {
	return fmt.Errorf("%v in the trash: %w", id, journal.ErrNotFound)
}

// inTrash runs do in the folder of this journal's trash, which may be missing
// (fs.ErrNotExist).
func (d *Dir) inTrash(ctx context.Context, do func(f *folder) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	root, err := os.OpenRoot(d.state)
	if err != nil {
		return err
	}
	defer root.Close()
	f, err := openFolder(root, "trash/"+d.key())
	if err != nil {
		return err
	}
	defer f.Close()
	return do(f)
}
