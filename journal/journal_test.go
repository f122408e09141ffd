package journal_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/store"
)

var (
	ctx = context.Background()
	day = journal.ID{Date: date.Date{Year: 2022, Month: 5, Day: 2}}
	now = time.Date(2022, 5, 2, 18, 20, 0, 0, time.FixedZone("", 9*3600))
)

func open() (*journal.Journal, *store.Mem) {
	s := store.NewMem()
	return journal.Open(s, func() time.Time { return now }), s
}

// write stores text as another program would, whatever is there.
func write(t *testing.T, s *store.Mem, text string) journal.Version {
	t.Helper()
	old, err := s.Load(ctx, day)
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		t.Fatal(err)
	}
	v := journal.Version{ID: day, Text: text, Rev: old.Rev}
	if v.Rev, err = s.Save(ctx, v); err != nil {
		t.Fatal(err)
	}
	return v
}

func stored(t *testing.T, s *store.Mem) string {
	t.Helper()
	v, err := s.Load(ctx, day)
	if err != nil {
		t.Fatal(err)
	}
	return v.Text
}

func TestLookingMakesNothing(t *testing.T) {
	j, s := open()
	v, err := j.Load(ctx, day)
	if err != nil || v.Text != "" || v.Rev != "" || v.ID != day {
		t.Fatalf("Load = %+v, %v", v, err)
	}
	if saved, err := j.Save(ctx, v, v); err != nil || saved.Rev != "" {
		t.Fatalf("Save of nothing = %+v, %v", saved, err)
	}
	if _, err := s.Load(ctx, day); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("an entry was made by looking: %v", err)
	}
}

func TestSave(t *testing.T) {
	for _, c := range []struct {
		name               string
		base, ours, theirs string
		want               string
		merged, copied     bool
	}{
		{"alone", "a\n", "a\nb\n", "a\n", "a\nb\n", false, false},
		{"new", "", "first\n", "", "first\n", false, false},
		{"both began the day", "", "ours\n", "theirs\n", "ours\n\ntheirs\n", true, false},
		{"both appended", "a\n", "a\nours\n", "a\ntheirs\n", "a\nours\ntheirs\n", true, false},
		{"the same line", "a\n", "ours\n", "theirs\n", "ours\n", false, true},
		{"both wrote the same", "a\n", "b\n", "b\n", "b\n", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, s := open()
			base := journal.Version{ID: day}
			if c.base != "" {
				base = write(t, s, c.base)
			}
			if c.theirs != c.base {
				write(t, s, c.theirs)
			}
			saved, err := j.Save(ctx, base, journal.Version{ID: day, Text: c.ours})
			if err != nil {
				t.Fatal(err)
			}
			if got := stored(t, s); got != c.want || saved.Text != c.want {
				t.Errorf("stored %q, reported %q, want %q", got, saved.Text, c.want)
			}
			if saved.Rev != journal.RevOf(c.want) {
				t.Errorf("Rev is not that of what is stored")
			}
			if saved.Merged != c.merged || (saved.Copy != "") != c.copied {
				t.Errorf("Merged = %v, Copy = %q", saved.Merged, saved.Copy)
			}
		})
	}
}

func TestSaveOverARemovedEntryKeepsTheText(t *testing.T) {
	j, s := open()
	base := write(t, s, "a\n")
	if err := s.Remove(ctx, day, base.Rev); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Save(ctx, base, journal.Version{ID: day, Text: "a\nb\n"}); err != nil {
		t.Fatal(err)
	}
	if got := stored(t, s); got != "a\nb\n" {
		t.Errorf("stored %q", got)
	}
}

func TestADayLeftEmptyHasNoFile(t *testing.T) {
	j, s := open()
	base := write(t, s, "a\n")
	saved, err := j.Save(ctx, base, journal.Version{ID: day, Text: " \n"})
	if err != nil || saved.Rev != "" {
		t.Fatalf("Save = %+v, %v", saved, err)
	}
	if _, err := s.Load(ctx, day); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("the empty entry is still there: %v", err)
	}
}

func TestAppend(t *testing.T) {
	for _, c := range []struct{ name, before, text, after string }{
		{"a new day", "", "雨の朝", "## 18:20\n\n雨の朝\n"},
		{"below what is there", "a\n", "b", "a\n\n## 18:20\n\nb\n"},
		{"below a blank line", "a\n\n", "b", "a\n\n## 18:20\n\nb\n"},
		{"no last newline", "a", "b\n\n", "a\n\n## 18:20\n\nb\n"},
		{"CRLF", "a\r\n", "b\nc", "a\r\n\r\n## 18:20\r\n\r\nb\r\nc\r\n"},
		{"invalid UTF-8", "\xff\n", "\xfe", "\xff\n\n## 18:20\n\n\xfe\n"},
	} {
		j, s := open()
		if c.before != "" {
			write(t, s, c.before)
		}
		if _, err := j.Append(ctx, day, c.text); err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := stored(t, s); got != c.after {
			t.Errorf("%s: %q, want %q", c.name, got, c.after)
		}
	}
}

// hasty is a store in which another program writes just before each save.
type hasty struct {
	*store.Mem
	t    *testing.T
	text []string
}

func (h *hasty) Save(ctx context.Context, v journal.Version) (journal.Rev, error) {
	if len(h.text) > 0 {
		write(h.t, h.Mem, h.text[0])
		h.text = h.text[1:]
	}
	return h.Mem.Save(ctx, v)
}

// A section is put below what another program writes at the same moment.
func TestAppendIsTheLastWord(t *testing.T) {
	h := &hasty{store.NewMem(), t, []string{"one\n", "one\n\ntwo"}}
	j := journal.Open(h, func() time.Time { return now })
	if _, err := j.Append(ctx, day, "last"); err != nil {
		t.Fatal(err)
	}
	if got, want := stored(t, h.Mem), "one\n\ntwo\n\n## 18:20\n\nlast\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	states, err := j.States(ctx, day)
	if err != nil || len(states) != 3 || states[1].On != journal.OnForeign || states[1].Rev != journal.RevOf("one\n\ntwo") {
		t.Errorf("what another program wrote is not kept: %+v, %v", states, err)
	}
}

func TestManyAppendAtOnce(t *testing.T) {
	j, s := open()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if _, err := j.Append(ctx, day, fmt.Sprintf("line %d", i)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for i := range 8 {
		if line := fmt.Sprintf("line %d\n", i); strings.Count(stored(t, s), line) != 1 {
			t.Errorf("%q is in the entry %d times", line, strings.Count(stored(t, s), line))
		}
	}
}
