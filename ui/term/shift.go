package term

import "fmt"

// fewest is how many rows have to change for moving them to be thought of.
const fewest = 3

// block returns how many of the repaints that rs begins with change rows that
// follow one another and of which all is known.
func (f *filter) block(rs []repaint) (n int) {
	for n < len(rs) && rs[n].line == rs[0].line+n {
		if was := f.rows.at(rs[n].line); !was.known || was.start != (pen{}) || rs[n].start != (pen{}) || was.text == string(rs[n].text) {
			break
		}
		n++
	}
	return n
}

// shift has the terminal move the rows that rs paints up or down by one, where
// that makes them more like what they are to be: in a paragraph of which a line
// was parted or joined near its start, each row shows most of what one beside
// it showed. The one in the middle is asked first.
func (f *filter) shift(rs []repaint) {
	if len(rs) < fewest {
		return
	}
	by, middle := 0, len(rs)/2
	for _, n := range []int{1, -1} {
		if f.cost(rs, middle, n) < f.cost(rs, middle, by) {
			by = n
		}
	}
	if by == 0 {
		return
	}
	stay, move := 0, len("\x1b[10;20r\x1b[10;1H\x1b[M\x1b[r")
	for i := range rs {
		stay += f.cost(rs, i, 0)
		move += f.cost(rs, i, by)
	}
	if move < stay {
		f.move(rs[0].line, rs[len(rs)-1].line, by)
	}
}

// cost is how many bytes it takes to paint rs[i] once the rows were moved up by
// so many.
func (f *filter) cost(rs []repaint, i, by int) int {
	was := blank
	if from := i + by; from >= 0 && from < len(rs) {
		was = *f.rows.at(rs[from].line)
	}
	b, _ := f.patch(rs[i], was, rs[i].row())
	return min(len(b), len(rs[i].raw))
}

// blank is what an erased row shows.
var blank = row{known: true}

// move has the terminal move the rows from first to last up by one, or with -1
// down.
func (f *filter) move(first, last, by int) {
	f.out, f.sent = pen{}.from(f.sent, f.out), pen{}
	fresh, final := last, 'M'
	if by < 0 {
		fresh, final = first, 'L'
	}
	f.out = fmt.Appendf(f.out, "\x1b[%d;%dr\x1b[%d;1H\x1b[%c", first, last, first, final)
	if f.rows.top > 0 {
		f.out = fmt.Appendf(f.out, "\x1b[%d;%dr", f.rows.top, f.rows.bottom)
	} else {
		f.out = append(f.out, wholeScreen...)
	}
	f.strayed = f.position == nil
	f.rows.scroll(first, last, by)
	*f.rows.at(fresh) = blank
}
