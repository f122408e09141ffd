// Package list is the list of entries at the left of home: one row an entry,
// under a heading for each month, today always on top. It holds places, not
// texts: what a row says is asked for when the row is drawn.
package list

import (
	"fmt"
	"slices"
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// List is a list of entries, newest first, with one of them selected.
type List struct {
	ids    []journal.ID
	stored int // how many of ids have a file: all, or all but today at the top
	today  date.Date
	at     int // index of the selected entry
	top    int // index of the first entry on the screen
	height int // rows on the screen
}

// Look is how a list is drawn.
type Look struct {
	Theme theme.Theme
	Lang  words.Lang
	Ruler cell.Ruler
	Head  func(journal.ID) (journal.Head, bool) // false while it is being read
}

// Set puts in the entries of a journal, newest first. The selection stays on
// its entry, or on the nearest one if that is gone.
func (l *List) Set(ids []journal.ID, today date.Date) {
	selected, had := l.Selected()
	l.stored, l.today = len(ids), today
	now := journal.ID{Date: today}
	if i, found := slices.BinarySearchFunc(ids, now, journal.Newest); !found {
		ids = slices.Insert(slices.Clone(ids), i, now)
	}
	l.ids = ids
	l.at = l.index(now)
	l.keep(selected, had)
}

// Narrow puts in a part of the entries, newest first, and nothing else: today
// is not among them unless it is one of them. There may be none.
func (l *List) Narrow(ids []journal.ID) {
	selected, had := l.Selected()
	l.ids, l.stored, l.at = ids, len(ids), 0
	l.keep(selected, had)
}

// keep puts the selection back on the entry it was on.
func (l *List) keep(selected journal.ID, had bool) {
	if had {
		l.at = max(0, min(l.index(selected), len(l.ids)-1))
	}
	l.show()
}

// index is where id stands, or would stand.
func (l *List) index(id journal.ID) int {
	i, _ := slices.BinarySearchFunc(l.ids, id, journal.Newest)
	return i
}

// Len is the number of entries that have a file.
func (l *List) Len() int { return l.stored }

// Selected returns the selected entry; ok is false in an empty list.
func (l *List) Selected() (id journal.ID, ok bool) {
	if len(l.ids) == 0 {
		return journal.ID{}, false
	}
	return l.ids[l.at], true
}

// Select puts the selection on an entry if it is in the list.
func (l *List) Select(id journal.ID) bool {
	i, found := slices.BinarySearchFunc(l.ids, id, journal.Newest)
	if found {
		l.at = i
		l.show()
	}
	return found
}

// Move moves the selection by n entries, to the first or last at most.
func (l *List) Move(n int) {
	l.at = max(0, min(l.at+n, len(l.ids)-1))
	l.show()
}

// Page is how many entries a page moves.
func (l *List) Page() int { return max(1, l.height-2) }

// Resize says how many rows there are to draw in.
func (l *List) Resize(height int) {
	l.height = height
	l.show()
}

// show moves the top so that the selected entry is on the screen, with the
// heading of its month above it.
func (l *List) show() {
	l.top = max(0, min(l.top, l.at), l.at-l.height)
	for l.top < l.at && l.rowOf(l.at) >= l.height {
		l.top++
	}
}

// rowOf is the row of the screen that entry i is drawn on, counted no further
// than the first row below the screen.
func (l *List) rowOf(i int) int {
	row := -1
	for k := l.top; k <= i && row < l.height; k++ {
		if l.heads(k) {
			row++
		}
		row++
	}
	return row
}

// heads reports whether a month's heading stands above entry i: the first on
// the screen has one, and the first of each month.
func (l *List) heads(i int) bool {
	return i == l.top || month(l.ids[i]) != month(l.ids[i-1])
}

func month(id journal.ID) int { return id.Date.Year*12 + int(id.Date.Month) }

// Visible returns the entries on the screen.
func (l *List) Visible() []journal.ID {
	last := l.top
	for last < len(l.ids) && l.rowOf(last) < l.height {
		last++
	}
	return l.ids[l.top:last]
}

// At returns the entry drawn on a row of the screen.
func (l *List) At(row int) (journal.ID, bool) {
	for i := l.top; i < len(l.ids) && l.rowOf(i) <= row && l.rowOf(i) < l.height; i++ {
		if l.rowOf(i) == row {
			return l.ids[i], true
		}
	}
	return journal.ID{}, false
}

// Row is the row of the screen that the selected entry is drawn on.
func (l *List) Row() int { return l.rowOf(l.at) }

// Lines draws the list: height lines of width cells.
func (l *List) Lines(look Look, width int) []string {
	var lines []string
	for i := l.top; i < len(l.ids) && len(lines) < l.height; i++ {
		if l.heads(i) {
			name := look.Ruler.Pad("  "+look.Lang.Month(l.ids[i].Date), width)
			lines = append(lines, look.Theme.Dimmed.Render(name))
		}
		lines = append(lines, l.row(look, i, width))
	}
	for len(lines) < l.height {
		lines = append(lines, strings.Repeat(" ", width))
	}
	return lines[:l.height]
}

func (l *List) row(look Look, i, width int) string {
	id, t := l.ids[i], look.Theme
	mark, day := "  ", fmt.Sprintf("%2d %s  ", id.Date.Day, look.Lang.Weekday(id.Date))
	if i > l.top && l.ids[i-1].Date == id.Date {
		day = strings.Repeat(" ", look.Ruler.Width(day))
	}
	room := width - look.Ruler.Width(mark+day)
	title, lead := l.words(look, id)
	title = look.Ruler.Truncate(cell.CleanLine(title), room)
	room -= look.Ruler.Width(title)
	if lead = cell.CleanLine(lead); lead != "" && room > 6 {
		lead = look.Ruler.Truncate("  "+lead, room-1)
	} else {
		lead = ""
	}
	rest := strings.Repeat(" ", max(0, room-look.Ruler.Width(lead)))
	dim, body, faded, accent := t.Dimmed, t.Body, t.Faded, t.Title
	if id.Date == l.today {
		dim = t.Title
	}
	if !l.written(id) {
		body = t.Dimmed
	}
	if i == l.at {
		mark, body = "▌ ", t.Strong
		dim, body, faded, accent = dim.Background(t.Bar), body.Background(t.Bar), t.Dimmed.Background(t.Bar), accent.Background(t.Bar)
	}
	return accent.Render(mark) + dim.Render(day) + body.Render(title) + faded.Render(lead+rest)
}

// written reports whether an entry has a file: all but today may have.
func (l *List) written(id journal.ID) bool {
	return l.stored == len(l.ids) || id != journal.ID{Date: l.today}
}

// words is what the row of an entry says.
func (l *List) words(look Look, id journal.ID) (title, lead string) {
	if head, ok := look.Head(id); ok && head.Title != "" {
		return head.Title, head.Lead
	}
	if id == (journal.ID{Date: l.today}) {
		return look.Lang.Say(words.Today), ""
	}
	return id.Name, ""
}
