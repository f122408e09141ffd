package journal

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"lifelog/journal/search"
)

// Hit is one entry that a search found.
type Hit struct {
	ID    ID
	Head  Head
	Line  string   // the line of the text that holds the first match, as it stands; without matches its first words
	Marks [][2]int // byte ranges of the matches in Line
	At    int      // byte offset of the first match in the entry's text; without matches of Line
	Loose bool     // found only by comparing loosely
}

// Answer is the answer to a query, worked out as far as it is asked for. Its
// methods may be called from several goroutines; what was worked out before a
// context ended is kept.
type Answer struct {
	Query Query
	Read  int // entries that are searched; fewer than All while the journal is being read
	All   int // entries there are

	j     *Journal
	marks func(text string) [][2]int
	found *search.Result[ID] // what the query describes, or candidates for texts
	texts *sieve             // of found, if entries have to be read for the query
	loose *sieve             // nil if nothing can be compared loosely
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
	plan := planner{known: k}.plan(q.root)
	loose := hasLoose(q.root)
	var loosePlan search.Query[ID]
	if loose {
		loosePlan = planner{known: k, loose: true}.plan(q.root)
	}
	k.mu.Lock()
	a.found = k.texts.Find(plan, k.last)
	k.last = a.found
	if loose {
		k.lastLoose = k.texts.Find(loosePlan, k.lastLoose)
		a.loose = &sieve{from: k.lastLoose, keep: a.holdsOnlyLoosely}
	}
	k.mu.Unlock()
	if hasPattern(q.root) {
		a.texts = &sieve{from: a.found, keep: a.holds}
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

// Count returns how many hits there are. The error is that of ctx, or of an
// entry that had to be read and could not.
func (a *Answer) Count(ctx context.Context) (int, error) {
	switch {
	case a.found == nil:
		return 0, nil
	case a.texts == nil:
		return a.found.Count(ctx)
	}
	ids, err := a.texts.page(ctx, 0, everything)
	return len(ids), err
}

// Looked returns how many entries were read for the query out of how many that
// have to be; both are 0 if none has to.
func (a *Answer) Looked() (n, of int) {
	if a.texts == nil {
		return 0, 0
	}
	return int(a.texts.seen.Load()), int(a.texts.of.Load())
}

// fewHits is how many hits are so few that entries are compared loosely too.
const fewHits = 50

// Loose returns the n newest entries that the query finds only when words are
// compared loosely: without long marks, middle dots, line breaks and endings
// between kanji. It finds none if Count is 50 or more. It reads entries and so
// takes longer than a page: show the page first. A deadline is as in Page.
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
	ids = append(slices.Clip(ids), loose...)
	slices.SortFunc(ids, Newest)
	return ids, nil
}

func (a *Answer) ids(ctx context.Context, skip, n int) ([]ID, error) {
	switch {
	case a.found == nil:
		return nil, ctx.Err()
	case a.texts != nil:
		return a.texts.page(ctx, skip, n)
	}
	return keys(a.found.Page(ctx, skip, n))
}

func keys(hits []search.Hit[ID], err error) ([]ID, error) {
	ids := make([]ID, len(hits))
	for i, h := range hits {
		ids[i] = h.Key
	}
	return ids, err
}

func (a *Answer) looseIDs(ctx context.Context, n int) ([]ID, error) {
	if a.loose == nil {
		return nil, nil
	}
	if ids, err := a.ids(ctx, 0, fewHits); err != nil || len(ids) == fewHits {
		return nil, err
	}
	return a.loose.page(ctx, 0, n)
}

// holds says whether the query describes the entry.
func (a *Answer) holds(ctx context.Context, id ID) (bool, error) {
	r, err := a.read(ctx, id)
	return err == nil && r.holds(a.Query.root, false), err
}

func (a *Answer) holdsOnlyLoosely(ctx context.Context, id ID) (bool, error) {
	r, err := a.read(ctx, id)
	return err == nil && r.holds(a.Query.root, true) && !r.holds(a.Query.root, false), err
}

func (a *Answer) read(ctx context.Context, id ID) (*reading, error) {
	v, err := a.j.Load(ctx, id)
	if err != nil {
		return nil, err
	}
	return a.j.known.reading(ctx, v), nil
}

// showSoFar shows entries unless finding them was cancelled.
func (a *Answer) showSoFar(ctx context.Context, ids []ID, loose bool, err error) ([]Hit, error) {
	switch {
	case err == nil:
		return a.show(ctx, ids, loose)
	case !errors.Is(err, context.DeadlineExceeded):
		return nil, err
	}
	hits, failed := a.show(context.WithoutCancel(ctx), ids, loose)
	if failed != nil {
		err = failed
	}
	return hits, err
}

// show reads the entries and says where they hold what was looked for. What
// is gone meanwhile is left out.
func (a *Answer) show(ctx context.Context, ids []ID, loose bool) ([]Hit, error) {
	hits := make([]Hit, len(ids))
	err := each(ctx, ids, func(i int, id ID) error {
		since := a.j.known.now()
		v, err := a.j.Load(ctx, id)
		if err != nil {
			return err
		}
		marks := a.marksIn(v.Text)
		if v.Rev == "" || len(marks) == 0 && !a.j.known.reading(ctx, v).holds(a.Query.root, loose) {
			a.j.known.read(v, since)
			return nil
		}
		hits[i] = hitIn(v, marks)
		hits[i].Loose = loose
		return nil
	})
	return slices.DeleteFunc(hits, func(h Hit) bool { return h.ID == ID{} }), err
}

func (a *Answer) marksIn(text string) [][2]int {
	if a.marks == nil {
		return nil
	}
	return a.marks(text)
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

// hitIn describes an entry by the line of its first match.
func hitIn(v Version, marks [][2]int) Hit {
	hit := Hit{ID: v.ID, Head: HeadOf(v.ID, v.Text)}
	if len(marks) > 0 {
		hit.At = marks[0][0]
	} else {
		hit.At = firstWords(v.Text, hit.Head)
	}
	from := strings.LastIndexByte(v.Text[:hit.At], '\n') + 1
	line, _, _ := strings.Cut(v.Text[from:], "\n")
	hit.Line = strings.TrimRight(line, "\r")
	for _, m := range marks {
		if m[0] >= from+len(hit.Line) {
			break
		}
		hit.Marks = append(hit.Marks, [2]int{m[0] - from, min(m[1]-from, len(hit.Line))})
	}
	return hit
}

// firstWords is where the words of an entry begin, below its title if there
// are any.
func firstWords(text string, head Head) int {
	body := bodyStart(text)
	for _, words := range []string{head.Lead, head.Title} {
		if n := strings.Index(text[body:], words); n >= 0 && words != "" {
			return body + n
		}
	}
	return body
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
