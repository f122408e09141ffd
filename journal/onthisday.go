package journal

import (
	"slices"

	"lifelog/journal/date"
)

// Ago says how far back a memory lies from the day it is for.
type Ago int

const (
	YearsAgo   Ago = iota // the same day of an earlier year
	WeekdayAgo            // the same weekday of the same week, years ago
	DaysAgo               // a round number of days
)

// Memory is an entry to be remembered on a day.
type Memory struct {
	ID  ID
	Ago Ago
	N   int // years, or days
}

var (
	weekdayYears = []int{1, 2, 5, 10}
	roundDays    = []int{100, 500, 1000, 5000, 10000}
)

// OnThisDay returns the entries among ids, which are given newest first, that
// are to be remembered on a day: those of the same day of every year before,
// those of the same weekday then, and those a round number of days ago; each
// once, the nearest year first. The 29 of February is remembered on the 28
// where there is none.
func OnThisDay(ids []ID, d date.Date) []Memory {
	var found []Memory
	look := func(day date.Date, ago Ago, n int) {
		from, _ := slices.BinarySearchFunc(ids, ID{Date: day}, Newest)
		for _, id := range ids[from:] {
			if id.Date != day {
				return
			}
			if !slices.ContainsFunc(found, func(m Memory) bool { return m.ID == id }) {
				found = append(found, Memory{id, ago, n})
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	oldest := ids[len(ids)-1].Date
	for n := 1; d.Year-n >= oldest.Year; n++ {
		then := d.AddMonths(-12 * n)
		look(then, YearsAgo, n)
		if leap := then.Add(1); d.Month == 2 && d.Day == 28 && d.Add(1).Month == 3 && leap.Month == 2 {
			look(leap, YearsAgo, n)
		}
	}
	for _, n := range weekdayYears {
		look(sameWeekday(d, n), WeekdayAgo, n)
	}
	for _, n := range roundDays {
		look(d.Add(-n), DaysAgo, n)
	}
	return found
}

// sameWeekday is the day nearest to the same day n years ago that is the same
// day of the week.
func sameWeekday(d date.Date, n int) date.Date {
	then := d.AddMonths(-12 * n)
	by := int(d.Weekday()-then.Weekday()+7) % 7
	if by > 3 {
		by -= 7
	}
	return then.Add(by)
}
