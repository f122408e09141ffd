package ui

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/ui/settings"
	"lifelog/ui/words"
)

// TestPaced: the first step of the reading is shown, and then four a second at most.
func TestPaced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var shown []int
		step := paced(func(read, _ int) { shown = append(shown, read) })
		for read := range 1000 {
			step(read, 1000)
			time.Sleep(10 * time.Millisecond)
		}
		if len(shown) != 40 || shown[0] != 0 || shown[39] != 975 {
			t.Errorf("in ten seconds %d steps were shown: %v", len(shown), shown)
		}
	})
}

// What is searched for before the journal was read is found when it has been.
func TestResultsGrow(t *testing.T) {
	s := store.NewMem()
	if _, err := s.Save(context.Background(), journal.Version{ID: id("2022-05-01"), Text: "# At the sea\n\nWaves.\n"}); err != nil {
		t.Fatal(err)
	}
	d := &driver{t: t, store: s}
	clock := func() time.Time { return time.Date(2022, 5, 2, 18, 20, 0, 0, time.UTC) }
	d.m = New(context.Background(), journal.Open(s, clock), Options{Lang: words.English, Settings: settings.Default(), Getenv: func(string) string { return "" }})
	d.size(80, 24)
	d.run(d.m.startSearch())
	d.typ("waves").seesNot("At the sea", "No entry has")
	d.run(d.m.fill())
	d.sees("1 of 1 entries", "At the sea")
}

// sluggish is a store that takes time to read an entry.
type sluggish struct {
	*store.Mem
	takes time.Duration
}

func (s *sluggish) Load(ctx context.Context, id journal.ID) (journal.Version, error) {
	time.Sleep(s.takes)
	return s.Mem.Load(ctx, id)
}

// What has to be read for a regular expression is counted as it is read, and
// what was found first can be looked at meanwhile.
func TestCountGrows(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &sluggish{Mem: store.NewMem()}
		for i := range 640 {
			day := id("2022-05-01").Date.Add(-i)
			if _, err := s.Save(t.Context(), journal.Version{ID: journal.ID{Date: day}, Text: fmt.Sprintf("Letter %d.\n", i)}); err != nil {
				t.Fatal(err)
			}
		}
		d := beginOn(t, s)
		d.press("ctrl+f").typ("/[a-z] [0-9]/")
		s.takes = 10 * time.Millisecond
		var counts []string
		d.each = func() { counts = append(counts, d.m.counts()) }
		d.run(d.m.find())
		want := []string{"counting…", "192 so far; 192 of 640 entries read", "320 so far; 320 of 640 entries read",
			"448 so far; 448 of 640 entries read", "576 so far; 576 of 640 entries read", "640 of 640 entries"}
		if counts = slices.Compact(counts); !slices.Equal(counts, want) {
			t.Errorf("counts %q, want %q", counts, want)
		}
	})
}
