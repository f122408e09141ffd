package calendar

import (
	"fmt"
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

const (
	margin   = 2
	weeks    = 6  // that a month can be in
	airy     = 17 // rows from which on a line for bars parts the weeks
	below    = 3  // rows that say what there is on the selected day, at least
	leastDay = 4  // cells of a day: the pointer, the number, the sign
	mostDay  = 7
)

// sheet is how a month is laid out.
type sheet struct {
	from date.Date // the first day of the first week
	n    int       // weeks
	cell int       // width of a day
	step int       // rows of a week: its days, and the bars below them
	fit  int       // days of a week that there is room for
}

func (c *Calendar) sheet() sheet {
	month := date.Month(c.at.Year, c.at.Month)
	from := date.Week(month.From, c.First).From
	s := sheet{from: from, n: month.To.Sub(from)/7 + 1, cell: max(leastDay, min(mostDay, (c.width-margin)/7)), step: 1}
	s.fit = min(7, max(0, c.width-margin)/s.cell)
	if c.height >= airy {
		s.step = 1 + max(1, min(c.lanes(month), (c.height-1-below)/s.n-1))
	}
	return s
}

// lanes are how many spans there are on a day of the month at most.
func (c *Calendar) lanes(month date.Range) (most int) {
	for d := month.From; d.Compare(month.To) <= 0; d = d.Add(1) {
		most = max(most, len(c.spans.Lanes(d)))
	}
	return most
}

// in is the span of a day in a row of bars, of so many. In the last one stand those
// that have no row of their own, too, where there is room between.
func (c *Calendar) in(d date.Date, row, rows int) journal.Span {
	lanes := c.spans.Lanes(d)
	for i := row; i < len(lanes) && (i == row || row == rows-1); i++ {
		if lanes[i] != (journal.Span{}) {
			return lanes[i]
		}
	}
	return journal.Span{}
}

func (c *Calendar) month(look Look) []string {
	s := c.sheet()
	head := strings.Repeat(" ", margin)
	for _, day := range c.weekdays() {
		head += look.Ruler.Pad(" "+look.Lang.WeekdayName(day), s.cell)
	}
	lines := []string{look.Theme.Dimmed.Render(look.Ruler.Truncate(head, c.width))}
	for i := range s.n {
		week := s.from.Add(7 * i)
		lines = append(lines, c.week(look, s, week))
		for row := range s.step - 1 {
			lines = append(lines, c.bars(look, s, week, row))
		}
	}
	rows := 1 + weeks*min(s.step, 2)
	for len(lines) < rows && c.height > rows { // what is below stays in its place
		lines = append(lines, "")
	}
	return append(lines, c.below(look)...)
}

// week is the row of a week. Where bars have no row of their own they run
// between the days.
func (c *Calendar) week(look Look, s sheet, week date.Date) string {
	line := strings.Repeat(" ", margin)
	for i := range s.fit {
		d := week.Add(i)
		if d.Month != c.at.Month {
			line += strings.Repeat(" ", s.cell)
			continue
		}
		lead, rest := " ", strings.Repeat(" ", s.cell-leastDay)
		if s.step == 1 {
			if n := c.joined(d.Add(-1), d); n > 0 && i > 0 {
				lead = between(look, n, 1)
			}
			if n := c.joined(d, d.Add(1)); n > 0 && i < 6 {
				rest = between(look, n, s.cell-leastDay)
			}
		}
		line += c.day(look, d, lead, rest)
	}
	return line
}

// joined is how many spans two days of the month are in, both of them.
func (c *Calendar) joined(a, b date.Date) (n int) {
	if a.Month != b.Month {
		return 0
	}
	for _, s := range c.spans.Lanes(a) {
		if s != (journal.Span{}) && s.Days.Contains(b) {
			n++
		}
	}
	return n
}

// between is a line from one day to the next, double where several spans share it.
func between(look Look, spans, cells int) string {
	if spans > 1 {
		return look.Ruler.Pad(strings.Repeat("═", cells/look.Ruler.Width("═")), cells)
	}
	return bar(look, cells)
}

// bar is a line of so many cells.
func bar(look Look, cells int) string {
	return look.Ruler.Pad(strings.Repeat("─", cells/look.Ruler.Width("─")), cells)
}

// day is a day: what leads to it, its number, its sign, and what follows.
func (c *Calendar) day(look Look, d date.Date, lead, rest string) string {
	t := look.Theme
	number := t.Body
	switch {
	case d == look.Today:
		number = t.Title.Underline(true)
	case look.Holidays && (d.Weekday() == 0 || date.JapaneseHoliday(d) != ""):
		number = t.Warning
	case look.Holidays && d.Weekday() == 6:
		number = t.Linked
	case d.Weekday() == c.First || d.Weekday() == 6 || d.Weekday() == 0:
		number = t.Dimmed
	}
	_, shade := t.Shade(c.level(d))
	pointer := t.Faded
	if d == c.at {
		lead = look.pointer()
		number, shade, pointer = number.Background(t.Bar).Bold(true), shade.Background(t.Bar), t.Title
	}
	return pointer.Render(lead) + number.Render(fmt.Sprintf("%2d", d.Day)) + shade.Render(look.sign(c.level(d))) + t.Faded.Render(rest)
}

// bars is a row below a week with the spans of its days. A title stands
// where a span begins, and at the start of the month.
func (c *Calendar) bars(look Look, s sheet, week date.Date, row int) string {
	line := strings.Repeat(" ", margin)
	for i := 0; i < s.fit; {
		span := c.in(week.Add(i), row, s.step-1)
		n := 1
		if span == (journal.Span{}) || week.Add(i).Month != c.at.Month {
			line += strings.Repeat(" ", s.cell)
			i++
			continue
		}
		for i+n < s.fit && week.Add(i+n).Month == c.at.Month {
			if c.in(week.Add(i+n), row, s.step-1) != span {
				break
			}
			n++
		}
		line += c.segment(look, s, span, date.Range{From: week.Add(i), To: week.Add(i + n - 1)})
		i += n
	}
	return strings.TrimRight(line, " ")
}

// segment is a part of a bar, along some days of a week.
func (c *Calendar) segment(look Look, s sheet, span journal.Span, days date.Range) string {
	r, t := look.Ruler, look.Theme
	width := (days.To.Sub(days.From) + 1) * s.cell
	start, end := bar(look, 2), ""
	if days.From == span.Days.From {
		start = r.Pad(" ╭", 2)
	}
	room := width - r.Width(start)
	if days.To == span.Days.To {
		end = "╮"
		room -= r.Width(end) + s.cell - leastDay
	}
	title := ""
	if days.From == span.Days.From || days.From.Day == 1 {
		if title = cell.CleanLine(span.Title); room >= 6 {
			title = " " + r.Truncate(title, room-3) + " "
		} else {
			title = ""
		}
	}
	line := t.Faded.Render(start) + t.Dimmed.Render(title) + t.Faded.Render(bar(look, max(0, room-r.Width(title)))+end)
	return line + strings.Repeat(" ", max(0, width-r.Width(start)-max(room, r.Width(title))-r.Width(end)))
}

// below says what there is on the selected day.
func (c *Calendar) below(look Look) []string {
	t, room := look.Theme, c.width-margin-1
	put := func(s string) string { return "  " + look.Ruler.Truncate(cell.CleanLine(s), room) }
	day := look.Lang.Day(c.at)
	if c.at == look.Today {
		day += "  " + look.Lang.Say(words.Today)
	}
	if name := date.JapaneseHoliday(c.at); look.Holidays && name != "" {
		day += "  " + name
	}
	lines := []string{t.Strong.Render(put(day))}
	for _, span := range c.spans.Lanes(c.at) {
		if span != (journal.Span{}) {
			lines = append(lines, t.Dimmed.Render(put(span.Title+"  "+look.Lang.Stretch(span.Days))))
		}
	}
	for _, id := range c.Entries() {
		brief, _ := look.Brief(id)
		title := brief.Title
		if title == "" {
			title = id.Name
		}
		if brief.Starred {
			title = "★ " + title
		}
		if title != "" {
			lines = append(lines, t.Body.Render(put(title)))
		}
	}
	return lines
}

func (c *Calendar) monthCell(Look) (x, y int) {
	s := c.sheet()
	n := c.at.Sub(s.from)
	return margin + n%7*s.cell, 1 + n/7*s.step
}

func (c *Calendar) monthAt(_ Look, x, y int) (date.Date, bool) {
	s := c.sheet()
	column, row := (x-margin)/s.cell, (y-1)/s.step
	if x < margin || y < 1 || column > 6 || row >= s.n {
		return date.Date{}, false
	}
	d := s.from.Add(7*row + column)
	return d, d.Month == c.at.Month
}
