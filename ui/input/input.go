// Package input is the one-line input: the box of a search, a date, a name.
// It is a buffer of ui/text with a single line, drawn in a row that scrolls
// sideways, with the real cursor on the cell where text goes.
package input

import (
	"strings"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
	"lifelog/ui/text"
)

// Input is a line being typed. Use New.
type Input struct {
	buf   *text.Buffer
	caret text.Pos
}

// New returns an input that holds s, with the caret at its end.
func New(s string) *Input {
	in := &Input{buf: text.New("")}
	in.Type(s)
	return in
}

// String is what was typed.
func (in *Input) String() string { return in.buf.String() }

// Type inserts text; line breaks and tabs in it become spaces.
func (in *Input) Type(s string) {
	s = strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "\t", " ").Replace(s)
	in.change(text.Edit{Span: text.Span{From: in.caret, To: in.caret}, Text: s})
}

func (in *Input) change(e text.Edit) {
	in.buf.Replace(e)
	in.caret = text.Clamp(in.buf, e.End())
}

// Do does what an action of the editor says, as far as it means something in
// one line; it reports whether it did.
func (in *Input) Do(a keys.Action) bool {
	motion, moves := motions[a]
	erase, erases := erasers[a]
	switch {
	case moves:
		in.caret = motion(in.buf, in.caret)
	case erases:
		in.change(text.Edit{Span: text.Span{From: in.caret, To: erase(in.buf, in.caret)}.Ordered()})
	}
	return moves || erases
}

var motions = map[keys.Action]func(*text.Buffer, text.Pos) text.Pos{
	keys.Left:      text.Left,
	keys.Right:     text.Right,
	keys.WordLeft:  text.WordLeft,
	keys.WordRight: text.WordRight,
	keys.Start:     text.LineStart,
	keys.End:       text.LineEnd,
}

var erasers = map[keys.Action]func(*text.Buffer, text.Pos) text.Pos{
	keys.Backspace:  text.Left,
	keys.Delete:     text.Right,
	keys.DeleteWord: text.WordLeft,
	keys.DeleteEnd:  text.LineEnd,
}

// View draws the part of the line around the caret in at most width cells,
// and returns the cell of the caret in it. A quarter of them is for what comes
// after the caret.
func (in *Input) View(r cell.Ruler, width int) (line string, caret int) {
	s, at := in.String(), in.caret.Col
	room := width - 1 - r.Width(r.Cut(s[at:], width/4))
	from := at
	for from > 0 { // from the caret back: a line may be ten thousand characters long
		before := cell.Prev(s, from)
		if room -= r.Width(s[before:from]); room < 0 {
			break
		}
		from = before
	}
	return cell.CleanLine(r.Cut(s[from:], width)), r.Width(s[from:at])
}
