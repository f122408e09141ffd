package reader

import (
	"hash/maphash"
	"iter"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"lifelog/ui/cell"
)

const (
	maxCells  = 150 // of a part of a table
	maxWidths = 100 // tables whose columns are remembered
)

// table adds a table. One with many cells becomes several pieces, so that only
// what is seen of it is laid out.
func (f *flattener) table(n *extast.Table, from, to int) {
	d := f.doc
	head, each := len(d.pieces), max(1, maxCells/max(1, len(n.Alignments)))
	rest := restOf(d.refs, n)
	if len(rest.lines) > 0 {
		to = rest.lines[len(rest.lines)-1].Stop
	}
	sum := maphash.String(seed, d.text[from:to])
	add := func(p piece) {
		p.kind, p.head, p.sum, p.to = table, head, sum, to
		f.add(p)
		f.gap = 0
	}
	count := 0
	for tr := n.FirstChild(); tr != nil; tr = tr.NextSibling() {
		if count%each == 0 {
			add(piece{node: tr, from: max(from, tr.Pos())})
		}
		count++
	}
	for part := range slices.Chunk(rest.lines, each) {
		lines := text.NewSegments()
		lines.AppendAll(part)
		add(piece{lines: lines, from: part[0].Start})
	}
	for i := head; i+1 < len(d.pieces); i++ {
		d.pieces[i].to = d.pieces[i+1].from
	}
	f.gap = 1
}

// rowsOf yields the rows of a part of a table.
func (d *Document) rowsOf(index int) iter.Seq[ast.Node] {
	p := &d.pieces[index]
	if p.node == nil {
		return d.readRows(p.head, p.lines.Sliced(0, p.lines.Len()))
	}
	var next ast.Node
	if d.sameTable(index, index+1) {
		next = d.pieces[index+1].node
	}
	return func(yield func(ast.Node) bool) {
		for tr := p.node; tr != nil && tr != next && yield(tr); tr = tr.NextSibling() {
		}
	}
}

func (d *Document) sameTable(a, b int) bool {
	return b < len(d.pieces) && d.pieces[b].kind == table && d.pieces[b].head == d.pieces[a].head
}

// widest yields the rows that say how wide the columns are: those of the first
// part, and one each of many other parts, with the last row.
func (d *Document) widest(head int) iter.Seq[ast.Node] {
	last := head
	for d.sameTable(head, last+1) {
		last++
	}
	every := max(1, (last-head)*len(d.alignments(head))/maxCells)
	return func(yield func(ast.Node) bool) {
		for tr := range d.rowsOf(head) {
			if !yield(tr) {
				return
			}
		}
		for i := last; i > head; i -= every {
			p, row := &d.pieces[i], d.pieces[i].node
			if row == nil {
				n := p.lines.Len()
				if i < last {
					n = 1
				}
				for row = range d.readRows(head, p.lines.Sliced(n-1, n)) {
				}
			}
			if row != nil && !yield(row) {
				return
			}
		}
	}
}

// alignments are those of the columns of the table that a piece is of.
func (d *Document) alignments(index int) []extast.Alignment {
	if t, ok := d.pieces[d.pieces[index].head].node.Parent().(*extast.Table); ok {
		return t.Alignments
	}
	return nil
}

// fillTable draws a part of a table: columns as wide as their cells, made
// narrower until the table fits; cells that are too long are broken.
func (r *Renderer) fillTable(l *layout, d *Document, index, width int) {
	p, align := &d.pieces[index], d.alignments(index)
	const gutter = " │ "
	room := width - (len(align)-1)*r.options.Ruler.Width(gutter)
	if len(align) == 0 || room < 2*len(align) {
		l.plain(d.text[p.from:p.to], "")
		return
	}
	rows := r.cells(l, d, index, d.rowsOf(index))
	whole := r.columns(d, index, rows)
	widths := slices.Clone(whole)
	shrink(widths, room)
	rule, ruled := r.tableRule(widths), !slices.Equal(widths, whole)
	for n, row := range rows {
		if n == 1 && index == p.head || ruled && n+index > p.head {
			l.lines = append(l.lines, logical{Styled: rule, fits: true, start: row.start})
		}
		for _, line := range r.tableRow(row.cells, align, widths, pen(gutter, r.pens.Faint)) {
			line.start, line.fits = row.start, true
			l.lines = append(l.lines, line)
		}
	}
}

// columns returns how wide the columns of the table would be that a piece, with
// these rows, is of.
func (r *Renderer) columns(d *Document, index int, rows []cellRow) []int {
	head := d.pieces[index].head
	key := r.key(d, head)
	if widths, known := r.widths[key]; known {
		return widths
	}
	if d.sameTable(head, head+1) {
		rows = r.cells(&layout{}, d, head, d.widest(head))
	}
	widths := make([]int, len(d.alignments(head)))
	for _, row := range rows {
		for i, c := range row.cells {
			widths[i] = max(widths[i], r.options.Ruler.Width(c.Text))
		}
	}
	if len(r.widths) >= maxWidths || r.widths == nil {
		r.widths = map[uint64][]int{}
	}
	r.widths[key] = widths
	return widths
}

// cellRow is a row of a table, rendered but not yet broken.
type cellRow struct {
	cells []styledLeaf
	start int // bytes from the start of the piece
}

// cells renders the cells of some rows of a table.
func (r *Renderer) cells(l *layout, d *Document, index int, of iter.Seq[ast.Node]) (rows []cellRow) {
	for tr := range of {
		row := cellRow{start: max(0, tr.Pos()-d.pieces[index].from)}
		for td := tr.FirstChild(); td != nil && len(row.cells) < len(d.alignments(index)); td = td.NextSibling() {
			cl := r.cell(d, td)
			if tr.Kind() == extast.KindTableHeader {
				cl.Styled = cl.Paint(0, len(cl.Text), r.pens.Strong)
			}
			for i := range cl.at {
				cl.at[i].link += len(l.links)
			}
			l.links = append(l.links, cl.links...)
			row.cells = append(row.cells, cl)
		}
		rows = append(rows, row)
	}
	return rows
}

func (r *Renderer) cell(d *Document, td ast.Node) styledLeaf {
	if td.Lines() == nil || td.Lines().Len() == 0 {
		return styledLeaf{}
	}
	if d.huge(td.Lines()) {
		seg := td.Lines().At(0)
		return styledLeaf{Styled: cell.Styled{Text: cell.CleanLine(string(seg.Value(d.source)))}}
	}
	seg := td.Lines().At(0)
	if words := string(seg.Value(d.source)); r.g.even && unmarked(words) {
		return styledLeaf{Styled: pen(words, r.g.words)}
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

// unmarked reports whether a cell is safe and without anything that is read:
// Glamour takes a while, and most cells are a number or a few words.
func unmarked(s string) bool {
	return s != "" && !strings.ContainsAny(s, "\\`*_~=[]<>&{}|#＃@:\t") && !strings.Contains(strings.ToLower(s), "www.") && cell.CleanLine(s) == s
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
