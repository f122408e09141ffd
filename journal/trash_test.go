package journal_test

import (
	"strings"
	"testing"
	"time"

	"lifelog/journal"
)

// remove stores an entry and removes it.
func (o *old) remove(t *testing.T, id journal.ID, text string) {
	t.Helper()
	rev, err := o.Save(t.Context(), journal.Version{ID: id, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.j.Remove(t.Context(), journal.Version{ID: id, Text: text, Rev: rev}); err != nil {
		t.Fatal(err)
	}
}

func (o *old) trashed(t *testing.T) int {
	t.Helper()
	all, err := o.j.Trashed(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// What is taken back never takes the place of anything.
func TestTakeBack(t *testing.T) {
	long := "2022-05-02-" + strings.Repeat("雨", journal.MaxName/3) + "!"
	for _, c := range []struct {
		name, id, text string
		now            map[string]string // what is stored by then
		back           string
	}{
		{"to its own name", "2022-05-02", "one\n", nil, "2022-05-02"},
		{"also without words", "2022-05-02", " \n", nil, "2022-05-02"},
		{"where the same is written", "2022-05-02", "one\n", map[string]string{"2022-05-02": "one\n"}, "2022-05-02"},
		{"beside another text", "2022-05-02", "one\n", map[string]string{"2022-05-02": "two\n"}, "2022-05-02-2"},
		{"beside two", "2022-05-02", "one\n", map[string]string{"2022-05-02": "two\n", "2022-05-02-2": "three\n"}, "2022-05-02-3"},
		{"beside another of its name", "2022-05-02-market", "one\n", map[string]string{"2022-05-02-market": "two\n"}, "2022-05-02-market-2"},
		{"beside a long name", long, "one\n", map[string]string{long: "two\n"}, strings.TrimSuffix(long, "!") + "-2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOld(time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC))
			o.remove(t, id(t, c.id), c.text)
			for name, text := range c.now {
				if _, err := o.Save(t.Context(), journal.Version{ID: id(t, name), Text: text}); err != nil {
					t.Fatal(err)
				}
			}
			v, err := o.j.TakeBackLast(t.Context(), id(t, c.id))
			if err != nil {
				t.Fatal(err)
			}
			if v.ID != id(t, c.back) || v.Text != c.text || v.Rev != journal.RevOf(c.text) {
				t.Errorf("%q came back as %+v, want %s", c.text, v, c.back)
			}
			for name, text := range c.now {
				if there, err := o.Load(t.Context(), id(t, name)); err != nil || there.Text != text {
					t.Errorf("%s is %q (%v), want %q", name, there.Text, err, text)
				}
			}
			if there, err := o.Load(t.Context(), v.ID); err != nil || there != v {
				t.Errorf("%v is %+v (%v)", v.ID, there, err)
			}
			if n := o.trashed(t); n != 0 {
				t.Errorf("%d entries stayed in the trash", n)
			}
			if _, err := o.j.TakeBackLast(t.Context(), id(t, c.id)); err == nil {
				t.Error("it came back twice")
			}
		})
	}
}

func TestTrashAges(t *testing.T) {
	removed := time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		days int // since then
		seen int // since the clock was looked at last
		left int
	}{
		{"for 90 days it stays", 89, 1, 1},
		{"then it goes", 91, 1, 0},
		{"but not after a jump", 2000, 1999, 1},
		{"nor when the clock has gone back", -2, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOld(removed)
			o.remove(t, id(t, "2022-05-02"), "one\n")
			o.now = removed.AddDate(0, 0, c.days).Add(time.Minute)
			seen := o.now.AddDate(0, 0, -c.seen)
			if err := o.SetAges(t.Context(), journal.Ages{Seen: seen, Thinned: seen}); err != nil {
				t.Fatal(err)
			}
			if err := o.j.Thin(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			if n := o.trashed(t); n != c.left {
				t.Errorf("%d entries are in the trash, want %d", n, c.left)
			}
		})
	}
}
