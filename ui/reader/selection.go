package reader

import (
	"cmp"
	"strings"

	"lifelog/ui/cell"
)

// spot is one cluster of a logical line.
type spot struct {
	piece, line int
	from, to    int
}

func (a spot) compare(b spot) int {
	return cmp.Or(a.piece-b.piece, a.line-b.line, a.from-b.from)
}

// drag is what the mouse goes over with its button down.
type drag struct {
	from, to spot
	begun    bool
	moved    bool
}

// Press is the button of the mouse going down on a cell of the screen.
func (s *Reader) Press(x, y int) {
	s.drag = drag{}
	if at, ok := s.spotAt(x, y); ok {
		s.drag = drag{from: at, to: at, begun: true}
	}
}

// Pressed reports whether the button went down on the text.
func (s *Reader) Pressed() bool { return s.drag.begun }

// Drag is the mouse moving with its button down: what lies between is lit. At
// the edges of the screen the text scrolls.
func (s *Reader) Drag(x, y int) {
	if !s.drag.begun {
		return
	}
	switch {
	case y < 0:
		s.Scroll(-1)
	case y >= s.height:
		s.Scroll(1)
	}
	if at, ok := s.spotAt(x, max(0, min(y, s.height-1))); ok {
		s.drag.moved = s.drag.moved || at != s.drag.from
		s.drag.to = at
	}
}

// Release is the button going up. It returns the text that was dragged over,
// as it is shown but without the breaks between rows; "" if the mouse did not
// move.
func (s *Reader) Release() string {
	d := s.drag
	s.drag = drag{}
	if !d.moved {
		return ""
	}
	from, to := d.ends()
	var b strings.Builder
	for i := from.piece; i <= to.piece; i++ {
		l := s.layout(i)
		for n := range l.rows {
			r := &l.rows[n]
			first := r.line >= 0 && (n == 0 || l.rows[n-1].line != r.line)
			switch {
			case r.line < 0 && i > from.piece:
				b.WriteByte('\n')
			case !first || i == from.piece && r.line < from.line || i == to.piece && r.line > to.line:
			case i == from.piece && r.line == from.line:
				b.WriteString(d.part(i, r.line, l))
			default:
				b.WriteByte('\n')
				b.WriteString(r.lead.Text[min(s.Renderer().margin, len(r.lead.Text)):])
				b.WriteString(d.part(i, r.line, l))
			}
		}
	}
	return b.String()
}

// ends are the first and the last cluster of a drag.
func (d drag) ends() (from, to spot) {
	if d.to.compare(d.from) < 0 {
		return d.to, d.from
	}
	return d.from, d.to
}

// span is the part of a logical line that was dragged over.
func (d drag) span(piece, line int, l *layout) (from, to int) {
	first, last := d.ends()
	at := spot{piece: piece, line: line}
	to = len(l.lines[line].Text)
	switch {
	case !d.moved || at.compare(spot{piece: first.piece, line: first.line}) < 0 || at.compare(spot{piece: last.piece, line: last.line}) > 0:
		return 0, 0
	case piece == first.piece && line == first.line:
		from = min(first.from, to)
	}
	if piece == last.piece && line == last.line {
		to = min(last.to, to)
	}
	return from, max(from, to)
}

func (d drag) part(piece, line int, l *layout) string {
	from, to := d.span(piece, line, l)
	return l.lines[line].Text[from:to]
}

// spotAt returns what stands on a cell of the screen, or beside it in its row.
func (s *Reader) spotAt(x, y int) (at spot, ok bool) {
	if s.Empty() || y < 0 || y >= s.height {
		return spot{}, false
	}
	row := s.move(s.first(), y)
	l := s.layout(row.piece)
	r := &l.rows[row.row]
	if r.line < 0 {
		return spot{piece: row.piece}, true
	}
	words := l.lines[r.line].Text[:r.to]
	at = spot{row.piece, r.line, r.from, r.from}
	column := s.options.Ruler.Width(r.lead.Text)
	for at.to < len(words) {
		at.from, at.to = at.to, cell.Next(words, at.to)
		if column += s.options.Ruler.Width(words[at.from:at.to]); x < column {
			break
		}
	}
	return at, true
}
