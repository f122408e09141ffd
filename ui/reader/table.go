package reader

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lifelog/ui/cell"
)

const maxCells = 400 // of a table that goes through Glamour

// fillTable draws a table: columns as wide as their cells, made narrower until
// the table fits; cells that are too long are broken.
func (r *Renderer) fillTable(l *layout, d *Document, p *piece, width int) {
	n := p.node.(*extast.Table)
	columns := len(n.Alignments)
	const gutter = " │ "
	room := width - (columns-1)*r.options.Ruler.Width(gutter)
	if columns == 0 || room < 2*columns {
		l.plain(d.text[p.from:p.to], "")
		return
	}
	rows, starts := r.cells(l, d, n, p.from)
	widths := make([]int, columns)
	for _, row := range rows {
		for i, c := range row {
			widths[i] = max(widths[i], r.options.Ruler.Width(c.Text))
		}
	}
	shrink(widths, room)

	grid := make([][]logical, len(rows))
	wraps := false
	for i, row := range rows {
		grid[i] = r.tableRow(row, n.Alignments, widths, pen(gutter, r.pens.Faint))
		wraps = wraps || len(grid[i]) > 1
	}
	rule := r.tableRule(widths)
	for i, lines := range grid {
		if i == 1 || i > 1 && wraps {
			l.lines = append(l.lines, logical{Styled: rule, fits: true, start: starts[i]})
		}
		for _, line := range lines {
			line.start, line.fits = starts[i], true
			l.lines = append(l.lines, line)
		}
	}
}

// cells renders all cells, and says where each row begins.
func (r *Renderer) cells(l *layout, d *Document, n *extast.Table, from int) (rows [][]styledLeaf, starts []int) {
	many := n.ChildCount()*len(n.Alignments) > maxCells
	for tr := n.FirstChild(); tr != nil; tr = tr.NextSibling() {
		var row []styledLeaf
		for td := tr.FirstChild(); td != nil && len(row) < len(n.Alignments); td = td.NextSibling() {
			cl := r.cell(d, td, many)
			if tr.Kind() == extast.KindTableHeader {
				cl.Styled = cl.Paint(0, len(cl.Text), r.pens.Strong)
			}
			for i := range cl.at {
				cl.at[i].link += len(l.links)
			}
			l.links = append(l.links, cl.links...)
			row = append(row, cl)
		}
		rows = append(rows, row)
		starts = append(starts, max(0, tr.Pos()-from))
	}
	return rows, starts
}

func (r *Renderer) cell(d *Document, td ast.Node, many bool) styledLeaf {
	if td.Lines() == nil || td.Lines().Len() == 0 {
		return styledLeaf{}
	}
	if many || d.huge(td.Lines()) {
		seg := td.Lines().At(0)
		return styledLeaf{Styled: cell.Styled{Text: cell.CleanLine(string(seg.Value(d.source)))}}
	}
	c := r.g.copyist(d, true)
	c.pipes = true
	block := ast.NewParagraph()
	c.children(d.inlines(td.Lines()), block)
	if !block.HasChildren() {
		return styledLeaf{}
	}
	leaf := r.g.render(block, c, false)
	leaf.Text = strings.ReplaceAll(leaf.Text, "\n", " ")
	return leaf
}

// shrink makes the widest columns narrower until all fit in room.
func shrink(widths []int, room int) {
	sum := func(cap int) (n int) {
		for _, w := range widths {
			n += min(w, cap)
		}
		return n
	}
	level := room
	for level > 1 && sum(level) > room {
		level--
	}
	for i := range widths {
		widths[i] = max(1, min(widths[i], level))
	}
}

// tableRow breaks the cells of one row and sets them side by side.
func (r *Renderer) tableRow(row []styledLeaf, align []extast.Alignment, widths []int, gutter cell.Styled) []logical {
	ends := make([][]int, len(row))
	height := 1
	for i, c := range row {
		ends[i] = r.options.Ruler.Rows(c.Text, widths[i])
		height = max(height, len(ends[i]))
	}
	lines := make([]logical, height)
	for y := range lines {
		var parts []cell.Styled
		at := 0
		for x := range widths {
			var part cell.Styled
			if x < len(row) && y < len(ends[x]) {
				from := 0
				if y > 0 {
					from = ends[x][y-1]
				}
				part = trimRight(row[x].Slice(from, ends[x][y]))
				gap := widths[x] - r.options.Ruler.Width(part.Text)
				left := leftOf(align[x], gap)
				for _, s := range row[x].at {
					if a, b := max(s.from, from), min(s.to, from+len(part.Text)); a < b {
						lines[y].links = append(lines[y].links, linkSpan{at + left + a - from, at + left + b - from, s.link})
					}
				}
				part = concat(spaces(left), part, spaces(gap-left))
			} else {
				part = spaces(widths[x])
			}
			if x < len(widths)-1 {
				part = concat(part, gutter)
			}
			at += len(part.Text)
			parts = append(parts, part)
		}
		lines[y].Styled = trimRight(concat(parts...))
	}
	return lines
}

// leftOf returns how much of the free room stands before an aligned cell.
func leftOf(a extast.Alignment, gap int) int {
	switch a {
	case extast.AlignRight:
		return max(0, gap)
	case extast.AlignCenter:
		return max(0, gap/2)
	}
	return 0
}

func (r *Renderer) tableRule(widths []int) cell.Styled {
	const dash, cross = "─", "─┼─"
	unit := max(1, r.options.Ruler.Width(dash))
	var b strings.Builder
	for i, w := range widths {
		if i > 0 {
			b.WriteString(cross)
		}
		b.WriteString(strings.Repeat(dash, w/unit))
	}
	return pen(b.String(), r.pens.Faint)
}
