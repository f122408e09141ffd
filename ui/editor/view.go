package editor

import (
	"lifelog/ui/cell"
	"lifelog/ui/text"
)

// Resize says how many cells and rows there are to draw in. The last column
// is left to the caret behind a full row. Text above is brought back into sight
// before rows below the end stay empty.
func (e *Editor) Resize(width, height int) {
	width, height = max(2, width-1), max(1, height)
	if width == e.rows.width && height == e.height {
		return
	}
	if width != e.rows.width {
		e.breakAnew(func() { e.rows.width = width })
	}
	e.height = height
	last := e.rows.at(e.buf, e.buf.End())
	if full := e.rows.step(e.buf, last, 1-e.height); full.before(e.top) {
		e.top = full
	}
	e.reveal()
}

// SetRuler measures by another ruler from now on.
func (e *Editor) SetRuler(r cell.Ruler) {
	e.breakAnew(func() { e.rows.ruler = r })
	e.reveal()
}

// breakAnew breaks all rows by what change sets, with the caret on the same row
// of the screen.
func (e *Editor) breakAnew(change func()) {
	_, y := e.Cursor()
	change()
	e.rows.reset(e.buf)
	e.top = e.rows.step(e.buf, e.caretRow(), -y)
}

// caretRow is the row that the caret is shown on.
func (e *Editor) caretRow() place {
	p := e.rows.at(e.buf, e.caret)
	if e.atEnd && p.row > 0 && e.rows.of(e.buf, p.line)[p.row-1] == e.caret.Col {
		p.row--
	}
	return p
}

// reveal scrolls as little as needed to have the caret on the screen, with a
// few rows below it.
func (e *Editor) reveal() { e.show(min(3, e.height/4)) }

// show is reveal with so many rows below the caret.
func (e *Editor) show(below int) {
	caret := e.caretRow()
	e.top.line = min(e.top.line, e.buf.Len()-1)
	e.top.row = min(e.top.row, len(e.rows.of(e.buf, e.top.line))-1)
	if caret.before(e.top) {
		e.top = caret
	}
	if lowest := e.rows.step(e.buf, caret, below+1-e.height); e.top.before(lowest) {
		e.top = lowest
	}
	if last := e.lastTop(); last.before(e.top) {
		e.top = last
	}
}

// lastTop is the lowest row that can be at the top: no more than a third of the
// screen is empty.
func (e *Editor) lastTop() place {
	last := e.rows.at(e.buf, e.buf.End())
	return e.rows.step(e.buf, last, e.height/3+1-e.height)
}

// Cursor returns the cell of the caret on the screen, in its first or last row
// if the caret was scrolled out of sight.
func (e *Editor) Cursor() (x, y int) {
	row := e.caretRow()
	for p := e.top; p.before(row) && y < e.height-1; y++ {
		p = e.rows.step(e.buf, p, 1)
	}
	return min(e.column(), e.rows.width), y
}

// column is the cell of the caret in its row.
func (e *Editor) column() int {
	from, _ := e.rows.span(e.buf, e.caretRow())
	return e.rows.ruler.Width(e.buf.Line(e.caret.Line)[from:e.caret.Col])
}

// Pens are the SGR parameters that the parts of the text are drawn with.
type Pens struct {
	Selection string
	Found     string // words that were searched for
	Here      string // those at the caret
	Markdown  Colours
}

// Lines draws the rows on the screen, fewer when the text ends above its foot.
// Nothing is padded.
func (e *Editor) Lines(pens Pens) []string {
	var lines []string
	selected := e.selection()
	e.painter.begin()
	in, of := blockOf(e.buf, e.top.line), e.top.line
	for p := e.top; len(lines) < e.height; {
		if p.line != of {
			in, of = in.enter(e.buf.Line(p.line), false), p.line
		}
		lines = append(lines, e.draw(p, selected, in.verbatim, pens))
		next := e.rows.step(e.buf, p, 1)
		if next == p {
			break
		}
		p = next
	}
	return lines
}

// draw draws one row. Spaces that hang over the edge are left out.
func (e *Editor) draw(p place, selected text.Span, verbatim bool, pens Pens) string {
	from, to := e.rows.span(e.buf, p)
	line := e.buf.Line(p.line)
	to = from + len(e.rows.ruler.Cut(line[from:to], e.rows.width))
	row := e.painter.row(line, from, to, verbatim, pens.Markdown)
	sel := text.Span{From: text.Pos{Line: p.line, Col: from}, To: text.Pos{Line: p.line, Col: to}}
	if selected.From.Compare(sel.From) > 0 {
		sel.From = selected.From
	}
	if selected.To.Compare(sel.To) < 0 {
		sel.To = selected.To
	}
	if sel.From.Compare(sel.To) < 0 {
		row = row.Paint(sel.From.Col-from, sel.To.Col-from, pens.Selection)
	}
	for _, hit := range e.lit(p.line, from, to) { // over the selection: its colours are not made for each other's
		pen := pens.Found
		if hit.here {
			pen = pens.Here
		}
		row = row.Paint(hit.from, hit.to, pen)
	}
	return row.Line().String()
}
