package editor

import (
	"lifelog/journal"
	"lifelog/ui/text"
)

// Join takes in that another program stored theirs, which, joined with the
// snapshot, is merged. What was typed since is put on top of it; all of it is
// one undo step. It returns false, and nothing has changed, when the two meet
// in the same lines.
func (e *Editor) Join(s Snapshot, merged string, theirs journal.Version) bool {
	return theirs.ID == e.base.ID && e.take(s, merged, theirs)
}

// OpenOver begins to edit a version that took the place of another text, to
// which undo leads back.
func (e *Editor) OpenOver(was string, v journal.Version) {
	log := e.Log
	e.Log = nil // both are on the disk
	defer func() { e.Log = log }()
	e.Open(journal.Version{ID: v.ID, Text: was})
	e.replaceAll(v.Text)
	e.stored(v)
	e.history.Saved(e.history.Rev())
	e.move(e.buf.End(), false)
}

// Put makes the text another one, as one undo step.
func (e *Editor) Put(text string) { e.replaceAll(text) }

// Reach makes the text what it was before it was opened; redo leads back.
func (e *Editor) Reach(earlier string) {
	edit, was := text.ReplaceAll(e.buf, earlier), e.stands()
	caret := text.Shift(e.buf, e.caret, edit)
	inverse := e.buf.Replace(edit)
	e.followed(edit)
	e.stand(caret, caret)
	e.history.Reach(inverse, was, e.stands())
}

// take puts what was typed since a snapshot on top of what became of it. base
// is what is stored now.
func (e *Editor) take(s Snapshot, became string, base journal.Version) bool {
	merged, clean := journal.Merge(s.Ours.Text, e.buf.String(), became)
	if !clean {
		return false
	}
	e.stored(base)
	e.replaceAll(merged)
	if merged == base.Text {
		e.history.Saved(e.history.Rev())
	}
	return true
}

// replaceAll makes the buffer hold other text, as one undo step; the caret
// and the top of the screen stay where they were in the text.
func (e *Editor) replaceAll(other string) {
	edit := text.ReplaceAll(e.buf, other)
	caret, anchor := text.Shift(e.buf, e.caret, edit), text.Shift(e.buf, e.anchor, edit)
	e.top = place{line: text.Shift(e.buf, text.Pos{Line: e.top.line}, edit).Line}
	e.history.Close()
	e.replace(edit, false)
	e.stand(caret, anchor)
	e.history.Left(e.stands())
}
