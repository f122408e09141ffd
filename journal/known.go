package journal

import (
	"context"
	"slices"
	"sync"

	"lifelog/journal/fold"
	"lifelog/journal/search"
)

// known is what has been read of the journal so far: the head of every entry
// and, to be searched, its folded text. It follows every save.
type known struct {
	texts *search.Index[ID]

	mu    sync.Mutex
	heads map[ID]Head
	all   int                // entries there are, once they have been listed
	last  *search.Result[ID] // the next search may only narrow it
}

func newKnown() *known {
	return &known{texts: search.New(Newest), heads: map[ID]Head{}}
}

// expect says which entries there are; others are forgotten.
func (k *known) expect(ids []ID) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.all = len(ids)
	for id := range k.heads {
		if _, found := slices.BinarySearchFunc(ids, id, Newest); !found {
			delete(k.heads, id)
			k.texts.Drop(id)
		}
	}
}

// learn takes in what is stored now; a version without a Rev is gone.
func (k *known) learn(v Version) {
	head, folded := HeadOf(v.ID, v.Text), fold.Append(nil, v.Text)
	k.mu.Lock()
	defer k.mu.Unlock()
	if v.Rev == "" {
		delete(k.heads, v.ID)
		k.texts.Drop(v.ID)
		return
	}
	k.heads[v.ID] = head
	k.texts.Put(v.ID, folded)
}

// find returns the newest entries whose text holds all the words, limit of
// them at most (0 for all), and counts them.
func (k *known) find(ctx context.Context, words []string, limit int) ([]ID, Found, error) {
	var terms []search.Query[ID]
	for _, w := range words {
		terms = append(terms, search.Term[ID](w))
	}
	k.mu.Lock()
	result := k.texts.Find(search.And(terms...), k.last)
	k.last = result
	found := Found{Read: k.texts.Len(), All: max(k.all, k.texts.Len())}
	k.mu.Unlock()

	total, err := result.Count(ctx)
	if err != nil {
		return nil, found, err
	}
	found.Total = total
	if limit <= 0 {
		limit = total
	}
	hits, err := result.Page(ctx, 0, limit)
	ids := make([]ID, len(hits))
	for i, h := range hits {
		ids[i] = h.Key
	}
	return ids, found, err
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
