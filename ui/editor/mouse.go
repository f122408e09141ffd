package editor

import "lifelog/ui/text"

// Click puts the caret at a cell; with extend the selection reaches there. The
// text stays where it is under the mouse, but what is beyond the edge of the
// screen is scrolled to.
func (e *Editor) Click(x, y int, extend bool) {
	row := max(0, min(y, e.height-1))
	e.top = e.scrolled(y - row)
	pos, atEnd := e.placeAt(e.rows.step(e.buf, e.top, row), x)
	top := e.top
	e.move(pos, extend)
	e.atEnd, e.top = atEnd, top
}

// SelectWord selects the word that the caret is in.
func (e *Editor) SelectWord() { e.mark(text.Word(e.buf, e.caret)) }

// SelectLine selects the line of the caret.
func (e *Editor) SelectLine() {
	e.mark(text.Span{From: text.LineStart(e.buf, e.caret), To: text.LineEnd(e.buf, e.caret)})
}

// mark selects a span where it is on the screen.
func (e *Editor) mark(s text.Span) {
	top := e.top
	e.anchor = s.From
	e.move(s.To, true)
	e.top = top
	e.show(0)
}

// Scroll moves the text by n rows under the caret, which stays on the screen. A
// selection stays what it is, and out of sight if it comes to that.
func (e *Editor) Scroll(n int) {
	e.top = e.scrolled(n)
	if !e.selection().Empty() {
		return
	}
	row := e.caretRow()
	lowest := e.rows.step(e.buf, e.top, e.height-1)
	switch {
	case row.before(e.top):
		e.caret, e.atEnd = e.placeAt(e.top, e.column())
	case lowest.before(row):
		e.caret, e.atEnd = e.placeAt(lowest, e.column())
	default:
		return
	}
	e.anchor = e.caret
}

// scrolled is the row at the top of the screen n rows further down, or as far as
// there is text.
func (e *Editor) scrolled(n int) place {
	to := e.rows.step(e.buf, e.top, n)
	if last := e.lastTop(); n > 0 && last.before(to) {
		return last
	}
	return to
}
