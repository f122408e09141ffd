package editor

import (
	"strings"

	"lifelog/journal/fold"
	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/text"
)

// Find is the search within the entry: the box, beside it the box with what
// to put in its place, and every match.
type Find struct {
	Box, With *input.Input
	Replacing bool // the second box has the focus

	found []text.Span
	at    int      // the current match; -1 for none
	rev   int      // the state of the text that found belongs to
	query string   // and the query
	from  text.Pos // where the caret was when the search began
}

// StartFind begins a search within the entry, for what is selected if that is
// in one line.
func (e *Editor) StartFind() {
	if e.find == nil {
		selected := e.Selected()
		if strings.Contains(selected, "\n") {
			selected = ""
		}
		e.find = &Find{Box: input.New(selected), With: input.New(""), from: e.selection().From, rev: -1}
	}
	e.find.Replacing = false
	e.seek()
}

// EndFind ends the search; the caret stays where it is.
func (e *Editor) EndFind() { e.find = nil }

// Find returns the search within the entry, nil when there is none.
func (e *Editor) Find() *Find { return e.find }

// Matches returns the number of the current match, from 1, and how many there
// are.
func (f *Find) Matches() (at, all int) { return f.at + 1, len(f.found) }

// focus is the box that letters go to.
func (f *Find) focus() *input.Input {
	if f.Replacing {
		return f.With
	}
	return f.Box
}

// TypeFind puts text into the box that has the focus.
func (e *Editor) TypeFind(s string) {
	e.find.focus().Type(s)
	e.seek()
}

// DoFind does what an action says in the boxes; false if it means nothing
// there.
func (e *Editor) DoFind(a keys.Action) bool {
	f := e.find
	switch a {
	case keys.NextHit:
		if f.Replacing {
			e.replaceOne()
			return true
		}
		e.jump(1)
	case keys.PrevHit:
		e.jump(-1)
	case keys.Replace:
		f.Replacing = !f.Replacing
	case keys.ReplaceAll:
		e.replaceEvery()
	default:
		if !f.focus().Do(a) {
			return false
		}
		e.seek()
	}
	return true
}

// look finds all matches anew if the text or the query changed.
func (e *Editor) look() {
	f := e.find
	query := fold.String(f.Box.String())
	if f.rev == e.history.Rev() && f.query == query {
		return
	}
	f.rev, f.query, f.at, f.found = e.history.Rev(), query, -1, nil
	if query == "" {
		return
	}
	f.found = text.Find(e.buf, Phrase(query))
}

// Phrase returns a function that finds words as they were typed, spaces and
// all, in any width, case and kana: byte ranges of a line, in order and apart.
// It is nil if there are no words.
func Phrase(words string) func(line string) [][2]int {
	words = fold.String(words)
	if words == "" {
		return nil
	}
	return func(line string) [][2]int {
		folded, at := fold.Positions(line)
		var all [][2]int
		for i := 0; ; {
			n := strings.Index(folded[i:], words)
			if n < 0 {
				return all
			}
			from, to := fold.Source(at, i+n, i+n+len(words))
			all = append(all, [2]int{from, to})
			i += n + len(words)
		}
	}
}

// seek goes to the first match from where the search began.
func (e *Editor) seek() {
	e.look()
	e.stop(text.NextMatch(e.find.found, e.find.from))
}

// jump goes to the next match, or with -1 to the one before.
func (e *Editor) jump(by int) {
	e.look()
	if by < 0 {
		e.stop(text.PrevMatch(e.find.found, e.selection().From))
		return
	}
	e.stop(text.NextMatch(e.find.found, e.caret))
}

// stop selects a match by its number.
func (e *Editor) stop(at int) {
	e.find.at = at
	if at < 0 {
		return
	}
	span := e.find.found[at]
	e.anchor = span.From
	e.move(span.To, true)
	e.anchor = span.From
	e.find.from = span.From
}

// replaceOne puts the other words in place of the current match and goes to
// the next.
func (e *Editor) replaceOne() {
	e.look()
	f := e.find
	if f.at < 0 || f.at >= len(f.found) {
		e.jump(1)
		return
	}
	e.history.Close()
	e.change(text.Edit{Span: f.found[f.at], Text: f.With.String()}, false)
	f.from = e.caret
	e.jump(1)
}

// replaceEvery does so for all matches, as one undo step.
func (e *Editor) replaceEvery() {
	e.look()
	if len(e.find.found) == 0 {
		return
	}
	e.history.Close()
	e.change(text.ReplaceMatches(e.buf, e.find.found, e.find.With.String()), false)
	e.look()
}

// hit is a part of a row that a search found.
type hit struct {
	from, to int
	here     bool // it is the current match
}

// lit returns what a search found in the bytes from..to of a line.
func (e *Editor) lit(line, from, to int) []hit {
	if e.find == nil {
		return nil
	}
	var hits []hit
	first := max(0, text.NextMatch(e.find.found, text.Pos{Line: line}))
	for i, span := range e.find.found[min(first, len(e.find.found)):] {
		if span.From.Line != line {
			break
		}
		if a, b := max(from, span.From.Col), min(to, span.To.Col); a < b {
			hits = append(hits, hit{a - from, b - from, first+i == e.find.at})
		}
	}
	return hits
}
