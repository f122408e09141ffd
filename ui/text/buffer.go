package text

import (
	"slices"
	"strings"
)

// Buffer is a text as lines. A line ends with "\n" or "\r\n"; a "\r" anywhere else is a character like others. Bytes
// are never changed but by Replace: New(s).String() == s for every s, whatever its endings and whether or not it is UTF-8.
type Buffer struct {
	// Changed, when not nil, is told of every change that Replace has made: the bytes from..to of the text became text.
	// Set it before the first change.
	Changed func(from, to int, text string)

	// lines hold their endings. Each but the last ends with "\n", the last holds none, so there is always one.
	lines []string

	// near is the line that was changed last and the bytes before it, since the next change is seldom far away.
	near struct{ line, offset int }
}

// New returns a buffer that holds s. Its lines are slices of s.
func New(s string) *Buffer { return &Buffer{lines: split(s)} }

// split cuts s after each "\n".
func split(s string) []string {
	lines := make([]string, 0, strings.Count(s, "\n")+1)
	for {
		n := strings.IndexByte(s, '\n') + 1
		if n == 0 {
			return append(lines, s)
		}
		lines = append(lines, s[:n])
		s = s[n:]
	}
}

// Len returns the number of lines: one more than there are line endings.
func (b *Buffer) Len() int { return len(b.lines) }

// Line returns line i without its ending.
func (b *Buffer) Line(i int) string {
	line := b.lines[i]
	return line[:len(line)-len(ending(line))]
}

// ending returns the "\n" or "\r\n" at the end of line, or "".
func ending(line string) string {
	switch {
	case strings.HasSuffix(line, "\r\n"):
		return "\r\n"
	case strings.HasSuffix(line, "\n"):
		return "\n"
	}
	return ""
}

// End returns the place after the last character.
func (b *Buffer) End() Pos {
	last := len(b.lines) - 1
	return Pos{last, len(b.lines[last])}
}

// String returns the whole text.
func (b *Buffer) String() string { return strings.Join(b.lines, "") }

// Text returns what lies in s, line endings included.
func (b *Buffer) Text(s Span) string {
	s = b.fit(s)
	if s.From.Line == s.To.Line {
		return b.lines[s.From.Line][s.From.Col:s.To.Col]
	}
	var out strings.Builder
	out.Grow(b.Offset(s.To) - b.Offset(s.From))
	out.WriteString(b.lines[s.From.Line][s.From.Col:])
	for _, line := range b.lines[s.From.Line+1 : s.To.Line] {
		out.WriteString(line)
	}
	out.WriteString(b.lines[s.To.Line][:s.To.Col])
	return out.String()
}

// Replace makes e, the only change there is, and returns the edit that takes it back to the same bytes. A span that
// reaches outside the text is cut to it. The span may begin or end inside a cluster or between "\r" and "\n".
func (b *Buffer) Replace(e Edit) (inverse Edit) {
	s := b.fit(e.Span)
	// The inverse may be kept for hours: its own copy does not keep the line it was cut from in memory.
	inverse = Edit{Span{s.From, s.From.after(e.Text)}, strings.Clone(b.Text(s))}
	from := 0
	if b.Changed != nil {
		from = b.lineOffset(s.From.Line) + s.From.Col
	}
	fresh := split(e.Text)
	last := len(fresh) - 1
	head, tail := b.lines[s.From.Line][:s.From.Col], b.lines[s.To.Line][s.To.Col:]
	if last == 0 {
		fresh[0] = head + e.Text + tail
	} else {
		fresh[0] = head + fresh[0]
		fresh[last] += tail
	}
	b.lines = slices.Replace(b.lines, s.From.Line, s.To.Line+1, fresh...)
	if b.Changed != nil {
		b.Changed(from, from+len(inverse.Text), e.Text)
	}
	return inverse
}

// fit returns s in order and inside the text.
func (b *Buffer) fit(s Span) Span {
	s = s.Ordered()
	return Span{b.inside(s.From), b.inside(s.To)}
}

// inside returns p, or the nearest place that is in the text if p is not.
func (b *Buffer) inside(p Pos) Pos {
	switch {
	case p.Line < 0:
		return Pos{}
	case p.Line >= len(b.lines):
		return b.End()
	}
	end := len(strings.TrimSuffix(b.lines[p.Line], "\n"))
	return Pos{p.Line, min(max(p.Col, 0), end)}
}

// Snapshot returns a copy of its own for another goroutine, which may read it while b goes on changing. It copies only
// where the lines are (16 bytes each), not what is in them.
func (b *Buffer) Snapshot() *Buffer { return &Buffer{lines: slices.Clone(b.lines)} }

// Offset returns how many bytes of the text come before p.
func (b *Buffer) Offset(p Pos) int {
	n := p.Col
	for _, line := range b.lines[:p.Line] {
		n += len(line)
	}
	return n
}

// lineOffset returns how many bytes come before a line that is about to be changed. It counts from the line it was asked
// for last, so it costs as many lines as lie between the two. What comes before that line has not changed since: every
// change goes through here first.
func (b *Buffer) lineOffset(line int) int {
	for ; b.near.line < line; b.near.line++ {
		b.near.offset += len(b.lines[b.near.line])
	}
	for ; b.near.line > line; b.near.line-- {
		b.near.offset -= len(b.lines[b.near.line-1])
	}
	return b.near.offset
}

// At returns the place before which offset bytes of the text lie.
func (b *Buffer) At(offset int) Pos {
	for i, line := range b.lines {
		if offset < len(line) {
			return Pos{i, max(offset, 0)}
		}
		offset -= len(line)
	}
	return b.End()
}

// Typed returns s as it is to be inserted on a line: each line break in it ("\n", "\r\n", and the lone "\r" that
// terminals send in a paste) becomes the one in use there.
func (b *Buffer) Typed(line int, s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return s
	}
	end := b.lineBreak(line)
	return strings.NewReplacer("\r\n", end, "\r", end, "\n", end).Replace(s)
}

// lineBreak returns the ending of a line, or the one before it if it is the last.
func (b *Buffer) lineBreak(line int) string {
	if end := ending(b.lines[line]); end != "" {
		return end
	}
	if line > 0 {
		return ending(b.lines[line-1])
	}
	return "\n"
}
