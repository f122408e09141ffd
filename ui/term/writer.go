package term

import (
	"fmt"
	"slices"
)

// writer writes into one row of the screen.
type writer struct {
	b    []byte
	line int // from 1
	x    int // the cell of the cursor, from 0; -1 if it is not in the row
	pen  pen
}

// enough is how many bytes of glyphs it takes to leave them out: moving over
// them takes almost as many.
const enough = 10

// write writes the glyphs of p that differ from was, and erases what is behind
// them. Where it is not sure what stands where, it writes all.
func (w *writer) write(p, was painted) {
	unsure := !p.whole() || !was.whole()
	if unsure {
		w.b = append(w.b, repaintBegin...)
		was = was.upTo(p.end)
		was = was.upTo(was.end - 1) // a full row has no cell behind it to erase from
		w.erase(was.end)
	}
	shown := make(map[int]look, was.sure)
	for _, g := range was.glyphs {
		shown[g.x] = g.look
	}
	for i := 0; i < len(p.glyphs); i++ {
		stay, bytes := i, 0
		for stay < p.sure && shown[p.glyphs[stay].x] == p.glyphs[stay].look {
			bytes += len(p.glyphs[stay].text)
			stay++
		}
		if stay == len(p.glyphs) && stay > i {
			break
		}
		if w.x != p.glyphs[i].x || bytes >= enough {
			i = stay
		}
		w.to(p.glyphs[i].x)
		w.put(p.glyphs[i])
	}
	switch {
	case unsure:
		w.b = append(w.b, repaintEnd...)
	case was.end > p.end:
		w.erase(p.end)
	}
}

// move has the terminal move a run of glyphs to where p has it, and returns
// what the row shows then.
func (w *writer) move(was, p painted, r stretch) painted {
	from, to, end := was.from(r.was), p.from(r.is), was.from(r.was+r.n)
	if r.was+r.n < len(was.glyphs) { // what is behind the run would be pushed over the edge
		w.erase(end)
	}
	at := min(from, to)
	w.to(at)
	w.plain()
	moved := p.glyphs[r.is : r.is+r.n]
	if to > from {
		w.sequence(to-from, '@')
	} else {
		w.sequence(from-to, 'P')
		moved = moved[1:] // kitty clears a wide one that comes to the cursor
	}
	now := was.upTo(at)
	now.glyphs = append(slices.Clip(now.glyphs), moved...)
	now.sure, now.end = len(now.glyphs), to+end-from
	return now
}

func (w *writer) put(g glyph) {
	w.b = g.pen.from(w.pen, w.b)
	w.b = append(w.b, g.text...)
	w.pen = g.pen
	w.x += g.cells
}

// to puts the cursor into cell x.
func (w *writer) to(x int) {
	if w.x == x {
		return
	}
	w.b = fmt.Appendf(w.b, "\x1b[%d;%dH", w.line, x+1)
	w.x = x
}

// erase erases what is in cell x and behind it.
func (w *writer) erase(x int) {
	w.to(x)
	w.plain()
	w.b = append(w.b, "\x1b[K"...)
}

// plain takes up the pen with which cells are to be erased.
func (w *writer) plain() {
	w.b = pen{}.from(w.pen, w.b)
	w.pen = pen{}
}

// sequence writes a control sequence with a number.
func (w *writer) sequence(n int, final byte) {
	w.b = fmt.Appendf(w.b, "\x1b[%d%c", n, final)
}
