package date

import (
	"slices"
	"time"
)

// open is the place of a date that was not written.
const open = -1

// within is the day y-m-d, or the month or the year if d or m and d are open;
// the zero Range if the calendar has none.
func within(y, m, d int) Range {
	switch {
	case !Date{y, max(time.Month(m), 1), max(d, 1)}.valid() || m == 0 || d == 0:
		return Range{}
	case m == open:
		return Year(y)
	case d == open:
		return Month(y, time.Month(m))
	}
	day := Date{y, time.Month(m), d}
	return Range{day, day}
}

// calendar is a date given by any of era, year, month and day.
func (x *reader) calendar(n numbers) (Range, *Error) {
	y, m, d := n.or("year", open), n.or("month", open), n.or("day", open)
	if back, ok := n["relyear"]; ok {
		y = x.Today.Year + back
	}
	if back, ok := n["relmonth"]; ok {
		month := x.Today.AddMonths(back)
		y, m = month.Year, int(month.Month)
	}
	var begun Date
	if i, ok := n["era"]; ok {
		if n["erayear"] < 1 || n["erayear"] > maxEraYear {
			return Range{}, &Error{Kind: NoSuchDay}
		}
		begun = eraBegins[i]
		y = begun.Year + n["erayear"] - 1
	}

	var r Range
	switch {
	case y != open:
		r = within(y, m, d)
	case m != open:
		r = x.nearest(func(near Date, i int) Range { return within(near.Year+i, m, d) })
	default:
		r = x.nearest(func(near Date, i int) Range {
			month := near.AddMonths(i)
			return within(month.Year, int(month.Month), d)
		})
	}
	if r == (Range{}) || r.To.Compare(begun) < 0 {
		return Range{}, &Error{Kind: NoSuchDay}
	}
	if r.From.Compare(begun) < 0 {
		r.From = begun
	}
	return r, nil
}

// nearest settles an open year or month: at gives the candidate i steps from
// a date, zero where there is none.
func (x *reader) nearest(at func(near Date, i int) Range) Range {
	x.floats = true
	const steps = 9 // 29 February can be eight years away
	for i := range steps {
		if !x.earliest.IsZero() {
			if r := at(x.earliest, i); r != (Range{}) && r.To.Compare(x.earliest) >= 0 {
				return r
			}
		} else if r := at(x.latest, -i); r != (Range{}) && r.From.Compare(x.latest) <= 0 {
			return r
		}
	}
	return Range{}
}

// dayBeside is the 8 of 5/2-8; alone, a small number is no date.
func (x *reader) dayBeside(n numbers) (Range, *Error) {
	if !x.beside {
		return Range{}, &Error{Kind: Unknown}
	}
	return x.calendar(n)
}

// daysOfMonth is from one day to another of the same month.
func (x *reader) daysOfMonth(n numbers) (Range, *Error) {
	r, err := x.calendar(n)
	if err != nil {
		return Range{}, err
	}
	r.To.Day = n["lastday"]
	if r.To.Compare(r.From) < 0 {
		return Range{}, &Error{Kind: Backwards, Dates: []Date{r.From, r.To}}
	}
	return r, nil
}

// anyOrder is a month and a day in an unknown order: a date only if one of
// the two orders gives none.
func (x *reader) anyOrder(n numbers) (Range, *Error) {
	a, b, year := n["a"], n["b"], n.or("year", open)
	days := x.existing([3]int{year, a, b}, [3]int{year, b, a})
	switch len(days) {
	case 0:
		return Range{}, &Error{Kind: NoSuchDay}
	case 1:
		return Range{days[0], days[0]}, nil
	}
	return Range{}, &Error{Kind: Ambiguous, Dates: days}
}

// shortYear is three numbers of two digits: no date, since it leaves open
// which of them is the year, and of which century.
func (x *reader) shortYear(n numbers) (Range, *Error) {
	a, b, c := n["a"], n["b"], n["c"]
	days := x.existing([3]int{2000 + a, b, c}, [3]int{2000 + c, a, b}, [3]int{2000 + c, b, a})
	if len(days) == 0 {
		return Range{}, &Error{Kind: NoSuchDay}
	}
	return Range{}, &Error{Kind: Ambiguous, Dates: days}
}

// existing are the different days among readings (year, month, day) of a text.
func (x *reader) existing(readings ...[3]int) []Date {
	var days []Date
	for _, v := range readings {
		n := numbers{"month": v[1], "day": v[2]}
		if v[0] != open {
			n["year"] = v[0]
		}
		if r, err := x.calendar(n); err == nil && !slices.Contains(days, r.From) {
			days = append(days, r.From)
		}
	}
	return days
}
