package date

import (
	"cmp"
	"fmt"
	"time"
)

// Years outside these are no dates here: they do not fit the four digits of
// the ISO form.
const (
	minYear = 1
	maxYear = 9999
)

// Date is a day of the (proleptic) Gregorian calendar. Dates are comparable
// with == and can be map keys. The zero Date is no day.
//
// New, Of and the parsers give only days that exist in the years 0001–9999.
// Arithmetic may leave these years; it is exact and ordered beyond them too.
// Arithmetic on the zero Date means nothing.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Of is the date on the wall of t's zone.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// New is the day y-m-d, or an *Error of kind NoSuchDay.
func New(y int, m time.Month, d int) (Date, error) {
	day := Date{y, m, d}
	if !day.valid() {
		return Date{}, newError(NoSuchDay, day.unchecked())
	}
	return day, nil
}

// ParseISO reads exactly YYYY-MM-DD (ISO 8601, extended form), a day that
// exists in the years 0001–9999. Otherwise it gives an *Error.
func ParseISO(s string) (Date, error) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return Date{}, newError(NotISO, s)
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 {
		return Date{}, newError(NotISO, s)
	}
	day := Date{y, time.Month(m), d}
	if !day.valid() {
		return Date{}, newError(NoSuchDay, s)
	}
	return day, nil
}

// digits reads s, one or more ASCII digits and nothing else.
func digits(s string) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, s != ""
}

func (d Date) valid() bool {
	return minYear <= d.Year && d.Year <= maxYear &&
		time.January <= d.Month && d.Month <= time.December &&
		1 <= d.Day && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(y int, m time.Month) int {
	switch m {
	case time.February:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	}
	return 31
}

// String is the ISO form, YYYY-MM-DD, and "" for the zero Date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case !d.valid(): // arithmetic left the years of four digits
		return d.unchecked()
	}
	// Long lists of days are written by this, so fmt is too slow.
	return string([]byte{
		digit(d.Year / 1000), digit(d.Year / 100), digit(d.Year / 10), digit(d.Year), '-',
		digit(int(d.Month) / 10), digit(int(d.Month)), '-',
		digit(d.Day / 10), digit(d.Day),
	})
}

// digit is the last decimal digit of n.
func digit(n int) byte { return byte('0' + n%10) }

// unchecked is the ISO form of any three numbers, a day or not.
func (d Date) unchecked() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// IsZero says whether d is the zero Date, which is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Compare is -1 if d is before e, 0 if they are the same day, else 1.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// utc is midnight of d in UTC, where every day has 24 hours.
func (d Date) utc() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// Add is the day that many days after d, or before it if days is negative.
func (d Date) Add(days int) Date { return Of(d.utc().AddDate(0, 0, days)) }

// AddMonths is the same day of another month, n months after d; where that
// month is too short, its last day: 31 January and one month is 28 February.
func (d Date) AddMonths(n int) Date {
	first := Of(time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC))
	first.Day = min(d.Day, daysIn(first.Year, first.Month))
	return first
}

// Sub is the number of days from e to d: d == e.Add(d.Sub(e)).
func (d Date) Sub(e Date) int {
	const day = 24 * 60 * 60 // seconds; a time.Duration would overflow after 292 years
	return int((d.utc().Unix() - e.utc().Unix()) / day)
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }
