package journal

import (
	"context"
	"slices"
	"strings"
	"sync"

	"lifelog/journal/fold"
)

// known is what has been read of the journal so far: the head of every entry
// and its folded text. It follows every save.
type known struct {
	mu    sync.Mutex
	heads map[ID]Head
	texts map[ID]string // folded
	all   int           // entries there are, once they have been listed
}

func newKnown() *known { return &known{heads: map[ID]Head{}, texts: map[ID]string{}} }

// expect says which entries there are; others are forgotten.
func (k *known) expect(ids []ID) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.all = len(ids)
	for id := range k.texts {
		if _, found := slices.BinarySearchFunc(ids, id, Newest); !found {
			delete(k.texts, id)
			delete(k.heads, id)
		}
	}
}

// learn takes in what is stored now; a version without a Rev is gone.
func (k *known) learn(v Version) {
	head, folded := HeadOf(v.ID, v.Text), fold.String(v.Text)
	k.mu.Lock()
	defer k.mu.Unlock()
	if v.Rev == "" {
		delete(k.heads, v.ID)
		delete(k.texts, v.ID)
		return
	}
	k.heads[v.ID], k.texts[v.ID] = head, folded
}

// find returns the newest entries whose text holds all the words, limit of
// them at most (0 for all), and counts them.
func (k *known) find(ctx context.Context, words []string, limit int) ([]ID, Found) {
	k.mu.Lock()
	defer k.mu.Unlock()
	var ids []ID
	for id, text := range k.texts {
		if ctx.Err() != nil {
			break
		}
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) }) {
			ids = append(ids, id)
		}
	}
	found := Found{Total: len(ids), Read: len(k.texts), All: max(k.all, len(k.texts))}
	slices.SortFunc(ids, Newest)
	if limit > 0 && len(ids) > limit {
		ids = ids[:limit]
	}
	return ids, found
}

// Head returns what a list says of an entry, read once and then remembered.
func (j *Journal) Head(ctx context.Context, id ID) (Head, error) {
	j.known.mu.Lock()
	head, ok := j.known.heads[id]
	j.known.mu.Unlock()
	if ok {
		return head, nil
	}
	v, err := j.Load(ctx, id)
	if err != nil {
		return Head{}, err
	}
	return HeadOf(id, v.Text), nil
}
