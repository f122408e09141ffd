// Package search is the search screen: the box, the hits below it, and which
// of them is selected. Finding is done elsewhere; what was found is put in.
package search

import (
	"fmt"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/input"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// Search is the state of the screen. Use New.
type Search struct {
	Box   *input.Input
	found journal.Found
	of    string // the query that found belongs to
	at    int    // the selected hit
	top   int    // the first hit on the screen
	hits  int    // how many fit on the screen
}

// New returns a screen with an empty box.
func New() *Search { return &Search{Box: input.New("")} }

// Query is what is in the box.
func (s *Search) Query() string { return strings.TrimSpace(s.Box.String()) }

// Show puts in what a query found. The selection stays on its entry when that
// was found again.
func (s *Search) Show(query string, found journal.Found) {
	old, had := s.Selected()
	s.of, s.found, s.at, s.top = query, found, 0, 0
	if had {
		for i, h := range found.Hits {
			if h.ID == old.ID {
				s.at = i
				break
			}
		}
	}
	s.reveal()
}

// Selected returns the selected hit; ok is false when nothing was found.
func (s *Search) Selected() (hit journal.Hit, ok bool) {
	if s.at >= len(s.found.Hits) {
		return journal.Hit{}, false
	}
	return s.found.Hits[s.at], true
}

// Any reports whether anything was found.
func (s *Search) Any() bool { return len(s.found.Hits) > 0 }

// Found returns what was found and the query it belongs to.
func (s *Search) Found() (query string, found journal.Found) { return s.of, s.found }

// Move moves the selection by n hits, to the first or last at most.
func (s *Search) Move(n int) {
	s.at = max(0, min(s.at+n, len(s.found.Hits)-1))
	s.reveal()
}

// Page is how many hits a page moves.
func (s *Search) Page() int { return max(1, s.hits-1) }

// Resize says how many rows there are for hits; each takes two.
func (s *Search) Resize(rows int) {
	s.hits = max(1, rows/2)
	s.reveal()
}

func (s *Search) reveal() {
	s.top = max(0, min(s.top, s.at), s.at-s.hits+1)
}

// Look is how the hits are drawn.
type Look struct {
	Theme theme.Theme
	Lang  words.Lang
	Ruler cell.Ruler
}

// Lines draws the hits on the screen: for each its date and title, and below
// it the line that was found with the found words lit.
func (s *Search) Lines(look Look, width int) []string {
	var lines []string
	for i := s.top; i < len(s.found.Hits) && i < s.top+s.hits; i++ {
		h := s.found.Hits[i]
		mark, title, dim := "  ", look.Theme.Body, look.Theme.Dimmed
		if i == s.at {
			mark, title = "▌ ", look.Theme.Strong
			title, dim = title.Background(look.Theme.Bar), dim.Background(look.Theme.Bar)
		}
		day := fmt.Sprintf("%s %s  ", h.ID.Date, look.Lang.Weekday(h.ID.Date))
		room := width - look.Ruler.Width(mark+day)
		lines = append(lines, look.Theme.Title.Render(mark)+
			dim.Render(day)+title.Render(look.Ruler.Pad(look.Ruler.Truncate(cell.CleanLine(h.Head.Title), room), room)))
		lines = append(lines, "    "+Snippet(h, look, width-4))
	}
	return lines
}

// Snippet draws the part of a hit's line around the first found words, in at
// most width cells, with the found words lit.
func Snippet(h journal.Hit, look Look, width int) string {
	from := 0
	if len(h.Marks) > 0 {
		from = leadIn(h.Line, h.Marks[0][0], look.Ruler, width/3)
	}
	r := look.Ruler
	part := r.Cut(h.Line[from:], width)
	if from > 0 {
		part = r.Cut(h.Line[from:], width-r.Width("…"))
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString(look.Theme.Dimmed.Render("…"))
	}
	at, end := from, from+len(part)
	for _, m := range h.Marks {
		if m[0] < at || m[1] > end {
			continue
		}
		b.WriteString(look.Theme.Dimmed.Render(cell.CleanLine(h.Line[at:m[0]])))
		b.WriteString(look.Theme.Found.Render(cell.CleanLine(h.Line[m[0]:m[1]])))
		at = m[1]
	}
	b.WriteString(look.Theme.Dimmed.Render(cell.CleanLine(h.Line[at:end])))
	return b.String()
}

// leadIn returns the offset from which a line is shown so that the words at
// byte at have no more than room cells before them.
func leadIn(line string, at int, r cell.Ruler, room int) int {
	from := at
	for from > 0 {
		before := cell.Prev(line, from)
		if room -= r.Width(line[before:from]); room < 0 {
			return from
		}
		from = before
	}
	return 0
}
