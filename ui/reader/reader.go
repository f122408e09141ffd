// Package reader shows an entry rendered. A text is parsed once into a
// Document; a Renderer lays it out block by block, only what is seen; a Reader
// is the screen: it scrolls, finds words, walks links and headings.
//
// Blocks are read and set by this package, so that lines break by Japanese
// rules and hang under their bullets and quote bars. What stands inside a
// leaf (paragraph, heading, code, table cell) is styled by Glamour with its
// wrapping off, so that its themes work. Text is made safe before Glamour,
// its output goes through the white list of cell.Parse after.
package reader

import (
	"strings"

	gansi "charm.land/glamour/v2/ansi"
)

// Reader is the reading screen. It is a plain struct for one goroutine; what
// may be slow, Parse and Renderer.Warm, can be done in another before Show.
type Reader struct {
	doc      *Document
	options  Options
	renderer *Renderer // nil until needed, and after a change of the options
	height   int
	top      anchor

	match Match
	hits  *Hits // nil while they are not known
	hit   int   // index of the current hit; -1 is none
	link  linkAt
	goal  place // of the last jump; piece -1 is none
	drag  drag
}

// anchor is a place in a document that does not depend on the width: a byte of
// a logical line. Line -1 is a row of the piece by its number: a blank one
// above it, one of a picture, or the name below a picture.
type anchor struct{ piece, line, at int }

// place is a row of a piece.
type place struct{ piece, row int }

// New returns an empty Reader. It shows nothing until Resize and Show.
func New() *Reader { return &Reader{doc: Parse(""), hit: -1, link: noLink, goal: noGoal} }

// SetStyle changes the theme: any style of Glamour. The place stays.
func (s *Reader) SetStyle(style gansi.StyleConfig) {
	s.Configure(func(o *Options) { o.Style = style })
}

// Configure changes the options that documents are rendered with. The place
// stays.
func (s *Reader) Configure(change func(*Options)) {
	change(&s.options)
	s.renderer = nil
}

// Resize sets the size of the screen in cells. The place stays.
func (s *Reader) Resize(width, height int) {
	s.height = max(height, 0)
	if s.options.Width != width {
		s.options.Width = width
		s.renderer = nil
	}
}

// Renderer returns the renderer of the current size and style, for laying a
// document out elsewhere before it is shown.
func (s *Reader) Renderer() *Renderer {
	if s.renderer == nil {
		s.renderer = NewRenderer(s.options)
	}
	return s.renderer
}

// SetText shows a text from its top.
func (s *Reader) SetText(text string) { s.Show(Parse(text), -1) }

// Show shows a document with the paragraph at a byte offset of its text in
// the first line; -1 is the top.
func (s *Reader) Show(doc *Document, at int) {
	s.doc, s.top, s.link, s.goal = doc, anchor{}, noLink, noGoal
	s.hits, s.hit, s.drag = nil, -1, drag{}
	if at >= 0 {
		s.ShowSource(at)
	}
}

// Empty reports whether there is nothing to read.
func (s *Reader) Empty() bool { return len(s.doc.pieces) == 0 }

// Headings returns the outline; ShowSource brings one of them to the top.
func (s *Reader) Headings() []Heading { return s.doc.Headings() }

// View returns the screen: Lines, joined.
func (s *Reader) View() string { return strings.Join(s.Lines(), "\n") }

// Lines returns the lines on the screen with their escape sequences, at most
// as many as it is high, none wider than it is.
func (s *Reader) Lines() []string {
	var lines []string
	for _, l := range s.visible() {
		lines = append(lines, l.String())
	}
	return lines
}

// Links returns the links that are seen on the screen, in order.
func (s *Reader) Links() []Link {
	var links []Link
	for _, l := range s.visible() {
		links = append(links, l.Links...)
	}
	return links
}

func (s *Reader) visible() []Line {
	var lines []Line
	for at := s.first(); len(lines) < s.height && at.piece < len(s.doc.pieces); at = (place{at.piece + 1, 0}) {
		l := s.layout(at.piece)
		over := s.paints(at, l, s.height-len(lines))
		for n := at.row; n < len(l.rows) && len(lines) < s.height; n++ {
			lines = append(lines, l.line(s.doc, at.piece, n, over))
		}
	}
	return lines
}

// paints are the hits and the current link in the rows of a piece from a
// place on.
func (s *Reader) paints(from place, l *layout, rows int) []paint {
	pens := s.Renderer().pens
	first, last := len(l.lines), -1
	for _, r := range l.rows[from.row:min(len(l.rows), from.row+rows)] {
		if r.line >= 0 {
			first, last = min(first, r.line), max(last, r.line)
		}
	}
	over := s.hitPaints(from.piece, l, first, last, pens)
	for n := first; n <= last; n++ {
		if a, b := s.drag.span(from.piece, n, l); a < b {
			over = append(over, paint{line: n, from: a, to: b, pen: pens.Chosen})
		}
	}
	if s.goal.piece == from.piece {
		over = append(over, s.goalPaint(l, pens))
	}
	if s.link.piece != from.piece {
		return over
	}
	if s.link.number == 0 && l.task.to > 0 {
		return append(over, paint{line: onLead, row: l.task.row, from: l.task.from, to: l.task.to, pen: pens.Here})
	}
	for i := first; i <= last; i++ {
		for _, span := range l.lines[i].links {
			if span.link == s.link.number {
				over = append(over, paint{line: i, from: span.from, to: span.to, pen: pens.Here})
			}
		}
	}
	return over
}

func (s *Reader) layout(piece int) *layout { return s.Renderer().layout(s.doc, piece) }

// Cursor returns the cell, from the upper left corner, where the eye is: the
// current link, else where the last jump led, else the current hit, else the
// corner.
func (s *Reader) Cursor() (x, y int) {
	at, from, ok := s.eye()
	if !ok {
		return 0, 0
	}
	row := s.first()
	for y = range s.height {
		if row == at {
			l := s.layout(at.piece)
			r := &l.rows[at.row]
			switch {
			case from < 0:
				return s.options.Ruler.Width(r.lead.Text[:l.task.from]), y
			case r.line < 0:
				return 0, y
			}
			before := r.lead.Text + l.lines[r.line].Text[r.from:max(r.from, min(from, r.to))]
			return s.options.Ruler.Width(before), y
		}
		row = s.move(row, 1)
	}
	return 0, 0
}

// eye returns the row of the current link, the goal or the current hit, and the
// byte of the logical line where it begins there; -1 is the box of a task.
func (s *Reader) eye() (at place, from int, ok bool) {
	if s.link != noLink {
		at = s.linkPlace(s.link)
		l := s.layout(s.link.piece)
		if s.link.number == 0 && l.task.to > 0 {
			return at, -1, true
		}
		for _, span := range l.lines[l.rows[at.row].line].links {
			if span.link == s.link.number {
				return at, span.from, true
			}
		}
		return at, 0, true
	}
	if s.goal != noGoal {
		return place{s.goal.piece, min(s.goal.row, len(s.layout(s.goal.piece).rows)-1)}, 0, true
	}
	if h, found := s.currentHit(); found {
		return s.hitRow(h), h.from, true
	}
	return place{}, 0, false
}
