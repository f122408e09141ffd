package text

import (
	"strings"
	"unicode/utf8"

	"lifelog/ui/cell"
)

// bom is the byte order mark some programs begin a file with. It stays first: no caret goes before it.
const bom = "\uFEFF"

// first returns where the caret stands at the start of a line: 0, but behind a byte order mark.
func (b *Buffer) first(line int) int {
	if line == 0 && strings.HasPrefix(b.lines[0], bom) {
		return len(bom)
	}
	return 0
}

// Clamp returns a place a caret can stand at: p itself, or the nearest place in the text, or the end of the cluster
// that p lies inside of. Places kept while the text changed have to go through it.
func Clamp(b *Buffer, p Pos) Pos {
	p = b.inside(p)
	line := b.Line(p.Line)
	if p.Col > len(line) { // between "\r" and "\n"
		return Pos{p.Line, len(line)}
	}
	_, p.Col = around(line, p.Col)
	p.Col = max(p.Col, b.first(p.Line))
	return p
}

// around returns start and end of the cluster of line that at lies inside of; at twice if it lies between two clusters.
func around(line string, at int) (start, end int) {
	if at <= 0 || at >= len(line) || line[at-1] < utf8.RuneSelf && line[at] < utf8.RuneSelf && line[at] != '\n' {
		return at, at
	}
	whole := at // the end of the code point that at lies inside of
	for back := 1; back < utf8.UTFMax && back <= at; back++ {
		if _, n := utf8.DecodeRuneInString(line[at-back:]); n > back {
			whole = at - back + n
			break
		}
	}
	start = cell.Prev(line[:whole], whole)
	if end = cell.Next(line, start); end <= at {
		return at, at
	}
	return start, end
}
