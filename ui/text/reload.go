package text

import "strings"

// ReplaceAll returns the one edit that turns the text into text: the shortest that keeps what the two begin with and
// what they end with, by whole clusters. It is for a text that was changed elsewhere; Shift says where the caret goes.
func ReplaceAll(b *Buffer, text string) Edit {
	return b.trimmed(Edit{Span{Pos{}, b.End()}, text})
}

// trimmed returns e without the clusters at both ends of it that it does not change.
func (b *Buffer) trimmed(e Edit) Edit {
	old := b.Text(e.Span)
	head, tail := common(old, e.Text)
	from := e.Span.From.after(old[:head])
	to := from.after(old[head : len(old)-tail])
	return Edit{Span{from, to}, e.Text[head : len(e.Text)-tail]}
}

// common returns how many bytes a and b share at the start and, beyond that, at the end, by whole clusters of both.
func common(a, b string) (head, tail int) {
	short := min(len(a), len(b))
	for head < short && a[head] == b[head] {
		head++
	}
	for whole := -1; whole != head; {
		whole = head
		head = min(clusterStart(a, head), clusterStart(b, head))
	}
	for tail < short-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for whole := -1; whole != tail; {
		whole = tail
		tail = min(len(a)-clusterEnd(a, len(a)-tail), len(b)-clusterEnd(b, len(b)-tail))
	}
	return head, tail
}

// clusterStart returns the start of the cluster of s that at lies inside of, or at. s may hold many lines.
func clusterStart(s string, at int) int {
	line, offset := lineAround(s, at)
	start, _ := around(line, at-offset)
	return offset + start
}

// clusterEnd returns the end of the cluster of s that at lies inside of, or at. s may hold many lines.
func clusterEnd(s string, at int) int {
	line, offset := lineAround(s, at)
	_, end := around(line, at-offset)
	return offset + end
}

// lineAround returns the line of s that at is on, with its ending, and where it begins.
func lineAround(s string, at int) (line string, offset int) {
	offset = strings.LastIndexByte(s[:at], '\n') + 1
	if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
		return s[offset : at+n+1], offset
	}
	return s[offset:], offset
}

// Shift returns where p goes when e is made; b is the text before that. What comes before e stays, what comes after
// moves along. From inside of e, p goes with its line to the nearest one in e.Text that reads the same, told apart
// by its neighbours; if its line is gone it stays about where it was. Clamp it once e is made.
func Shift(b *Buffer, p Pos, e Edit) Pos {
	s := b.fit(e.Span)
	end := s.From.after(e.Text)
	switch {
	case p.Compare(s.From) <= 0:
		return p
	case p.Line > s.To.Line:
		return Pos{p.Line + end.Line - s.To.Line, p.Col}
	case p.Compare(s.To) >= 0:
		return Pos{end.Line, end.Col + p.Col - s.To.Col}
	}
	head, tail := b.lines[s.From.Line][:s.From.Col], b.lines[s.To.Line][s.To.Col:]
	fresh := split(head + e.Text + tail)
	i, ok := counterpart(b.lines, p.Line, fresh, s.From.Line)
	if !ok {
		return end
	}
	before, now := b.lines[p.Line], fresh[i]
	same, rest := common(before, now)
	col := p.Col
	switch {
	case col <= same:
	case col >= len(before)-rest:
		col += len(now) - len(before)
	default:
		col = len(now) - rest
	}
	return Pos{s.From.Line + i, col}
}

// counterpart returns the index in fresh, which stand from line first on, of what was line i of old: the line that
// reads the same and has the most neighbours in common, of several the nearest. If there is none it asks for the lines beside it.
func counterpart(old []string, i int, fresh []string, first int) (int, bool) {
	for _, beside := range [...]int{0, -1, 1} {
		if i+beside < 0 || i+beside >= len(old) {
			continue
		}
		best, most := 0, 0
		for j := range fresh {
			n := alike(old, i+beside, fresh, j)
			if n > most || n == most && n > 0 && apart(first+j, i+beside) < apart(first+best, i+beside) {
				best, most = j, n
			}
		}
		if j := best - beside; most > 0 && j >= 0 && j < len(fresh) {
			return j, true
		}
	}
	return i - first, i-first < len(fresh)
}

// alike returns how many lines around old[i] read like those around fresh[j], up to four each way; 0 if these two differ.
func alike(old []string, i int, fresh []string, j int) int {
	if old[i] != fresh[j] {
		return 0
	}
	n := 1
	for _, way := range [...]int{-1, 1} {
		for d := way; d >= -4 && d <= 4; d += way {
			if i+d < 0 || j+d < 0 || i+d >= len(old) || j+d >= len(fresh) || old[i+d] != fresh[j+d] {
				break
			}
			n++
		}
	}
	return n
}

func apart(i, j int) int { return max(i-j, j-i) }
