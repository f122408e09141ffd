package journal_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/store/storetest"
)

// shelf is a journal in memory whose history can fail.
type shelf struct {
	*store.Mem
	clock time.Time
	fault error
	calls int // of the history
}

func newShelf() *shelf {
	s := &shelf{Mem: store.NewMem(), clock: time.Date(2022, 5, 2, 8, 0, 0, 0, time.UTC)}
	s.Mem.Time = func() time.Time { return s.clock }
	return s
}

func (s *shelf) Keep(ctx context.Context, state journal.State, text string) error {
	s.calls++
	if s.fault != nil {
		return s.fault
	}
	return s.Mem.Keep(ctx, state, text)
}

func (s *shelf) States(ctx context.Context, id journal.ID) ([]journal.State, error) {
	s.calls++
	return s.Mem.States(ctx, id)
}

func (s *shelf) open() *journal.Journal {
	return journal.Open(s, func() time.Time { return s.clock })
}

// writer changes an entry as the screen does.
type writer struct {
	t     *testing.T
	j     *journal.Journal
	shelf *shelf
	v     journal.Version
}

func (w *writer) saves(text string) *writer {
	w.t.Helper()
	saved, err := w.j.Save(w.t.Context(), w.v, journal.Version{ID: w.v.ID, Text: text, Rev: w.v.Rev})
	if err != nil {
		w.t.Fatal(err)
	}
	w.v = saved.Version
	return w
}

func (w *writer) waits(d time.Duration) *writer { w.shelf.clock = w.shelf.clock.Add(d); return w }
func (w *writer) leaves() *writer               { w.j.Leave(w.t.Context(), w.v, journal.OnLeaving); return w }

// has fails unless the entry has states, written as occasion and text.
func (w *writer) has(want ...string) *writer {
	w.t.Helper()
	states, err := w.shelf.Mem.States(w.t.Context(), w.v.ID)
	if err != nil {
		w.t.Fatal(err)
	}
	var got []string
	for _, s := range states {
		text, err := w.shelf.Text(w.t.Context(), s)
		if err != nil {
			w.t.Fatal(err)
		}
		got = append(got, string(s.On)+" "+text)
	}
	if !slices.Equal(got, want) {
		w.t.Fatalf("the states are %q, want %q", got, want)
	}
	return w
}

func writing(t *testing.T, name string) *writer {
	s := newShelf()
	return &writer{t, s.open(), s, journal.Version{ID: id(t, name)}}
}

