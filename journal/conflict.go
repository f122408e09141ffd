package journal

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Copy is another text of an entry: one that a save could not join with ours,
// that a program which syncs folders made, or that git left within the entry.
type Copy struct {
	ID   ID
	Path string // of its file, relative to the journal; "" for one within the entry
}

// Both is an entry of which there are two texts.
type Both struct {
	Copy
	Stored       Version // the entry
	Ours, Theirs string
	was          Rev // of the file of the copy
}

// Both reads an entry and its other text.
func (j *Journal) Both(ctx context.Context, c Copy) (b Both, err error) {
	b.Copy = c
	if b.Stored, err = j.Load(ctx, c.ID); err != nil {
		return b, err
	}
	if c.Path == "" {
		var marked bool
		if b.Ours, b.Theirs, marked = Sides(b.Stored.Text); !marked {
			return b, fmt.Errorf("in %v git left no marks of a conflict", c.ID)
		}
		return b, nil
	}
	copies, ok := j.store.(Copies)
	if !ok {
		return b, fmt.Errorf("%s cannot be read in this journal", c.Path)
	}
	theirs, err := copies.LoadCopy(ctx, c)
	b.Ours, b.Theirs, b.was = b.Stored.Text, theirs.Text, theirs.Rev
	return b, err
}

// Settle stores what two texts of an entry came to, and puts the file of the
// other one into the trash. Both stay among the states of the entry.
func (j *Journal) Settle(ctx context.Context, b Both, text string) (Saved, error) {
	j.Keep(ctx, Version{ID: b.ID, Text: b.Theirs, Rev: RevOf(b.Theirs)}, OnForeign)
	if b.Stored.Rev != "" {
		j.Keep(ctx, b.Stored, OnJoining)
	}
	saved, err := j.Save(ctx, b.Stored, Version{ID: b.ID, Text: text})
	if err != nil {
		return saved, err
	}
	j.Leave(ctx, saved.Version, OnLeaving)
	if b.Path == "" {
		return saved, nil
	}
	return saved, j.store.(Copies).DropCopy(ctx, b.Copy, b.was)
}

// Within returns the entries, newest first, in which git left another text,
// among those that were read.
func (j *Journal) Within() (list []Copy) {
	j.known.mu.RLock()
	defer j.known.mu.RUnlock()
	for _, id := range slices.SortedFunc(maps.Keys(j.known.marked), Newest) {
		list = append(list, Copy{ID: id})
	}
	return list
}

// Marked reports whether git left marks of a conflict in a text.
func Marked(text string) bool {
	_, _, marked := Sides(text)
	return marked
}

// Sides takes the two texts apart that git writes into one when it cannot
// merge them (git-merge(1), "How conflicts are presented"; the style diff3 has
// the base as well, which is left out). marked is false for a text without
// such marks, or one in which they are not whole.
func Sides(text string) (ours, theirs string, marked bool) {
	if !strings.Contains(text, "<<<<<<< ") {
		return "", "", false
	}
	const (
		outside = iota
		inOurs
		inBase
		inTheirs
	)
	var o, t strings.Builder
	at := outside
	for line := range strings.Lines(text) {
		bare := strings.TrimRight(line, "\r\n")
		switch {
		case at == outside && strings.HasPrefix(bare, "<<<<<<< "):
			at, marked = inOurs, true
		case at == inOurs && strings.HasPrefix(bare, "||||||| "):
			at = inBase
		case (at == inOurs || at == inBase) && bare == "=======":
			at = inTheirs
		case at == inTheirs && strings.HasPrefix(bare, ">>>>>>> "):
			at = outside
		default:
			if at == outside || at == inOurs {
				o.WriteString(line)
			}
			if at == outside || at == inTheirs {
				t.WriteString(line)
			}
		}
	}
	if !marked || at != outside {
		return "", "", false
	}
	return o.String(), t.String(), true
}
