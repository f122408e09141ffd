package editor

import (
	"slices"
	"sort"
	"strings"

	"lifelog/ui/cell"
	"lifelog/ui/text"
)

// place is a visual row: a line of the text and the number of a row in it.
type place struct{ line, row int }

func (p place) before(q place) bool { return p.line < q.line || p.line == q.line && p.row < q.row }

// rows knows where the lines of a buffer are broken into visual rows. A line
// is broken when it is first looked at, and again when it has changed.
type rows struct {
	ruler cell.Ruler
	width int     // cells
	ends  [][]int // for every line the byte offsets at which its rows end; nil for one not looked at
}

// reset forgets everything, for another text or another width.
func (r *rows) reset(b *text.Buffer) { r.ends = make([][]int, b.Len()) }

// of returns where the rows of a line end: at least one row, the last one at
// the end of the line.
func (r *rows) of(b *text.Buffer, line int) []int {
	if r.ends[line] == nil {
		r.ends[line] = r.ruler.Rows(b.Line(line), r.width)
	}
	return r.ends[line]
}

// span returns the bytes of a line that a row shows.
func (r *rows) span(b *text.Buffer, p place) (from, to int) {
	ends := r.of(b, p.line)
	if p.row > 0 {
		from = ends[p.row-1]
	}
	return from, ends[p.row]
}

// at returns the row that shows a byte of a line; a place at the break
// between two rows belongs to the lower one.
func (r *rows) at(b *text.Buffer, p text.Pos) place {
	ends := r.of(b, p.Line)
	row := sort.SearchInts(ends, p.Col+1)
	return place{p.Line, min(row, len(ends)-1)}
}

// step returns the row n below p (above, for a negative n), or the nearest
// there is.
func (r *rows) step(b *text.Buffer, p place, n int) place {
	for ; n > 0; n-- {
		switch {
		case p.row+1 < len(r.of(b, p.line)):
			p.row++
		case p.line+1 < b.Len():
			p = place{line: p.line + 1}
		default:
			return p
		}
	}
	for ; n < 0; n++ {
		switch {
		case p.row > 0:
			p.row--
		case p.line > 0:
			p = place{p.line - 1, len(r.of(b, p.line-1)) - 1}
		default:
			return p
		}
	}
	return p
}

// follow takes in an edit that was made. Lines it did not touch keep their
// rows; in one that it changed inside, only the rows around the change are
// broken again.
func (r *rows) follow(b *text.Buffer, edit text.Edit) {
	span := edit.Span.Ordered()
	last := edit.End().Line
	if span.From.Line == span.To.Line && last == span.From.Line && len(r.ends) == b.Len() {
		r.mend(b.Line(last), last, span.From.Col, span.To.Col, edit.End().Col)
		return
	}
	r.ends = slices.Replace(r.ends, span.From.Line, span.To.Line+1, make([][]int, last-span.From.Line+1)...)
}

// mend breaks again the rows of a line in which the bytes from..was became
// from..now. The rows that Row made without reading as far as the change stay,
// and so do those behind it once a new break falls on an old one: a row
// depends on nothing before it.
func (r *rows) mend(s string, line, from, was, now int) {
	old := r.ends[line]
	if old == nil {
		return
	}
	start := func(row int) int {
		if row == 0 {
			return 0
		}
		return old[row-1]
	}
	keep := sort.SearchInts(old, from)
	for keep > 0 && r.reach(s, start(keep-1)) >= from {
		keep--
	}
	ends, at := slices.Clip(old[:keep]), start(keep)
	for at < len(s) || len(ends) == 0 {
		if i, found := slices.BinarySearch(old, at-now+was); found && at > now {
			for _, end := range old[i+1:] {
				ends = append(ends, end+now-was)
			}
			break
		}
		at += r.ruler.Row(s[at:], r.width)
		ends = append(ends, at)
	}
	r.ends[line] = ends
}

// reach returns how far Row reads for the row that begins at a byte of s: a
// row's width, the spaces behind it, and two clusters more.
func (r *rows) reach(s string, start int) int {
	at := start + len(r.ruler.Cut(s[start:], r.width))
	for more := 2; more > 0 && at < len(s); {
		end := cell.Next(s, at)
		if strings.TrimSpace(s[at:end]) != "" {
			more--
		}
		at = end
	}
	return at
}
