package storetest

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"lifelog/journal"
)

// history skips the test for a store without one.
func history(t *testing.T, s journal.Store) journal.History {
	h, ok := s.(journal.History)
	if !ok {
		t.Skip("this store keeps no states")
	}
	return h
}

// State is a state of a text at a time.
func State(id journal.ID, at time.Time, text string) journal.State {
	return journal.State{ID: id, At: at, On: journal.OnLeaving, Rev: journal.RevOf(text), Length: len(text)}
}

func keep(t *testing.T, h journal.History, s journal.State, text string) {
	t.Helper()
	if err := h.Keep(t.Context(), s, text); err != nil {
		t.Fatal(err)
	}
}

// HasStates fails unless an entry has the states with these texts, oldest
// first, byte for byte.
func HasStates(t *testing.T, h journal.History, id journal.ID, texts ...string) {
	t.Helper()
	states, err := h.States(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range states {
		text, err := h.Text(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if s.ID != id || s.Rev != journal.RevOf(text) || s.Length != len(text) || s.Size <= 0 {
			t.Fatalf("%+v is no state of %q", s, text)
		}
		got = append(got, text)
	}
	if !slices.Equal(got, texts) {
		t.Fatalf("%v has the states %.200q\nwant %.200q", id, got, texts)
	}
}

func states(t *testing.T, s journal.Store) {
	h, at := history(t, s), id(t, "2022-05-02")
	HasStates(t, h, at)
	if _, err := h.Text(t.Context(), State(at, time.Now(), "never kept")); err == nil {
		t.Error("a text that was never kept was returned")
	}
	tokyo := time.FixedZone("", 9*3600)
	clock := time.Date(2022, 5, 2, 23, 59, 59, 123_000_000, tokyo)
	var texts []string
	for _, text := range Texts {
		if text == "" {
			continue
		}
		keep(t, h, State(at, clock.Add(time.Duration(len(texts))*time.Minute), text), text)
		keep(t, h, State(at, clock.Add(time.Hour), text), text) // is there already
		texts = append(texts, text)
	}
	texts = append(texts, texts[0]) // as before, and a state of its own
	keep(t, h, State(at, clock.Add(time.Hour), texts[0]), texts[0])
	HasStates(t, h, at, texts...)
	HasStates(t, h, id(t, "2022-05-02-other"))
	list, err := h.States(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	if got := list[0].At; !got.Equal(clock) || got.Format(time.RFC3339) != clock.Format(time.RFC3339) || list[0].On != journal.OnLeaving {
		t.Errorf("the first state is %+v, want one at %v", list[0], clock)
	}
	if whole := list[len(list)-1].Size; whole > list[0].Size {
		t.Errorf("a text that is kept already takes %d bytes", whole)
	}
}

// Over a random life, in which states come and go, those that have not gone
// come back as they were.
func forgetting(t *testing.T, s journal.Store) {
	h, rng := history(t, s), rand.New(rand.NewPCG(7, 1))
	ids := []journal.ID{id(t, "2022-05-02"), id(t, "2022-05-02-market"), id(t, "2022-05-03")}
	pool := []string{"one\n", "two\n", "# 五月二日\n\n雨\n", "\xff\xfe", "lifelog state 1\n", "a\r\nb"}
	want := map[journal.ID][]string{}
	clock := time.Date(2022, 5, 2, 8, 0, 0, 0, time.UTC)
	for range 300 {
		at := ids[rng.IntN(len(ids))]
		if rng.IntN(5) > 0 {
			text := pool[rng.IntN(len(pool))]
			clock = clock.Add(time.Minute)
			keep(t, h, State(at, clock, text), text)
			if n := len(want[at]); n == 0 || want[at][n-1] != text {
				want[at] = append(want[at], text)
			}
			continue
		}
		var left []string
		states, err := h.Forget(t.Context(), at, func(states []journal.State) []bool {
			drop := make([]bool, len(states))
			for i := range drop {
				if drop[i] = rng.IntN(3) == 0; !drop[i] {
					left = append(left, want[at][i])
				}
			}
			return drop
		})
		if err != nil || len(states) != len(left) {
			t.Fatalf("Forget: %d states are left, want %d: %v", len(states), len(left), err)
		}
		want[at] = left
		for _, other := range ids {
			HasStates(t, h, other, want[other]...)
		}
	}
	kept := map[journal.ID]bool{}
	for id, err := range h.Kept(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		kept[id] = true
	}
	for _, at := range ids {
		if kept[at] != (len(want[at]) > 0) {
			t.Errorf("%v has %d states, and is among those that have: %v", at, len(want[at]), kept[at])
		}
	}
}

func ages(t *testing.T, s journal.Store) {
	h := history(t, s)
	want := journal.Ages{Seen: time.Date(2022, 5, 2, 8, 0, 0, 0, time.UTC), Thinned: time.Date(2022, 5, 1, 8, 0, 0, 0, time.UTC)}
	for _, there := range []bool{false, true} {
		if there {
			keep(t, h, State(id(t, "2022-05-02"), want.Seen, "x"), "x")
		}
		if err := h.SetAges(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		got, err := h.Ages(t.Context())
		if err != nil || there != (got.Seen.Equal(want.Seen) && got.Thinned.Equal(want.Thinned)) {
			t.Errorf("with states: %v; Ages = %+v, %v", there, got, err)
		}
	}
}

// What is in the trash ages where no states are kept, too.
func agesOfTrash(t *testing.T, s journal.Store) {
	h, at := history(t, s), id(t, "2022-05-02")
	if err := s.Remove(t.Context(), at, save(t, s, at, "x", "")); err != nil {
		t.Fatal(err)
	}
	seen := time.Date(2022, 5, 2, 8, 0, 0, 0, time.UTC)
	if err := h.SetAges(t.Context(), journal.Ages{Seen: seen}); err != nil {
		t.Fatal(err)
	}
	if got, err := h.Ages(t.Context()); err != nil || !got.Seen.Equal(seen) {
		t.Errorf("Ages = %+v, %v", got, err)
	}
}

// States are kept from several sides at once while others are forgotten: none
// is lost.
func keepingAtOnce(t *testing.T, s journal.Store) {
	h, at := history(t, s), id(t, "2022-05-02")
	const writers, each = 4, 25
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := range each {
				text := string(rune('a'+w)) + string(rune('a'+n))
				if err := h.Keep(t.Context(), State(at, time.Now(), text), text); err != nil {
					t.Error(err)
				}
				_, err := h.Forget(t.Context(), at, func(states []journal.State) []bool { return make([]bool, len(states)) })
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	list, err := h.States(t.Context(), at)
	if err != nil || len(list) != writers*each {
		t.Errorf("%d states are there, want %d: %v", len(list), writers*each, err)
	}
}
