package journal

import (
	"context"
	"errors"
	"iter"
	"strings"
	"time"
)

// Edit is one change of a text: its bytes From..To become Text.
type Edit struct {
	From, To int
	Text     string
}

// Drafts is a Store that keeps what is being written, change by change, until
// it is stored: so that it outlives the program.
type Drafts interface {
	// Begin returns the draft of an entry that is about to be changed. It
	// touches no file before the first change.
	Begin(base Version) Draft

	// Left yields the drafts of programs that have ended, and errors about
	// single ones. A draft is held while it is looked at; Drop puts it among
	// the old ones, which are not yielded again.
	Left(ctx context.Context) iter.Seq2[Leftover, error]

	// DropOld removes the drafts that became old before a time.
	DropOld(ctx context.Context, before time.Time) error
}

// Draft is the record of one entry being written. It is not safe for use by
// several goroutines.
type Draft interface {
	// Add records a change. It waits until the change would survive the end of
	// the program, but not for a disk that is slow: what is then not recorded
	// yet is when the disk allows, and Late says so. text returns the whole
	// text after the change; it is asked for now and then, so that a long
	// record stays quick to read. An error says that the text is not recorded,
	// which Add goes on trying to do.
	Add(e Edit, text func() string) error

	// Late returns nil when all that was added is recorded, and otherwise a
	// channel that gets what came of it: nil, or why it cannot be. It may be
	// called by any goroutine.
	Late() <-chan error

	// Stored says what is stored now. With all there is nothing in the text
	// beyond it.
	Stored(base Version, all bool)

	// Close ends the record. With all everything is stored, and the record is
	// removed; otherwise it is flushed to the disk and will be found by Left,
	// unless there is an error.
	Close(all bool) error
}

// Leftover is what a draft came to whose program has ended.
type Leftover struct {
	Base  Version   // what was stored, as far as the program knew
	Text  string    // what it had on the screen
	Since time.Time // when the first change was made that is not in Base
	Drop  func() error

	// Passed says whether a text was on the screen at some moment between Base
	// and Text: it may have been stored without the program living to note it.
	Passed func(text string) bool
}

// Draft begins to record the changes of a version that is being edited; nil
// if the journal keeps no drafts.
func (j *Journal) Draft(base Version) Draft {
	if drafts, ok := j.store.(Drafts); ok {
		return drafts.Begin(base)
	}
	return nil
}

// Recovered is a text that was put back: Saved is what its save came to.
type Recovered struct {
	Saved
	Base  string    // what was stored before
	Since time.Time // when the first change was made that had not been stored
}

// Recover stores what programs that have ended did not come to store. When
// the entry was changed since, both are joined as by Save. It returns what
// was put back, and errors about what could not be; such drafts stay for the
// next time.
func (j *Journal) Recover(ctx context.Context) (list []Recovered, err error) {
	drafts, ok := j.store.(Drafts)
	if !ok {
		return nil, nil
	}
	for left, oneErr := range drafts.Left(ctx) {
		var r Recovered
		var found bool
		if oneErr == nil {
			r, found, oneErr = j.recover(ctx, left)
		}
		if found {
			list = append(list, r)
		}
		err = errors.Join(err, oneErr)
	}
	return list, err
}

// recover stores one draft. found is false when there was nothing to put
// back: the text is stored already, or was emptied, which is no reason to
// take it out of the journal.
func (j *Journal) recover(ctx context.Context, left Leftover) (r Recovered, found bool, err error) {
	stored, err := j.Load(ctx, left.Base.ID)
	if err != nil {
		return r, false, err
	}
	if left.Text == left.Base.Text || left.Text == stored.Text || strings.TrimSpace(left.Text) == "" {
		return r, false, left.Drop()
	}
	base := left.Base
	if stored.Rev != base.Rev && left.Passed(stored.Text) {
		base = stored
	}
	r = Recovered{Base: stored.Text, Since: left.Since}
	r.Saved, err = j.Save(ctx, base, Version{ID: base.ID, Text: left.Text})
	if err != nil {
		return r, false, err
	}
	if r.Text == stored.Text { // the other program had it all
		return r, false, left.Drop()
	}
	j.Leave(ctx, r.Version, OnRecovering)
	return r, true, left.Drop()
}
