package editor

import (
	"slices"

	"lifelog/ui/text"
)

// length is how much is written: characters and words as text.Count has them.
type length struct{ characters, words int }

func (l *length) add(m length, sign int) {
	l.characters += sign * m.characters
	l.words += sign * m.words
}

// tally keeps the length of every line, so that a key costs the counting of
// one line.
type tally struct {
	lines []length
	total length
	stale []int // lines too long to be counted at every key
}

// long is the length in bytes beyond which a changed line is counted only
// when the text is saved.
const long = 64 << 10

func (t *tally) reset(b *text.Buffer) {
	*t = tally{lines: make([]length, b.Len())}
	for i := range t.lines {
		t.count(b, i)
	}
}

func (t *tally) count(b *text.Buffer, line int) {
	t.total.add(t.lines[line], -1)
	characters, words := text.Count(b.Line(line))
	t.lines[line] = length{characters, words}
	t.total.add(t.lines[line], 1)
}

// follow takes in an edit that was made.
func (t *tally) follow(b *text.Buffer, edit text.Edit) {
	span := edit.Span.Ordered()
	first, last := span.From.Line, edit.End().Line
	if span.To.Line == first && last == first && len(b.Line(first)) > long {
		if !slices.Contains(t.stale, first) {
			t.stale = append(t.stale, first)
		}
		return
	}
	for i, line := range t.stale {
		if line > span.To.Line {
			t.stale[i] += last - span.To.Line
		}
	}
	for _, l := range t.lines[first : span.To.Line+1] {
		t.total.add(l, -1)
	}
	t.lines = slices.Replace(t.lines, first, span.To.Line+1, make([]length, last-first+1)...)
	for i := first; i <= last; i++ {
		t.count(b, i)
	}
}

// settle counts the lines that were put off.
func (t *tally) settle(b *text.Buffer) {
	for _, line := range t.stale {
		t.count(b, min(line, b.Len()-1))
	}
	t.stale = nil
}
