package journal

import (
	"context"
	"sync"
	"sync/atomic"

	"lifelog/journal/search"
)

// sieve reads the candidates that the index found, newest first, and keeps
// some of them. It goes as far as it is asked to.
type sieve struct {
	from     *search.Result[ID]
	keep     func(ctx context.Context, id ID) (bool, error)
	seen, of atomic.Int64 // candidates read, and how many there are

	mu   sync.Mutex
	kept []ID
}

// sieved is how many candidates are read between two looks at what was kept.
const sieved = 64

// page returns n entries that were kept after the first skip ones; fewer if
// there are no more, or together with an error.
func (s *sieve) page(ctx context.Context, skip, n int) ([]ID, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	of, err := s.from.Count(ctx)
	if err != nil {
		return nil, err
	}
	s.of.Store(int64(of))
	for err == nil && len(s.kept) < skip+n && s.seen.Load() < s.of.Load() {
		err = s.more(ctx)
	}
	return s.kept[min(skip, len(s.kept)):min(skip+n, len(s.kept))], err
}

func (s *sieve) more(ctx context.Context) error {
	ids, err := keys(s.from.Page(ctx, int(s.seen.Load()), sieved))
	if err != nil {
		return err
	}
	holds := make([]bool, len(ids))
	if err := each(ctx, ids, func(i int, id ID) (err error) {
		holds[i], err = s.keep(ctx, id)
		return err
	}); err != nil {
		return err
	}
	for i, id := range ids {
		if holds[i] {
			s.kept = append(s.kept, id)
		}
	}
	s.seen.Add(int64(len(ids)))
	return nil
}
