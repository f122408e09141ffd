package journal

import (
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/aymanbagabas/go-udiff/lcs"
)

// Merge joins two texts that were both made from base, line by line: a
// three-way merge. Where both sides put lines at the same place, ours come
// first. The last line ends as it does on the side it is from. clean is false,
// and merged is ours, when both changed the same lines differently, or when
// lines that are repeated leave it open which ones were changed: then the
// caller keeps both texts.
//
// The work is bounded: of texts that differ in very many lines larger parts
// count as changed than are, so that they are less often joined.
func Merge(base, ours, theirs string) (merged string, clean bool) {
	switch {
	case ours == theirs || base == theirs:
		return ours, true
	case base == ours:
		return theirs, true
	case strings.TrimSpace(base) == "":
		return begunTwice(ours, theirs)
	}
	b, o, t := linesOf(base), linesOf(ours), linesOf(theirs)
	mine, other := lcs.DiffLines(b, o), lcs.DiffLines(b, t)
	if unsure(b, o, mine, t, other) || unsure(b, t, other, o, mine) {
		return ours, false
	}
	edits, clean := udiff.Merge(editsOf(b, o, mine), editsOf(b, t, other))
	if !clean {
		return ours, false
	}
	merged, err := udiff.Apply(strings.Join(b, ""), edits)
	if err != nil {
		return ours, false
	}
	if !ended(merged, b, o, t, base, ours, theirs) {
		merged = strings.TrimSuffix(merged, lineEnd(merged))
	}
	return merged, true
}

// begunTwice joins two texts that were both begun on an empty page: two
// paragraphs, of which front matter has to be the first; or one, if it is how
// the other begins.
func begunTwice(ours, theirs string) (merged string, clean bool) {
	switch {
	case strings.TrimSpace(ours) == "", strings.HasPrefix(theirs, ours):
		return theirs, true
	case strings.TrimSpace(theirs) == "", strings.HasPrefix(ours, theirs):
		return ours, true
	}
	first, second := ours, theirs
	switch mine, other := hasFront(ours), hasFront(theirs); {
	case mine && other:
		return ours, false
	case other:
		first, second = theirs, ours
	}
	end := lineEnd(first)
	if first = endLine(first); !strings.HasSuffix(first, end+end) && !strings.HasPrefix(second, end) {
		first += end
	}
	return first + second, true
}

func hasFront(text string) bool {
	return strings.HasPrefix(text, "---\n") || strings.HasPrefix(text, "---\r\n")
}

// linesOf returns the lines of a text. The last one gets the ending that the
// others have: two texts that both go on after an unended line would otherwise
// have changed that line.
func linesOf(text string) []string {
	list := strings.SplitAfter(endLine(text), "\n")
	return list[:len(list)-1]
}

// editsOf turns changes of lines into changes of their bytes.
func editsOf(from, to []string, changes []lcs.Diff) []udiff.Edit {
	edits := make([]udiff.Edit, len(changes))
	at, line := 0, 0
	skip := func(until int) int {
		for ; line < until; line++ {
			at += len(from[line])
		}
		return at
	}
	for i, c := range changes {
		edits[i] = udiff.Edit{Start: skip(c.Start), End: skip(c.End), New: strings.Join(to[c.ReplStart:c.ReplEnd], "")}
	}
	return edits
}

// unsure reports whether a change that one side made might as well be one at
// another place, because lines there read the same, and the other side changed
// something between there and here. Blank lines are alike everywhere and do not
// count.
func unsure(base, side []string, changes []lcs.Diff, other []string, others []lcs.Diff) bool {
	first, last := map[string]int{}, map[string]int{}
	for i, line := range base {
		if _, ok := first[line]; !ok {
			first[line] = i
		}
		last[line] = i
	}
	for _, c := range changes {
		up, down := slide(side, c.ReplStart, c.ReplEnd)
		from, to := c.Start-up, c.End+down
		for _, line := range base[c.Start:c.End] {
			if strings.TrimSpace(line) != "" {
				from, to = min(from, first[line]), max(to, last[line]+1)
			}
		}
		if from == c.Start && to == c.End {
			continue
		}
		for _, d := range others {
			same := d.Start == c.Start && d.End == c.End && slices.Equal(side[c.ReplStart:c.ReplEnd], other[d.ReplStart:d.ReplEnd])
			if d.Start <= to && d.End >= from && !same {
				return true
			}
		}
	}
	return false
}

// slide returns over how many lines before and after those from … to, which
// were put in, they might be moved: over lines that read like one of them.
func slide(list []string, from, to int) (up, down int) {
	like := func(line string) bool { return slices.Contains(list[from:to], line) }
	for n := 1; n <= from && like(list[from-n]); n++ {
		if strings.TrimSpace(list[from-n]) != "" {
			up = n
		}
	}
	for n := 0; to+n < len(list) && like(list[to+n]); n++ {
		if strings.TrimSpace(list[to+n]) != "" {
			down = n + 1
		}
	}
	return up, down
}

// ended reports whether the last line of what was joined is to have an ending.
// b, o and t are the lines of the texts.
func ended(merged string, b, o, t []string, base, ours, theirs string) bool {
	closed := func(text string) bool { return strings.HasSuffix(text, "\n") }
	isLast := func(list []string) bool { return len(list) > 0 && strings.HasSuffix(merged, list[len(list)-1]) }
	switch mine, other := isLast(o), isLast(t); {
	case mine && !other:
		return closed(ours)
	case other && !mine:
		return closed(theirs)
	case closed(ours) == closed(base):
		return closed(theirs)
	}
	return closed(ours)
}

// endLine gives the last line the ending that the others have.
func endLine(text string) string {
	if text == "" || strings.HasSuffix(text, "\n") {
		return text
	}
	return text + lineEnd(text)
}

// lineEnd is how the first line of text ends, "\n" when none does.
func lineEnd(text string) string {
	if i := strings.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}
