package journal

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"
)

// Ages is what is remembered of the machine's clock, by which things age.
type Ages struct {
	Seen    time.Time // what it showed last
	Thinned time.Time // when the states were thinned last
}

// maxJump is how far the clock may have gone on between two looks at it. One
// that is suddenly years ahead would make everything old at once. A program
// that was not used for a while looks the same, and has time.
const maxJump = 48 * time.Hour

// jumped reports whether the clock cannot be trusted with ages.
func (a Ages) jumped(now time.Time) bool { return now.Sub(a.Seen).Abs() > maxJump }

// between is how long after the states were thinned that is due again.
const between = 20 * time.Hour

// oldDrafts is how long a draft is kept whose text is stored.
const oldDrafts = 30 * 24 * time.Hour

// Thin forgets states as they age, and the oldest when all of them take too
// much room; what has been in the trash for long; and old drafts. It reads the
// whole history, at most once a day, so it is for the background; it can end at
// any moment. After each entry it calls step, which may be nil, with how many of
// all have been looked at. Errors are about single entries.
func (j *Journal) Thin(ctx context.Context, step func(done, all int)) error {
	h, ok := j.store.(History)
	if !ok {
		return nil
	}
	ages, err := h.Ages(ctx)
	if err != nil {
		return err
	}
	now, jumped := h.Clock(), false
	jumped, ages.Seen = ages.jumped(now), now
	if due := now.Sub(ages.Thinned).Abs() >= between; jumped || !due {
		return h.SetAges(ctx, ages)
	}
	err = errors.Join(j.thin(ctx, h, now, step), j.sweepTrash(ctx, now))
	if drafts, ok := j.store.(Drafts); ok {
		err = errors.Join(err, drafts.DropOld(ctx, now.Add(-oldDrafts)))
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	ages.Thinned = now
	return errors.Join(err, h.SetAges(ctx, ages))
}

// weight is a state that is left after thinning by age.
type weight struct {
	at   int64 // in milliseconds
	size int
}

func (j *Journal) thin(ctx context.Context, h History, now time.Time, step func(done, all int)) error {
	var errs []error
	var weights []weight
	all := 0
	for range h.Kept(ctx) {
		all++
	}
	forget := func(drop func([]State) []bool, left func(State)) {
		done := 0
		for id, err := range h.Kept(ctx) {
			var states []State
			if err == nil && ctx.Err() == nil {
				states, err = h.Forget(ctx, id, drop)
			}
			if err != nil {
				errs = append(errs, err)
			}
			for _, s := range states {
				left(s)
			}
			if done++; step != nil {
				step(done, max(done, all))
			}
		}
	}
	forget(func(states []State) []bool { return aged(states, now) }, func(s State) {
		weights = append(weights, weight{s.At.UnixMilli(), s.Size})
	})
	if before := tooOld(weights, j.past.most); before > 0 {
		forget(func(states []State) []bool {
			drop := make([]bool, len(states))
			for i, s := range states {
				drop[i] = s.At.UnixMilli() < before
			}
			return drop
		}, func(State) {})
	}
	return errors.Join(errs...)
}

// tooOld returns the time, in milliseconds, from which on states may stay for
// all to take no more than most bytes; 0 if they do.
func tooOld(weights []weight, most int64) int64 {
	slices.SortFunc(weights, func(a, b weight) int { return cmp.Compare(b.at, a.at) })
	for _, w := range weights {
		if most -= int64(w.size); most < 0 {
			return w.at + 1
		}
	}
	return 0
}

// aged says which states, oldest first, go with age: of the last day all stay;
// of the last week the last of each hour; of the last year the last of each
// day; and beyond that the last of each month. When most of a text is lost in
// such a time, the longest of its states stays as well: that is what people
// come back for.
func aged(states []State, now time.Time) []bool {
	drop := make([]bool, len(states))
	for from := 0; from < len(states); {
		of := span(states[from], now)
		to := from + 1
		for to < len(states) && of != "" && span(states[to], now) == of {
			to++
		}
		last, longest := to-1, to-1
		for i := from; i < last; i++ {
			drop[i] = true
			if states[i].Length > states[longest].Length {
				longest = i
			}
		}
		drop[longest] = drop[longest] && !loses(states[longest].Length, states[last].Length)
		from = to
	}
	return drop
}

// span names the hour, day or month of which one state stays; "" for a state
// that stays itself.
func span(s State, now time.Time) string {
	switch age := now.Sub(s.At); {
	case age < 24*time.Hour:
		return ""
	case age < 7*24*time.Hour:
		return s.At.Format("2006-01-02 15h")
	case age < 365*24*time.Hour:
		return s.At.Format("2006-01-02")
	}
	return s.At.Format("2006-01")
}
