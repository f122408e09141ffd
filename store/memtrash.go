package store

import (
	"context"
	"maps"
	"slices"

	"lifelog/journal"
)

// Trashed returns what is in the trash.
func (m *Mem) Trashed(ctx context.Context) ([]journal.Trashed, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.SortedFunc(maps.Keys(m.trash), lastRemoved), ctx.Err()
}

// TrashedText returns the text of an entry in the trash.
func (m *Mem) TrashedText(ctx context.Context, t journal.Trashed) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	text, ok := m.trash[t]
	if !ok {
		return "", notInTrash(t.ID)
	}
	return text, ctx.Err()
}

// Discard takes an entry out of the trash.
func (m *Mem) Discard(ctx context.Context, t journal.Trashed) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	delete(m.trash, t)
	return nil
}
