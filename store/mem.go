package store

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"lifelog/journal"
)

// Mem is a journal in memory, for tests and demonstrations. It does what a Dir
// does, except last.
type Mem struct {
	// Time, when not nil, is the clock that states are stamped with.
	Time func() time.Time

	mu      sync.Mutex
	entries map[journal.ID]string
	copies  map[string]string // by path
	files   map[string][]byte // by path
	states  map[journal.ID][]kept
	ages    journal.Ages
	trash   map[journal.Trashed]string
}

var (
	_ journal.Store   = (*Mem)(nil)
	_ journal.Copies  = (*Mem)(nil)
	_ journal.Files   = (*Mem)(nil)
	_ journal.History = (*Mem)(nil)
	_ journal.Trash   = (*Mem)(nil)
	_ journal.Mover   = (*Mem)(nil)
)

// NewMem returns an empty journal.
func NewMem() *Mem {
	return &Mem{
		entries: map[journal.ID]string{}, copies: map[string]string{}, files: map[string][]byte{},
		states: map[journal.ID][]kept{}, trash: map[journal.Trashed]string{},
	}
}

// List yields what there is when it is called.
func (m *Mem) List(ctx context.Context) iter.Seq2[journal.ID, error] {
	return func(yield func(journal.ID, error) bool) {
		if err := ctx.Err(); err != nil {
			yield(journal.ID{}, err)
			return
		}
		m.mu.Lock()
		ids := slices.SortedFunc(maps.Keys(m.entries), journal.Newest)
		copies := slices.Sorted(maps.Keys(m.copies))
		m.mu.Unlock()
		for _, id := range ids {
			if !yield(id, nil) {
				return
			}
		}
		for _, file := range copies {
			if c, ok := standard.copyOf(file); ok && !yield(journal.ID{}, otherText(c)) {
				return
			}
		}
	}
}

// Load returns what was saved.
func (m *Mem) Load(ctx context.Context, id journal.ID) (journal.Version, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, id); err != nil {
		return journal.Version{}, err
	}
	v := m.stored(id)
	if v.Rev == "" {
		return journal.Version{}, fmt.Errorf("%v: %w", id, journal.ErrNotFound)
	}
	return v, nil
}

// Save stores v.Text over the version v.Rev, or returns a *journal.Conflict.
func (m *Mem) Save(ctx context.Context, v journal.Version) (journal.Rev, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, v.ID); err != nil {
		return "", err
	}
	if theirs := m.stored(v.ID); theirs.Rev != v.Rev {
		return "", &journal.Conflict{Theirs: theirs}
	}
	m.entries[v.ID] = v.Text
	return journal.RevOf(v.Text), nil
}

// Remove puts the entry into the trash, or returns a *journal.Conflict.
func (m *Mem) Remove(ctx context.Context, id journal.ID, was journal.Rev) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, id); err != nil {
		return err
	}
	theirs := m.stored(id)
	if theirs.Rev == "" || theirs.Rev != was {
		return &journal.Conflict{Theirs: theirs}
	}
	name := trashName(id, m.Clock())
	t, ok := parseTrashed(name)
	if !ok {
		return fmt.Errorf("%v is not removed: the trash cannot hold %s", id, name)
	}
	t.Size = len(theirs.Text)
	m.trash[t] = theirs.Text
	delete(m.entries, id)
	return nil
}

// Move gives an entry another name and text, or returns a *journal.Conflict.
func (m *Mem) Move(ctx context.Context, from journal.ID, was journal.Rev, to journal.Version) (journal.Rev, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, to.ID); err != nil {
		return "", err
	}
	if theirs := m.stored(from); theirs.Rev == "" || theirs.Rev != was {
		return "", &journal.Conflict{Theirs: theirs}
	}
	if theirs := m.stored(to.ID); theirs.Rev != "" && theirs.Text != to.Text {
		return "", &journal.Conflict{Theirs: theirs}
	}
	m.entries[to.ID] = to.Text
	delete(m.entries, from)
	return journal.RevOf(to.Text), nil
}

// Path is a name without a folder, for no file.
func (m *Mem) Path(id journal.ID) string { return id.String() + extension }

// At reads what Path returned.
func (m *Mem) At(file string) (id journal.ID, ok bool) {
	id, err := journal.ParseID(strings.TrimSuffix(file, extension))
	return id, err == nil
}

// KeepCopy stores a text that is no entry, once.
func (m *Mem) KeepCopy(ctx context.Context, v journal.Version, at time.Time) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, v.ID); err != nil {
		return "", err
	}
	prefix := v.ID.String() + ".conflict-"
	for path, text := range m.copies {
		if strings.HasPrefix(path, prefix) && text == v.Text {
			return path, nil
		}
	}
	stem := prefix + at.Format("20060102-150405") + "-mem"
	path := stem + extension
	for n := 2; ; n++ {
		if _, taken := m.copies[path]; !taken {
			break
		}
		path = fmt.Sprintf("%s-%d%s", stem, n, extension)
	}
	m.copies[path] = v.Text
	return path, nil
}

// LoadCopy returns a text that KeepCopy stored.
func (m *Mem) LoadCopy(ctx context.Context, c journal.Copy) (journal.Version, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	text, ok := m.copies[c.Path]
	if !ok {
		return journal.Version{}, fmt.Errorf("%s: %w", c.Path, journal.ErrNotFound)
	}
	return journal.Version{ID: c.ID, Text: text, Rev: journal.RevOf(text)}, ctx.Err()
}

// DropCopy takes away a text that KeepCopy stored.
func (m *Mem) DropCopy(ctx context.Context, c journal.Copy, was journal.Rev) error {
	v, err := m.LoadCopy(ctx, c)
	switch {
	case err != nil:
		return err
	case v.Rev != was:
		return &journal.Conflict{Theirs: v}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.copies, c.Path)
	return nil
}

func (m *Mem) may(ctx context.Context, id journal.ID) error {
	if err := check(id); err != nil {
		return err
	}
	return ctx.Err()
}

// stored is the version there is; its Rev is "" when there is none.
func (m *Mem) stored(id journal.ID) journal.Version {
	text, ok := m.entries[id]
	if !ok {
		return journal.Version{ID: id}
	}
	return journal.Version{ID: id, Text: text, Rev: journal.RevOf(text)}
}
