package calendar

import (
	"slices"
	"strconv"
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

const (
	labels    = 5 // cells to the left of the weeks
	stripRows = 8 // the months, and the seven days of the week
)

// strip is a part of a year, or of a range, that fits into the width: columns of
// weeks.
type strip struct {
	over date.Range // that it is a part of
	from date.Date  // the first day of the first week
	n    int        // weeks
}

// has reports whether a day is in the strip.
func (s strip) has(d date.Date) bool {
	n := d.Sub(s.from)
	return s.over.Contains(d) && n >= 0 && n < 7*s.n
}

// year is that of its first day.
func (s strip) year() int {
	if s.over.From.Compare(s.from) > 0 {
		return s.over.From.Year
	}
	return s.from.Year
}

// column is how many cells a week has: two where there is room for that.
func (c *Calendar) column() int {
	const most = 54 // weeks that a year can be in
	if c.width-margin-labels >= 2*most {
		return 2
	}
	return 1
}

// strips are the parts of some days, which are as equal as can be.
func (c *Calendar) strips(days date.Range) []strip {
	from := date.Week(days.From, c.First).From
	n := days.To.Sub(from)/7 + 1
	fit := max(1, (c.width-margin-labels)/c.column())
	parts := (n + fit - 1) / fit
	each := (n + parts - 1) / parts
	var list []strip
	for at := 0; at < n; at += each {
		list = append(list, strip{days, from.Add(7 * at), min(each, n-at)})
	}
	return list
}

// shown are the strips on the screen, and the rows from one to the next: the
// year of the selected day, from the part on that has it if not all fit, then
// the years before; of a range the newest part first.
func (c *Calendar) shown() (list []strip, step int) {
	room := c.height - 1 // the last row is for what is on the selected day
	step = stripRows
	if room >= 2*stripRows+1 {
		step++
	}
	fit := max(1, (room+1)/step)
	list = c.strips(c.Page())
	if c.over != (date.Range{}) {
		slices.Reverse(list)
	}
	if len(list) > fit {
		for i, s := range list {
			if s.has(c.at) {
				list = list[max(0, min(i, len(list)-fit)):]
				break
			}
		}
		return list[:fit], step
	}
	oldest, ok := c.Oldest()
	if !ok || c.over != (date.Range{}) {
		return list, step
	}
	for year := c.at.Year - 1; year >= oldest.Year && len(list)+len(c.strips(date.Year(year))) <= fit; year-- {
		list = append(list, c.strips(date.Year(year))...)
	}
	return list, step
}

func (c *Calendar) years(look Look) []string {
	strips, step := c.shown()
	var lines []string
	for i, s := range strips {
		for len(lines) < i*step {
			lines = append(lines, "")
		}
		lines = append(lines, c.monthNames(look, s))
		for row := range 7 {
			lines = append(lines, c.yearRow(look, s, row))
		}
	}
	for len(lines) < c.height-2 {
		lines = append(lines, "")
	}
	if len(lines) == c.height-2 {
		lines = append(lines, c.legend(look))
	}
	return append(lines, c.summary(look))
}

// monthNames is the row above a strip: the year, and each month where it
// begins; one that begins another year is called by that.
func (c *Calendar) monthNames(look Look, s strip) string {
	line := look.Ruler.Pad(strconv.Itoa(s.year()), labels)
	for i := range s.n {
		for day := range 7 {
			d := s.from.Add(7*i + day)
			at := labels + i*c.column()
			begins := d.Day == 1 || d == s.over.From && d.Day <= 10 // or has begun, and has room for its name
			if !begins || !s.over.Contains(d) || at < look.Ruler.Width(line) {
				continue
			}
			name := look.Lang.MonthName(d.Month)
			if d.Month == 1 && d.Year != s.year() {
				name = strconv.Itoa(d.Year)
			}
			line = look.Ruler.Pad(line, at) + name + " "
		}
	}
	return look.Theme.Dimmed.Render(strings.Repeat(" ", margin) + look.Ruler.Truncate(strings.TrimRight(line, " "), c.width-margin))
}

// yearRow is one day of all weeks of a strip. The days of a span are
// underlined.
func (c *Calendar) yearRow(look Look, s strip, row int) string {
	name := ""
	if day := c.weekdays()[row]; day%2 == 1 { // every other, so that there is air
		name = look.Lang.WeekdayName(day)
	}
	line := strings.Repeat(" ", margin) + look.Theme.Dimmed.Render(look.Ruler.Pad(name, labels))
	for i := range s.n {
		d := s.from.Add(7*i + row)
		gap := strings.Repeat(" ", c.column()-1)
		if !s.over.Contains(d) {
			line += " " + gap
			continue
		}
		level := c.level(d)
		_, style := look.Theme.Shade(level)
		if _, ok := c.spans.On(d); ok {
			style = style.Underline(true)
		}
		if d == look.Today {
			style = look.Theme.Title.Underline(true)
		}
		if d == c.at {
			style = look.Theme.Title.Reverse(true)
		}
		line += style.Render(look.sign(level)) + gap
	}
	return line
}

// legend says what the signs mean.
func (c *Calendar) legend(look Look) string {
	line := look.sign(1)
	for i, from := range journal.Levels {
		line += "  " + look.sign(i+2) + " "
		if i == len(journal.Levels)-1 {
			line += look.Lang.Say(words.ShadeLegend, words.Number(from))
		} else {
			line += words.Number(from)
		}
	}
	return look.Theme.Dimmed.Render("  " + look.Ruler.Truncate(line, c.width-margin))
}

func (c *Calendar) summary(look Look) string {
	line := look.Lang.Day(c.at)
	if span, ok := c.spans.On(c.at); ok {
		line += "  ·  " + span.Title
	}
	for _, id := range c.Entries() {
		if brief, ok := look.Brief(id); ok && brief.Title != "" {
			line += "  ·  " + brief.Title
		}
	}
	if length := c.days[c.at].Length; length > 0 {
		line += "  ·  " + look.Lang.Say(words.Characters, words.Number(length))
	}
	return look.Theme.Strong.Render("  " + look.Ruler.Truncate(cell.CleanLine(line), c.width-margin-1))
}

func (c *Calendar) yearCell(Look) (x, y int) {
	strips, step := c.shown()
	for i, s := range strips {
		if s.has(c.at) {
			n := c.at.Sub(s.from)
			return margin + labels + n/7*c.column(), i*step + 1 + n%7
		}
	}
	return 0, 0
}

func (c *Calendar) yearAt(_ Look, x, y int) (date.Date, bool) {
	strips, step := c.shown()
	x -= margin + labels
	i, row := y/step, y%step-1
	if x < 0 || i >= len(strips) || row < 0 || row > 6 || x/c.column() >= strips[i].n {
		return date.Date{}, false
	}
	d := strips[i].from.Add(7*(x/c.column()) + row)
	return d, strips[i].over.Contains(d)
}
