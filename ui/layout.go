package ui

// box is a part of the screen, in cells.
type box struct{ x, y, w, h int }

func (b box) holds(x, y int) bool {
	return x >= b.x && x < b.x+b.w && y >= b.y && y < b.y+b.h
}

// frame is how the screen is divided.
type frame struct {
	main   box // the list, the text, the hits
	page   box // what lies above them; no width for nothing
	side   box // the list beside a text that is read; no width for none
	pane   box // the reader beside it; no width for none
	box    box // the search box
	status box
}

const (
	twoPanes = 80 // cells from which on the reader stands beside the list
	airy     = 16 // rows from which on empty lines part head, text and foot
	margin   = 2  // cells beside text
)

// frameOf divides the screen for what is on it. The head is one line, the
// foot two: what happened, and the keys. What happened may take more, first of
// the empty lines.
func (m *Model) frameOf() frame {
	w, h := m.width, m.height
	air := 0 // empty lines below the head and above the foot
	if h >= airy {
		air = 1
	}
	more := max(0, len(m.said)-1)
	f := frame{status: box{0, h - 2 - more, w, 1 + more}}
	top := 1 + air
	body := max(1, h-2-top-max(air, more))
	if s, part := m.overlay.(sheet); part {
		f.page = m.sheetBox(s, air)
	}
	switch {
	case m.whole():
		f.page = box{margin, air, w - 2*margin, max(1, h-1-2*air-more)}
		f.main = f.page
		return f
	case m.screen == reading && m.aside && w >= twoPanes && !(m.beneath() == dating && m.calendar.Years):
		f.side = box{0, top, m.listWidth(w), body}
		f.main = box{f.side.w + 3, top, m.comfort(w-f.side.w-3-margin) + 1, body}
		return f
	case m.screen == writing || m.screen == reading:
		text := min(max(1, w-2*margin), m.comfort(w)+1) // and a column for the caret
		f.main = box{max(margin, (w-text)/2), top, text, body}
		return f
	case m.screen == searching:
		f.box = box{0, 0, w, 1}
	}
	f.main = box{0, top, w, body}
	if w >= twoPanes && !(m.screen == dating && m.calendar.Years) {
		f.main.w = m.listWidth(w)
		f.pane = box{f.main.w + 3, top, m.comfort(w - f.main.w - 3 - margin), body}
	}
	return f
}

// sheetBox is where a sheet lies: at the foot, above what is said, below a rule. A
// third of the screen stays to be seen.
func (m *Model) sheetBox(s sheet, air int) box {
	below := m.height - 1 - air
	if m.status.text != "" {
		below = m.height - 1 - len(m.said)
	}
	w := m.width - 2*margin
	h := max(1, min(s.rows(m, w), 2*(m.height-1)/3-1, below))
	return box{margin, max(0, below-h), w, h}
}

// comfort is how wide text is where there are so many cells.
func (m *Model) comfort(w int) int {
	if wide := m.o.Settings.TextWidth; wide > 0 {
		return min(w, wide)
	}
	return w
}

// beneath is the screen that Esc leads back to.
func (m *Model) beneath() screen {
	if len(m.back) == 0 {
		return home
	}
	return m.back[len(m.back)-1]
}

// resize tells the screens how much room they have.
func (m *Model) resize() {
	f := m.frameOf()
	m.list.Resize(f.main.h) // in the list's place as in the text's
	m.search.Resize(f.main.h)
	if f.side.w > 0 {
		m.calendar.Resize(f.side.w, f.side.h)
	} else {
		m.calendar.Resize(f.main.w, f.main.h)
	}
	switch {
	case m.screen == writing:
		m.editor.Resize(f.main.w, f.main.h)
	case m.screen == reading:
		m.reader.Resize(f.main.w-1, f.main.h) // as wide as the rows of the editor
	case f.pane.w > 0:
		m.reader.Resize(f.pane.w, f.pane.h)
	}
	if t, open := m.overlay.(*timeline); open {
		t.fit(m)
	}
	m.lookAtPictures()
}
