package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"lifelog/journal"
)

// ReadFile returns a file that KeepFile stored.
func (m *Mem) ReadFile(ctx context.Context, id journal.ID, name string, most int) ([]byte, error) {
	where, err := m.FilePath(ctx, id, name)
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if data := m.files[where]; len(data) <= most {
		return bytes.Clone(data), nil
	}
	return nil, &journal.TooLarge{Path: where, Most: most}
}

// FilePath is a path within the journal, for no file.
func (m *Mem) FilePath(ctx context.Context, id journal.ID, name string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, id); err != nil {
		return "", err
	}
	at, err := standard[0].place(id)
	if err != nil {
		return "", err
	}
	places, err := meant(id, at.folder, name)
	if err != nil {
		return "", err
	}
	for _, place := range places {
		if _, ok := m.files[place]; ok {
			return place, nil
		}
	}
	return "", fmt.Errorf("%s: %w", name, journal.ErrNotFound)
}

// KeepFile stores a file for an entry, named as a Dir names it.
func (m *Mem) KeepFile(ctx context.Context, id journal.ID, data []byte, extension string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.may(ctx, id); err != nil {
		return "", err
	}
	at, err := standard[0].place(id)
	if err != nil {
		return "", err
	}
	folder := at.folder
	for where, there := range m.files {
		if bytes.Equal(there, data) {
			return relative(folder, where), nil
		}
	}
	sum := sha256.Sum256(data)
	hash := hex.EncodeToString(sum[:])
	where := assets(id) + "/" + assetName(id, hash[:shortHash], extension)
	if _, taken := m.files[where]; taken {
		where = assets(id) + "/" + assetName(id, hash, extension)
	}
	m.files[where] = bytes.Clone(data)
	return relative(folder, where), nil
}

// ReadOutside returns a file of the machine, which is not in memory.
func (m *Mem) ReadOutside(ctx context.Context, file string, most int) ([]byte, error) {
	return readOutside(ctx, file, most)
}
