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
}

// Hit is an entry that was found.
type Hit[K comparable] struct {
	Key     K
	Matches []Match // where the terms of the query stand, in order of From; those of different terms may overlap
}

// Match is a byte range of the folded text.
type Match struct{ From, To int }

// maxMatches is how many matches of one term a hit names.
const maxMatches = 100

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

// Page returns n hits, newest first, after the first skip ones; fewer if there are no more. It looks no further than it
// has to. The error is that of ctx.
func (r *Result[K]) Page(ctx context.Context, skip, n int) ([]Hit[K], error) {
	if err := r.look(ctx, func() bool { return r.sure() >= skip+n }); err != nil {
		return nil, err
	}
	terms := r.query.terms(nil)
	var hits []Hit[K]
	for s, i := range r.inOrder() {
		if skip > 0 {
			skip--
			continue
		}
		if len(hits) == n {
			break
		}
		hits = append(hits, Hit[K]{Key: s.keys[i], Matches: matches(terms, s.texts[i])})
	}
	return hits, nil
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

func matches(terms []needle, text []byte) []Match {
	var found []Match
	for _, term := range terms {
		for n, at := 0, term.index(text, 0); at >= 0 && n < maxMatches; n++ {
			end := at + len(term.text)
			found = append(found, Match{at, end})
			at = term.index(text, end)
		}
	}
	slices.SortFunc(found, func(a, b Match) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return slices.Compact(found)
}
