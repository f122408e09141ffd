package journal

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync"
	"time"
)

// State is one text that an entry had at some time. The text itself is with
// the History.
type State struct {
	ID     ID
	At     time.Time // on the machine's clock, in the zone of the wall, to the millisecond
	On     Occasion
	Rev    Rev
	Length int // of the text, in bytes
	Size   int // bytes that it takes where it is kept
}

// Occasion is why a state was kept.
type Occasion byte

const (
	OnOpening    Occasion = 'o' // the entry was about to be changed
	OnWriting    Occasion = 'w' // it was being changed for a while, or about to lose much at once
	OnLeaving    Occasion = 'l' // it was left
	OnJoining    Occasion = 'j' // a change of another program was about to be taken in
	OnForeign    Occasion = 'f' // another program wrote this, and it was replaced
	OnRemoving   Occasion = 'd' // the entry was about to be removed
	OnRecovering Occasion = 'r' // this was put back after the program had ended too early
	OnRestoring  Occasion = 'b' // this was brought back from an earlier state
)

// History is a Store that keeps the states of entries, outside the journal's
// folder. What it forgets and when is for the Journal to say.
type History interface {
	// Clock is the machine's clock, which states are stamped with and age by.
	Clock() time.Time

	// Keep adds a state with its text behind those of the entry, unless the
	// newest has the same text. It is on the disk when Keep returns, and does
	// not wait for a disk that does not answer: then it returns ErrHistoryLate.
	Keep(ctx context.Context, s State, text string) error

	// States returns the states of an entry, oldest first. With a *Damaged
	// error they are those that can still be read.
	States(ctx context.Context, id ID) ([]State, error)

	// Text returns the text of a state.
	Text(ctx context.Context, s State) (string, error)

	// MoveStates puts the states of an entry to those of another, by their time.
	// It is done whole or not at all, and may be done again.
	MoveStates(ctx context.Context, from, to ID) error

	// Kept yields the entries that have states, in no order.
	Kept(ctx context.Context) iter.Seq2[ID, error]

	// Forget removes the states of an entry for which drop, called with all of
	// them, returns true, and those that cannot be read. It returns what is
	// left. It is done whole or not at all, whenever the program ends.
	Forget(ctx context.Context, id ID, drop func([]State) []bool) ([]State, error)

	// Ages returns what SetAges was given last. Where nothing is kept yet that
	// ages, no state, no old draft and nothing in the trash, SetAges keeps
	// nothing.
	Ages(ctx context.Context) (Ages, error)
	SetAges(ctx context.Context, a Ages) error
}

// ErrHistoryLate is returned for a state that is not known to be kept because
// the disk does not answer.
var ErrHistoryLate = errors.New("the disk with the history does not answer")

// Damaged says that some of the states of an entry cannot be read.
type Damaged struct {
	ID     ID
	Places int // in which the history is damaged
}

func (d *Damaged) Error() string {
	return fmt.Sprintf("the history of %v is damaged in %d places; the rest of it can be read", d.ID, d.Places)
}

const (
	// long is how long an entry is changed before another state of it is kept.
	long = 10 * time.Minute
	// calm is how long nothing is kept after that failed.
	calm = time.Minute
	// DefaultHistory is how many bytes all states take at most.
	DefaultHistory = 200 << 20
)

// past is what a Journal knows of the states that it keeps.
type past struct {
	mu    sync.Mutex
	most  int64            // bytes that all states may take
	since map[ID]time.Time // of entries being changed, when a state was kept last
	after time.Time        // when keeping may be tried again
	fault error            // why a state could not be kept, until it is told
	told  bool
}

// LimitHistory sets how many bytes all states may take; with 0 none is kept.
// It is for the time before the journal is used.
func (j *Journal) LimitHistory(most int64) { j.past.most = most }

