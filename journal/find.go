package journal

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
)

// Answer is the answer to a query, worked out as far as it is asked for. Its
// methods may be called from several goroutines; what was worked out before a
// context ended is kept.
type Answer struct {
	Query Query
	Read  int // entries that are searched; fewer than All while the journal is being read
	All   int // entries there are

	j     *Journal
	marks func(text string) [][2]int
	found entries // what the query describes
	loose entries // what it describes only when words are compared loosely; nil if none can be
}

// everything is how many entries to ask for to get all.
const everything = 1 << 30

// Start begins a search among the entries that were read. The error is always
// a *QueryError; nothing has been looked at yet.
func (j *Journal) Start(query string) (*Answer, error) {
	q, err := ParseQuery(query, j.Today())
	if err != nil {
		return nil, err
	}
	a := &Answer{Query: q, j: j, marks: q.Matcher()}
	k := j.known
	if q.Empty() {
		a.Read, a.All = k.size()
		return a, nil
	}
	loose := hasLoose(q.root)
	plan, loosePlan := planner{known: k}.plan(q.root), planner{known: k, loose: true}.plan(q.root)
	k.mu.Lock()
	k.last = k.texts.Find(plan, k.last)
	a.found = indexed{k.last}
	if loose {
		k.lastLoose = k.texts.Find(loosePlan, k.lastLoose)
		a.loose = indexed{k.lastLoose}
	}
	k.mu.Unlock()
	if hasPattern(q.root) {
		a.found = a.sieved(a.found, false)
		if loose {
			a.loose = a.sieved(a.loose, true)
		}
	}
	a.Read, a.All = k.size()
	return a, nil
}

// Page returns n hits, newest first, after the first skip ones; fewer if there
// are no more. They are shown as their files are now. If the deadline of ctx
// passes first, a query that has to read entries returns the hits it has so
// far together with the error, and goes on from there when it is asked again.
func (a *Answer) Page(ctx context.Context, skip, n int) ([]Hit, error) {
	ids, err := a.ids(ctx, skip, n)
	return a.showSoFar(ctx, ids, false, err)
}

// Ranked is Page with those entries first that hold most of what is looked for;
// of equal ones the newer.
func (a *Answer) Ranked(ctx context.Context, skip, n int) ([]Hit, error) {
	var ids []ID
	var err error
	switch found := a.found.(type) {
	case indexed:
		ids, err = found.Ranked(ctx, skip, n)
	case *sieve:
		ids, err = a.rankedTexts(ctx, found)
		ids = ids[min(skip, len(ids)):min(skip+n, len(ids))]
	}
	if err != nil {
		return nil, err
	}
	return a.show(ctx, ids, false)
}

// rankedTexts reads entries again to count what is looked for in them.
func (a *Answer) rankedTexts(ctx context.Context, found *sieve) ([]ID, error) {
	ids, err := found.page(ctx, 0, everything)
	if err != nil || a.marks == nil {
		return ids, err
	}
	counted := make(map[ID]int, len(ids))
	var mu sync.Mutex
	err = each(ctx, ids, func(_ int, id ID) error {
		v, err := a.j.Load(ctx, id)
		n := len(a.marks(v.Text))
		mu.Lock()
		defer mu.Unlock()
		counted[id] = n
		return err
	})
	ids = slices.Clone(ids)
	slices.SortStableFunc(ids, func(a, b ID) int { return cmp.Compare(counted[b], counted[a]) })
	return ids, err
}

// Count returns how many hits there are. The error is that of ctx, or of an
// entry that had to be read and could not.
func (a *Answer) Count(ctx context.Context) (int, error) {
	if a.found == nil {
		return 0, nil
	}
	return a.found.count(ctx)
}

// Looked returns how many entries were read for the query out of how many that
// have to be; both are 0 if none has to.
func (a *Answer) Looked() (n, of int) {
	if s, ok := a.found.(*sieve); ok {
		return int(s.seen.Load()), int(s.of.Load())
	}
	return 0, 0
}

// fewHits is how many hits are so few that entries are compared loosely too.
const fewHits = 50

// Loose returns the n newest entries that the query finds only when words are
// compared loosely: without long marks, middle dots, line breaks and endings
// between kanji. It finds none if Count is 50 or more. It takes longer than a
// page: show the page first. A deadline is as in Page.
func (a *Answer) Loose(ctx context.Context, n int) ([]Hit, error) {
	ids, err := a.looseIDs(ctx, n)
	return a.showSoFar(ctx, ids, true, err)
}

