package search

import (
	"cmp"
	"context"
	"iter"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Result is the answer to a query, worked out as far as it was asked for. What was worked out is kept, also when the
// asking was cancelled.
type Result[K comparable] struct {
	query    Query[K]
	newest   func(a, b K) int
	segments []*segment[K]         // the recent entries, then the base
	among    []*set                // by segment: where to look; nil for everywhere
	found    []atomic.Pointer[set] // by segment; nil where nobody has looked yet

	ranking sync.Mutex
	ranked  []K // nil until it was asked for
}

func newResult[K comparable](q Query[K], newest func(a, b K) int, segments []*segment[K], was *Result[K]) *Result[K] {
	r := &Result[K]{
		query: q, newest: newest, segments: segments,
		among: make([]*set, len(segments)),
		found: make([]atomic.Pointer[set], len(segments)),
	}
	if was == nil || !q.narrows(was.query) {
		return r
	}
	known := make(map[*segment[K]]*set, len(was.segments))
	for i, s := range was.segments {
		if known[s] = was.found[i].Load(); known[s] == nil {
			known[s] = was.among[i]
		}
	}
	for i, s := range segments {
		r.among[i] = known[s]
	}
	return r
}

// Page returns the keys of n entries, newest first, after the first skip ones; fewer if there are no more. It looks no
// further than it has to. The error is that of ctx.
func (r *Result[K]) Page(ctx context.Context, skip, n int) ([]K, error) {
	if err := r.look(ctx, func() bool { return r.sure() >= skip+n }); err != nil {
		return nil, err
	}
	var keys []K
	for s, i := range r.inOrder() {
		if skip > 0 {
			skip--
			continue
		}
		if len(keys) == n {
			break
		}
		keys = append(keys, s.keys[i])
	}
	return keys, nil
}

// Ranked is Page with those entries first in which the terms of the query stand most often; of equal ones the newer.
func (r *Result[K]) Ranked(ctx context.Context, skip, n int) ([]K, error) {
	if err := r.rank(ctx); err != nil {
		return nil, err
	}
	skip = min(skip, len(r.ranked))
	return r.ranked[skip:min(skip+n, len(r.ranked))], nil
}

// rank counts the matches in all entries found, once.
func (r *Result[K]) rank(ctx context.Context) error {
	r.ranking.Lock()
	defer r.ranking.Unlock()
	if r.ranked != nil {
		return nil
	}
	if _, err := r.Count(ctx); err != nil {
		return err
	}
	type counted struct {
		key     K
		matches int
	}
	var all []counted
	terms, stop := r.query.terms(nil), &stopper{ctx: ctx}
	for s, i := range r.inOrder() {
		if stop.after(len(s.texts[i])) {
			return ctx.Err()
		}
		matches := 0
		for _, term := range terms {
			for at := term.index(s.texts[i], 0); at >= 0; at = term.index(s.texts[i], at+len(term.text)) {
				matches++
			}
		}
		all = append(all, counted{s.keys[i], matches})
	}
	slices.SortStableFunc(all, func(a, b counted) int { return cmp.Compare(b.matches, a.matches) })
	r.ranked = make([]K, len(all))
	for i, c := range all {
		r.ranked[i] = c.key
	}
	return nil
}

// Count returns how many entries the query describes. The error is that of ctx.
func (r *Result[K]) Count(ctx context.Context) (int, error) {
	if err := r.look(ctx, func() bool { return false }); err != nil {
		return 0, err
	}
	n := 0
	for i := range r.found {
		n += r.found[i].Load().count()
	}
	return n, nil
}

// look looks through the segments in order, on all cores, until it is enough or there are no more.
func (r *Result[K]) look(ctx context.Context, enough func() bool) error {
	var next atomic.Int64
	worker := func() {
		stop := &stopper{ctx: ctx}
		for ctx.Err() == nil && !enough() {
			i := int(next.Add(1)) - 1
			if i >= len(r.segments) {
				return
			}
			r.lookAt(i, stop)
		}
	}
	var others sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), r.unseen()) - 1 {
		others.Go(worker)
	}
	worker()
	others.Wait()
	return ctx.Err()
}

func (r *Result[K]) lookAt(i int, stop *stopper) {
	if r.found[i].Load() != nil {
		return
	}
	s := r.segments[i]
	among := s.live
	if r.among[i] != nil {
		among = *r.among[i]
	}
	if found := r.query.among(s, among, stop); !stop.stopped {
		r.found[i].Store(&found)
	}
}

// unseen returns how many segments nobody has looked through.
func (r *Result[K]) unseen() int {
	n := 0
	for i := range r.found {
		if r.found[i].Load() == nil {
			n++
		}
	}
	return n
}

// sure returns how many hits at least are known without a gap from the newest on, once the recent entries are known.
func (r *Result[K]) sure() int {
	if r.found[0].Load() == nil {
		return 0
	}
	n := 0
	for i := 1; i < len(r.found); i++ {
		found := r.found[i].Load()
		if found == nil {
			break
		}
		n += found.count()
	}
	return n
}

// inOrder yields the hits known without a gap, newest first: those of the base, the recent ones between them.
func (r *Result[K]) inOrder() iter.Seq2[*segment[K], int] {
	return func(yield func(*segment[K], int) bool) {
		recent := r.segments[0]
		ahead := slices.Collect(r.found[0].Load().all())
		for n := 1; n < len(r.segments); n++ {
			found := r.found[n].Load()
			if found == nil {
				return
			}
			s := r.segments[n]
			for i := range found.all() {
				for len(ahead) > 0 && r.newest(recent.keys[ahead[0]], s.keys[i]) < 0 {
					if !yield(recent, ahead[0]) {
						return
					}
					ahead = ahead[1:]
				}
				if !yield(s, i) {
					return
				}
			}
		}
		for _, i := range ahead {
			if !yield(recent, i) {
				return
			}
		}
	}
}
