package list

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

// Marks behind the title of an entry.
const (
	other = "≠" // there is another text of it
	star  = "★"
	photo = "▣"
	task  = "○"
)

// Lines draws the list: height lines of width cells.
func (l *List) Lines(look Look, width int) []string {
	var lines []string
	for _, r := range l.rows() {
		switch r.kind {
		case monthName:
			name := look.Ruler.Truncate("  "+look.Lang.Month(l.ids[r.i].Date), width)
			lines = append(lines, look.Theme.Dimmed.Render(look.Ruler.Pad(name, width)))
		case spanName:
			lines = append(lines, l.spanLine(look, r, width))
		default:
			lines = append(lines, l.entryLine(look, r, width))
		}
	}
	for len(lines) < l.height {
		lines = append(lines, strings.Repeat(" ", width))
	}
	return lines
}

// day is the date at the start of a row; blank below one of the same day.
func (l *List) day(look Look, i int) string {
	id := l.ids[i]
	day := fmt.Sprintf("%2d %s  ", id.Date.Day, look.Lang.Weekday(id.Date))
	if i > l.top && l.ids[i-1].Date == id.Date {
		return strings.Repeat(" ", look.Ruler.Width(day))
	}
	return day
}

// spanLine is the upper end of a bar, with the title of the span.
func (l *List) spanLine(look Look, r row, width int) string {
	bar := strings.Repeat(" ", look.Ruler.Width("  "+l.day(look, r.i)))
	lanes := l.lanes(r.i)
	for _, outer := range lanes[:r.lane] {
		bar += part(outer == (journal.Span{}), "│ ")
	}
	bar += "╭ "
	span := lanes[r.lane]
	room := width - look.Ruler.Width(bar)
	title := look.Ruler.Truncate(cell.CleanLine(span.Title), room)
	if days := "  " + look.Lang.Stretch(span.Days); look.Ruler.Width(title+days) < room {
		title += days
	}
	return look.Theme.Faded.Render(bar) + look.Theme.Dimmed.Render(look.Ruler.Pad(title, room))
}

// part is a part of a bar, or its place where that is empty.
func part(empty bool, sign string) string {
	if empty {
		return "  "
	}
	return sign
}

// pens are the styles of the parts of a row.
type pens struct{ mark, day, bar, title, lead, other, star, signs lipgloss.Style }

func (l *List) pens(look Look, i int) pens {
	t := look.Theme
	p := pens{t.Title, t.Dimmed, t.Faded, t.Body, t.Faded, t.Warning, t.Marker, t.Faded}
	if l.ids[i].Date == l.today {
		p.day = t.Title
	}
	if !l.written(l.ids[i]) {
		p.title = t.Dimmed
	}
	if i == l.at {
		p.title, p.bar, p.lead, p.signs = t.Strong, t.Dimmed, t.Dimmed, t.Dimmed
		for _, s := range []*lipgloss.Style{&p.mark, &p.day, &p.bar, &p.title, &p.lead, &p.other, &p.star, &p.signs} {
			*s = s.Background(t.Bar)
		}
	}
	return p
}

func (l *List) entryLine(look Look, r row, width int) string {
	id, pen, ruler := l.ids[r.i], l.pens(look, r.i), look.Ruler
	mark := "  "
	if r.i == l.at {
		mark = ruler.Pad("▌", 2)
	}
	day, bar := l.day(look, r.i), ""
	for _, span := range l.lanes(r.i) {
		sign := "│ "
		if r.i == len(l.ids)-1 || !span.Days.Contains(l.ids[r.i+1].Date) {
			sign = "╰ "
		}
		bar += part(span == (journal.Span{}), sign)
	}
	brief, _ := look.Brief(id)
	starred, signs := l.signs(look, brief, width)
	unsettled := ""
	if look.Other != nil && look.Other(id) {
		unsettled = " " + other
	}
	room := width - ruler.Width(mark+day+bar+unsettled+starred+signs)
	title, lead := l.words(look, id, brief)
	title = ruler.Truncate(cell.CleanLine(title), max(1, room))
	room -= ruler.Width(title)
	if lead = cell.CleanLine(lead); lead != "" && room > 6 {
		lead = ruler.Truncate("  "+lead, room-1)
	} else {
		lead = ""
	}
	rest := strings.Repeat(" ", max(0, room-ruler.Width(lead)))
	return pen.mark.Render(mark) + pen.day.Render(day) + pen.bar.Render(bar) + pen.title.Render(title) +
		pen.lead.Render(lead+rest) + pen.other.Render(unsettled) + pen.star.Render(starred) + pen.signs.Render(signs)
}

const narrow = 24 // cells below which rows have no marks

// signs are the marks of an entry, each behind a space: its star, and the
// others, of which the last one stands below that of the entry above.
func (l *List) signs(look Look, b journal.Brief, width int) (starred, signs string) {
	if width < narrow || b.Length == 0 {
		return "", ""
	}
	if b.Starred {
		starred = " " + star
	}
	if b.Tasks > 0 {
		signs += " " + task
	}
	if b.Photo {
		signs += " " + photo
	}
	level, _ := look.Theme.Shade(journal.Level(b.Length))
	return starred, signs + " " + look.Ruler.Pad(level, look.Ruler.Width("■"))
}

// words is what the row of an entry says.
func (l *List) words(look Look, id journal.ID, b journal.Brief) (title, lead string) {
	if b.Title != "" {
		return b.Title, b.Lead
	}
	if id == (journal.ID{Date: l.today}) {
		return look.Lang.Say(words.Today), ""
	}
	return id.Name, ""
}
