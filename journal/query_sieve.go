package journal

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"lifelog/journal/search"
)

// entries are those that a query describes, newest first, worked out as far as
// they are asked for.
type entries interface {
	page(ctx context.Context, skip, n int) ([]ID, error)
	count(ctx context.Context) (int, error)
}

// indexed are entries that the index finds.
type indexed struct{ *search.Result[ID] }

func (x indexed) count(ctx context.Context) (int, error) { return x.Count(ctx) }

func (x indexed) page(ctx context.Context, skip, n int) ([]ID, error) { return x.Page(ctx, skip, n) }

// sieve reads the candidates that the index found, newest first, and keeps
// some of them. It goes as far as it is asked to.
type sieve struct {
	from     entries
	keep     func(ctx context.Context, id ID) (bool, error)
	seen, of atomic.Int64 // candidates read, and how many there are

	mu   sync.Mutex
	kept []ID
}

// batch is how many candidates are read between two looks at what was kept.
const batch = 64

// sieved are those of the candidates whose text the query describes.
func (a *Answer) sieved(from entries, loose bool) *sieve {
	return &sieve{from: from, keep: func(ctx context.Context, id ID) (bool, error) {
		v, err := a.j.Load(ctx, id)
		if err != nil || v.Rev == "" {
			return false, err
		}
		r := &reading{ctx: ctx, known: a.j.known, Version: v}
		return r.holds(a.Query.root, loose), ctx.Err()
	}}
}

// page returns n entries that were kept after the first skip ones; fewer if
// there are no more, or together with an error. A deadline that passes ends it
// with the batch under way, so that asking again and again comes to an end.
func (s *sieve) page(ctx context.Context, skip, n int) ([]ID, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	of, err := s.from.count(ctx)
	if err != nil {
		return nil, err
	}
	s.of.Store(int64(of))
	work, end := unhurried(ctx)
	defer end()
	wants := func() bool { return len(s.kept) < skip+n && s.seen.Load() < s.of.Load() }
	for err == nil && wants() {
		if err = s.more(work); err == nil && wants() {
			err = ctx.Err()
		}
	}
	return s.kept[min(skip, len(s.kept)):min(skip+n, len(s.kept))], err
}

func (s *sieve) count(ctx context.Context) (int, error) {
	ids, err := s.page(ctx, 0, everything)
	return len(ids), err
}

func (s *sieve) more(ctx context.Context) error {
	ids, err := s.from.page(ctx, int(s.seen.Load()), batch)
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

// unhurried is ended by what cancels ctx, but not by its deadline. Call end when
// the work is done.
func unhurried(ctx context.Context) (work context.Context, end context.CancelFunc) {
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		if !errors.Is(ctx.Err(), context.DeadlineExceeded) {
			cancel()
		}
	})
	return work, func() { stop(); cancel() }
}
