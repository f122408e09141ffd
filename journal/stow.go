package journal

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
)

// Stower is a Trash that takes files of the journal along with an entry.
type Stower interface {
	// Stow moves files that KeepFile stored, given as FilePath returns them, to
	// an entry in the trash. One that is larger than MaxPicture stays.
	Stow(ctx context.Context, t Trashed, files []string) error

	// Unstow puts them back where they were. One that is there by now is not
	// touched; if it is another one that is an error, and all stay in the trash.
	Unstow(ctx context.Context, t Trashed) error
}

// ownPictures are the pictures kept in the journal that an entry shows and
// nothing else names: no entry, no page, nothing in the trash. When there are
// other texts of entries, which may name them, there are none.
func (j *Journal) ownPictures(ctx context.Context, v Version) (own []string, err error) {
	_, stows := j.store.(Stower)
	checker, checks := j.store.(Checker)
	targets := scanText(v.Text).shown()
	if !stows || !checks || len(targets) == 0 {
		return nil, nil
	}
	kept, err := checker.Assets(ctx)
	if err != nil || len(kept) == 0 {
		return nil, err
	}
	if read, all := j.known.size(); read == 0 || read < all {
		if left, err := j.Read(ctx, nil); err != nil || len(left) > 0 {
			return nil, err
		}
	}
	_, left, err := j.List(ctx)
	if err != nil || slices.ContainsFunc(left, func(o *Odd) bool { return o.Copy != nil }) {
		return nil, err
	}
	others, err := j.otherTexts(ctx, v.ID)
	if err != nil {
		return nil, err
	}
	for _, target := range targets {
		file, err := j.PicturePath(ctx, v.ID, target)
		if err != nil || !slices.Contains(kept, file) || slices.Contains(own, file) {
			continue // it is missing, or stays where its owner put it
		}
		ids, elsewhere, err := j.naming(ctx, file, others)
		if err != nil {
			return nil, err
		}
		if !elsewhere && !slices.ContainsFunc(ids, func(id ID) bool { return id != v.ID }) {
			own = append(own, file)
		}
	}
	return own, nil
}

// naming returns the entries whose texts name a file, whatever stands before its
// name, and whether one of the other texts does.
func (j *Journal) naming(ctx context.Context, file string, others []string) (ids []ID, elsewhere bool, err error) {
	base := filepath.Base(file)
	for _, name := range []string{base, url.PathEscape(base)} {
		if slices.ContainsFunc(others, func(text string) bool { return strings.Contains(text, name) }) {
			return nil, true, nil
		}
		answer, err := j.Start(`"` + name + `"`)
		if err != nil {
			return nil, false, err
		}
		found, err := answer.IDs(ctx)
		if err != nil {
			return nil, false, err
		}
		ids = append(ids, found...)
	}
	return ids, false, nil
}

// otherTexts are those of pages and those in the trash, but for one entry, which
// no search finds.
func (j *Journal) otherTexts(ctx context.Context, but ID) (texts []string, err error) {
	for _, id := range j.pages(ctx) {
		if v, unread := j.Load(ctx, id); unread == nil {
			texts = append(texts, v.Text)
		} else if !errors.Is(unread, ErrNotFound) {
			err = errors.Join(err, unread)
		}
	}
	trashed, unread := j.trashedTexts(ctx, but)
	return append(texts, trashed...), errors.Join(err, unread)
}

// stow moves files to what was removed last of an entry. If that fails they
// stay in the journal.
func (j *Journal) stow(ctx context.Context, id ID, files []string) error {
	stower, ok := j.store.(Stower)
	if !ok || len(files) == 0 {
		return nil
	}
	t, err := j.lastTrashed(ctx, id)
	if err != nil {
		return err
	}
	return stower.Stow(ctx, t, files)
}

// unstow puts back the files that went into the trash with an entry, whenever
// that was: it may have come back from its history in between.
func (j *Journal) unstow(ctx context.Context, id ID) error {
	stower, ok := j.store.(Stower)
	if !ok {
		return nil
	}
	all, err := j.Trashed(ctx)
	for _, t := range all {
		if t.ID == id {
			err = errors.Join(err, stower.Unstow(ctx, t))
		}
	}
	return err
}
