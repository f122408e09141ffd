package journal

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"lifelog/journal/date"
	"lifelog/journal/search"
)

// known is what has been read of the journal so far: facts of every entry
// and, to be searched, its folded text. It follows every save.
type known struct {
	texts *search.Index[ID]

	mu      sync.RWMutex
	entries map[ID]*facts
	lasting map[ID]bool // entries that last until another day
	marked  map[ID]bool // entries in which git left two texts
	changed map[ID]int  // by which change an entry was changed last, of those that were
	changes int         // how many changes there have been
	all     int         // entries there are, once they have been listed

	pages   []ID        // by their paths
	names   int         // how often links, titles, entries or pages have changed
	linking map[ID][]ID // by entry, those that link to it; nil while that is not known

	last, lastLoose *search.Result[ID] // the next search may only narrow them
}

func newKnown() *known {
	return &known{
		texts:   search.New(Newest),
		entries: map[ID]*facts{},
		lasting: map[ID]bool{},
		marked:  map[ID]bool{},
		changed: map[ID]int{},
	}
}

// expect says which entries there were a moment ago, newest first, before they
// are read; others are forgotten, unless they were changed since then.
func (k *known) expect(ids []ID, since int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.all = len(ids)
	for id := range k.entries {
		if _, found := slices.BinarySearchFunc(ids, id, Newest); !found && k.changed[id] <= since {
			k.forget(id)
		}
	}
}

// expectPages says which pages there are.
func (k *known) expectPages(pages []ID) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !slices.Equal(pages, k.pages) {
		k.pages, k.linking = pages, nil
		k.names++
	}
}

func (k *known) forget(id ID) {
	k.relink(k.entries[id], nil)
	delete(k.entries, id)
	delete(k.lasting, id)
	delete(k.marked, id)
	k.texts.Drop(id)
}

// relink makes known that an entry changed which others are linked by, or to.
func (k *known) relink(was, is *facts) {
	if was != is && !linkedAlike(was, is) {
		k.names++
		k.linking = nil
	}
}

// now is for read: the changes there have been.
func (k *known) now() int {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.changes
}

// learn takes in what is stored now; a version without a Rev is gone.
func (k *known) learn(v Version) { k.take(v, -1) }

// read takes in what was stored a moment ago, unless the entry was changed
// since then.
func (k *known) read(v Version, since int) { k.take(v, since) }

func (k *known) take(v Version, since int) {
	f := factsOf(v)
	folded, marked := f.folded(v.Text), Marked(v.Text)
	k.mu.Lock()
	defer k.mu.Unlock()
	switch {
	case since < 0:
		k.changes++
		k.changed[v.ID] = k.changes
	case k.changed[v.ID] > since:
		return
	}
	if v.Rev == "" {
		if k.entries[v.ID] != nil {
			k.all--
		}
		k.forget(v.ID)
		return
	}
	k.relink(k.entries[v.ID], &f)
	k.entries[v.ID] = &f
	delete(k.lasting, v.ID)
	if !f.until.IsZero() {
		k.lasting[v.ID] = true
	}
	delete(k.marked, v.ID)
	if marked {
		k.marked[v.ID] = true
	}
	k.texts.Put(v.ID, folded)
}

// facts is what is known of an entry, nil for nothing. It must not be changed.
func (k *known) facts(id ID) *facts {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.entries[id]
}

// size is how many entries have been read and how many there are.
func (k *known) size() (read, all int) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return len(k.entries), max(k.all, len(k.entries))
}

// factsOf are those of an entry as it was just read. fresh is true if they
// are not what is known, since the entry was changed behind our back.
func (k *known) factsOf(v Version) (f *facts, fresh bool) {
	if f := k.facts(v.ID); f != nil && f.sum == sumOf(v.Text) {
		return f, false
	}
	read := factsOf(v)
	return &read, true
}

// trips are the days of the entries that last until another day and hold a
// folded text in their title, in order.
func (k *known) trips(folded string) []date.Range {
	k.mu.RLock()
	defer k.mu.RUnlock()
	var trips []date.Range
	for id := range k.lasting {
		if f := k.entries[id]; f.hasTitle(folded) {
			trips = append(trips, date.Range{From: id.Date, To: f.until})
		}
	}
	slices.SortFunc(trips, func(a, b date.Range) int { return cmp.Or(a.From.Compare(b.From), a.To.Compare(b.To)) })
	return trips
}

// Head returns the head of an entry, read once and then remembered.
func (j *Journal) Head(ctx context.Context, id ID) (Head, error) {
	if f := j.known.facts(id); f != nil {
		return f.head, nil
	}
	v, err := j.Load(ctx, id)
	if err != nil {
		return Head{}, err
	}
	return HeadOf(id, v.Text), nil
}

// readers is how many entries are read at once: reading is waiting.
const readers = 4

// Read reads every entry, newest first, so that searches see it. progress,
// which may be nil, is called now and then from one goroutine at a time.
// Entries that cannot be read are left out and returned with the reason; only
// a journal that cannot be read at all is an error.
func (j *Journal) Read(ctx context.Context, progress func(read, all int)) (left []*Odd, err error) {
	since := j.known.now()
	ids, left, err := j.List(ctx)
	if err != nil {
		return left, err
	}
	j.known.expect(ids, since)
	j.known.expectPages(j.pages(ctx))
	var (
		mu   sync.Mutex
		wg   sync.WaitGroup
		read int
		next = make(chan ID)
	)
	for range readers {
		wg.Go(func() {
			for id := range next {
				since := j.known.now()
				v, err := j.Load(ctx, id)
				if err == nil {
					j.known.read(v, since)
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

// Quicken makes searches of a large journal quick that has been read. It takes
// seconds for 100,000 entries, and may be done while they are searched.
func (j *Journal) Quicken(ctx context.Context) { j.known.texts.Quicken(ctx) }
