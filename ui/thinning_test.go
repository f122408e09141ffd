package ui

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// The thinning of earlier states says how far it is when it takes more than a
// moment, and is asked for again.
func TestThinningSaysHowFarItIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		each, rounds := time.Millisecond, 0
		d := begin(t, map[string]string{"2022-05-01": "Sunday.\n"}, func(o *Options) {
			o.Thin = func(_ context.Context, step func(done, all int)) bool {
				rounds++
				for i := range 20 {
					time.Sleep(each)
					step(i+1, 20)
				}
				return rounds < 3
			}
		})
		var lines []string
		d.each = func() { lines = append(lines, d.m.homeLine()) }
		said := func() []string {
			lines = nil
			d.wait()
			return slices.Compact(lines)
		}
		if got := said(); !slices.Equal(got, []string{""}) {
			t.Errorf("a short thinning says %q", got)
		}
		each = 150 * time.Millisecond
		got := said()
		if want := "old earlier states are thinned out: 7 of 20 entries"; len(got) < 6 || got[1] != want || got[len(got)-1] != "" {
			t.Errorf("a long thinning says %q, want %q, then more, and nothing at the end", got, want)
		}
		if said(); rounds != 3 {
			t.Errorf("it was asked for %d times, want 3", rounds)
		}
		if said(); rounds != 3 {
			t.Errorf("it was asked for again after it failed")
		}
	})
}
