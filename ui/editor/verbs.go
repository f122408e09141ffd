package editor

import (
	"lifelog/ui/keys"
	"lifelog/ui/text"
)

// Do does what an action says; false if the editor knows none of that name.
func (e *Editor) Do(a keys.Action) bool {
	verb, ok := verbs[a]
	if ok {
		verb(e)
	}
	return ok
}

var verbs = map[keys.Action]func(*Editor){
	keys.Left:      func(e *Editor) { e.leave(e.selection().From, text.Left, false) },
	keys.Right:     func(e *Editor) { e.leave(e.selection().To, text.Right, false) },
	keys.WordLeft:  by(text.WordLeft, false),
	keys.WordRight: by(text.WordRight, false),
	keys.TextStart: by(text.BufferStart, false),
	keys.TextEnd:   by(text.BufferEnd, false),
	keys.Up:        func(e *Editor) { e.vertical(-1, false) },
	keys.Down:      func(e *Editor) { e.vertical(1, false) },
	keys.PageUp:    func(e *Editor) { e.vertical(-e.page(), false) },
	keys.PageDown:  func(e *Editor) { e.vertical(e.page(), false) },
	keys.Start:     func(e *Editor) { e.rowStart(false) },
	keys.End:       func(e *Editor) { e.rowEnd(false) },

	keys.SelectLeft:      by(text.Left, true),
	keys.SelectRight:     by(text.Right, true),
	keys.SelectWordLeft:  by(text.WordLeft, true),
	keys.SelectWordRight: by(text.WordRight, true),
	keys.SelectTextStart: by(text.BufferStart, true),
	keys.SelectTextEnd:   by(text.BufferEnd, true),
	keys.SelectUp:        func(e *Editor) { e.vertical(-1, true) },
	keys.SelectDown:      func(e *Editor) { e.vertical(1, true) },
	keys.SelectStart:     func(e *Editor) { e.rowStart(true) },
	keys.SelectEnd:       func(e *Editor) { e.rowEnd(true) },
	keys.SelectAll: func(e *Editor) {
		e.anchor = text.BufferStart(e.buf, e.caret)
		e.move(e.buf.End(), true)
	},

	keys.Line:       func(e *Editor) { e.newLine() },
	keys.Backspace:  erasing(text.Left),
	keys.Delete:     erasing(text.Right),
	keys.DeleteWord: erasing(text.WordLeft),
	keys.DeleteEnd:  erasing(toLineEnd),
	keys.Undo:       (*Editor).undo,
	keys.Redo:       (*Editor).redo,
	keys.Indent:     func(e *Editor) { e.reshape(text.Indent(e.buf, e.selection()), 0) },
	keys.Outdent:    func(e *Editor) { e.reshape(text.Outdent(e.buf, e.selection()), 0) },
	keys.LineUp:     func(e *Editor) { e.moveLines(text.MoveUp, -1) },
	keys.LineDown:   func(e *Editor) { e.moveLines(text.MoveDown, 1) },
	keys.Task:       func(e *Editor) { e.reshape(text.ToggleTask(e.buf, e.selection()), 0) },
}

// motion finds another place in the text from one.
type motion func(*text.Buffer, text.Pos) text.Pos

// by moves the caret by a motion, and with extend the selection with it.
func by(m motion, extend bool) func(*Editor) {
	return func(e *Editor) { e.move(m(e.buf, e.caret), extend) }
}

// erasing deletes the selection, or else what lies between the caret and
// where a motion leads.
func erasing(m motion) func(*Editor) {
	return func(e *Editor) {
		if span := e.selection(); !span.Empty() {
			e.erase(span, false)
			return
		}
		e.erase(text.Span{From: e.caret, To: m(e.buf, e.caret)}.Ordered(), true)
	}
}

// toLineEnd leads to the end of the line, and from there over its break.
func toLineEnd(b *text.Buffer, p text.Pos) text.Pos {
	if end := text.LineEnd(b, p); end != p {
		return end
	}
	return text.Right(b, p)
}

// newLine begins a new line, which goes on with the list, the task or the
// quote that the caret is in.
func (e *Editor) newLine() {
	e.history.Close()
	e.change(text.Enter(e.buf, e.selection()), false)
}

// leave moves from a selection to its edge, or else by a motion.
func (e *Editor) leave(edge text.Pos, m motion, extend bool) {
	if e.selection().Empty() {
		edge = m(e.buf, e.caret)
	}
	e.move(edge, extend)
}

// move puts the caret somewhere; without extend the selection ends.
func (e *Editor) move(to text.Pos, extend bool) {
	e.caret, e.goal, e.atEnd = to, -1, false
	if !extend {
		e.anchor = to
	}
	e.history.Close()
	e.reveal()
}

func (e *Editor) page() int { return max(1, e.height-2) }

// vertical moves the caret by n rows in the column it came from. Beyond the
// first and the last row it goes to the end of the text.
func (e *Editor) vertical(n int, extend bool) {
	goal := e.goal
	if goal < 0 {
		goal = e.column()
	}
	from := e.caretRow()
	to := e.rows.step(e.buf, from, n)
	switch {
	case to == from && n < 0:
		e.move(text.BufferStart(e.buf, e.caret), extend)
	case to == from:
		e.move(e.buf.End(), extend)
	default:
		pos, atEnd := e.placeAt(to, goal)
		e.move(pos, extend)
		e.atEnd = atEnd
		e.reveal()
	}
	e.goal = goal
}

// placeAt returns the place at a cell of a row. atEnd says that it is the break
// behind the row, to be shown at its end.
func (e *Editor) placeAt(p place, x int) (pos text.Pos, atEnd bool) {
	from, to := e.rows.span(e.buf, p)
	line := e.buf.Line(p.line)
	col := from + len(e.rows.ruler.Cut(line[from:to], x))
	last := p.row == len(e.rows.of(e.buf, p.line))-1
	return text.Clamp(e.buf, text.Pos{Line: p.line, Col: col}), col == to && !last
}

// rowStart goes to the start of the visual row, from there to that of the
// line.
func (e *Editor) rowStart(extend bool) {
	p := e.caretRow()
	from, _ := e.rows.span(e.buf, p)
	to := text.Clamp(e.buf, text.Pos{Line: p.line, Col: from})
	if to == e.caret {
		to = text.LineStart(e.buf, e.caret)
	}
	e.move(to, extend)
}

// rowEnd goes to the end of the visual row, from there to that of the line.
func (e *Editor) rowEnd(extend bool) {
	pos, atEnd := e.placeAt(e.caretRow(), e.rows.width)
	if pos == e.caret {
		pos, atEnd = text.LineEnd(e.buf, e.caret), false
	}
	e.move(pos, extend)
	e.atEnd = atEnd
}
