// Package journal is what a journal is: entries named by date, how they are
// read, saved, merged and searched. It is plain Go without a disk, a screen
// or a clock of its own. Files are behind the interface Store; the screen and
// the command line call a *Journal and nothing below it.
package journal

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Journal is a Store and what is known of its entries. It is safe for use by
// several goroutines.
type Journal struct {
	store Store
	now   func() time.Time
	known *known
	past  past

	dayStart time.Duration
	zones    Zones
}

// Open returns the journal kept in a store. Nothing is read yet. The clock
// says what "today" and "now" mean in new text.
func Open(s Store, now func() time.Time) *Journal {
	return &Journal{store: s, now: now, known: newKnown(), past: past{most: DefaultHistory, since: map[ID]time.Time{}}}
}

// Now is the journal's clock, in the zone of the wall.
func (j *Journal) Now() time.Time { return j.now() }

// Path is where the entry's file is or would be, for other programs.
func (j *Journal) Path(id ID) string { return j.store.Path(id) }

// List returns all entries, newest first, without reading them, and apart
// from them the paths that were left alone and why. Only a journal that cannot
// be read at all is an error.
func (j *Journal) List(ctx context.Context) (ids []ID, left []*Odd, err error) {
	for id, err := range j.store.List(ctx) {
		var odd *Odd
		switch {
		case err == nil:
			ids = append(ids, id)
		case errors.As(err, &odd):
			left = append(left, odd)
		default:
			return ids, left, fmt.Errorf("the journal could not be read: %w", err)
		}
	}
	return ids, left, ctx.Err()
}

// Load returns the stored version of an entry. An entry without a file is
// empty and has no Rev; looking at it makes none.
func (j *Journal) Load(ctx context.Context, id ID) (Version, error) {
	v, err := j.store.Load(ctx, id)
	if errors.Is(err, ErrNotFound) {
		return Version{ID: id}, nil
	}
	return v, err
}

// Saved is what a save came to. Version is what is stored now; it differs
// from what was given when another program changed the entry meanwhile.
type Saved struct {
	Version
	Merged bool   // changes of another program were joined with ours
	Copy   string // path of the conflict copy that holds theirs, "" for none
}

// maxRounds bounds how often a save is tried again when another program
// writes the same entry between our reading and our writing.
const maxRounds = 64

// Save stores ours, which was made from base. If another program changed the
// entry since, both changes are merged; when they cannot be, ours is stored
// and theirs is kept beside it as a conflict copy. An entry that was left
// without any text has no file: a stored one goes to the trash. Nor has one that
// was never stored and still holds the text it was begun with.
func (j *Journal) Save(ctx context.Context, base, ours Version) (Saved, error) {
	if base.Rev == "" {
		if ours.Text == base.Text {
			return Saved{Version: base}, nil
		}
		base.Text = "" // a template is no common ground
	}
	j.keepBefore(ctx, base, ours)
	saved := Saved{Version: Version{ID: ours.ID, Text: ours.Text, Rev: base.Rev}}
	for range maxRounds {
		rev, err := j.put(ctx, saved.Version)
		var conflict *Conflict
		if !errors.As(err, &conflict) {
			if err == nil {
				saved.Rev = rev
				j.known.learn(saved.Version)
			}
			return saved, err
		}
		theirs, err := j.settled(ctx, base, conflict.Theirs)
		if err != nil {
			return saved, err
		}
		if !saved.Merged && saved.Copy == "" && theirs.Rev != "" {
			j.Keep(ctx, saved.Version, OnJoining)
		}
		merged, clean := Merge(base.Text, saved.Text, theirs.Text)
		switch {
		case theirs.Rev == "": // removed elsewhere: what is on the screen stays
		case clean:
			saved.Merged = saved.Merged || merged != saved.Text
			saved.Text = merged
		default:
			j.Keep(ctx, theirs, OnForeign)
			if saved.Copy, err = j.keepCopy(ctx, theirs); err != nil {
				return saved, err
			}
		}
		saved.Rev, base = theirs.Rev, theirs
	}
	return saved, busy(ours.ID)
}

// Theirs returns what is stored of an entry now, which another program may have
// changed since base was.
func (j *Journal) Theirs(ctx context.Context, base Version) (Version, error) {
	now, err := j.Load(ctx, base.ID)
	if err != nil {
		return now, err
	}
	return j.settled(ctx, base, now)
}

