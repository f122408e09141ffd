package store

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"lifelog/journal"
)

// Clock is that of the Mem, else the machine's.
func (m *Mem) Clock() time.Time {
	if m.Time != nil {
		return m.Time()
	}
	return time.Now()
}

// Keep adds a state.
func (m *Mem) Keep(ctx context.Context, s journal.State, text string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, s.ID); err != nil {
		return err
	}
	list := m.states[s.ID]
	if n := len(list); n > 0 && list[n-1].Rev == s.Rev {
		return nil
	}
	s.At, s.Size = s.At.Truncate(time.Millisecond), len(text)
	m.states[s.ID] = append(list, kept{State: s, packed: []byte(text)})
	return nil
}

// States returns the states of an entry, oldest first.
func (m *Mem) States(ctx context.Context, id journal.ID) ([]journal.State, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return plainStates(m.states[id]), m.may(ctx, id)
}

// Text returns the text of a state.
func (m *Mem) Text(ctx context.Context, s journal.State) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, k := range m.states[s.ID] {
		if k.Rev == s.Rev {
			return string(k.packed), ctx.Err()
		}
	}
	return "", fmt.Errorf("a state of %v: %w", s.ID, journal.ErrNotFound)
}

// MoveStates puts the states of an entry to those of another.
func (m *Mem) MoveStates(ctx context.Context, from, to journal.ID) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, to); err != nil || len(m.states[from]) == 0 {
		return err
	}
	list := append(m.states[to], m.states[from]...)
	slices.SortStableFunc(list, func(a, b kept) int { return a.At.Compare(b.At) })
	for i := range list {
		list[i].ID = to
	}
	m.states[to] = list
	delete(m.states, from)
	return ctx.Err()
}

// Kept yields the entries that have states.
func (m *Mem) Kept(ctx context.Context) iter.Seq2[journal.ID, error] {
	return func(yield func(journal.ID, error) bool) {
		m.mu.Lock()
		ids := slices.Collect(maps.Keys(m.states))
		m.mu.Unlock()
		for _, id := range ids {
			if !yield(id, ctx.Err()) {
				return
			}
		}
	}
}

// Forget removes states of an entry.
func (m *Mem) Forget(ctx context.Context, id journal.ID, drop func([]journal.State) []bool) (states []journal.State, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, id); err != nil || len(m.states[id]) == 0 {
		return nil, err
	}
	gone := drop(plainStates(m.states[id]))
	var left []kept
	for i, s := range m.states[id] {
		if !gone[i] {
			left = append(left, s)
		}
	}
	if m.states[id] = left; len(left) == 0 {
		delete(m.states, id)
	}
	return plainStates(left), nil
}

// Ages returns what SetAges was given last.
func (m *Mem) Ages(ctx context.Context) (journal.Ages, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ages, ctx.Err()
}

// SetAges remembers something of the clock.
func (m *Mem) SetAges(ctx context.Context, a journal.Ages) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.states)+len(m.trash) > 0 {
		m.ages = a
	}
	return ctx.Err()
}
