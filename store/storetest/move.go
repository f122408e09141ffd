package storetest

import (
	"errors"
	"testing"
	"time"

	"lifelog/journal"
)

// mover skips the test for a store that cannot rename.
func mover(t *testing.T, s journal.Store) journal.Mover {
	m, ok := s.(journal.Mover)
	if !ok {
		t.Skip("the entries of this store cannot be renamed")
	}
	return m
}

func moving(t *testing.T, s journal.Store) {
	m := mover(t, s)
	old, other, to := id(t, "2022-05-02"), id(t, "2022-05-03"), id(t, "2023-01-01-雨 v1.5")
	move := func(from journal.ID, was journal.Rev, to journal.ID, text string) (journal.Rev, error) {
		return m.Move(t.Context(), from, was, journal.Version{ID: to, Text: text})
	}
	for name, text := range Texts {
		rev := save(t, s, old, text, "")
		if got, err := move(old, rev, to, text+"!"); err != nil || got != journal.RevOf(text+"!") {
			t.Fatalf("%s: %v, %v", name, got, err)
		}
		holds(t, s, to, text+"!")
		if _, err := s.Load(t.Context(), old); !errors.Is(err, journal.ErrNotFound) {
			t.Fatalf("%s: the old name is still there: %v", name, err)
		}
		if err := s.Remove(t.Context(), to, journal.RevOf(text+"!")); err != nil {
			t.Fatal(err)
		}
	}
	rev := save(t, s, old, "one\n", "")
	save(t, s, other, "two\n", "")
	for name, c := range map[string]struct {
		from journal.ID
		was  journal.Rev
		to   journal.ID
		what journal.Version // that it conflicts with
	}{
		"another version":  {old, journal.RevOf("else"), to, journal.Version{ID: old, Text: "one\n", Rev: rev}},
		"nothing there":    {id(t, "2022-05-04"), rev, to, journal.Version{ID: id(t, "2022-05-04")}},
		"a name that is":   {old, rev, other, journal.Version{ID: other, Text: "two\n", Rev: journal.RevOf("two\n")}},
		"the name it has":  {old, rev, old, journal.Version{}},
		"an impossible ID": {old, rev, journal.ID{Date: old.Date, Name: "a/b"}, journal.Version{}},
	} {
		var conflict *journal.Conflict
		_, err := move(c.from, c.was, c.to, "new\n")
		if err == nil || c.what.ID != (journal.ID{}) && (!errors.As(err, &conflict) || conflict.Theirs != c.what) {
			t.Errorf("%s: %v", name, err)
		}
		holds(t, s, old, "one\n")
		holds(t, s, other, "two\n")
		if ids, odd := list(t, s); len(ids) != 2 || len(odd) > 0 {
			t.Errorf("%s: there are %v, %v", name, ids, odd)
		}
	}
	// What was cut short comes to its end.
	if _, err := move(old, rev, other, "two\n"); err != nil {
		t.Error(err)
	}
	if ids, _ := list(t, s); len(ids) != 1 {
		t.Errorf("there are %v", ids)
	}
	holds(t, s, other, "two\n")
}

func movingStates(t *testing.T, s journal.Store) {
	h, old, to := history(t, s), id(t, "2022-05-02"), id(t, "2022-05-03-雨")
	if err := h.MoveStates(t.Context(), old, to); err != nil {
		t.Fatalf("where nothing is kept: %v", err)
	}
	at := time.Date(2022, 5, 2, 8, 0, 0, 0, time.UTC)
	for i, text := range []string{"one\n", "two\n", "one\n"} {
		keep(t, h, State(old, at.Add(time.Duration(i)*time.Hour), text), text)
	}
	move := func(from, to journal.ID) {
		t.Helper()
		if err := h.MoveStates(t.Context(), from, to); err != nil {
			t.Fatal(err)
		}
		HasStates(t, h, from)
	}
	move(old, to)
	HasStates(t, h, to, "one\n", "two\n", "one\n")
	keep(t, h, State(old, at.Add(90*time.Minute), "two\n"), "two\n")
	keep(t, h, State(old, at.Add(9*time.Hour), "three\n"), "three\n")
	move(old, to)
	HasStates(t, h, to, "one\n", "two\n", "two\n", "one\n", "three\n")
	move(to, old)
	HasStates(t, h, old, "one\n", "two\n", "two\n", "one\n", "three\n")
	move(to, old)
	HasStates(t, h, old, "one\n", "two\n", "two\n", "one\n", "three\n")
}
