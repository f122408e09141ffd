package journal

import (
	"sort"
	"time"

	"lifelog/journal/date"
)

// StartDay says how long after midnight, by the clock on the wall, the day
// begins: until then the day before goes on. It is called before anything else.
func (j *Journal) StartDay(after time.Duration) { j.dayStart = after }

// Today is the day that Now belongs to.
func (j *Journal) Today() date.Date { return dayOf(j.now(), j.dayStart) }

// longestDay is the most that a day lasts: 24 hours, one that the clock is put back, and room.
const longestDay = 26 * time.Hour

// DayLeft is how long Today goes on, to the second above.
func (j *Journal) DayLeft() time.Duration {
	now := j.now()
	today := dayOf(now, j.dayStart)
	return time.Second * time.Duration(sort.Search(int(longestDay/time.Second), func(s int) bool {
		return dayOf(now.Add(time.Duration(s)*time.Second), j.dayStart) != today
	}))
}

// dayOf is the day that a moment belongs to, in a journal whose days begin
// start after midnight. It is read off the clock on the wall, so that a clock
// that is put forward or back moves no day.
func dayOf(t time.Time, start time.Duration) date.Date {
	h, m, s := t.Clock()
	if time.Duration(h)*time.Hour+time.Duration(m)*time.Minute+time.Duration(s)*time.Second >= start {
		return date.Of(t)
	}
	// The day before is asked of the zone: in Apia 2011-12-29 was before 2011-12-31.
	// No clock is put by as much as three hours within a day.
	midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
	return date.Of(midnight.Add(-3 * time.Hour))
}
