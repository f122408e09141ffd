// Package text is text while it is being edited: a buffer that gives back every byte it was given, the one change there
// is (a span is replaced by other text), undo, and what an editor asks about places in a text: the word to the left, the
// next match, what Enter continues.
//
// It knows no terminal, no journal and no clock. Everything but Buffer.Replace only looks: a function that would change
// the text returns an Edit instead, and whoever holds the buffer makes it and writes its inverse into the History.
package text

import (
	"cmp"
	"strings"
)

// Pos is a place in a text. Line counts from 0, Col is in bytes from the start of that line. The places a caret can
// stand at lie between two grapheme clusters and never inside the ending of a line; Clamp finds one.
type Pos struct{ Line, Col int }

// Compare returns -1, 0 or 1 as p comes before q, is q, or comes after it.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// after returns the end of s, if s begins at p.
func (p Pos) after(s string) Pos {
	n := strings.Count(s, "\n")
	if n == 0 {
		return Pos{p.Line, p.Col + len(s)}
	}
	return Pos{p.Line + n, len(s) - strings.LastIndexByte(s, '\n') - 1}
}

// Span is the text from From to To.
type Span struct{ From, To Pos }

// Empty reports whether nothing lies in s.
func (s Span) Empty() bool { return s.From == s.To }

// Ordered returns s with From not after To, as a selection made backwards needs.
func (s Span) Ordered() Span {
	if s.From.Compare(s.To) > 0 {
		return Span{s.To, s.From}
	}
	return s
}

// lines returns the first and last line s touches. A span that ends at the start of a line does not touch that line.
func (s Span) lines() (first, last int) {
	s = s.Ordered()
	if s.To.Col == 0 && s.To.Line > s.From.Line {
		return s.From.Line, s.To.Line - 1
	}
	return s.From.Line, s.To.Line
}

// Selection is a caret and the place from which what is selected reaches to it: the caret itself for nothing.
type Selection struct{ Anchor, Caret Pos }

// At is a caret with nothing selected.
func At(p Pos) Selection { return Selection{p, p} }

// Edit says: what lies in Span becomes Text. Text holds the line endings it brings ("\n" or "\r\n").
type Edit struct {
	Span Span
	Text string
}

// Empty reports whether e changes nothing because it takes nothing and brings nothing.
func (e Edit) Empty() bool { return e.Span.Empty() && e.Text == "" }

// End returns the end of what e brings, once it is made: where the caret goes after typing. Clamp it, since the last
// thing brought may have become one cluster with what follows.
func (e Edit) End() Pos { return e.Span.Ordered().From.after(e.Text) }
