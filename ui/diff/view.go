package diff

import (
	"strings"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
	"lifelog/ui/theme"
)

// besides is from how many cells on the two texts stand beside each other.
const besides = 80

// Pens are what a difference is drawn with, as SGR parameters.
type Pens struct {
	Old, New       string // the marks before lines that went and came
	OldLit, NewLit string // what differs in them
	Faint          string // rules, and what was left out
}

// PensOf are what a difference is drawn with in a theme.
func PensOf(t theme.Theme) Pens {
	return Pens{
		Old: theme.Pen(t.Lost), New: theme.Pen(t.Gained),
		OldLit: theme.Pen(t.LostLit), NewLit: theme.Pen(t.GainedLit), Faint: theme.Pen(t.Faded),
	}
}

// View is a difference on the screen: the two texts beside each other, or one
// below the other where there is no room for that. What is far from every
// difference is left out.
type View struct {
	diff          Diff
	ruler         cell.Ruler
	width, height int
	rows          []row
	top           int // the row at the top
	at            int // the hunk that is looked at

	// Head, if not nil, gives the line above a hunk, and says which of its two
	// sides count; one that does not is drawn faintly.
	Head func(hunk, width int) (line string, old, new bool)
}

// NewView returns the view of a difference.
func NewView(d Diff, r cell.Ruler) *View { return &View{diff: d, ruler: r} }

// Resize gives the view so many cells and rows. The hunk looked at stays so.
func (v *View) Resize(width, height int) {
	if width == v.width && height == v.height && v.rows != nil {
		return
	}
	v.width, v.height = width, height
	v.rows = layout(v.diff, v.ruler, v.column(), v.Beside(), v.Head != nil)
	v.show(v.at)
}

// Beside reports whether the two texts stand beside each other.
func (v *View) Beside() bool { return v.width >= besides }

// mark is how wide the marks before lines are; rule stands between two columns.
const (
	mark = 2
	rule = " │ "
)

// column is how wide the text of a column is.
func (v *View) column() int {
	if v.Beside() {
		return (v.width-v.ruler.Width(rule))/2 - mark
	}
	return v.width - mark
}

// Hunk returns the hunk that is looked at, -1 when nothing differs.
func (v *View) Hunk() int { return min(v.at, v.diff.Hunks()-1) }

// Do does what an action says; done is false for one that means nothing here.
func (v *View) Do(a keys.Action) (done bool) {
	switch a {
	case keys.NextHit:
		v.show(min(v.at+1, v.diff.Hunks()-1))
	case keys.PrevHit:
		v.show(max(v.at-1, 0))
	case keys.Up:
		v.scroll(-1)
	case keys.Down:
		v.scroll(1)
	case keys.PageUp:
		v.scroll(2 - v.height)
	case keys.PageDown:
		v.scroll(v.height - 2)
	case keys.Top:
		v.scroll(-len(v.rows))
	case keys.Bottom:
		v.scroll(len(v.rows))
	default:
		return false
	}
	return true
}

// scroll moves the rows by n; the hunk looked at is one that can be seen.
func (v *View) scroll(n int) {
	v.top = max(0, min(v.top+n, len(v.rows)-v.height))
	first := -1
	for _, r := range v.rows[v.top:min(len(v.rows), v.top+v.height)] {
		if r.hunk == v.at {
			return
		}
		if first < 0 {
			first = r.hunk
		}
	}
	if first >= 0 {
		v.at = first
	}
}

// show brings a hunk into view, whole if that can be.
func (v *View) show(hunk int) {
	v.at = max(0, hunk)
	first, last := v.span(v.at)
	if last >= v.top+v.height {
		v.top = last + 1 - v.height
	}
	if first < v.top {
		v.top = first
	}
	v.top = max(0, min(v.top, len(v.rows)-v.height))
}

// span returns the first and the last row of a hunk, with a row before it.
func (v *View) span(hunk int) (first, last int) {
	first = -1
	for i, r := range v.rows {
		if r.hunk == hunk {
			if first < 0 {
				first = max(0, i-1)
			}
			last = i
		}
	}
	return max(0, first), last
}

// Cursor is where the eye is: the first row of the hunk that is looked at.
func (v *View) Cursor() (x, y int) {
	for i, r := range v.rows {
		if r.hunk == v.at && i >= v.top {
			return 0, min(i-v.top, max(0, v.height-1))
		}
	}
	return 0, 0
}

// Lines returns the rows in view, drawn.
func (v *View) Lines(p Pens) []string {
	var out []string
	for _, r := range v.rows[v.top:min(len(v.rows), v.top+v.height)] {
		out = append(out, v.draw(r, p))
	}
	return out
}

func (v *View) draw(r row, p Pens) string {
	if r.left {
		return painted("  ⋯", p.Faint)
	}
	old, new := true, true
	if v.Head != nil && r.hunk >= 0 {
		var line string
		if line, old, new = v.Head(r.hunk, v.width); r.head {
			return line
		}
	}
	was := v.piece(r.old, r.hunk >= 0, "-", p.Old, p.OldLit)
	is := v.piece(r.new, r.hunk >= 0, "+", p.New, p.NewLit)
	if !old {
		was = faint(was, p)
	}
	if !new {
		is = faint(is, p)
	}
	switch {
	case !v.Beside() && r.old.line != nil:
		return was.String()
	case !v.Beside():
		return is.String()
	}
	gap := max(0, v.column()+mark-v.ruler.Width(was.Text))
	return was.String() + strings.Repeat(" ", gap) + painted(rule, p.Faint) + is.String()
}

// piece draws the part of a line that stands in a row, with the mark before it.
func (v *View) piece(p piece, hunk bool, sign, pen, lit string) cell.Styled {
	if p.line == nil {
		return cell.Styled{}
	}
	to := p.from + len(v.ruler.Cut(p.line.Text[p.from:p.to], v.column())) // without the spaces that hang
	t := cell.Styled{Text: p.line.Text[p.from:to]}
	for _, s := range p.line.Lit {
		t = t.Paint(max(0, s.From-p.from), min(len(t.Text), s.To-p.from), lit)
	}
	if end := p.line.ending(); p.to == len(p.line.Text) {
		t = join(t, cell.Styled{Text: end}.Paint(0, len(end), lit))
	}
	if !hunk {
		return join(cell.Styled{Text: "  "}, t.Line())
	}
	if p.from > 0 {
		sign = " "
	}
	return join(cell.Styled{Text: sign + " "}.Paint(0, len(sign), pen), t.Line())
}

func join(a, b cell.Styled) cell.Styled {
	out := cell.Styled{Text: a.Text + b.Text, Spans: append([]cell.Span{}, a.Spans...)}
	for _, s := range b.Spans {
		s.From, s.To = s.From+len(a.Text), s.To+len(a.Text)
		out.Spans = append(out.Spans, s)
	}
	return out
}

func painted(s, pen string) string { return cell.Styled{Text: s}.Paint(0, len(s), pen).String() }

func faint(t cell.Styled, p Pens) cell.Styled {
	return cell.Styled{Text: t.Text}.Paint(0, len(t.Text), p.Faint)
}