// IDs returns all entries that the query finds, also loosely, newest first.
func (a *Answer) IDs(ctx context.Context) ([]ID, error) {
	ids, err := a.ids(ctx, 0, everything)
	if err != nil {
		return nil, err
	}
	loose, err := a.looseIDs(ctx, everything)
	if err != nil {
		return nil, err
	}
	if len(loose) > 0 {
		ids = append(slices.Clip(ids), loose...)
		slices.SortFunc(ids, Newest)
	}
	return ids, nil
}

func (a *Answer) ids(ctx context.Context, skip, n int) ([]ID, error) {
	if a.found == nil {
		return nil, ctx.Err()
	}
	return a.found.page(ctx, skip, n)
}

func (a *Answer) looseIDs(ctx context.Context, n int) ([]ID, error) {
	if a.loose == nil {
		return nil, nil
	}
	strong, err := a.ids(ctx, 0, fewHits)
	if err != nil || len(strong) == fewHits {
		return nil, err
	}
	ids, err := a.loose.page(ctx, 0, min(n, everything-fewHits)+len(strong))
	ids = slices.DeleteFunc(slices.Clone(ids), func(id ID) bool { return slices.Contains(strong, id) })
	return ids[:min(n, len(ids))], err
}

// showSoFar shows entries unless finding them was cancelled.
func (a *Answer) showSoFar(ctx context.Context, ids []ID, loose bool, err error) ([]Hit, error) {
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return nil, err
	}
	work, end := unhurried(ctx)
	defer end()
	hits, failed := a.show(work, ids, loose)
	return hits, cmp.Or(failed, err)
}

// show reads the entries and says where they hold what was looked for. One
// that was changed behind our back is known as it is from then on, and left out
// if the query describes it no longer.
func (a *Answer) show(ctx context.Context, ids []ID, loose bool) ([]Hit, error) {
	hits := make([]Hit, len(ids))
	err := each(ctx, ids, func(i int, id ID) error {
		since := a.j.known.now()
		v, err := a.j.Load(ctx, id)
		if err != nil {
			return err
		}
		f, fresh := a.j.known.factsOf(v)
		if fresh {
			a.j.known.read(v, since)
			r := &reading{ctx: ctx, known: a.j.known, Version: v, facts: f}
			if v.Rev == "" || !r.holds(a.Query.root, loose) {
				return nil
			}
		}
		var marks [][2]int
		if a.marks != nil {
			marks = a.marks(v.Text)
		}
		hits[i] = hitIn(v, f.head, marks)
		hits[i].Loose = loose
		return nil
	})
	return slices.DeleteFunc(hits, func(h Hit) bool { return h.ID == ID{} }), err
}

// each calls do for all ids, several at a time, and returns the first error.
func each(ctx context.Context, ids []ID, do func(i int, id ID) error) error {
	var (
		wg     sync.WaitGroup
		mu     sync.Mutex
		first  error
		worker = min(readers, (len(ids)+3)/4)
	)
	for w := range worker {
		wg.Go(func() {
			for i := w; i < len(ids) && ctx.Err() == nil; i += worker {
				if err := do(i, ids[i]); err != nil {
					mu.Lock()
					if first == nil {
						first = err
					}
					mu.Unlock()
					return
				}
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	return first
}

// Found is what a search came to.
type Found struct {
	Hits  []Hit // the first page, newest first, those found loosely at the end
	Total int   // entries found
	Loose int   // how many of them were found loosely
	Read  int   // entries that were searched; fewer than All while the journal is being read
	All   int   // entries there are
}

// Search finds the entries that a query describes, among those that were
// read. limit is how many hits are brought, 0 for all; the total is exact.
// Start does the same step by step.
func (j *Journal) Search(ctx context.Context, query string, limit int) (Found, error) {
	a, err := j.Start(query)
	if err != nil {
		return Found{}, err
	}
	found := Found{Read: a.Read, All: a.All}
	if limit <= 0 {
		limit = everything
	}
	strong, err := a.Count(ctx)
	if err != nil {
		return found, err
	}
	loose, err := a.looseIDs(ctx, everything)
	if err != nil {
		return found, err
	}
	found.Total, found.Loose = strong+len(loose), len(loose)
	if found.Hits, err = a.Page(ctx, 0, limit); err != nil {
		return found, err
	}
	loose = loose[:min(len(loose), max(0, limit-strong))]
	more, err := a.show(ctx, loose, true)
	found.Hits = append(found.Hits, more...)
	return found, err
}
