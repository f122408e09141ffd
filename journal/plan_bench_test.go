package journal_test

import (
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
)

// BenchmarkPlan works out what changes when an entry gets another day, and when
// the most used tag is called differently: what the screen waits for before the
// preview.
func BenchmarkPlan(b *testing.B) {
	sizes(b, func(b *testing.B, j *journal.Journal) {
		ids, _, err := j.List(ctx)
		if err != nil {
			b.Fatal(err)
		}
		tags, err := j.Tags(ctx)
		if err != nil || len(tags) == 0 {
			b.Fatal(tags, err)
		}
		most := tags[0]
		for _, t := range tags {
			if t.Count > most.Count {
				most = t
			}
		}
		b.Run("day", func(b *testing.B) {
			for b.Loop() {
				if _, err := j.PlanMove(ctx, ids[len(ids)/2], journal.ID{Date: date.Date{Year: 1999, Month: 1, Day: 2}}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("tag", func(b *testing.B) {
			for b.Loop() {
				if _, err := j.PlanTag(ctx, most.Name, "another"); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(most.Count), "entries")
		})
	})
}
