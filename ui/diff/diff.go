// Package diff shows what became of a text, or how two texts differ: the lines
// that one has and the other has not, and the words in them that make the
// difference. Of finds it out, a View puts it on the screen.
package diff

import (
	"strings"

	"github.com/aymanbagabas/go-udiff/lcs"

	"lifelog/ui/text"
)

// Diff is how a new text differs from an old one: parts in which they are the
// same, and hunks, in which they are not, in turn.
type Diff []Part

// Part is some lines of both texts. In a part that is the same Old and New are
// the same lines; in a hunk one of them may be empty.
type Part struct {
	Same     bool
	Old, New []Line
}

// Line is one line of a text.
type Line struct {
	Text string // without its ending
	End  string // the ending: "\n", "\r\n", or "" of a last line without one
	Lit  []Span // of a hunk: what the other text has not, in order
}

// Span is bytes of a line; it may reach into an ending that the other text has
// not.
type Span struct{ From, To int }

// Of compares two texts. The work is bounded: texts that have little in common
// come out as more different than they are, never as something else. That one
// of them does not end its last line is no difference.
func Of(old, new string) Diff {
	was, wasLines := split(old)
	is, isLines := split(new)
	var d Diff
	at, to := 0, 0
	for _, c := range append(lcs.DiffLines(was, is), lcs.Diff{Start: len(was), End: len(was), ReplStart: len(is), ReplEnd: len(is)}) {
		if c.Start > at {
			d = append(d, Part{Same: true, Old: wasLines[at:c.Start], New: isLines[to:c.ReplStart]})
		}
		if c.End > c.Start || c.ReplEnd > c.ReplStart {
			p := Part{Old: wasLines[c.Start:c.End], New: isLines[c.ReplStart:c.ReplEnd]}
			p.light()
			d = append(d, p)
		}
		at, to = c.End, c.ReplEnd
	}
	return d
}

// Hunk is a part in which a text became another one.
func Hunk(old, new string) Part {
	_, was := split(old)
	_, is := split(new)
	p := Part{Old: was, New: is}
	p.light()
	return p
}

// Hunks returns how many places differ.
func (d Diff) Hunks() int {
	n := 0
	for _, p := range d {
		if !p.Same {
			n++
		}
	}
	return n
}

// split returns the lines of a text, and what they are compared by: a last line
// without an ending counts as one with the ending of the first.
func split(text string) (whole []string, list []Line) {
	end := "\n"
	if i := strings.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		end = "\r\n"
	}
	for line := range strings.Lines(text) {
		body := strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		if !strings.HasSuffix(line, "\n") {
			body = line
			line += end
		}
		whole = append(whole, line)
		list = append(list, Line{Text: body, End: line[len(body):]})
	}
	if n := len(list); n > 0 && !strings.HasSuffix(text, "\n") {
		list[n-1].End = ""
	}
	return whole, list
}

// Join returns the text of lines.
func Join(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text + l.End)
	}
	return b.String()
}

// word is a piece of a line of a hunk.
type word struct {
	line int
	Span
}

// light lights what differs in a hunk, word by word. Where the two sides have
// hardly a word in common, all of it differs.
func (p *Part) light() {
	was, wasWords := cut(p.Old)
	is, isWords := cut(p.New)
	changes := lcs.DiffLines(wasWords, isWords)
	lost, came := 0, 0
	for _, c := range changes {
		lost += weight(wasWords[c.Start:c.End])
		came += weight(isWords[c.ReplStart:c.ReplEnd])
	}
	all := weight(wasWords) + weight(isWords)
	if same := all - lost - came; same*4 < all { // less than a quarter
		changes = []lcs.Diff{{Start: 0, End: len(was), ReplStart: 0, ReplEnd: len(is)}}
	}
	for _, c := range changes {
		lightWords(p.Old, was[c.Start:c.End])
		lightWords(p.New, is[c.ReplStart:c.ReplEnd])
	}
}

// cut returns the words of lines, and their texts. An ending is a word, too.
func cut(lines []Line) (words []word, texts []string) {
	for i, l := range lines {
		at := 0
		for _, end := range text.Words(l.Text) {
			words = append(words, word{i, Span{at, end}})
			texts = append(texts, l.Text[at:end])
			at = end
		}
		if l.End != "" {
			words = append(words, word{i, Span{at, at + len(l.End)}})
			texts = append(texts, l.End)
		}
	}
	return words, texts
}

// weight is how many bytes words have, without white space: that two texts
// both have spaces does not make them alike.
func weight(words []string) int {
	n := 0
	for _, w := range words {
		n += len(strings.TrimSpace(w))
	}
	return n
}

// lightWords lights words, and what lies between two of one line as one.
func lightWords(lines []Line, words []word) {
	for _, w := range words {
		l := &lines[w.line]
		if n := len(l.Lit); n > 0 && l.Lit[n-1].To == w.From {
			l.Lit[n-1].To = w.To
		} else {
			l.Lit = append(l.Lit, w.Span)
		}
	}
}
