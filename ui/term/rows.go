package term

import "unicode/utf8"

// rows is what is known about the rows of a screen. It follows everything that
// is sent to the terminal and forgets what may have changed in a way that it
// does not know.
type rows struct {
	shown       []row // shown[0] is row 1; as long as the lowest row ever addressed, so never longer than the screen
	cursor      int   // the row of the cursor, from 1; 0 if unknown
	saved       int   // the same of the cursor that the terminal was told to save
	top, bottom int   // the scrolling region; 0, 0 is the whole screen

	height func() int // asks for the height of the screen, 0 if unknown; nil if never known
}

// at returns row y, from 1.
func (r *rows) at(y int) *row {
	r.address(y)
	return &r.shown[y-1]
}

// maxRow is the lowest row that may be one: who goes to row 999 wants the last.
const maxRow = 998

func (r *rows) address(y int) {
	if y > len(r.shown) {
		r.shown = append(r.shown, make([]row, y-len(r.shown))...)
	}
}

// forget forgets rows from to to, both included.
func (r *rows) forget(from, to int) {
	for y := max(from, 1); y <= min(to, len(r.shown)); y++ {
		r.shown[y-1] = row{}
	}
}

// lose forgets everything but the scrolling region, which no erasing undoes.
func (r *rows) lose() { r.shown, r.cursor, r.saved = r.shown[:0], 0, 0 }

// jump sets the cursor to row y.
func (r *rows) jump(y int) {
	if y > maxRow {
		y = 0
	}
	r.cursor = y
	r.address(y)
}

// follow notes what s does. Text is taken to stay in its row, as all text of
// the renderer does; if it is more than ASCII, it may spill into the next one.
func (r *rows) follow(s sequence) {
	switch s.kind {
	case text:
		r.touch()
		for _, c := range s.raw {
			if c >= utf8.RuneSelf {
				r.forget(r.cursor+1, r.cursor+1)
				break
			}
		}
	case control:
		r.followControl(s.final)
	case escape:
		r.followEscape(s)
	case csi:
		r.followCSI(s)
	case str, unsettled:
		r.lose()
	}
}

// touch forgets the row of the cursor.
func (r *rows) touch() {
	if r.cursor == 0 {
		r.forget(1, len(r.shown))
	}
	r.forget(r.cursor, r.cursor)
}

func (r *rows) followControl(c byte) {
	switch {
	case c == '\r' || c == '\b' || c == '\t' || c == 0x07:
	case c == '\n' && r.cursor > 0 && (r.cursor == r.bottom || r.bottom == 0 && r.cursor == r.tall()):
		r.scroll(max(r.top, 1), r.cursor, 1)
	case c == '\n' && r.isAbove(1):
		r.jump(r.cursor + 1)
	default:
		r.lose() // also a line feed that may scroll
	}
}

// isAbove reports whether the cursor is known to have n more rows below it.
func (r *rows) isAbove(n int) bool {
	return r.cursor > 0 && (r.cursor+n <= len(r.shown) || r.cursor+n <= r.tall())
}

// tall returns the height of the screen, 0 if unknown.
func (r *rows) tall() int {
	if r.height == nil {
		return 0
	}
	return min(r.height(), maxRow)
}

func (r *rows) followEscape(s sequence) {
	switch {
	case s.inter != 0:
		r.lose()
	case s.final == 'M':
		r.reverseIndex()
	case s.final == '7':
		r.saved = r.cursor
	case s.final == '8':
		r.cursor = r.saved
	default:
		r.lose()
	}
}

func (r *rows) reverseIndex() {
	switch {
	case r.cursor > 0 && r.cursor == max(r.top, 1):
		r.scroll(r.cursor, r.end(), -1)
	case r.cursor > 1:
		r.cursor--
	default:
		r.lose()
	}
}

// end returns the last row that scrolls.
func (r *rows) end() int {
	if r.bottom > 0 {
		return r.bottom
	}
	return len(r.shown)
}

func (r *rows) followCSI(s sequence) {
	switch {
	case s.prefix == '?' && (s.final == 'h' || s.final == 'l') && s.inter == 0:
		if !harmless[string(s.params)] {
			r.lose()
		}
	case s.prefix == '?' && (s.final == 'u' || s.final == 'p' || s.final == 'W'):
		// a question about keys or modes; tab stops
	case s.prefix == '<' || s.prefix == '=' || s.prefix == '>':
		// keys and questions
	case s.prefix == 0 && s.inter == ' ' && s.final == 'q', s.prefix == 0 && s.inter == '$' && s.final == 'p':
		// the shape of the cursor; a question about modes
	case s.prefix == 0 && s.inter == 0:
		r.followPlainCSI(s)
	default:
		r.lose()
	}
}

// harmless are the private modes that leave the text of the screen alone.
var harmless = map[string]bool{
	"1": true, "7": true, "12": true, "25": true, "1000": true, "1002": true, "1003": true, "1004": true,
	"1006": true, "2004": true, "2026": true, "2027": true, "2031": true, "2048": true,
}

func (r *rows) followPlainCSI(s sequence) {
	n := s.number()
	switch s.final {
	case 'C', 'D', 'G', 'I', 'Z', '`', 'c', 'n':
		// moves within the row; questions
	case '@', 'K', 'P', 'X', 'b':
		r.touch()
	case 'A':
		if to := max(1, r.cursor-n); r.cursor >= r.top && to < r.top {
			r.cursor = 0 // terminals differ at a margin
		} else if r.cursor > 0 {
			r.cursor = to
		}
	case 'B':
		if r.isAbove(n) && (r.bottom == 0 || r.cursor > r.bottom || r.cursor+n <= r.bottom) {
			r.jump(r.cursor + n)
		} else {
			r.cursor = 0
		}
	case 'H', 'd', 'f':
		r.jump(n)
	case 'r':
		top, bottom, ok := s.numbers()
		if !ok || bottom > maxRow {
			r.lose()
			return
		}
		r.address(bottom)
		r.cursor = 0
		if r.top, r.bottom = top, bottom; top == 1 && bottom == r.tall() {
			r.top, r.bottom = 0, 0 // and stays the whole screen when it is resized
		}
	case 'L':
		r.scrollLines(-n)
	case 'M':
		r.scrollLines(n)
	case 'S':
		r.scroll(max(r.top, 1), r.end(), n)
	case 'T':
		r.scroll(max(r.top, 1), r.end(), -n)
	case 'J':
		if r.cursor > 0 && len(s.params) == 0 {
			r.forget(r.cursor, len(r.shown))
			return
		}
		at := r.cursor
		r.lose()
		r.jump(at)
	default:
		r.lose()
	}
}

// scrollLines is scroll from the row of the cursor on.
func (r *rows) scrollLines(n int) {
	if r.cursor == 0 || r.bottom > 0 && (r.cursor < r.top || r.cursor > r.bottom) {
		r.lose()
		return
	}
	r.scroll(r.cursor, r.end(), n)
}

// scroll moves what the rows from top to bottom show up by n rows, or down by
// -n. Of rows that come into sight nothing is known.
func (r *rows) scroll(top, bottom, n int) {
	bottom = min(bottom, len(r.shown))
	if top > bottom {
		return
	}
	part := r.shown[top-1 : bottom]
	switch {
	case n >= len(part) || -n >= len(part):
		clear(part)
	case n > 0:
		copy(part, part[n:])
		clear(part[len(part)-n:])
	default:
		copy(part[-n:], part)
		clear(part[:-n])
	}
}
