package term

import "lifelog/ui/cell"

// painted is what a row was painted with after erasing it, glyph by glyph.
type painted struct {
	glyphs []glyph
	sure   int // that many glyphs from the left stand where glyph.x says in every terminal
	end    int // where the sure ones end, in cells
}

// glyph is a grapheme cluster on the screen.
type glyph struct {
	look
	x, cells int
}

// look is what a glyph looks like wherever it stands.
type look struct {
	text string
	pen  pen
}

// paint reads what the renderer wrote after erasing a row, with the pen that
// it began with.
func paint(start pen, written string) (p painted) {
	all := true
	for rest := []byte(written); len(rest) > 0; {
		s := next(rest)
		rest = rest[len(s.raw):]
		if s.isPen() {
			start = start.apply(s)
			continue
		}
		for _, cluster := range cell.Clusters(string(s.raw)) {
			cells, sure := cell.Sure(cluster)
			all = all && sure
			if !all {
				cells = 0
			}
			p.glyphs = append(p.glyphs, glyph{look{cluster, start}, p.end, cells})
			if p.end += cells; all {
				p.sure++
			}
		}
	}
	return p
}

// whole reports whether every glyph is sure.
func (p painted) whole() bool { return p.sure == len(p.glyphs) }

// from returns the cell in which glyph i begins, which is sure or the first
// that is not.
func (p painted) from(i int) int {
	if i < len(p.glyphs) {
		return p.glyphs[i].x
	}
	return p.end
}

// upTo returns p without what does not end at cell x or before it.
func (p painted) upTo(x int) painted {
	n := 0
	for n < p.sure && p.glyphs[n].x+p.glyphs[n].cells <= x {
		n++
	}
	return painted{p.glyphs[:n], n, p.from(n)}
}

// patch returns what turns a row that shows was into one that shows p: only
// what differs, and what has moved is moved by the terminal if that is less. The
// terminal has the pen has before it, and the one returned after it. It is so
// many cells wide, 0 for one of which that is not known.
func (p painted) patch(line, width int, was painted, has pen) ([]byte, pen) {
	stays := writer{line: line, x: -1, pen: has}
	stays.write(p, was)
	if r, ok := longest(was, p); ok && (width == 0 || p.end < width) { // at the edge kitty takes a wide one for half of it
		moves := writer{line: line, x: -1, pen: has}
		if moves.write(p, moves.move(was, p, r)); len(moves.b) < len(stays.b) {
			stays = moves
		}
	}
	return stays.b, stays.pen
}

// stretch is n glyphs that a row had from glyph was on, and has from glyph is on.
type stretch struct{ was, is, n int }

// longest returns the longest run of glyphs that is to move within a row. ok is
// false if there is none or the terminal cannot be told to move it: deleting
// cells must not cut a wide character in two.
func longest(was, is painted) (r stretch, ok bool) {
	names := map[look]int{}
	before, now := was.named(names), is.named(names)
	length := make([]int, len(now)+1) // of the run that ends with the glyph before this one of now
	for i := range before {
		for j := len(now) - 1; j >= 0; j-- { // from the right, where the lengths are still those of the glyph before i
			if before[i] != now[j] {
				length[j+1] = 0
				continue
			}
			length[j+1] = length[j] + 1
			if n := length[j+1]; n > r.n && was.glyphs[i].x != is.glyphs[j].x {
				r = stretch{i + 1 - n, j + 1 - n, n}
			}
		}
	}
	to := is.from(r.is)
	return r, r.n > 0 && (to > was.from(r.was) || was.upTo(to).end == to)
}

// named returns a number for each sure glyph of p, the same for the same look.
func (p painted) named(names map[look]int) []int {
	all := make([]int, p.sure)
	for i, g := range p.glyphs[:p.sure] {
		n, known := names[g.look]
		if !known {
			n = len(names)
			names[g.look] = n
		}
		all[i] = n
	}
	return all
}
