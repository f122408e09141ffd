package text

import (
	"strings"

	"lifelog/ui/cell"
)

// Left returns the place one cluster to the left; from the start of a line the end of the line above.
func Left(b *Buffer, p Pos) Pos {
	switch {
	case p.Col > b.first(p.Line):
		return Pos{p.Line, cell.Prev(b.Line(p.Line), p.Col)}
	case p.Line > 0:
		return LineEnd(b, Pos{Line: p.Line - 1})
	}
	return p
}

// Right returns the place one cluster to the right; from the end of a line the start of the line below.
func Right(b *Buffer, p Pos) Pos {
	line := b.Line(p.Line)
	switch {
	case p.Col < len(line):
		return Pos{p.Line, cell.Next(line, p.Col)}
	case p.Line < b.Len()-1:
		return Pos{p.Line + 1, 0}
	}
	return p
}

// LineStart returns the start of p's line.
func LineStart(b *Buffer, p Pos) Pos { return Pos{p.Line, b.first(p.Line)} }

// LineEnd returns the end of p's line, before its ending.
func LineEnd(b *Buffer, p Pos) Pos { return Pos{p.Line, len(b.Line(p.Line))} }

// BufferStart returns the start of the text.
func BufferStart(b *Buffer, _ Pos) Pos { return Pos{0, b.first(0)} }

// BufferEnd returns the end of the text.
func BufferEnd(b *Buffer, _ Pos) Pos { return b.End() }

// ParagraphStart returns the start of p's paragraph (the lines between two blank ones), or of the one before if p is there already.
func ParagraphStart(b *Buffer, p Pos) Pos {
	i := p.Line
	if p.Col <= b.first(i) {
		i--
	}
	for i > 0 && b.blank(i) {
		i--
	}
	for i > 0 && !b.blank(i-1) {
		i--
	}
	return LineStart(b, Pos{Line: max(i, 0)})
}

// ParagraphEnd returns the end of p's paragraph, or of the one after if p is there already.
func ParagraphEnd(b *Buffer, p Pos) Pos {
	i, last := p.Line, b.Len()-1
	if p == LineEnd(b, p) {
		i++
	}
	for i < last && b.blank(i) {
		i++
	}
	for i < last && !b.blank(i+1) {
		i++
	}
	return LineEnd(b, Pos{Line: min(i, last)})
}

// blank reports whether line i shows nothing.
func (b *Buffer) blank(i int) bool { return strings.TrimSpace(b.Line(i)) == "" }