// A program that writes a file in place empties it first. An empty file that
// was none before is looked at again every emptyPause, for as long as emptyMost.
const (
	emptyPause = 50 * time.Millisecond
	emptyMost  = time.Second
)

// settled returns what another program stored, when it has done so.
func (j *Journal) settled(ctx context.Context, base, theirs Version) (_ Version, err error) {
	for wait := emptyMost; wait > 0 && theirs.Rev != "" && theirs.Text == "" && base.Text != ""; wait -= emptyPause {
		select {
		case <-ctx.Done():
			return theirs, ctx.Err()
		case <-time.After(emptyPause):
		}
		if theirs, err = j.Load(ctx, theirs.ID); err != nil {
			return theirs, err
		}
	}
	return theirs, nil
}

// put stores one version over the stored one that v.Rev names.
func (j *Journal) put(ctx context.Context, v Version) (Rev, error) {
	switch empty := strings.TrimSpace(v.Text) == ""; {
	case empty && v.Rev == "":
		return "", nil
	case empty:
		return "", j.store.Remove(ctx, v.ID, v.Rev)
	case v.Rev == RevOf(v.Text):
		return v.Rev, nil
	}
	return j.store.Save(ctx, v)
}

func (j *Journal) keepCopy(ctx context.Context, v Version) (string, error) {
	copies, ok := j.store.(Copies)
	if !ok {
		return "", fmt.Errorf("%v was changed in the same lines by another program, and this journal cannot keep both", v.ID)
	}
	return copies.KeepCopy(ctx, v, j.now())
}

// Append puts text at the end of an entry as a section headed by the time on
// the wall, as in "## 18:20". What another program writes at the same moment
// comes before it.
func (j *Journal) Append(ctx context.Context, id ID, text string) (Version, error) {
	v, err := j.Load(ctx, id)
	if err != nil {
		return v, err
	}
	j.Keep(ctx, v, OnOpening)
	for range maxRounds {
		v.Text = j.Placed(ctx, id, appendSection(v.Text, j.now(), text))
		rev, err := j.put(ctx, v)
		var conflict *Conflict
		switch {
		case err == nil:
			v.Rev = rev
			j.known.learn(v)
			j.Leave(ctx, v, OnLeaving)
			return v, nil
		case !errors.As(err, &conflict):
			return v, err
		}
		v = conflict.Theirs
		j.Keep(ctx, v, OnForeign)
	}
	return v, busy(id)
}

// busy says that an entry could not be stored for all that others store.
func busy(id ID) error {
	why := fmt.Errorf("%v keeps being changed by another program; try again when it has finished", id)
	return &Trouble{Cause: KeepChanging, Name: id.String(), Err: why}
}

// appendSection returns entry with a section at its end. The bytes that were
// there stay; new lines end as the others do.
func appendSection(entry string, at time.Time, text string) string {
	end := lineEnd(entry)
	var b strings.Builder
	b.WriteString(entry)
	if entry != "" {
		if !strings.HasSuffix(entry, "\n") {
			b.WriteString(end)
		}
		if !strings.HasSuffix(entry, end+end) {
			b.WriteString(end)
		}
	}
	text = strings.ReplaceAll(strings.TrimRight(text, " \t\r\n"), "\r\n", "\n")
	b.WriteString("## " + at.Format("15:04") + end + end)
	b.WriteString(strings.ReplaceAll(text, "\n", end) + end)
	return b.String()
}

// Outside has another program edit the entry's file: run is called with its
// path. What the entry was and what it came to are kept as states.
func (j *Journal) Outside(ctx context.Context, id ID, run func(path string) error) error {
	files, ok := j.store.(Editable)
	if !ok {
		return errors.New("this journal keeps no files that another program could edit")
	}
	keep := func(on Occasion) {
		if v, err := j.Load(ctx, id); err == nil { // else whoever reads it is told
			j.Leave(ctx, v, on)
		}
	}
	keep(OnOpening)
	defer keep(OnLeaving)
	return files.Outside(id, run)
}

// Remove puts a stored entry into the trash, and with it the pictures that only
// it used. If these cannot go along they stay, which Unkept tells.
func (j *Journal) Remove(ctx context.Context, v Version) error {
	j.Leave(ctx, v, OnRemoving)
	own, late := j.ownPictures(ctx, v)
	if err := j.store.Remove(ctx, v.ID, v.Rev); err != nil {
		return err
	}
	j.known.learn(Version{ID: v.ID})
	if late == nil {
		late = j.stow(ctx, v.ID, own)
	}
	j.past.note(late)
	return nil
}
