// Package search is the search screen: the box, the hits below it, and which
// of them is selected. Finding is done elsewhere; what was found is put in.
package search

import (
	"fmt"
	"slices"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/input"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// Search is the state of the screen. Use New.
type Search struct {
	Box     *input.Input
	Walking bool     // the hits have the focus, not the box
	ByHits  bool     // asks for entries with most matches first, not for the newest
	Fault   string   // what is wrong with the query, in words
	Recent  []string // queries, the newest first

	found  Results
	at     int // the selected hit
	top    int // the first hit on the screen
	rows   int // for hits
	recall int // how far back in the recent queries the box is
}

// maxRecent is how many queries are remembered.
const maxRecent = 20

// Results are what a query found.
type Results struct {
	Query     string
	ByHits    bool          // those with most matches come first
	Hits      []journal.Hit // as many as have been asked for, then those found loosely
	Loose     int           // how many of the hits are
	Total     int           // entries found; -1 while they are being counted
	Years     map[int]int   // entries found in each year, once counted
	Read, All int           // entries searched, of how many
}

// New returns a screen with an empty box.
func New() *Search { return &Search{Box: input.New("")} }

// Query is what is in the box.
func (s *Search) Query() string { return strings.TrimSpace(s.Box.String()) }

// Show puts in what a query found. Where the hits have the focus, the selection
// stays on its entry when that was found again; else it is the first.
func (s *Search) Show(found Results) {
	old, had := s.Selected()
	s.found, s.at, s.top = found, 0, 0
	if s.Walking = s.Walking && s.Any(); had && s.Walking {
		s.at = max(0, slices.IndexFunc(found.Hits, func(h journal.Hit) bool { return h.ID == old.ID }))
	}
	s.reveal()
}

// SoFar puts in how many entries were found in those that have been searched.
func (s *Search) SoFar(total, read, all int) {
	s.found.Total, s.found.Read, s.found.All = total, read, all
}

// Count puts in what takes longer to know than the first page.
func (s *Search) Count(total int, years map[int]int, loose []journal.Hit) {
	s.found.Total, s.found.Years, s.found.Loose = total+len(loose), years, len(loose)
	s.found.Hits = append(slices.Clip(s.found.Hits), loose...)
	s.reveal()
}

// More puts in the hits that follow the first skip ones.
func (s *Search) More(skip int, hits []journal.Hit) {
	if skip == s.loose() { // else they have come already
		s.found.Hits = slices.Insert(slices.Clip(s.found.Hits), skip, hits...)
		s.reveal()
	}
}

// Wants reports whether there are more hits than have been put in and the
// selection is near the last of them; skip is how many there are.
func (s *Search) Wants() (skip int, wants bool) {
	skip = s.loose()
	return skip, skip < s.found.Total-s.found.Loose && s.at >= skip-s.Fits()
}

// Fits is how many hits the screen has room for.
func (s *Search) Fits() int { return max(1, s.rows/2) }

// Needs is how many hits are to be put in first: the screen full, and up to
// the selected one where it stays.
func (s *Search) Needs() int {
	if s.Walking {
		return s.at + s.Fits()
	}
	return s.Fits()
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

// Found returns what was found.
func (s *Search) Found() Results { return s.found }

// Move moves the selection by n hits, to the first or last at most; it reports
// whether it moved.
func (s *Search) Move(n int) bool {
	was := s.at
	s.at = max(0, min(s.at+n, len(s.found.Hits)-1))
	s.reveal()
	return s.at != was
}

// Remember puts the query first among the recent ones.
func (s *Search) Remember() {
	query := s.Query()
	others := slices.DeleteFunc(slices.Clone(s.Recent), func(q string) bool { return q == query })
	s.Recent = append([]string{query}, others[:min(len(others), maxRecent-1)]...)
	s.recall = 0
}

// Recall puts an earlier query into the box, n steps further back.
func (s *Search) Recall(n int) bool {
	to := max(0, min(s.recall+n, len(s.Recent)))
	if to == s.recall {
		return false
	}
	s.recall = to
	query := ""
	if to > 0 {
		query = s.Recent[to-1]
	}
	s.Box = input.New(query)
	return true
}

// Page is how many hits a page moves.
func (s *Search) Page() int { return max(1, s.rows/2-1) }

// Resize says how many rows there are for hits; each takes two, and every year
// one for its heading.
func (s *Search) Resize(rows int) {
	s.rows = rows
	s.reveal()
}

// reveal has the selected hit on the screen.
func (s *Search) reveal() {
	s.top = max(0, min(s.top, s.at), s.at-s.rows/2)
	for s.top < s.at && s.rowsTo(s.at) > s.rows {
		s.top++
	}
}

// rowsTo is how many rows the hits take from the first on the screen to hit i.
func (s *Search) rowsTo(i int) int {
	rows := 0
	for k := s.top; k <= i && k < len(s.found.Hits); k++ {
		if rows += 2; s.heads(k) {
			rows++
		}
	}
	return rows
}

// Row is the row that the selected hit is drawn on.
func (s *Search) Row() int { return max(0, s.rowsTo(s.at)-2) }

// heads reports whether a heading stands above hit i: the first on the screen
// has one, the first of a year, and the first found loosely.
func (s *Search) heads(i int) bool {
	hits := s.found.Hits
	return i == s.top || i == s.loose() || i < s.loose() && !s.found.ByHits && hits[i].ID.Date.Year != hits[i-1].ID.Date.Year
}

// loose is the index of the first hit found loosely.
func (s *Search) loose() int { return len(s.found.Hits) - s.found.Loose }

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
	for i := s.top; i < len(s.found.Hits) && s.rowsTo(i) <= max(s.rows, 2); i++ {
		h := s.found.Hits[i]
		if s.heads(i) && s.rows > 2 {
			lines = append(lines, look.Theme.Dimmed.Render(look.Ruler.Pad("  "+s.heading(look, i), width)))
		}
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

// heading is what stands above hit i: its year with the count, or that what
// follows is only alike.
func (s *Search) heading(look Look, i int) string {
	if i >= s.loose() {
		return look.Lang.Say(words.Alike)
	}
	if s.found.ByHits {
		return look.Lang.Say(words.MostHits)
	}
	year := s.found.Hits[i].ID.Date.Year
	heading := look.Lang.Say(words.Year, year)
	if n := s.found.Years[year]; n > 0 {
		heading += "  " + words.Number(n)
	}
	return heading
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
