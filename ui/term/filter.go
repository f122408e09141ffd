package term

import "bytes"

// The renderer paints a row that holds a wide character in one way only: it
// switches the wrapping at the margin off, goes to the start of the row, erases
// it, writes text in all its styles, switches the wrapping on and puts the
// cursor where the text ends.
var (
	repaintBegin = []byte("\x1b[?7l")
	repaintEnd   = []byte("\x1b[?7h")
)

// row is what was painted on a screen row after erasing it. The zero row is one
// of which nothing is known.
type row struct {
	known bool
	start pen
	text  string
}

// filter follows what the renderer sends and leaves out of its repaints what the
// rows show already. A filter that has seen nothing leaves out nothing.
type filter struct {
	rows     rows
	pen      pen    // as the renderer believes it
	sent     pen    // as the terminal has it
	home     bool   // the cursor was sent home just now
	saved    pen    // as it was when the terminal was told to save it
	position []byte // a cursor position that the terminal was not sent yet, or nil
	strayed  bool   // the cursor was moved away, and where to is not known before the next repaint
	out      []byte

	width func() int // asks for the width of the screen, 0 if there is none; nil if never known
}

// forget forgets the screen, as after writing past the filter.
func (f *filter) forget() {
	f.rows = rows{height: f.rows.height}
	f.pen = pen{strange: true}
	f.sent = f.pen
}

// frame returns what the terminal has to be sent instead of b. The result is
// valid until the next call.
func (f *filter) frame(b []byte) []byte {
	f.out = f.out[:0]
	for len(b) > 0 {
		if rs := nextRepaints(b, f.pen); len(rs) > 0 {
			for len(rs) > 0 {
				n := max(1, f.block(rs))
				f.shift(rs[:n])
				for _, r := range rs[:n] {
					f.repaint(r)
					b = b[len(r.raw):]
				}
				rs = rs[n:]
			}
			continue
		}
		s := next(b)
		f.pass(s)
		b = b[len(s.raw):]
	}
	f.settle()
	return f.out
}

// repaint sends of r what its row does not show already.
func (f *filter) repaint(r repaint) {
	shown := f.rows.at(r.line)
	now := r.row()
	switch b, end := f.patch(r, *shown, now); {
	case *shown == now:
		f.position = r.position
	case b != nil && (f.strayed || len(b) < len(r.raw)):
		f.out, f.sent = append(f.out, b...), end
		f.position = r.position
	default:
		f.settle()
		f.out, f.sent = append(f.out, r.raw...), r.end
	}
	f.strayed = false
	*shown = now
	f.pen = r.end
	f.rows.cursor = r.line
}

// patch returns what is to be sent for the part of a row that changed, nil if
// the row has to be painted anew, and the pen after it.
func (f *filter) patch(r repaint, was, now row) ([]byte, pen) {
	if !was.known || was == now || was.start != (pen{}) || now.start != (pen{}) {
		return nil, pen{}
	}
	width := 0
	if f.width != nil {
		width = f.width()
	}
	return paint(now.start, now.text).patch(r.line, width, paint(was.start, was.text), f.sent)
}

// wholeScreen ends a scrolling region, with the cursor at home. A frame that was
// made before the window became taller leaves the old height behind as a region,
// and the renderer, which then goes home, erases the screen and paints it anew,
// would scroll at the region's end.
const wholeScreen = "\x1b[r"

// pass sends s as it is.
func (f *filter) pass(s sequence) {
	if s.isPen() {
		was := f.pen
		f.pen = was.apply(s)
		if f.pen.strange && was != f.sent {
			f.out, f.sent = was.from(f.sent, f.out), was
		}
		if was == f.sent {
			f.out = append(f.out, s.raw...)
			f.sent = f.pen
		}
		return
	}
	anew := f.home && s.is('J') && string(s.params) == "2" && f.rows.top > 0
	f.home = s.is('H') && len(s.params) == 0
	f.rows.follow(s)
	if s.is('H') {
		f.position = nil
	}
	f.settle()
	if anew {
		f.out = append(f.out, wholeScreen...)
		f.rows.top, f.rows.bottom = 0, 0
	}
	f.out = append(f.out, s.raw...)
	switch {
	case s.kind != escape || s.inter != 0:
	case s.final == '7':
		f.saved = f.pen
	case s.final == '8' && f.rows.cursor > 0:
		f.pen, f.sent = f.saved, f.saved
	case s.final == '8':
		f.pen, f.sent = pen{strange: true}, pen{strange: true}
	}
}

// settle brings the terminal into the state in which the renderer believes it.
func (f *filter) settle() {
	f.out = append(f.out, f.position...)
	f.position = nil
	f.out = f.pen.from(f.sent, f.out)
	f.sent = f.pen
}

// repaint is the renderer's painting of one row.
type repaint struct {
	raw        []byte
	start, end pen    // before the erasing, and at the end
	text       []byte // what was written after the erasing, with styles
	line       int    // from 1
	position   []byte // where the cursor was left
}

// row returns what the row shows after r.
func (r repaint) row() row { return row{known: true, start: r.start, text: string(r.text)} }

// nextRepaints reads the repaints that b begins with; p is the pen before them.
func nextRepaints(b []byte, p pen) (rs []repaint) {
	for {
		r, ok := nextRepaint(b, p)
		if !ok {
			return rs
		}
		rs, b, p = append(rs, r), b[len(r.raw):], r.end
	}
}

// nextRepaint reads the repaint at the start of b; p is the pen before it.
func nextRepaint(b []byte, p pen) (r repaint, ok bool) {
	if !bytes.HasPrefix(b, repaintBegin) {
		return r, false
	}
	at := len(repaintBegin)
	for at < len(b) {
		s := next(b[at:])
		at += len(s.raw)
		if s.is('K') && len(s.params) == 0 {
			break
		}
		switch {
		case s.isPen():
			p = p.apply(s)
		case !s.isMove():
			return r, false
		}
	}
	r.start = p
	from := at
	for at < len(b) && !bytes.HasPrefix(b[at:], repaintEnd) {
		s := next(b[at:])
		at += len(s.raw)
		switch {
		case s.isPen():
			p = p.apply(s)
		case s.kind != text:
			return r, false
		}
	}
	r.text, r.end = b[from:at], p
	at += len(repaintEnd)
	if at >= len(b) || p.strange || r.start.strange {
		return r, false
	}
	position := next(b[at:])
	r.line, _, ok = position.numbers()
	r.position = position.raw
	r.raw = b[:at+len(position.raw)]
	return r, ok && position.is('H') && r.line <= maxRow
}

// isMove reports whether s moves the cursor and does nothing else as long as it
// stays on the screen.
func (s sequence) isMove() bool {
	switch s.kind {
	case control:
		return s.final == '\r' || s.final == '\n' || s.final == '\b' || s.final == '\t'
	case escape:
		return s.final == 'M' && s.inter == 0
	case csi:
		return s.prefix == 0 && s.inter == 0 && bytes.IndexByte([]byte("ABCDGHIZ`df"), s.final) >= 0
	}
	return false
}
