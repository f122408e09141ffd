package editor

import (
	"strings"

	"lifelog/ui/text"
)

// Type inserts what was typed, in place of the selection.
func (e *Editor) Type(s string) { e.insert(s, true) }

// Paste inserts text as one undo step. Line breaks become those of the entry;
// every other character stays as it is.
func (e *Editor) Paste(s string) {
	e.history.Close()
	e.insert(s, false)
}

// insert puts text in place of the selection. With join it belongs to the
// undo step of what was typed before it.
func (e *Editor) insert(s string, join bool) {
	span := e.selection()
	e.change(text.Edit{Span: span, Text: e.buf.Typed(span.From.Line, s)}, join && span.Empty())
}

// erase deletes a span; with join, into the undo step of deletions before it.
func (e *Editor) erase(span text.Span, join bool) {
	if !span.Empty() {
		e.change(text.Edit{Span: span}, join)
	}
}

// change makes an edit and puts the caret behind it.
func (e *Editor) change(edit text.Edit, join bool) {
	e.replace(edit, join)
	e.caret = text.Clamp(e.buf, edit.End())
	e.anchor, e.goal, e.atEnd = e.caret, -1, false
	e.reveal()
}

// replace is the one way by which the text changes: buffer, undo, rows and
// length follow each other here.
func (e *Editor) replace(edit text.Edit, join bool) {
	before := e.stands()
	inverse := e.buf.Replace(edit)
	e.followed(edit)
	e.history.Add(inverse, before, text.At(text.Clamp(e.buf, edit.End())), join)
}

// followed takes in an edit that the buffer has made.
func (e *Editor) followed(edit text.Edit) {
	e.rows.follow(e.buf, edit)
	e.tally.follow(e.buf, edit)
}

// stand puts caret and anchor where they are to be after a change.
func (e *Editor) stand(caret, anchor text.Pos) {
	e.caret, e.anchor = text.Clamp(e.buf, caret), text.Clamp(e.buf, anchor)
	e.goal, e.atEnd = -1, false
	e.reveal()
}

func (e *Editor) stands() text.Selection { return text.Selection{Anchor: e.anchor, Caret: e.caret} }

// reshape makes an edit of whole lines, such as indenting them. Caret and
// anchor go down by some lines and stay as far from the ends of their lines.
func (e *Editor) reshape(edit text.Edit, down int) {
	if edit.Empty() {
		return
	}
	fromEnd := func(p text.Pos) int { return len(e.buf.Line(p.Line)) - p.Col }
	caret, anchor := fromEnd(e.caret), fromEnd(e.anchor)
	e.history.Close()
	e.replace(edit, false)
	at := func(p text.Pos, fromEnd int) text.Pos {
		line := min(p.Line+down, e.buf.Len()-1) // a selection may end at the start of the line below
		return text.Pos{Line: line, Col: max(0, len(e.buf.Line(line))-fromEnd)}
	}
	e.stand(at(e.caret, caret), at(e.anchor, anchor))
	e.history.Left(e.stands())
}

// moveLines makes an edit that moves the selected lines down by one, or up.
func (e *Editor) moveLines(move func(*text.Buffer, text.Span) (text.Edit, bool), down int) {
	if edit, ok := move(e.buf, e.selection()); ok {
		e.reshape(edit, down)
	}
}

func (e *Editor) undo() { e.turn(e.history.Undo) }
func (e *Editor) redo() { e.turn(e.history.Redo) }

// turn makes one step of the history.
func (e *Editor) turn(step func(*text.Buffer) (text.Edit, text.Selection, bool)) {
	edit, selected, ok := step(e.buf)
	if !ok {
		return
	}
	e.followed(edit)
	e.stand(selected.Caret, selected.Anchor)
}

// TimeHeading inserts a section heading with the time, as in "## 18:20 ", on
// a line of its own below the caret's.
func (e *Editor) TimeHeading(clock string) {
	e.history.Close()
	end := text.LineEnd(e.buf, e.caret)
	before := "\n\n"
	switch line := e.buf.Line(e.caret.Line); {
	case strings.TrimSpace(line) != "":
	case e.caret.Line == 0 || strings.TrimSpace(e.buf.Line(e.caret.Line-1)) == "":
		before = ""
	default:
		before = "\n"
	}
	e.change(text.Edit{Span: text.Span{From: end, To: end}, Text: e.buf.Typed(end.Line, before+"## "+clock+" ")}, false)
}
