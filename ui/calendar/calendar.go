// Package calendar shows when was written, and how much: a month as a sheet of
// weeks, or years as columns of weeks. Signs tell how much, so that it can be
// read without colour; spans are bars along their days.
package calendar

import (
	"slices"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// Calendar is a calendar with one of its days selected.
type Calendar struct {
	Years bool         // shows years instead of a month
	First time.Weekday // on which weeks begin

	over date.Range // that is shown instead of years; zero for years

	ids    []journal.ID // all entries, newest first
	days   map[date.Date]journal.Day
	spans  journal.Spans
	at     date.Date
	width  int
	height int
}

// Look is how a calendar is drawn.
type Look struct {
	Theme    theme.Theme
	Lang     words.Lang
	Ruler    cell.Ruler
	Today    date.Date
	Holidays bool                                   // those of Japan are named
	Brief    func(journal.ID) (journal.Brief, bool) // false while it is being read
}

// Set puts in the entries of a journal, newest first, and what is known of
// their days.
func (c *Calendar) Set(ids []journal.ID, days map[date.Date]journal.Day, spans journal.Spans) {
	c.ids, c.days, c.spans = ids, days, spans
}

// SetSpans puts in other spans.
func (c *Calendar) SetSpans(spans journal.Spans) { c.spans = spans }

// Resize says how many cells and rows there are to draw in.
func (c *Calendar) Resize(width, height int) { c.width, c.height = width, height }

// Day is the selected day.
func (c *Calendar) Day() date.Date { return c.at }

// Select selects a day; one that the calendar does not reach leaves it as it is,
// one outside of a range that is shown selects its end.
func (c *Calendar) Select(d date.Date) {
	if c.over != (date.Range{}) && d.Compare(c.over.From) < 0 {
		d = c.over.From
	}
	if c.over != (date.Range{}) && d.Compare(c.over.To) > 0 {
		d = c.over.To
	}
	if 1 <= d.Year && d.Year <= 9999 {
		c.at = d
	}
}

// Open selects a day, and forgets a range: that is for once.
func (c *Calendar) Open(d date.Date) {
	if c.over != (date.Range{}) {
		c.Month()
	}
	c.Select(d)
}

// Over shows a range of days, both ends of which are days, as columns of weeks; the
// zero range shows years.
func (c *Calendar) Over(r date.Range) {
	c.Years, c.over = true, r
	c.Select(c.at)
}

// Month shows the month of the selected day.
func (c *Calendar) Month() { c.Years, c.over = false, date.Range{} }

// Page is the range that is shown: a month, a year, or another.
func (c *Calendar) Page() date.Range {
	switch {
	case c.over != (date.Range{}):
		return c.over
	case c.Years:
		return date.Year(c.at.Year)
	}
	return date.Month(c.at.Year, c.at.Month)
}

// Oldest is the day of the oldest entry; ok is false when there is none.
func (c *Calendar) Oldest() (d date.Date, ok bool) {
	if len(c.ids) == 0 {
		return date.Date{}, false
	}
	return c.ids[len(c.ids)-1].Date, true
}

// Move moves the selection by so many columns and rows.
func (c *Calendar) Move(columns, rows int) {
	if c.Years {
		columns, rows = rows, columns
	}
	c.Select(c.at.Add(columns + 7*rows))
}

// Turn goes to another page: n months later, or years.
func (c *Calendar) Turn(n int) {
	if c.Years {
		n *= 12
	}
	c.Select(c.at.AddMonths(n))
}

// Next goes to the next day after the selected one that has an entry, or with
// -1 to the last one before it. It reports whether there is one.
func (c *Calendar) Next(n int) bool {
	from, _ := slices.BinarySearchFunc(c.ids, journal.ID{Date: c.at}, journal.Newest)
	to := from - 1
	if n < 0 {
		for to = from; to < len(c.ids) && c.ids[to].Date == c.at; {
			to++
		}
	}
	if to < 0 || to >= len(c.ids) || c.over != (date.Range{}) && !c.over.Contains(c.ids[to].Date) {
		return false
	}
	c.at = c.ids[to].Date
	return true
}

// Entries returns the entries of the selected day.
func (c *Calendar) Entries() []journal.ID {
	from, _ := slices.BinarySearchFunc(c.ids, journal.ID{Date: c.at}, journal.Newest)
	to := from
	for to < len(c.ids) && c.ids[to].Date == c.at {
		to++
	}
	return c.ids[from:to]
}

// Total is how many days of the page have an entry, and how much is known to
// be written on them.
func (c *Calendar) Total() (days, length int) {
	page := c.Page()
	for d := page.From; d.Compare(page.To) <= 0; d = d.Add(1) {
		if day := c.days[d]; day.Entries > 0 {
			days++
			length += day.Length
		}
	}
	return days, length
}

// level is how much is written on a day; a day that was not read yet has a
// little.
func (c *Calendar) level(d date.Date) int {
	day := c.days[d]
	if day.Entries == 0 {
		return 0
	}
	return max(1, journal.Level(day.Length))
}

// Lines draws the calendar, in as many lines as there are at most.
func (c *Calendar) Lines(look Look) []string {
	var lines []string
	if c.Years {
		lines = c.years(look)
	} else {
		lines = c.month(look)
	}
	return lines[:min(len(lines), c.height)]
}

// Cursor is the cell of the selected day.
func (c *Calendar) Cursor(look Look) (x, y int) {
	if c.Years {
		return c.yearCell(look)
	}
	return c.monthCell(look)
}

// At returns the day at a cell.
func (c *Calendar) At(look Look, x, y int) (date.Date, bool) {
	if c.Years {
		return c.yearAt(look, x, y)
	}
	return c.monthAt(look, x, y)
}

// sign is the sign of a level in one cell, and its style.
func (l Look) sign(level int) string {
	s, _ := l.Theme.Shade(level)
	if l.Ruler.Width(s) > 1 { // where such signs are wide
		return string(" .:+#"[level])
	}
	return s
}

// pointer stands before the selected day.
func (l Look) pointer() string {
	if l.Ruler.Width("▌") > 1 {
		return ">"
	}
	return "▌"
}

// weekdays are the days of the week in their order.
func (c *Calendar) weekdays() (list [7]time.Weekday) {
	for i := range list {
		list[i] = (c.First + time.Weekday(i)) % 7
	}
	return list
}