// Keep adds what an entry is now to its states. That this fails is no reason
// for whoever calls it to stop; Unkept tells.
func (j *Journal) Keep(ctx context.Context, v Version, on Occasion) {
	h, ok := j.store.(History)
	if !ok || j.past.most == 0 {
		return
	}
	p, now := &j.past, h.Clock()
	p.mu.Lock()
	waits := now.Before(p.after) && !now.Add(calm).Before(p.after)
	p.mu.Unlock()
	if waits {
		return
	}
	var err error
	if strings.TrimSpace(v.Text) != "" {
		err = h.Keep(ctx, State{ID: v.ID, At: now, On: on, Rev: RevOf(v.Text), Length: len(v.Text)}, v.Text)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case err == nil:
		p.since[v.ID] = now
	case ctx.Err() == nil:
		p.after = now.Add(calm)
		p.tell(err)
	}
}

// keepBefore keeps what is about to be replaced, if that is the first change of
// the entry, if the last state is long ago, or if much is lost.
func (j *Journal) keepBefore(ctx context.Context, base, ours Version) {
	h, ok := j.store.(History)
	if !ok || base.Text == ours.Text {
		return
	}
	j.past.mu.Lock()
	since, changing := j.past.since[base.ID]
	j.past.mu.Unlock()
	switch {
	case !changing:
		j.Keep(ctx, base, OnOpening)
	case strings.TrimSpace(ours.Text) == "":
		j.Keep(ctx, base, OnRemoving)
	case h.Clock().Sub(since).Abs() >= long || loses(len(base.Text), len(ours.Text)):
		j.Keep(ctx, base, OnWriting)
	}
}

// moveStates gives the states of an entry to another.
func (j *Journal) moveStates(ctx context.Context, from, to ID) {
	if h, ok := j.store.(History); ok {
		j.past.note(h.MoveStates(ctx, from, to))
	}
}

// note has Unkept say why something is not kept, once.
func (p *past) note(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err != nil {
		p.tell(err)
	}
}

func (p *past) tell(err error) {
	if !p.told {
		p.told, p.fault = true, err
	}
}

// loses reports whether a text of so many bytes has lost much of another.
func loses(was, is int) bool { return is < was-was/4 }

// Leave keeps what an entry is when one has done with it.
func (j *Journal) Leave(ctx context.Context, v Version, on Occasion) {
	if v.Rev != "" { // else it may hold a template, which nobody wrote
		j.Keep(ctx, v, on)
	}
	j.past.mu.Lock()
	defer j.past.mu.Unlock()
	delete(j.past.since, v.ID)
}

// Unkept says why a state could not be kept, once for all that follow; nil if
// there is nothing to be said.
func (j *Journal) Unkept() error {
	j.past.mu.Lock()
	defer j.past.mu.Unlock()
	err := j.past.fault
	j.past.fault = nil
	return err
}

// States returns the states of an entry, which need not exist any more, newest
// first. With a *Damaged error they are those that can still be read.
func (j *Journal) States(ctx context.Context, id ID) ([]State, error) {
	h, ok := j.store.(History)
	if !ok {
		return nil, nil
	}
	states, err := h.States(ctx, id)
	newest := make([]State, len(states))
	for i, s := range states {
		newest[len(states)-1-i] = s
	}
	return newest, err
}

// StateText returns the text of a state.
func (j *Journal) StateText(ctx context.Context, s State) (string, error) {
	if h, ok := j.store.(History); ok {
		return h.Text(ctx, s)
	}
	return "", fmt.Errorf("%v: %w", s.ID, ErrNotFound)
}

// HistoryClock is the machine's clock, which states are stamped with; the
// journal's own if it keeps no states.
func (j *Journal) HistoryClock() time.Time {
	if h, ok := j.store.(History); ok {
		return h.Clock()
	}
	return j.now()
}

// Restore stores an earlier text of an entry, which need not exist any more,
// over the version base, as Save does. That version is kept, and so is the text:
// both are states.
func (j *Journal) Restore(ctx context.Context, base Version, text string) (Saved, error) {
	j.Keep(ctx, base, OnLeaving)
	saved, err := j.Save(ctx, base, Version{ID: base.ID, Text: text, Rev: base.Rev})
	if err == nil {
		j.Leave(ctx, saved.Version, OnRestoring)
	}
	if err == nil && base.Rev == "" { // its pictures may have gone into the trash with it
		j.past.note(j.unstow(ctx, base.ID))
	}
	return saved, err
}
