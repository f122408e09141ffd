// Package editor is the writing screen: an entry being edited, its caret and
// selection, and the visual rows it is drawn in. It is a plain struct: actions
// and typed text go in, lines and the place of the cursor come out.
package editor

import (
	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/text"
)

// Editor edits one entry. Use New.
type Editor struct {
	// Log, when not nil, is told of every change of the text as soon as it is
	// made.
	Log func(journal.Edit)

	base    journal.Version // what is stored, as far as the editor knows
	news    int             // how often it was told that
	buf     *text.Buffer
	history text.History

	caret  text.Pos
	anchor text.Pos // the selection lies between anchor and caret
	goal   int      // the column that ↑ and ↓ keep to, in cells; -1 for none
	atEnd  bool     // the caret, at a break between two rows, is shown at the end of the upper one

	rows   rows
	top    place // the row at the top of the screen
	height int

	tally   tally
	painter painter
	find    *Find // the search within the entry; nil for none
}

// New returns an editor that holds an empty entry.
func New(ruler cell.Ruler) *Editor {
	e := &Editor{rows: rows{ruler: ruler, width: 1}, height: 1}
	e.Open(journal.Version{})
	return e
}

// Open begins to edit a version, with the caret at the end of its text.
func (e *Editor) Open(v journal.Version) {
	e.buf, e.history = text.New(v.Text), text.History{}
	e.stored(v)
	e.buf.Changed = func(from, to int, text string) {
		if e.Log != nil {
			e.Log(journal.Edit{From: from, To: to, Text: text})
		}
	}
	e.caret = e.buf.End()
	e.anchor, e.goal, e.atEnd = e.caret, -1, false
	e.rows.reset(e.buf)
	e.tally.reset(e.buf)
	e.top, e.find = place{}, nil
	e.reveal()
}

// Count returns how many characters (grapheme clusters that are not white
// space) and words are written.
func (e *Editor) Count() (characters, words int) {
	return e.tally.total.characters, e.tally.total.words
}

// ID names the entry being edited.
func (e *Editor) ID() journal.ID { return e.base.ID }

// Base returns what is stored, as far as the editor knows.
func (e *Editor) Base() journal.Version { return e.base }

// Modified reports whether there is something that is not stored.
func (e *Editor) Modified() bool { return e.history.Modified() }

// New reports whether the entry has no file yet.
func (e *Editor) New() bool { return e.base.Rev == "" }

// Snapshot is the text as it is at one moment, for saving.
type Snapshot struct {
	Base, Ours journal.Version
	State      int // the number of the buffer's state, to be handed to Stored
	News       int // as of Editor.News
}

// Snapshot returns what a save needs, and ends the undo step under way, so
// that undo comes back to what was saved.
func (e *Editor) Snapshot() Snapshot {
	e.history.Close()
	e.tally.settle(e.buf)
	ours := e.base
	ours.Text = e.buf.String()
	return Snapshot{Base: e.base, Ours: ours, State: e.history.Rev(), News: e.news}
}

// Stored takes in what the save of a snapshot came to. What another program
// wrote is put into the text as one undo step, under what was typed since.
func (e *Editor) Stored(s Snapshot, saved journal.Saved) {
	if saved.ID != e.base.ID {
		return
	}
	if saved.Text == s.Ours.Text {
		e.stored(saved.Version)
		e.history.Saved(s.State)
		return
	}
	if !e.take(s, saved.Text, saved.Version) {
		// What was typed meanwhile meets what came from outside in the same
		// lines: the base stays, so that the next save keeps both.
		e.base.Text = s.Ours.Text
		e.news++
	}
}

// stored takes in which version is stored now.
func (e *Editor) stored(v journal.Version) {
	e.base = v
	e.news++
}

// News counts how often the editor was told what is stored. What was read from
// the disk under another number may be older than what the editor knows, even
// if the text is the same again.
func (e *Editor) News() int { return e.news }

// Text returns the whole text, and Caret the byte offset of the caret in it.
func (e *Editor) Text() string { return e.buf.String() }

// Caret returns the byte offset of the caret in the text.
func (e *Editor) Caret() int { return e.buf.Offset(e.caret) }

// Line returns the number of the caret's line, from 1.
func (e *Editor) Line() int { return e.caret.Line + 1 }

// Go puts the caret before the byte at an offset of the text.
func (e *Editor) Go(offset int) {
	e.move(text.Clamp(e.buf, e.buf.At(offset)), false)
}

// Selected returns the selected text, "" for none.
func (e *Editor) Selected() string { return e.buf.Text(e.selection()) }

func (e *Editor) selection() text.Span {
	return text.Span{From: e.anchor, To: e.caret}.Ordered()
}

// State returns the number of the state the text is in.
func (e *Editor) State() int { return e.history.Rev() }
