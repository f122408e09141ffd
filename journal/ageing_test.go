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

// old is a history in memory that was kept over a long time.
type old struct {
	*store.Mem
	now time.Time
	j   *journal.Journal
}

func newOld(now time.Time) *old {
	o := &old{Mem: store.NewMem(), now: now}
	o.Mem.Time = func() time.Time { return o.now }
	o.j = journal.Open(o, o.Mem.Time)
	return o
}

func (o *old) keep(t *testing.T, id journal.ID, at time.Time, text string) {
	t.Helper()
	if err := o.Keep(t.Context(), storetest.State(id, at, text), text); err != nil {
		t.Fatal(err)
	}
}

// thin thins as a program does that was open a day ago.
func (o *old) thin(t *testing.T) {
	t.Helper()
	if err := o.SetAges(t.Context(), journal.Ages{Seen: o.now.Add(-24 * time.Hour), Thinned: o.now.Add(-24 * time.Hour)}); err != nil {
		t.Fatal(err)
	}
	if err := o.j.Thin(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
}

func (o *old) times(t *testing.T, id journal.ID) (times []time.Time) {
	t.Helper()
	states, err := o.States(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range states {
		times = append(times, s.At)
	}
	return times
}

func TestThin(t *testing.T) {
	now := time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC)
	at := id(t, "2022-05-02")
	for _, c := range []struct{ name, kept, left string }{
		{"of the last day all stay", "11-24 12:31, 11-24 12:32, 11-25 12:29", "11-24 12:31, 11-24 12:32, 11-25 12:29"},
		{"of the week the last of an hour", "11-20 09:00, 11-20 09:30, 11-20 09:59, 11-20 10:00, 11-23 10:00, 11-23 10:59", "11-20 09:59, 11-20 10:00, 11-23 10:59"},
		{"of the year the last of a day", "03-01 08:00, 03-01 23:59, 03-02 00:00, 03-02 00:01", "03-01 23:59, 03-02 00:01"},
		{"before that the last of a month", "2024-01-01 08:00, 2024-01-31 23:00, 2024-02-01 00:00, 2025-01-02 00:00", "2024-01-31 23:00, 2024-02-01 00:00, 2025-01-02 00:00"},
		{"the newest, however old", "2001-01-01 00:00", "2001-01-01 00:00"},
		{"what is yet to come", "2030-01-01 00:00, 2030-01-01 00:01", "2030-01-01 00:00, 2030-01-01 00:01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOld(now)
			for i, s := range strings.Split(c.kept, ", ") {
				if len(s) < 16 {
					s = "2026-" + s
				}
				when, err := time.Parse("2006-01-02 15:04", s)
				if err != nil {
					t.Fatal(err)
				}
				o.keep(t, at, when, fmt.Sprint("text ", i))
			}
			for range 2 { // the second time changes nothing
				o.thin(t)
				var left []string
				for _, when := range o.times(t, at) {
					left = append(left, strings.TrimPrefix(when.Format("2006-01-02 15:04"), "2026-"))
				}
				if got := strings.Join(left, ", "); got != c.left {
					t.Fatalf("left are %s, want %s", got, c.left)
				}
			}
		})
	}
}

// What was lost by one's own hand, and went unnoticed for years, is still there.
func TestThinKeepsWhatWasLost(t *testing.T) {
	o := newOld(time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC))
	at, day := id(t, "2022-05-02"), time.Date(2022, 5, 2, 20, 0, 0, 0, time.UTC)
	long := strings.Repeat("a long day ", 20)
	for i, text := range []string{"begun", long, long + "and night", "oops", "oops, again"} {
		o.keep(t, at, day.Add(time.Duration(i)*time.Minute), text)
	}
	o.thin(t)
	storetest.HasStates(t, o, at, long+"and night", "oops, again")
}