func TestWhenStatesAreKept(t *testing.T) {
	w := writing(t, "2022-05-02")
	w.saves("a").waits(2 * time.Second).saves("ab").has()           // there was nothing before
	w.waits(10 * time.Minute).saves("abc").has("w ab")              // which stood there for ten minutes
	w.waits(5 * time.Minute).saves("abcd").has("w ab")              // too early
	w.waits(5*time.Minute).saves("abcde").has("w ab", "w abcd")     //
	w.leaves().leaves().has("w ab", "w abcd", "l abcde")            // nothing changed in between
	w.saves("abcdef").has("w ab", "w abcd", "l abcde")              // opened as it was left
	w.saves("x").has("w ab", "w abcd", "l abcde", "w abcdef")       // much was lost at once
	w.saves("").has("w ab", "w abcd", "l abcde", "w abcdef", "d x") // all was
	w.saves("y").leaves().has("w ab", "w abcd", "l abcde", "w abcdef", "d x", "l y")

	w = writing(t, "2022-05-03")
	if _, err := w.j.Append(t.Context(), w.v.ID, "one"); err != nil {
		t.Fatal(err)
	}
	w.has("l ## 08:00\n\none\n")
	v, err := w.j.Load(t.Context(), w.v.ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.j.Remove(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	w.has("l ## 08:00\n\none\n") // which is how it was removed
}

// An entry that another program changed is kept as it was before that, and so
// is what that program wrote if the two could not be joined.
func TestStatesBeforeAChangeFromOutside(t *testing.T) {
	w := writing(t, "2022-05-02")
	w.saves("one\n\ntwo\n").leaves()
	theirs := func(text string) {
		v, err := w.shelf.Load(t.Context(), w.v.ID)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.shelf.Save(t.Context(), journal.Version{ID: v.ID, Text: text, Rev: v.Rev}); err != nil {
			t.Fatal(err)
		}
	}
	theirs("zero\none\n\ntwo\n")
	w.saves("one\n\ntwo\nthree\n").has("l one\n\ntwo\n", "j one\n\ntwo\nthree\n")
	if w.v.Text != "zero\none\n\ntwo\nthree\n" {
		t.Fatalf("joined to %q", w.v.Text)
	}
	theirs("ZERO\n")
	w.saves("Zero\none\n\ntwo\nthree\n").leaves()
	w.has("l one\n\ntwo\n", "j one\n\ntwo\nthree\n", "j Zero\none\n\ntwo\nthree\n", "f ZERO\n", "l Zero\none\n\ntwo\nthree\n")
}

func TestRestore(t *testing.T) {
	w := writing(t, "2022-05-02")
	w.saves("# Day\n\nlong ago\n").leaves().saves("# Day\n").leaves()
	states, err := w.j.States(t.Context(), w.v.ID)
	if err != nil || len(states) != 2 {
		t.Fatal(states, err)
	}
	restore := func(s journal.State) {
		t.Helper()
		text, err := w.j.StateText(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		base, err := w.j.Load(t.Context(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		saved, err := w.j.Restore(t.Context(), base, text)
		if err != nil || saved.Text != text {
			t.Fatalf("Restore came to %q, %v", saved.Text, err)
		}
		w.v = saved.Version
	}
	restore(states[1])
	w.has("l # Day\n\nlong ago\n", "l # Day\n", "b # Day\n\nlong ago\n")
	if err := w.j.Remove(t.Context(), w.v); err != nil {
		t.Fatal(err)
	}
	restore(states[0]) // of an entry that is gone
	w.has("l # Day\n\nlong ago\n", "l # Day\n", "b # Day\n\nlong ago\n", "b # Day\n")
}

// A history that fails costs itself and nothing else, is told of once, and is
// left alone for a while.
func TestAHistoryThatFails(t *testing.T) {
	w := writing(t, "2022-05-02")
	w.shelf.fault = errors.New("the disk is full")
	w.saves("a").saves("ab").saves("abc").leaves()
	if w.shelf.calls != 1 {
		t.Errorf("a history that fails was called %d times", w.shelf.calls)
	}
	w.waits(2 * time.Minute).saves("abcd")
	if got := []error{w.j.Unkept(), w.j.Unkept()}; got[0] != w.shelf.fault || got[1] != nil {
		t.Errorf("Unkept says %v", got)
	}
	w.shelf.fault = nil
	w.waits(2*time.Minute).saves("abcde").has("o abcd").waits(-time.Hour).saves("abcdef").has("o abcd", "w abcde")

	w = writing(t, "2022-05-02")
	w.j.LimitHistory(0)
	if w.saves("a").saves("b").leaves(); w.shelf.calls != 0 {
		t.Error("a history that is switched off was called")
	}
}

// Whoever only looks does not touch the history, however long it is.
func TestTheHistoryIsNotReadAtTheStart(t *testing.T) {
	w := writing(t, "2022-05-02")
	w.saves("# Day\n\nwords\n")
	w.shelf.calls = 0
	j, ctx := w.shelf.open(), t.Context()
	_, _, listed := j.List(ctx)
	_, read := j.Read(ctx, nil)
	_, loaded := j.Load(ctx, w.v.ID)
	_, headed := j.Head(ctx, w.v.ID)
	_, recovered := j.Recover(ctx)
	if err := errors.Join(listed, read, loaded, headed, recovered); err != nil {
		t.Fatal(err)
	}
	if w.shelf.calls > 0 {
		t.Errorf("the history was called %d times", w.shelf.calls)
	}
}

// In a random life of some entries, with other programs in it, every state
// that was kept comes back byte for byte.
func TestLives(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 7))
		s := newShelf()
		kept := map[journal.ID][]string{}
		j := journal.Open(&recorder{shelf: s, kept: kept}, s.Clock)
		bases := map[journal.ID]journal.Version{}
		for range 300 {
			s.clock = s.clock.Add(time.Duration(rng.IntN(900)) * time.Second)
			at := journal.ID{Date: id(t, "2022-05-02").Date.Add(rng.IntN(3))}
			base, ok := bases[at]
			if !ok {
				base.ID = at
			}
			text := made(rng, base.Text)
			switch rng.IntN(6) {
			case 0:
				j.Leave(t.Context(), base, journal.OnLeaving)
			case 1: // another program
				v, err := s.Mem.Load(t.Context(), at)
				if err == nil || errors.Is(err, journal.ErrNotFound) {
					v.ID = at
					_, err = s.Mem.Save(t.Context(), journal.Version{ID: at, Text: text, Rev: v.Rev})
				}
				if err != nil {
					t.Fatal(err)
				}
			case 2:
				states, err := j.States(t.Context(), at)
				if err != nil {
					t.Fatal(err)
				}
				if len(states) == 0 {
					continue
				}
				old, err := j.StateText(t.Context(), states[rng.IntN(len(states))])
				if err != nil {
					t.Fatal(err)
				}
				now, err := j.Load(t.Context(), at)
				if err != nil {
					t.Fatal(err)
				}
				saved, err := j.Restore(t.Context(), now, old)
				if err != nil || saved.Text != old {
					t.Fatalf("restored %q, want %q: %v", saved.Text, old, err)
				}
				bases[at] = saved.Version
			default:
				saved, err := j.Save(t.Context(), base, journal.Version{ID: at, Text: text, Rev: base.Rev})
				if err != nil {
					t.Fatal(err)
				}
				bases[at] = saved.Version
			}
		}
		for at, texts := range kept {
			storetest.HasStates(t, s.Mem, at, texts...)
		}
	}
}

// recorder notes what is kept.
type recorder struct {
	*shelf
	kept map[journal.ID][]string
}

func (r *recorder) Keep(ctx context.Context, s journal.State, text string) error {
	if list := r.kept[s.ID]; len(list) == 0 || list[len(list)-1] != text {
		r.kept[s.ID] = append(list, text)
	}
	return r.shelf.Keep(ctx, s, text)
}

// made is a text made of another, as a person does: some lines more, some less.
func made(rng *rand.Rand, text string) string {
	lines := strings.SplitAfter(text, "\n")
	for range 1 + rng.IntN(4) {
		at := rng.IntN(len(lines))
		if rng.IntN(3) == 0 {
			lines = slices.Delete(lines, at, at+1)
			lines = append(lines, "")
			continue
		}
		lines = slices.Insert(lines, at, fmt.Sprintf("雨 %d\n", rng.IntN(1000)))
	}
	return strings.Join(lines, "")
}

func id(t *testing.T, s string) journal.ID {
	t.Helper()
	id, err := journal.ParseID(s)
	if err != nil {
		t.Fatal(err)
	}
	return id
}
