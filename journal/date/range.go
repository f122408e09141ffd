package date

import "time"

// Range is a stretch of days, both ends included. A zero end is open; the
// zero Range is all days.
type Range struct{ From, To Date }

// Month is the range of a month.
func Month(y int, m time.Month) Range {
	return Range{Date{y, m, 1}, Date{y, m, daysIn(y, m)}}
}

// Year is the range of a year.
func Year(y int) Range {
	return Range{Date{y, time.January, 1}, Date{y, time.December, 31}}
}

// Week is the range of the week that d lies in, where weeks begin on first.
func Week(d Date, first time.Weekday) Range {
	from := d.Add(-int((d.Weekday() - first + 7) % 7))
	return Range{from, from.Add(6)}
}

// Contains says whether d is a day of r. The zero Date is in no range.
func (r Range) Contains(d Date) bool {
	return !d.IsZero() &&
		(r.From.IsZero() || d.Compare(r.From) >= 0) &&
		(r.To.IsZero() || d.Compare(r.To) <= 0)
}
