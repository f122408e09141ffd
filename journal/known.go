package journal

import (
	"context"
	"sync"
)

// known is what has been read of the journal so far: the head of every entry
// and its folded text. It follows every save.
type known struct {
	mu    sync.Mutex
	heads map[ID]Head
}

func newKnown() *known { return &known{heads: map[ID]Head{}} }

// learn takes in what is stored now; a version without a Rev is gone.
func (k *known) learn(v Version) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if v.Rev == "" {
		delete(k.heads, v.ID)
		return
	}
	k.heads[v.ID] = HeadOf(v.ID, v.Text)
}

func (k *known) head(id ID) (Head, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	h, ok := k.heads[id]
	return h, ok
}

// Head returns what a list says of an entry, read once and then remembered.
func (j *Journal) Head(ctx context.Context, id ID) (Head, error) {
	if h, ok := j.known.head(id); ok {
		return h, nil
	}
	v, err := j.Load(ctx, id)
	if err != nil {
		return Head{}, err
	}
	j.known.learn(v)
	return HeadOf(id, v.Text), nil
}
