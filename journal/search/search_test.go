package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
)

// In these tests keys are days by number: the greater, the newer.
func newest(a, b int) int { return cmp.Compare(b, a) }

func filled(texts ...string) *Index[int] {
	x := New(newest)
	for i, text := range texts {
		x.Put(i, []byte(text))
	}
	return x
}

func keys(t *testing.T, r *Result[int]) []int {
	t.Helper()
	hits, err := r.Page(t.Context(), 0, 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	count, err := r.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if count != len(hits) {
		t.Errorf("count %d, but %d hits", count, len(hits))
	}
	return hits
}

func TestFind(t *testing.T) {
	x := filled("雨の日", "会議のあと雨", "meeting in the rain", "", "会議 meeting")
	word := Term[int]
	even := Check("even", func(k int) bool { return k%2 == 0 })
	for _, test := range []struct {
		name  string
		query Query[int]
		want  []int
	}{
		{"word", word("雨"), []int{1, 0}},
		{"empty word", word(""), []int{4, 3, 2, 1, 0}},
		{"zero query", Query[int]{}, []int{4, 3, 2, 1, 0}},
		{"and", And(word("会議"), word("meet")), []int{4}},
		{"or", Or(word("雨"), word("rain")), []int{2, 1, 0}},
		{"or of nothing", Or[int](), nil},
		{"not", Not(word("会議")), []int{3, 2, 0}},
		{"and not", And(word("会議"), Not(word("雨"))), []int{4}},
		{"check", And(even, Not(word("雨"))), []int{4, 2}},
		{"across entries", word("日会"), nil},
		{"within a character", word("\x9b\xa8"), []int{1, 0}},
	} {
		if got := keys(t, x.Find(test.query, nil)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestRanked(t *testing.T) {
	x := filled("aa 会議 aa", "a", "a 会議", "aaa", "b")
	r := x.Find(Or(Term[int]("a"), Term[int]("会議")), nil)
	for _, test := range []struct {
		skip, n int
		want    []int
	}{{0, 9, []int{0, 3, 2, 1}}, {1, 2, []int{3, 2}}, {4, 1, nil}, {9, 1, nil}} {
		if got, err := r.Ranked(t.Context(), test.skip, test.n); err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%d after %d are %v, %v; want %v", test.n, test.skip, got, err, test.want)
		}
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.Find(Term[int]("a"), nil).Ranked(done, 0, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestPages(t *testing.T) {
	x := New(newest)
	for i := range 5000 {
		x.Put(i*7919%5000, []byte("day"))
	}
	r := x.Find(Term[int]("day"), nil)
	for skip := 0; skip <= 5000; skip += 625 {
		hits, err := r.Page(t.Context(), skip, 625)
		if err != nil || skip < 5000 && len(hits) != 625 {
			t.Fatalf("%d hits after %d, %v", len(hits), skip, err)
		}
		for i, hit := range hits {
			if want := 4999 - skip - i; hit != want {
				t.Fatalf("hit %d is %d, want %d", skip+i, hit, want)
			}
		}
	}
}

func TestResultKeepsWhatItShows(t *testing.T) {
	x := filled("one", "two")
	r := x.Find(Term[int]("o"), nil)
	x.Put(2, []byte("more"))
	x.Put(0, []byte("zero"))
	x.Drop(1)
	if got := keys(t, r); !slices.Equal(got, []int{1, 0}) {
		t.Errorf("the earlier result shows %v", got)
	}
	if got := keys(t, x.Find(Term[int]("o"), r)); !slices.Equal(got, []int{2, 0}) {
		t.Errorf("the later result shows %v", got)
	}
}

// plain is what the index is held against: a map and strings.Contains.
type plain map[int]string

func (p plain) find(describes func(k int, text string) bool) []int {
	var found []int
	for _, k := range slices.SortedFunc(maps.Keys(p), newest) {
		if describes(k, p[k]) {
			found = append(found, k)
		}
	}
	return found
}

// letters are few, so that random words are often found, and common bytes are often wrong.
var letters = []rune("あいう雨会議abc# e、")

func word(rng *rand.Rand, n int) string {
	var s strings.Builder
	for range n {
		s.WriteRune(letters[rng.IntN(len(letters))])
	}
	return s.String()
}

// query returns a random query and what it means.
func query(rng *rand.Rand, depth int) (Query[int], func(k int, text string) bool) {
	kind := rng.IntN(6)
	if depth == 0 {
		kind = rng.IntN(3)
	}
	switch kind {
	case 2:
		n := 2 + rng.IntN(3)
		divides := func(k int) bool { return k%n == 0 }
		return Check(fmt.Sprint(n), divides), func(k int, _ string) bool { return divides(k) }
	case 3:
		q, f := query(rng, depth-1)
		return Not(q), func(k int, text string) bool { return !f(k, text) }
	case 4, 5:
		p, f := query(rng, depth-1)
		q, g := query(rng, depth-1)
		if kind == 4 {
			return And(p, q), func(k int, text string) bool { return f(k, text) && g(k, text) }
		}
		return Or(p, q), func(k int, text string) bool { return f(k, text) || g(k, text) }
	}
	w := word(rng, 1+rng.IntN(3))
	return Term[int](w), func(_ int, text string) bool { return strings.Contains(text, w) }
}

// compare makes random changes to an index and to a plain map and asks both the same questions.
func compare(t *testing.T, seed uint64, entries, steps int) {
	rng := rand.New(rand.NewPCG(seed, 0))
	x, want := New(newest), plain{}
	var was *Result[int]
	for step := range steps {
		for range rng.IntN(entries / 2) {
			k := rng.IntN(entries)
			if rng.IntN(4) == 0 {
				x.Drop(k)
				delete(want, k)
			} else {
				want[k] = word(rng, rng.IntN(40))
				x.Put(k, []byte(want[k]))
			}
		}
		if seed%2 == 0 {
			x.quicken(t.Context(), 0, 0)
		}
		if x.Len() != len(want) {
			t.Fatalf("seed %d step %d: %d entries, want %d", seed, step, x.Len(), len(want))
		}
		for range 6 {
			q, describes := query(rng, 3)
			r := x.Find(q, was)
			if got, want := keys(t, r), want.find(describes); !slices.Equal(got, want) {
				t.Fatalf("seed %d step %d: %+v found %v, want %v", seed, step, q, got, want)
			}
			was = r
		}
	}
}

func TestAgainstPlain(t *testing.T) {
	for seed := range uint64(20) {
		compare(t, seed, 60, 10)
	}
	compare(t, 100, 9_000, 6)
	compare(t, 101, 9_000, 6)
}

func FuzzAgainstPlain(f *testing.F) {
	f.Add(uint64(7), uint16(40))
	f.Add(uint64(8), uint16(3000))
	f.Fuzz(func(t *testing.T, seed uint64, entries uint16) { compare(t, seed, 2+int(entries)%4000, 4) })
}

func FuzzNeedle(f *testing.F) {
	f.Add("会議のあと雨", "雨", 3)
	f.Add("ababababac", "bac", 0)
	f.Add(strings.Repeat("z", 200)+"az", "az", 1)
	f.Fuzz(func(t *testing.T, text, word string, from int) {
		if from < 0 || from > len(text) {
			return
		}
		n := newNeedle(word)
		want := strings.Index(text[from:], word)
		if want >= 0 {
			want += from
		}
		if got := n.index([]byte(text), from); got != want {
			t.Errorf("%q in %q from %d: %d, want %d", word, text, from, got, want)
		}
	})
}

// FuzzRows: rows never hide a text that has the word, and exact ones never show one that has not, whatever words have
// rows of their own.
func FuzzRows(f *testing.F) {
	f.Add("会議のあと雨", "のあ", "のあ")
	f.Add("a\xE3会\x00b1", "\x00b", "b")
	f.Add("cafe #me", "me", "meme")
	f.Add("x\xFF", "\uFFFD", "\uFFFD")
	f.Fuzz(func(t *testing.T, text, word, frequent string) {
		maker := rowMaker{own: learn([][]byte{[]byte(frequent), []byte(frequent), []byte(frequent)}), made: 1}
		r, n := maker.rows([][]byte{nil, []byte(text)}, len(text)), newNeedle(word)
		var here set
		here.add(1)
		found, exact := r.among(&n, here)
		if contains := strings.Contains(text, word); contains && found != here || !contains && found == here && exact {
			t.Errorf("%q in %q: %v, by rows %v, exact %v", word, text, contains, found == here, exact)
		}
	})
}

// TestQuicken: all but the newest segments get rows, also when one was changed while its rows were made; entries that are
// dropped stay so.
func TestQuicken(t *testing.T) {
	x, text := New(newest), []byte("day")
	for k := range 4 * segmentSize {
		x.Put(k, text)
	}
	stale := x.base[2]
	x.Drop(stale.keys[5])
	x.equip(stale, new(rowMaker).rows(stale.texts, stale.size()))
	made := x.base[2].rows
	x.quicken(t.Context(), segmentSize*len(text), 0)
	for i, s := range x.base {
		if (s.rows != nil) != (i > 0) {
			t.Errorf("segment %d has rows: %v", i, s.rows != nil)
		}
	}
	if x.base[2].rows != made || made == nil {
		t.Error("rows were made twice, or not kept for a segment that was changed")
	}
	if n := len(keys(t, x.Find(Term[int]("day"), nil))); n != x.Len() || n != 4*segmentSize-1 {
		t.Errorf("%d found, %d there", n, x.Len())
	}
	x.Put(stale.keys[5], text)
	x.pack()
	x.equip(stale, made)
	if slices.ContainsFunc(x.base, func(s *segment[int]) bool { return s.rows == made }) {
		t.Error("a segment that was packed anew has the rows of another one")
	}
}

func TestTranspose(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 4))
	var block, turned [64]uint64
	for k := range block {
		block[k] = rng.Uint64()
		for i := range 64 {
			turned[i] |= block[k] >> i & 1 << k
		}
	}
	if transpose(&block); block != turned {
		t.Error("bit i of word k is not bit k of word i")
	}
}

// TestNarrowing: a query looks only at the survivors of one that it narrows, from segment to segment.
func TestNarrowing(t *testing.T) {
	x := New(newest)
	for k := range 3 * segmentSize {
		x.Put(k, []byte(fmt.Sprintf("day %d", k%100)))
	}
	var mu sync.Mutex
	asked := 0
	spy := Check("", func(int) bool {
		mu.Lock()
		defer mu.Unlock()
		asked++
		return true
	})
	was := x.Find(Term[int]("day 7"), nil)
	survivors := len(keys(t, was))
	if keys(t, x.Find(And(spy, Term[int]("day 77")), was)); asked != survivors {
		t.Errorf("%d entries were looked at, the earlier result has %d", asked, survivors)
	}
	asked = 0
	if keys(t, x.Find(And(spy, Term[int]("day 8")), was)); asked != x.Len() {
		t.Errorf("%d of %d entries were looked at for another word", asked, x.Len())
	}
	asked = 0
	x.Put(10_000, []byte("day 7"))
	if keys(t, x.Find(And(spy, Term[int]("day 7")), was)); asked >= x.Len() || asked < survivors+1 {
		t.Errorf("%d entries were looked at after one was added to %d survivors", asked, survivors)
	}
}

func TestCancel(t *testing.T) {
	x := New(newest)
	for k := range 3 * segmentSize {
		x.Put(k, []byte("day"))
	}
	ctx, cancel := context.WithCancel(t.Context())
	var mu sync.Mutex
	asked := 0
	r := x.Find(Check("", func(int) bool {
		mu.Lock()
		defer mu.Unlock()
		if asked++; asked == 10 {
			cancel()
		}
		return true
	}), nil)
	if _, err := r.Count(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Count: %v", err)
	}
	if asked > 10*stride/costOfCheck {
		t.Errorf("%d entries were asked after the context was done", asked-10)
	}
	if _, err := r.Page(ctx, 0, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("Page: %v", err)
	}
	if n, err := r.Count(t.Context()); n != x.Len() || err != nil {
		t.Errorf("asked again: %d, %v; want %d", n, err, x.Len())
	}
}

func TestManyAtOnce(t *testing.T) {
	x := New(newest)
	var all sync.WaitGroup
	for worker := range 4 {
		all.Go(func() {
			x.quicken(t.Context(), 0, 0)
			var was *Result[int]
			for i := range 1500 {
				k := i*4 + worker
				x.Put(k, []byte("day"))
				if i%3 == 0 {
					x.Drop(k - 8)
				}
				if i%100 == 0 {
					x.quicken(t.Context(), 0, 0)
					was = x.Find(Term[int]("day"), was)
					if _, err := was.Page(t.Context(), 0, 10); err != nil {
						t.Error(err)
					}
					if _, err := was.Count(t.Context()); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	all.Wait()
	if got := len(keys(t, x.Find(Term[int]("day"), nil))); got != x.Len() {
		t.Errorf("%d found, %d there", got, x.Len())
	}
}

func TestBytes(t *testing.T) {
	x, folded := New(newest), 0
	text := []byte(strings.Repeat("今日は会議のあと雨", 48)) // just enough for a segment to have rows
	for k := range 4 * segmentSize {
		x.Put(k, text)
		folded += len(text)
	}
	x.quicken(t.Context(), 0, rowsFrom)
	for k := range 2 * segmentSize { // changed entries leave their old text behind for a while
		x.Put(k, text)
	}
	if got := x.Bytes(); got < folded || got > folded*3/2 {
		t.Errorf("%d bytes for %d bytes of text", got, folded)
	}
}