// After a jump of the clock, or a long time without the program, nothing goes.
func TestThinAfterAJump(t *testing.T) {
	now := time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC)
	at := id(t, "2022-05-02")
	for _, c := range []struct {
		name     string
		seen     time.Duration // before now
		thinned  time.Duration
		twice    bool
		thinning bool
	}{
		{"never seen", 1 << 62, 1 << 62, false, false},
		{"never seen, and again an hour later", 1 << 62, 1 << 62, true, true},
		{"yesterday", 24 * time.Hour, 24 * time.Hour, false, true},
		{"today", time.Hour, time.Hour, false, false},
		{"three days ago", 72 * time.Hour, 72 * time.Hour, false, false},
		{"three days ago, and again an hour later", 72 * time.Hour, 72 * time.Hour, true, true},
		{"in three days", -72 * time.Hour, -72 * time.Hour, false, false},
		{"seen today, thinned in ten years", time.Hour, -87_600 * time.Hour, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOld(now)
			o.keep(t, at, now.Add(-100*24*time.Hour), "one")
			o.keep(t, at, now.Add(-100*24*time.Hour+time.Minute), "two")
			if c.seen < 1<<60 {
				if err := o.SetAges(t.Context(), journal.Ages{Seen: now.Add(-c.seen), Thinned: now.Add(-c.thinned)}); err != nil {
					t.Fatal(err)
				}
			}
			for range 2 {
				if err := o.j.Thin(t.Context(), nil); err != nil {
					t.Fatal(err)
				}
				if o.now = o.now.Add(time.Hour); !c.twice {
					break
				}
			}
			if thinned := len(o.times(t, at)) == 1; thinned != c.thinning {
				t.Errorf("thinned: %v", thinned)
			}
		})
	}
}

// However long a history is it comes to be within its bounds, the oldest
// states go first, and those of a day ago and younger stay if they can.
func TestThinToASize(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 3))
	now := time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC)
	o := newOld(now)
	first := id(t, "2016-11-25").Date
	for n := range 100_000 {
		at := now.Add(-time.Duration(100_000-n) * 52 * time.Minute) // ten years
		text := fmt.Sprintf("state %d %s", n, strings.Repeat("x", rng.IntN(200)))
		o.keep(t, journal.ID{Date: first.Add(n * 3650 / 100_000)}, at, text)
	}
	const most = 300_000
	o.j.LimitHistory(most)
	o.thin(t)
	size, oldest, newest := 0, now, time.Time{}
	for id, err := range o.Kept(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		states, err := o.States(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range states {
			size += s.Size
			if s.At.Before(oldest) {
				oldest = s.At
			}
			if s.At.After(newest) {
				newest = s.At
			}
		}
	}
	if size > most || size < most-300 {
		t.Errorf("%d bytes are left of %d", size, most)
	}
	if now.Sub(newest) > time.Hour || now.Sub(oldest) > 5*365*24*time.Hour {
		t.Errorf("left are the states from %v to %v", oldest, newest)
	}
}

// Thinning that is broken off has forgotten nothing that should stay, and
// begins anew the next time.
func TestThinBrokenOff(t *testing.T) {
	now := time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC)
	o := newOld(now)
	first := id(t, "2022-05-02").Date
	for n := range 10 {
		for i := range 3 {
			o.keep(t, journal.ID{Date: first.Add(n)}, now.Add(-1000*time.Hour+time.Duration(i)*time.Second), fmt.Sprint("state ", i))
		}
	}
	if err := o.SetAges(t.Context(), journal.Ages{Seen: now, Thinned: now.Add(-48 * time.Hour)}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	b := &brokenOff{old: o, cancel: cancel}
	if err := journal.Open(b, o.Mem.Time).Thin(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("Thin: %v", err)
	}
	counts := map[int]int{}
	for n := range 10 {
		counts[len(o.times(t, journal.ID{Date: first.Add(n)}))]++
	}
	if counts[1] != 4 || counts[3] != 6 {
		t.Errorf("entries by how many states they have: %v", counts)
	}
	if err := o.j.Thin(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	for n := range 10 {
		if times := o.times(t, journal.ID{Date: first.Add(n)}); len(times) != 1 || !slices.Contains(times, now.Add(-1000*time.Hour+2*time.Second)) {
			t.Errorf("of entry %d there are %v", n, times)
		}
	}
}

// brokenOff ends after four entries.
type brokenOff struct {
	*old
	cancel context.CancelFunc
	calls  int
}

func (b *brokenOff) Forget(ctx context.Context, id journal.ID, drop func([]journal.State) []bool) ([]journal.State, error) {
	if b.calls++; b.calls == 4 {
		defer b.cancel()
	}
	return b.old.Forget(ctx, id, drop)
}
