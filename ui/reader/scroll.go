package reader

import (
	"strings"

	"lifelog/ui/keys"
)

// Do does what an action says, if it is one of moving about; it reports
// whether it was.
func (s *Reader) Do(a keys.Action) bool {
	switch a {
	case keys.Up:
		s.Scroll(-1)
	case keys.Down:
		s.Scroll(1)
	case keys.PageUp:
		s.Page(-1)
	case keys.PageDown:
		s.Page(1)
	case keys.HalfUp:
		s.Scroll(-max(1, s.height/2))
	case keys.HalfDown:
		s.Scroll(max(1, s.height/2))
	case keys.Top:
		s.ToTop()
	case keys.Bottom:
		s.ToBottom()
	case keys.NextHit:
		s.NextHit()
	case keys.PrevHit:
		s.PrevHit()
	default:
		return false
	}
	return true
}

// Scroll moves by n lines, down if n is positive.
func (s *Reader) Scroll(n int) {
	s.goal = noGoal
	s.setTop(s.move(s.first(), n))
}

// Page moves by n screens; two lines stay in sight.
func (s *Reader) Page(n int) { s.Scroll(n * max(1, s.height-2)) }

// ToTop shows the beginning.
func (s *Reader) ToTop() { s.top, s.goal = anchor{}, noGoal }

// ToBottom shows the last screen.
func (s *Reader) ToBottom() {
	s.goal = noGoal
	s.setTop(s.lastTop())
}

// Top returns the byte offset, in the text, of the first paragraph on the
// screen.
func (s *Reader) Top() int {
	if s.Empty() {
		return 0
	}
	at := s.first()
	return s.layout(at.piece).line(s.doc, at.piece, at.row, nil).Source
}

// ShowSource brings the paragraph at a byte offset of the text into the first
// line, or as near as the end of the text allows.
func (s *Reader) ShowSource(offset int) {
	if s.Empty() {
		return
	}
	at := s.placeOf(offset)
	at.row = s.layout(at.piece).pictureTop(at.row)
	s.setTop(at)
}

// noGoal is where no jump led.
var noGoal = place{-1, 0}

// Jump is ShowSource for a heading or a footnote: it is lit, since near the end
// of the text it cannot come to the first line.
func (s *Reader) Jump(offset int) {
	if s.Empty() {
		return
	}
	s.ShowSource(offset)
	s.link, s.goal = noLink, s.placeOf(offset)
}

// goalPaint lights the words of the goal if it is a heading, else what stands
// before them, like the number of a footnote.
func (s *Reader) goalPaint(l *layout, pens Pens) paint {
	r := &l.rows[min(s.goal.row, len(l.rows)-1)]
	if s.doc.pieces[s.goal.piece].kind == heading || r.lead.Text == "" {
		return paint{line: r.line, from: r.from, to: r.to, pen: pens.Here}
	}
	end := len(strings.TrimRight(r.lead.Text, " "))
	return paint{line: onLead, row: s.goal.row, to: end, pen: pens.Here}
}

// placeOf returns the first row of the paragraph at a byte offset of the text.
func (s *Reader) placeOf(offset int) place {
	piece := s.doc.pieceAt(offset)
	l := s.layout(piece)
	at := place{piece, 0}
	for n := range l.rows {
		if line := l.rows[n].line; line >= 0 && (at.row == 0 || s.doc.pieces[piece].from+l.lines[line].start <= offset) {
			if at.row == 0 || line != l.rows[at.row].line {
				at.row = n
			}
		}
	}
	return at
}

// Percent returns how much of the text lies above the lower edge of the
// screen, and whether there is more than the screen shows.
func (s *Reader) Percent() (percent int, more bool) {
	if s.Empty() {
		return 100, false
	}
	first := s.first()
	below := s.move(first, s.height)
	if s.rowsFrom(first, s.height+1) <= s.height {
		return 100, first != place{}
	}
	p := &s.doc.pieces[below.piece]
	l := s.layout(below.piece)
	part := (p.to - p.from) * below.row / max(1, len(l.rows))
	return min(99, 100*(p.from+part)/max(1, len(s.doc.text))), true
}

// first returns the row at the upper edge: where the anchor is, or higher if
// the text ends before the screen does.
func (s *Reader) first() place {
	if s.Empty() {
		return place{}
	}
	at := place{piece: min(s.top.piece, len(s.doc.pieces)-1)}
	l := s.layout(at.piece)
	if s.top.line < 0 {
		at.row = min(s.top.at, len(l.rows)-1)
	} else {
		for n := range l.rows {
			if r := &l.rows[n]; r.line >= 0 && (r.line < s.top.line || r.line == s.top.line && r.from <= s.top.at) {
				at.row = n
			}
		}
		at.row = l.pictureTop(at.row)
	}
	if s.rowsFrom(at, s.height) < s.height {
		return s.lastTop()
	}
	return at
}

func (s *Reader) setTop(at place) {
	if s.Empty() {
		return
	}
	if s.rowsFrom(at, s.height) < s.height {
		at = s.lastTop()
	}
	l := s.layout(at.piece)
	r := &l.rows[at.row]
	s.top = anchor{at.piece, r.line, r.from}
	if r.line < 0 || l.pictureTop(at.row) < at.row {
		s.top.line, s.top.at = -1, at.row
	}
}

// move returns the place n rows further down, or up, within the text.
func (s *Reader) move(at place, n int) place {
	if s.Empty() {
		return place{}
	}
	for n > 0 {
		left := len(s.layout(at.piece).rows) - 1 - at.row
		if n <= left {
			return place{at.piece, at.row + n}
		}
		if at.piece == len(s.doc.pieces)-1 {
			return place{at.piece, at.row + left}
		}
		n -= left + 1
		at = place{at.piece + 1, 0}
	}
	for n < 0 {
		if at.row+n >= 0 {
			return place{at.piece, at.row + n}
		}
		if at.piece == 0 {
			return place{}
		}
		n += at.row + 1
		at = place{at.piece - 1, len(s.layout(at.piece-1).rows) - 1}
	}
	return at
}

// rowsFrom counts the rows from a place on, up to most.
func (s *Reader) rowsFrom(at place, most int) int {
	n := -at.row
	for i := at.piece; i < len(s.doc.pieces) && n < most; i++ {
		n += len(s.layout(i).rows)
	}
	return min(n, most)
}

// lastTop is the place from which the text just fills the screen.
func (s *Reader) lastTop() place {
	if s.Empty() {
		return place{}
	}
	last := len(s.doc.pieces) - 1
	return s.move(place{last, len(s.layout(last).rows) - 1}, 1-max(1, s.height))
}

// seen reports whether a row is on the screen.
func (s *Reader) seen(at place) bool {
	row := s.first()
	for range s.height {
		if row == at {
			return true
		}
		row = s.move(row, 1)
	}
	return false
}

// reveal scrolls so that a row is on the screen, a third below the upper edge
// if it was not.
func (s *Reader) reveal(at place) {
	if !s.seen(at) {
		s.setTop(s.move(at, -s.height/3))
	}
}
