// Package storetest holds the tests that every journal.Store must pass, and a
// made-up journal of any length to measure with.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lifelog/journal"
)

// Run tests the stores that open returns. Each must be empty and nobody
// else's.
func Run(t *testing.T, open func(t *testing.T) journal.Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, journal.Store)
	}{
		{"exact bytes", exactBytes},
		{"looking makes nothing", looking},
		{"a change made on another version conflicts", conflicts},
		{"newest first", order},
		{"a listing can be left", leaving},
		{"a removed entry is gone", removing},
		{"what was removed is in the trash", trash},
		{"an entry gets another name", moving},
		{"its states go along", movingStates},
		{"bad names are refused", badNames},
		{"copies are no entries and are kept once", copies},
		{"files are found again", files},
		{"the same file is kept once", sameFile},
		{"files of the machine", outside},
		{"states come back", states},
		{"states are forgotten", forgetting},
		{"states are kept from several sides", keepingAtOnce},
		{"the clock is remembered", ages},
		{"the clock is remembered for the trash", agesOfTrash},
		{"a cancelled context stops", cancelled},
		{"many goroutines on one entry", oneEntry},
		{"many goroutines on many entries", manyEntries},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

// id makes an ID from what its String gives.
func id(t *testing.T, s string) journal.ID {
	t.Helper()
	id, err := journal.ParseID(s)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// save stores a text that must be stored without a conflict.
func save(t *testing.T, s journal.Store, id journal.ID, text string, was journal.Rev) journal.Rev {
	t.Helper()
	rev, err := s.Save(t.Context(), journal.Version{ID: id, Text: text, Rev: was})
	if err != nil {
		t.Fatalf("Save(%v): %v", id, err)
	}
	if rev != journal.RevOf(text) {
		t.Fatalf("Save(%v) = %q, want the Rev of the text", id, rev)
	}
	return rev
}

// holds checks what is stored.
func holds(t *testing.T, s journal.Store, id journal.ID, text string) {
	t.Helper()
	v, err := s.Load(t.Context(), id)
	if err != nil {
		t.Fatalf("Load(%v): %v", id, err)
	}
	if v.Text != text {
		t.Fatalf("Load(%v) = %.60q (%d bytes), want %.60q (%d bytes)", id, v.Text, len(v.Text), text, len(text))
	}
	if v.ID != id || v.Rev != journal.RevOf(text) {
		t.Fatalf("Load(%v) has ID %v and Rev %q, want Rev %q", id, v.ID, v.Rev, journal.RevOf(text))
	}
}

// Texts are texts that careless programs change: they must come back as they
// went in.
var Texts = map[string]string{
	"empty":         "",
	"space":         " ",
	"plain":         "# Day\n\nSome words.\n",
	"no last end":   "one\ntwo",
	"only ends":     "\n\n\n",
	"tabs":          "\tone\n\t\ttwo\n",
	"CRLF":          "one\r\ntwo\r\n",
	"mixed ends":    "one\r\ntwo\nthree\rfour\n",
	"BOM":           "\ufeff# Day\n",
	"NUL":           "one\x00two\n",
	"escapes":       "\x1b]52;c;AAAA\x07\n",
	"invalid UTF-8": "caf\xe9 \xff\xfe \xe3\x81\n",
	"replacement":   "\ufffd\n",
	"decomposed":    "か\u3099 e\u0301\n",
	"Japanese":      "# 五月二日\n\n今日は会議。雨の日だった。\n",
	"separators":    "a\u2028b\u2029c\u0085d\v\f\n",
	"1 MB":          strings.Repeat("a long line without an end. ", 1<<20/28),
}

func exactBytes(t *testing.T, s journal.Store) {
	at := id(t, "2022-05-02")
	rev := journal.Rev("")
	for name, text := range Texts {
		rev = save(t, s, at, text, rev)
		holds(t, s, at, text)
		other := journal.ID{Date: at.Date, Name: strings.ReplaceAll(name, " ", "-")}
		save(t, s, other, text, "")
		holds(t, s, other, text)
	}
	holds(t, s, id(t, "2022-05-02-CRLF"), Texts["CRLF"])
}

func looking(t *testing.T, s journal.Store) {
	at := id(t, "2022-05-02")
	for range 2 {
		if _, err := s.Load(t.Context(), at); !errors.Is(err, journal.ErrNotFound) {
			t.Fatalf("Load of an entry that is not there: %v, want ErrNotFound", err)
		}
		if _, err := os.Lstat(s.Path(at)); !errors.Is(err, os.ErrNotExist) {
			t.Fatalf("looking made %s (%v)", s.Path(at), err)
		}
		if ids, odd := list(t, s); len(ids)+len(odd) > 0 {
			t.Fatalf("List = %v, %v, want nothing", ids, odd)
		}
	}
}

// list collects a listing; an error other than an *journal.Odd ends the test.
func list(t *testing.T, s journal.Store) (ids []string, odd []*journal.Odd) {
	t.Helper()
	for id, err := range s.List(t.Context()) {
		var o *journal.Odd
		switch {
		case errors.As(err, &o):
			odd = append(odd, o)
		case err != nil:
			t.Fatalf("List: %v", err)
		default:
			ids = append(ids, id.String())
		}
	}
	return ids, odd
}

func conflicts(t *testing.T, s journal.Store) {
	at := id(t, "2022-05-02")
	one := save(t, s, at, "one\n", "")
	two := save(t, s, at, "two\n", one)
	missing := id(t, "2022-05-03")
	for _, test := range []struct {
		name   string
		v      journal.Version
		theirs journal.Version
	}{
		{"changed", journal.Version{ID: at, Text: "three\n", Rev: one}, journal.Version{ID: at, Text: "two\n", Rev: two}},
		{"made", journal.Version{ID: at, Text: "three\n"}, journal.Version{ID: at, Text: "two\n", Rev: two}},
		{"the same text made", journal.Version{ID: at, Text: "two\n"}, journal.Version{ID: at, Text: "two\n", Rev: two}},
		{"removed", journal.Version{ID: missing, Text: "three\n", Rev: one}, journal.Version{ID: missing}},
	} {
		_, err := s.Save(t.Context(), test.v)
		wantConflict(t, "Save, "+test.name, err, test.theirs)
		if test.v.Rev != "" {
			err := s.Remove(t.Context(), test.v.ID, test.v.Rev)
			wantConflict(t, "Remove, "+test.name, err, test.theirs)
		}
	}
	holds(t, s, at, "two\n")
	if ids, _ := list(t, s); len(ids) != 1 {
		t.Errorf("conflicts left %v", ids)
	}
	save(t, s, at, "two\n", two) // nothing to change is no conflict
	holds(t, s, at, "two\n")
}

func wantConflict(t *testing.T, what string, err error, theirs journal.Version) {
	t.Helper()
	var conflict *journal.Conflict
	if !errors.As(err, &conflict) {
		t.Errorf("%s: %v, want a conflict", what, err)
	} else if conflict.Theirs != theirs {
		t.Errorf("%s: theirs is %+v, want %+v", what, conflict.Theirs, theirs)
	}
}

func order(t *testing.T, s journal.Store) {
	want := []string{
		"2022-05-03",
		"2022-05-02", "2022-05-02-あ", "2022-05-02-会議",
		"2022-04-30-b",
		"2021-12-31-a", "2021-12-31-b",
		"2021-01-01",
		"0999-12-31",
		"0001-01-01",
	}
	for i := range want {
		save(t, s, id(t, want[(i*7)%len(want)]), "x\n", "")
	}
	ids, odd := list(t, s)
	if !slices.Equal(ids, want) || len(odd) > 0 {
		t.Errorf("List = %v, %v\nwant %v", ids, odd, want)
	}
	for _, name := range ids {
		path := s.Path(id(t, name))
		if at, ok := s.At(path); !ok || at != id(t, name) {
			t.Errorf("at %s is %v, %v, want %v", path, at, ok, name)
		}
	}
	if at, ok := s.At("../2022-05-02.md"); ok {
		t.Errorf("outside is %v", at)
	}
}

func leaving(t *testing.T, s journal.Store) {
	for day := range 20 {
		save(t, s, journal.ID{Date: id(t, "2022-05-02").Date.Add(day)}, "x\n", "")
	}
	for n := range 20 {
		got := 0
		for range s.List(t.Context()) {
			if got++; got > n {
				break
			}
		}
		if got != n+1 {
			t.Errorf("left after %d, got %d", n+1, got)
		}
	}
}

func removing(t *testing.T, s journal.Store) {
	at, stays := id(t, "2022-05-02"), id(t, "2022-05-02-stays")
	save(t, s, stays, "stays\n", "")
	for round := range 3 {
		text := fmt.Sprintf("round %d\n", round)
		rev := save(t, s, at, text, "")
		if err := s.Remove(t.Context(), at, rev); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Load(t.Context(), at); !errors.Is(err, journal.ErrNotFound) {
			t.Fatalf("Load after Remove: %v, want ErrNotFound", err)
		}
		err := s.Remove(t.Context(), at, rev)
		wantConflict(t, "second Remove", err, journal.Version{ID: at})
	}
	if ids, odd := list(t, s); !slices.Equal(ids, []string{"2022-05-02-stays"}) || len(odd) > 0 {
		t.Errorf("List = %v, %v", ids, odd)
	}
	holds(t, s, stays, "stays\n")
}

func badNames(t *testing.T, s journal.Store) {
	day := id(t, "2022-05-02").Date
	for _, bad := range []journal.ID{
		{}, {Name: "../x"},
		{Date: day, Name: "../../../x"}, {Date: day, Name: "a/b"}, {Date: day, Name: `a\b`}, {Date: day, Name: "a:b"},
		{Date: day, Name: "a\x00b"}, {Date: day, Name: "a\nb"}, {Date: day, Name: "\x1b[2J"}, {Date: day, Name: "\xff"},
		{Date: day, Name: "か\u3099"}, // not NFC
		{Date: day, Name: strings.Repeat("x", journal.MaxName+1)},
		{Date: day, Name: "x.conflict-20261122-154233-host"},
		{Date: day.Add(-5_000_000)},
	} {
		if _, err := s.Save(t.Context(), journal.Version{ID: bad, Text: "x"}); err == nil {
			t.Errorf("Save(%q) did not fail", bad)
		}
		if _, err := s.Load(t.Context(), bad); err == nil || errors.Is(err, journal.ErrNotFound) {
			t.Errorf("Load(%q): %v, want it refused", bad, err)
		}
		if err := s.Remove(t.Context(), bad, journal.RevOf("x")); err == nil {
			t.Errorf("Remove(%q) did not fail", bad)
		}
	}
	if ids, odd := list(t, s); len(ids)+len(odd) > 0 {
		t.Errorf("List = %v, %v, want nothing", ids, odd)
	}
}

func copies(t *testing.T, s journal.Store) {
	c, ok := s.(journal.Copies)
	if !ok {
		t.Skip("this store keeps no copies")
	}
	at := id(t, "2022-05-02")
	save(t, s, at, "ours\n", "")
	now := time.Date(2026, 11, 22, 15, 42, 33, 0, time.UTC)
	keep := func(id journal.ID, text string, now time.Time) string {
		t.Helper()
		path, err := c.KeepCopy(t.Context(), journal.Version{ID: id, Text: text}, now)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	first := keep(at, "theirs\n", now)
	if !strings.Contains(first, "2022-05-02.conflict-20261122-154233-") || !strings.HasSuffix(first, ".md") {
		t.Errorf("the copy is called %s", first)
	}
	if again := keep(at, "theirs\n", now.Add(time.Hour)); again != first {
		t.Errorf("the same text was kept twice: %s, %s", first, again)
	}
	others := []string{first,
		keep(at, "other\n", now), // in the same second
		keep(at, "third\n", now),
		keep(id(t, "2022-05-02-trip"), "theirs\n", now),
	}
	slices.Sort(others)
	if len(slices.Compact(others)) != 4 {
		t.Errorf("copies share a path: %v", others)
	}
	if ids, odd := list(t, s); !slices.Equal(ids, []string{"2022-05-02"}) || len(odd) != 4 {
		t.Errorf("List = %v, %v", ids, odd)
	}
	holds(t, s, at, "ours\n")
	dropCopies(t, s, c)
	if _, odd := list(t, s); len(odd) > 0 {
		t.Errorf("all copies are dropped, and there are %v", odd)
	}
	holds(t, s, at, "ours\n")
}

// dropCopies reads and drops all copies, none before it is known as it is.
func dropCopies(t *testing.T, s journal.Store, c journal.Copies) {
	t.Helper()
	for _, err := range s.List(t.Context()) {
		var odd *journal.Odd
		if !errors.As(err, &odd) {
			continue
		}
		if odd.Copy == nil {
			t.Fatalf("%v is not known as a copy", odd)
		}
		v, err := c.LoadCopy(t.Context(), *odd.Copy)
		if err != nil || v.ID != odd.Copy.ID || v.Rev != journal.RevOf(v.Text) || v.Text == "" {
			t.Errorf("%s holds %+v, %v", odd.Copy.Path, v, err)
		}
		var conflict *journal.Conflict
		if err := c.DropCopy(t.Context(), *odd.Copy, journal.RevOf("else")); !errors.As(err, &conflict) || conflict.Theirs.Text != v.Text {
			t.Errorf("a copy that is another text now was dropped: %v", err)
		}
		if err := c.DropCopy(t.Context(), *odd.Copy, v.Rev); err != nil {
			t.Error(err)
		}
		if _, err := c.LoadCopy(t.Context(), *odd.Copy); err == nil {
			t.Errorf("%s can be read after it was dropped", odd.Copy.Path)
		}
	}
}

func cancelled(t *testing.T, s journal.Store) {
	at := id(t, "2022-05-02")
	rev := save(t, s, at, "one\n", "")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Save(ctx, journal.Version{ID: at, Text: "two\n", Rev: rev}); !errors.Is(err, context.Canceled) {
		t.Errorf("Save: %v", err)
	}
	if _, err := s.Load(ctx, at); !errors.Is(err, context.Canceled) {
		t.Errorf("Load: %v", err)
	}
	if err := s.Remove(ctx, at, rev); !errors.Is(err, context.Canceled) {
		t.Errorf("Remove: %v", err)
	}
	for _, err := range s.List(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("List: %v", err)
		}
	}
	holds(t, s, at, "one\n")
}

// Eight goroutines each add lines to one entry, each on top of what it last
// saw: every line must be there in the end, once.
func oneEntry(t *testing.T, s journal.Store) {
	at := id(t, "2022-05-02")
	const writers, lines = 8, 5
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			v := journal.Version{ID: at}
			for n := range lines {
				line := fmt.Sprintf("%d.%d\n", w, n)
				for {
					rev, err := s.Save(t.Context(), journal.Version{ID: at, Text: v.Text + line, Rev: v.Rev})
					var conflict *journal.Conflict
					if errors.As(err, &conflict) {
						v = conflict.Theirs
						continue
					}
					if err != nil {
						t.Errorf("Save: %v", err)
						return
					}
					v = journal.Version{ID: at, Text: v.Text + line, Rev: rev}
					break
				}
			}
		})
	}
	all.Wait()
	v, err := s.Load(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(v.Text, "\n"); n != writers*lines {
		t.Errorf("%d lines, want %d", n, writers*lines)
	}
	for w := range writers {
		for n := range lines {
			if line := fmt.Sprintf("%d.%d\n", w, n); strings.Count("\n"+v.Text, "\n"+line) != 1 {
				t.Errorf("the line %q is not there once", line)
			}
		}
	}
}

func manyEntries(t *testing.T, s journal.Store) {
	first := id(t, "2022-01-20").Date
	var all sync.WaitGroup
	for w := range 8 {
		all.Go(func() {
			for n := range 5 {
				at := journal.ID{Date: first.Add(w*5 + n)}
				rev, err := s.Save(t.Context(), journal.Version{ID: at, Text: "one\n"})
				if err != nil {
					t.Errorf("Save(%v): %v", at, err)
					continue
				}
				if _, err := s.Save(t.Context(), journal.Version{ID: at, Text: at.String(), Rev: rev}); err != nil {
					t.Errorf("Save(%v): %v", at, err)
				}
				for _, err := range s.List(t.Context()) {
					if err != nil {
						t.Errorf("List: %v", err)
					}
				}
			}
		})
	}
	all.Wait()
	ids, _ := list(t, s)
	if len(ids) != 40 {
		t.Errorf("%d entries, want 40", len(ids))
	}
	for _, name := range ids {
		holds(t, s, id(t, name), name)
	}
}
