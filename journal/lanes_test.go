package journal_test

import (
	"math/rand/v2"
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
)

// Whatever spans there are: on every day each that the day is in has a lane, and on
// all of its days the same.
func TestLanes(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 8))
		var spans []journal.Span
		for i := range r.IntN(12) {
			from := day.Date.Add(r.IntN(40))
			spans = append(spans, journal.Span{
				ID: journal.ID{Date: from, Name: string(rune('a' + i))}, Days: date.Range{From: from, To: from.Add(1 + r.IntN(12))},
			})
		}
		ordered, at := journal.OrderSpans(spans), map[journal.ID]int{}
		for n := range 60 {
			d := day.Date.Add(n)
			lanes := ordered.Lanes(d)
			for _, s := range spans {
				lane := -1
				for i, on := range lanes {
					if on.ID == s.ID {
						lane = i
					}
				}
				was, had := at[s.ID]
				if in := s.Days.Contains(d); in != (lane >= 0) || in && had && was != lane {
					t.Fatalf("seed %d: on %v %v of %v is in lane %d, and was in %d", seed, d, s.ID, s.Days, lane, was)
				} else if in {
					at[s.ID] = lane
				}
			}
		}
	}
}
