package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// Done is a Plan that was applied. Undo takes it back.
type Done struct {
	From, To ID
	changed  []changed
}

// IDs returns the entries that were changed, by the names they have now.
func (d *Done) IDs() (ids []ID) {
	for _, c := range d.changed {
		ids = append(ids, c.is.ID)
	}
	return ids
}

// changed is an entry that was changed: what it is, without its text, and the
// edits that make of that what it was.
type changed struct {
	is     Version
	length int // of the text
	back   []Edit
}

// Apply makes the changes of a plan. Each entry is looked at again, so what
// others wrote meanwhile stays, and what it was is a state of its history.
// The new name of an entry comes last: as long as it has the old one, the same
// plan can be made again and brings to an end what was cut short. When
// something fails all is taken back. progress may be nil.
func (j *Journal) Apply(ctx context.Context, p *Plan, progress func(done, all int)) (*Done, error) {
	d := &Done{From: p.From, To: p.To}
	err := j.applyTexts(ctx, p, d, progress)
	if err == nil && p.From != (ID{}) {
		var c changed
		if c, err = j.move(ctx, p.From, p.To, p.edits); err == nil {
			d.changed = append(d.changed, c)
		}
	}
	if err != nil {
		d.From, d.To = ID{}, ID{}
		_, back := j.Undo(context.WithoutCancel(ctx), d, nil)
		return nil, errors.Join(err, back)
	}
	return d, nil
}

func (j *Journal) applyTexts(ctx context.Context, p *Plan, d *Done, progress func(done, all int)) error {
	for i, change := range p.Changes {
		if change.ID == p.From {
			continue
		}
		c, err := j.rewrite(ctx, change.ID, p.edits)
		if err != nil {
			return err
		}
		if c.is.Rev != "" {
			d.changed = append(d.changed, c)
		}
		if progress != nil {
			progress(i+1, len(p.Changes))
		}
	}
	return nil
}

// Undo makes of the entries that a plan changed what they were. What was
// written in them since stays; left are those in which it stands in the same
// lines. It may be called again after an error.
func (j *Journal) Undo(ctx context.Context, d *Done, progress func(done, all int)) (left []ID, err error) {
	if err := j.free(ctx, d.From); err != nil {
		return nil, err
	}
	for i, c := range d.changed {
		back := func(ctx context.Context, v Version) ([]Edit, error) {
			edits, ok := j.backFrom(ctx, c, v)
			if !ok && !slices.Contains(left, v.ID) {
				left = append(left, v.ID)
			}
			return edits, nil
		}
		if c.is.ID == d.To && d.To != (ID{}) {
			_, err = j.move(ctx, d.To, d.From, back)
		} else {
			_, err = j.rewrite(ctx, c.is.ID, back)
		}
		if err != nil {
			return left, err
		}
		if progress != nil {
			progress(i+1, len(d.changed))
		}
	}
	return left, nil
}

// free says why an entry cannot be given a name; the zero ID is no name.
func (j *Journal) free(ctx context.Context, id ID) error {
	if id == (ID{}) {
		return nil
	}
	v, err := j.Load(ctx, id)
	if err == nil && v.Rev != "" {
		err = &Taken{id}
	}
	return err
}

// backFrom returns the edits that take a change out of a version, in which
// other changes may have been made since.
func (j *Journal) backFrom(ctx context.Context, c changed, v Version) (edits []Edit, ok bool) {
	if v.Rev == c.is.Rev {
		return c.back, true
	}
	is, err := j.StateText(ctx, State{ID: c.is.ID, Rev: c.is.Rev, Length: c.length})
	if err != nil {
		return nil, false
	}
	was, _ := edited(is, c.back)
	merged, clean := Merge(is, was, v.Text)
	if !clean {
		return nil, false
	}
	if merged == v.Text {
		return nil, true
	}
	return []Edit{{0, len(v.Text), merged}}, true
}

// rewrite changes the text of one entry. The result has no Rev when there was
// nothing to do.
func (j *Journal) rewrite(ctx context.Context, id ID, how rewriting) (changed, error) {
	for range maxRounds {
		v, err := j.Load(ctx, id)
		if err != nil || v.Rev == "" {
			return changed{}, err
		}
		edits, err := how(ctx, v)
		if err != nil || len(edits) == 0 {
			return changed{}, err
		}
		c, is := changed{is: Version{ID: id}}, Version{ID: id, Rev: v.Rev}
		is.Text, c.back = edited(v.Text, edits)
		j.Keep(ctx, v, OnOpening)
		rev, err := j.store.Save(ctx, is)
		var conflict *Conflict
		switch {
		case errors.As(err, &conflict):
			continue
		case err != nil:
			return changed{}, err
		}
		is.Rev, c.is.Rev, c.length = rev, rev, len(is.Text)
		j.known.learn(is)
		j.Leave(ctx, is, OnLeaving)
		return c, nil
	}
	return changed{}, busy(id)
}

// move gives an entry another name and changes its text with it. Its earlier
// states go along.
func (j *Journal) move(ctx context.Context, from, to ID, how rewriting) (changed, error) {
	mover, ok := j.store.(Mover)
	if !ok {
		return changed{}, errors.New("the entries of this journal cannot be renamed")
	}
	for range maxRounds {
		v, err := j.Load(ctx, from)
		switch {
		case err != nil:
			return changed{}, err
		case v.Rev == "":
			return changed{}, fmt.Errorf("%v: %w", from, ErrNotFound)
		}
		edits, err := how(ctx, v)
		if err != nil {
			return changed{}, err
		}
		c, is := changed{is: Version{ID: to}}, Version{ID: to}
		is.Text, c.back = edited(v.Text, edits)
		j.Keep(ctx, v, OnOpening)
		j.moveStates(ctx, from, to)
		rev, err := mover.Move(ctx, from, v.Rev, is)
		if err != nil {
			j.moveStates(ctx, to, from)
		}
		var conflict *Conflict
		switch {
		case errors.As(err, &conflict) && conflict.Theirs.ID == to:
			return changed{}, &Taken{to}
		case errors.As(err, &conflict):
			continue
		case err != nil:
			return changed{}, err
		}
		is.Rev, c.is.Rev, c.length = rev, rev, len(is.Text)
		j.known.learn(Version{ID: from})
		j.known.learn(is)
		j.Leave(ctx, is, OnLeaving)
		return c, nil
	}
	return changed{}, busy(from)
}
