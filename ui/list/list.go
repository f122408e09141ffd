// Package list is the list of entries at the left of home: one row an entry,
// under a heading for each month, today always on top. The days of a span
// stand under its title, along a bar. The list holds places, not texts: what a
// row says is asked for when the row is drawn.
package list

import (
	"slices"

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
	spans  journal.Spans
	at     int // index of the selected entry
	top    int // index of the first entry on the screen
	height int // rows on the screen
}

// Look is how a list is drawn.
type Look struct {
	Theme theme.Theme
	Lang  words.Lang
	Ruler cell.Ruler
	Brief func(journal.ID) (journal.Brief, bool) // false while it is being read
	Other func(journal.ID) bool                  // there is another text of it; nil for of none
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
// headings it is under above it.
func (l *List) show() {
	l.top = max(0, min(l.top, l.at), l.at-l.height)
	for l.top < l.at && l.Row() >= l.height {
		l.top++
	}
}

// SetSpans puts in the spans that the days are grouped by.
func (l *List) SetSpans(spans journal.Spans) {
	l.spans = spans
	l.show()
}

// MoveDays moves the selection to the first entry of a day n days with entries
// further down.
func (l *List) MoveDays(n int) {
	step := 1
	if n < 0 {
		step = -1
	}
	for at := l.at; n != 0 && at+step >= 0 && at+step < len(l.ids); {
		day := l.ids[at].Date
		for at+step >= 0 && at+step < len(l.ids) && l.ids[at].Date == day {
			at += step
		}
		for step < 0 && at > 0 && l.ids[at-1].Date == l.ids[at].Date {
			at--
		}
		if l.ids[at].Date == day {
			break
		}
		if l.written(l.ids[at]) {
			l.at = at
			n -= step
		}
	}
	l.show()
}

// row is one row of the screen: an entry, or a heading above it.
type row struct {
	kind kind
	i    int // of the entry
	lane int // of the span that the heading is of
}

type kind int

const (
	entry kind = iota
	monthName
	spanName
)

// rows are those of the screen. The first entry has all the headings that it
// is under; others have those that begin with them.
func (l *List) rows() []row {
	var rows []row
	for i := l.top; i < len(l.ids) && len(rows) < l.height; i++ {
		first := i == l.top
		if first || month(l.ids[i]) != month(l.ids[i-1]) {
			rows = append(rows, row{kind: monthName, i: i})
		}
		for lane, span := range l.lanes(i) {
			if span != (journal.Span{}) && (first || !span.Days.Contains(l.ids[i-1].Date)) {
				rows = append(rows, row{spanName, i, lane})
			}
		}
		rows = append(rows, row{kind: entry, i: i})
	}
	return rows[:min(len(rows), l.height)]
}

// mostLanes are the bars that stand beside each other at most.
const mostLanes = 3

// lanes are the spans that an entry is in, each in its lane.
func (l *List) lanes(i int) []journal.Span {
	lanes := l.spans.Lanes(l.ids[i].Date)
	return lanes[:min(len(lanes), mostLanes)]
}

func month(id journal.ID) int { return id.Date.Year*12 + int(id.Date.Month) }

// Visible returns the entries on the screen.
func (l *List) Visible() []journal.ID {
	var ids []journal.ID
	for _, r := range l.rows() {
		if r.kind == entry {
			ids = append(ids, l.ids[r.i])
		}
	}
	return ids
}

// At returns the entry drawn on a row of the screen.
func (l *List) At(y int) (journal.ID, bool) {
	rows := l.rows()
	if y < 0 || y >= len(rows) || rows[y].kind != entry {
		return journal.ID{}, false
	}
	return l.ids[rows[y].i], true
}

// Row is the row of the screen that the selected entry is drawn on; the height
// of the screen if it is below it.
func (l *List) Row() int {
	for y, r := range l.rows() {
		if r.kind == entry && r.i == l.at {
			return y
		}
	}
	return l.height
}

// written reports whether an entry has a file: all but today may have.
func (l *List) written(id journal.ID) bool {
	return l.stored == len(l.ids) || id != journal.ID{Date: l.today}
}
