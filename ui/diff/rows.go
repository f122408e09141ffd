package diff

import "lifelog/ui/cell"

// row is one row of the screen. In a view of two columns it shows something of
// both texts, in one of a single column of one of them.
type row struct {
	hunk     int // that it belongs to, -1 for none
	old, new piece
	head     bool // it is the line above a hunk
	left     bool // it stands for rows that were left out
}

// piece is the part of a line that fits into a row. The zero piece is none.
type piece struct {
	line     *Line
	from, to int // bytes of the line's Text
}

// lit reports whether something in the piece is lit. The end of a line belongs
// to its last piece.
func (p piece) lit() bool {
	if p.line == nil {
		return false
	}
	for _, s := range p.line.Lit {
		if s.From < max(p.to, p.from+1) && s.To > p.from || s.To > p.to && p.to == len(p.line.Text) {
			return true
		}
	}
	return false
}

// ending is how the end of a line is drawn: not at all, unless it is all that
// differs.
func (l *Line) ending() string {
	switch {
	case len(l.Lit) == 0 || l.Lit[0].From < len(l.Text) || l.Text == "":
		return ""
	case l.End == "\r\n":
		return "␍↵"
	}
	return "↵"
}

// pieces breaks lines into pieces.
func pieces(r cell.Ruler, list []Line, width int) (out []piece) {
	for i := range list {
		from := 0
		for _, to := range r.Rows(list[i].Text, max(1, width-r.Width(list[i].ending()))) {
			out = append(out, piece{&list[i], from, to})
			from = to
		}
	}
	return out
}

// layout makes the rows of a difference in columns so wide.
func layout(d Diff, r cell.Ruler, width int, beside, heads bool) (rows []row) {
	hunk := -1
	for i := range d {
		p := &d[i]
		was, is := pieces(r, p.Old, width), pieces(r, p.New, width)
		at := -1
		if !p.Same {
			hunk++
			at = hunk
			if heads {
				rows = append(rows, row{hunk: at, head: true})
			}
		}
		switch {
		case beside:
			rows = append(rows, pair(p, r, width, at)...)
		case p.Same:
			for _, piece := range is {
				rows = append(rows, row{hunk: at, new: piece})
			}
		default:
			for _, piece := range was {
				rows = append(rows, row{hunk: at, old: piece})
			}
			for _, piece := range is {
				rows = append(rows, row{hunk: at, new: piece})
			}
		}
	}
	return fold(rows)
}

// pair puts the lines of a part beside each other, the first with the first.
func pair(p *Part, r cell.Ruler, width, hunk int) (rows []row) {
	for i := range max(len(p.Old), len(p.New)) {
		var was, is []piece
		if i < len(p.Old) {
			was = pieces(r, p.Old[i:i+1], width)
		}
		if i < len(p.New) {
			is = pieces(r, p.New[i:i+1], width)
		}
		for k := range max(len(was), len(is)) {
			one := row{hunk: hunk}
			if k < len(was) {
				one.old = was[k]
			}
			if k < len(is) {
				one.new = is[k]
			}
			rows = append(rows, one)
		}
	}
	return rows
}

// around is how many rows are shown before and after one that says something.
const around = 3

// fold leaves out what is far from every difference. It says so in a row of its
// own, so a single row is not worth leaving out.
func fold(rows []row) (out []row) {
	shown := make([]bool, len(rows))
	for i, r := range rows {
		if r.head || r.old.lit() || r.new.lit() {
			for k := max(0, i-around); k <= min(len(rows)-1, i+around); k++ {
				shown[k] = true
			}
		}
	}
	for i := 0; i < len(rows); {
		end := i
		for end < len(rows) && !shown[end] {
			end++
		}
		switch {
		case end > i+1:
			out = append(out, row{hunk: rows[i].hunk, left: true})
			i = end
		default:
			out = append(out, rows[i])
			i++
		}
	}
	return out
}
