package journal

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"lifelog/journal/fold"
)

// Hit is one entry that a search found.
type Hit struct {
	ID    ID
	Head  Head
	Line  string   // the line of the text that holds the first match, as it stands
	Marks [][2]int // byte ranges of the matches in Line
	At    int      // byte offset of the first match in the entry's text
}

// Found is what a search came to.
type Found struct {
	Hits  []Hit // the first page, newest first
	Total int   // entries that match
	Read  int   // entries that were searched; fewer than All while the journal is being read
	All   int   // entries there are
}

// readers is how many entries are read at once: reading is waiting.
const readers = 4

// Read reads every entry, newest first, so that Search sees it. progress,
// which may be nil, is called now and then from one goroutine at a time.
// Entries that cannot be read are left out and returned with the reason; only
// a journal that cannot be read at all is an error.
func (j *Journal) Read(ctx context.Context, progress func(read, all int)) (left []*Odd, err error) {
	ids, left, err := j.List(ctx)
	if err != nil {
		return left, err
	}
	j.known.expect(ids)
	var (
		mu   sync.Mutex
		wg   sync.WaitGroup
		read int
		next = make(chan ID)
	)
	for range readers {
		wg.Go(func() {
			for id := range next {
				v, err := j.Load(ctx, id)
				if err == nil {
					j.known.learn(v)
				}
				mu.Lock()
				if read++; progress != nil && (read%256 == 0 || read == len(ids)) {
					progress(read, len(ids))
				}
				if err != nil && ctx.Err() == nil {
					left = append(left, &Odd{Path: j.Path(id), Why: err.Error()})
				}
				mu.Unlock()
			}
		})
	}
	for _, id := range ids {
		if ctx.Err() != nil {
			break
		}
		next <- id
	}
	close(next)
	wg.Wait()
	return left, ctx.Err()
}

// Search finds the entries that hold all the words of a query, among those
// that were read, newest first. limit is how many hits are brought, 0 for all;
// the total is always exact. What is found is looked up in the files as they
// are now.
func (j *Journal) Search(ctx context.Context, query string, limit int) (Found, error) {
	words := terms(query)
	if len(words) == 0 {
		return Found{}, nil
	}
	ids, found, err := j.known.find(ctx, words, limit)
	if err != nil {
		return found, err
	}
	for _, id := range ids {
		v, err := j.Load(ctx, id)
		if err != nil {
			return found, err
		}
		if hit, ok := hitIn(v, words); ok {
			found.Hits = append(found.Hits, hit)
		}
	}
	return found, ctx.Err()
}

// hitIn describes where a text holds the words; ok is false if it no longer
// does.
func hitIn(v Version, words []string) (hit Hit, ok bool) {
	all := matches(v.Text, words)
	if len(all) == 0 {
		return Hit{}, false
	}
	first := all[0][0]
	from := strings.LastIndexByte(v.Text[:first], '\n') + 1
	to := len(v.Text)
	if n := strings.IndexByte(v.Text[first:], '\n'); n >= 0 {
		to = first + n
	}
	hit = Hit{ID: v.ID, Head: HeadOf(v.ID, v.Text), Line: strings.TrimRight(v.Text[from:to], "\r"), At: first}
	for _, m := range all {
		if m[1] > from+len(hit.Line) {
			break
		}
		hit.Marks = append(hit.Marks, [2]int{m[0] - from, m[1] - from})
	}
	return hit, true
}

// matches returns where text holds any of the folded words: byte ranges of
// whole signs, in order and apart from each other.
func matches(text string, words []string) [][2]int {
	folded, at := fold.Positions(text)
	var all [][2]int
	for _, word := range words {
		for i := 0; ; {
			n := strings.Index(folded[i:], word)
			if n < 0 {
				break
			}
			from, to := fold.Source(at, i+n, i+n+len(word))
			all = append(all, [2]int{from, to})
			i += n + len(word)
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) })
	apart := all[:0]
	for _, m := range all {
		if n := len(apart); n > 0 && m[0] < apart[n-1][1] {
			apart[n-1][1] = max(apart[n-1][1], m[1])
			continue
		}
		apart = append(apart, m)
	}
	return apart
}
