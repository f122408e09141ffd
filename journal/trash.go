package journal

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Trashed is an entry in the trash. Its text is with the Trash.
type Trashed struct {
	ID   ID
	At   time.Time // on the machine's clock, when it was removed
	Size int       // of the text, in bytes
	Key  string    // tells it from others, for the Trash
}

// Trash is a Store that gives back what Remove put away. How long it stays
// there is for the Journal to say.
type Trash interface {
	// Clock is the machine's clock, by which things age.
	Clock() time.Time

	// Trashed returns what is in the trash, what was removed last first.
	Trashed(ctx context.Context) ([]Trashed, error)

	// TrashedText returns the text of one of them; ErrNotFound when it has
	// left the trash.
	TrashedText(ctx context.Context, t Trashed) (string, error)

	// Discard takes one of them out of the trash, for good; one that has left
	// it already is no error.
	Discard(ctx context.Context, t Trashed) error
}

// InTrash is how long a removed entry can be brought back.
const InTrash = 90 * 24 * time.Hour

var errNoTrash = errors.New("this journal has no trash")

// Trashed returns the entries in the trash, what was removed last first.
func (j *Journal) Trashed(ctx context.Context) ([]Trashed, error) {
	t, ok := j.store.(Trash)
	if !ok {
		return nil, errNoTrash
	}
	return t.Trashed(ctx)
}

// TrashedText returns the text of an entry in the trash.
func (j *Journal) TrashedText(ctx context.Context, t Trashed) (string, error) {
	trash, ok := j.store.(Trash)
	if !ok {
		return "", errNoTrash
	}
	return trash.TrashedText(ctx, t)
}

// TakeBack stores an entry that is in the trash again, and returns what is
// stored now. If there is another text of its name by now both stay: it gets
// the first name that is free, as in 2022-05-02-2.
func (j *Journal) TakeBack(ctx context.Context, t Trashed) (Version, error) {
	trash, ok := j.store.(Trash)
	if !ok {
		return Version{}, errNoTrash
	}
	text, err := trash.TrashedText(ctx, t)
	if err != nil {
		return Version{}, err
	}
	v, err := j.saveBeside(ctx, Version{ID: t.ID, Text: text})
	if err != nil {
		return Version{}, err
	}
	j.known.learn(v)
	j.Leave(ctx, v, OnRestoring)
	if err := j.unstow(ctx, t.ID); err != nil {
		return v, err
	}
	return v, trash.Discard(ctx, t)
}

// TakeBackLast takes back the text of an entry that was removed last.
func (j *Journal) TakeBackLast(ctx context.Context, id ID) (Version, error) {
	t, err := j.lastTrashed(ctx, id)
	if err != nil {
		return Version{}, err
	}
	return j.TakeBack(ctx, t)
}

// lastTrashed is what was removed last of an entry.
func (j *Journal) lastTrashed(ctx context.Context, id ID) (Trashed, error) {
	all, err := j.Trashed(ctx)
	if err != nil {
		return Trashed{}, err
	}
	for _, t := range all {
		if t.ID == id {
			return t, nil
		}
	}
	return Trashed{}, fmt.Errorf("%v in the trash: %w", id, ErrNotFound)
}

// saveBeside stores a text under its name, or under the next that no other
// text has.
func (j *Journal) saveBeside(ctx context.Context, v Version) (Version, error) {
	first := v.ID
	for n := 2; ; n++ {
		rev, err := j.store.Save(ctx, v)
		var conflict *Conflict
		switch {
		case err == nil:
			v.Rev = rev
			return v, nil
		case !errors.As(err, &conflict):
			return v, err
		case conflict.Theirs.Text == v.Text:
			return conflict.Theirs, nil
		}
		v.ID = numbered(first, n)
	}
}

// numbered is the name of the n-th entry that would have the same.
func numbered(id ID, n int) ID {
	number := strconv.Itoa(n)
	if id.Name != "" {
		number = "-" + number
	}
	name := id.Name[:min(len(id.Name), MaxName-len(number))]
	id.Name = strings.TrimRight(strings.ToValidUTF8(name, ""), " .") + number
	return id
}

// sweepTrash discards what has been in the trash for long.
func (j *Journal) sweepTrash(ctx context.Context, now time.Time) error {
	trash, ok := j.store.(Trash)
	if !ok {
		return nil
	}
	all, err := trash.Trashed(ctx)
	if err != nil {
		return err
	}
	var errs []error
	for _, t := range all {
		if now.Sub(t.At) > InTrash && ctx.Err() == nil {
			errs = append(errs, trash.Discard(ctx, t))
		}
	}
	return errors.Join(errs...)
}
