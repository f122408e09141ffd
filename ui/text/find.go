package text

import (
	"slices"
	"strings"
)

// Find returns every match in the text, in order. match gives those of one line as pairs of byte offsets, in order and
// not overlapping; what it takes for equal (case, width, kana) is its own affair. A match of nothing, or one that begins
// or ends inside a cluster (the か of a decomposed が), is left out.
func Find(b *Buffer, match func(line string) [][2]int) []Span {
	var found []Span
	for i := range b.Len() {
		line := b.Line(i)
		for _, m := range match(line) {
			_, from := around(line, m[0])
			to, _ := around(line, m[1])
			if from == m[0] && to == m[1] && from < to {
				found = append(found, Span{Pos{i, from}, Pos{i, to}})
			}
		}
	}
	return found
}

// NextMatch returns the index of the first match that begins at p or after it, or of the first of all if there is none; -1 if found is empty.
func NextMatch(found []Span, p Pos) int {
	if len(found) == 0 {
		return -1
	}
	return firstFrom(found, p) % len(found)
}

// PrevMatch returns the index of the last match that begins before p, or of the last of all if there is none; -1 if found is empty.
func PrevMatch(found []Span, p Pos) int {
	if i := firstFrom(found, p); i > 0 {
		return i - 1
	}
	return len(found) - 1
}

// firstFrom returns the index of the first match that begins at p or after it; len(found) if there is none.
func firstFrom(found []Span, p Pos) int {
	i, _ := slices.BinarySearchFunc(found, p, func(s Span, p Pos) int { return s.From.Compare(p) })
	return i
}

// ReplaceMatches returns the one edit that puts with in the place of each match. It spans from the first to the last.
func ReplaceMatches(b *Buffer, found []Span, with string) Edit {
	if len(found) == 0 {
		return Edit{}
	}
	var out strings.Builder
	at := found[0].From
	for _, m := range found {
		out.WriteString(b.Text(Span{at, m.From}))
		out.WriteString(with)
		at = m.To
	}
	return Edit{Span{found[0].From, at}, out.String()}
}
