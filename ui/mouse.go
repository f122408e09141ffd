package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// wheelRows is how many rows a notch of the wheel scrolls.
const wheelRows = 3

func (m *Model) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	n := wheelRows
	switch msg.Button {
	case tea.MouseWheelUp:
		n = -n
	case tea.MouseWheelDown:
	default:
		return nil
	}
	p, rolls := m.overlay.(rolled)
	switch f := m.frameOf(); {
	case rolls:
		return p.wheel(m, msg.X-f.page.x, msg.Y-f.page.y, n)
	case m.overlay != nil:
		return nil
	case m.screen == writing:
		m.editor.Scroll(n)
	case m.screen == reading || f.pane.holds(msg.X, msg.Y):
		m.reader.Scroll(n)
		return m.readOn()
	case m.screen == dating:
		m.calendar.Turn(n / wheelRows)
		return m.came()
	case m.screen == searching:
		m.search.Move(n / wheelRows)
		return m.preview()
	default:
		return m.moveList(n / wheelRows)
	}
	return nil
}

func (m *Model) click(msg tea.MouseClickMsg) tea.Cmd {
	f := m.frameOf()
	if msg.Button != tea.MouseLeft {
		return nil
	}
	if p, ok := m.overlay.(rolled); ok {
		return p.click(m, msg.X-f.page.x, msg.Y-f.page.y)
	}
	if m.overlay != nil {
		return nil
	}
	switch {
	case m.onSplit(msg.X, msg.Y):
		m.split.dragged = true
	case m.screen == writing && f.main.holds(msg.X, msg.Y):
		m.clickText(msg, msg.X-f.main.x, msg.Y-f.main.y)
	case m.screen == reading && f.main.holds(msg.X, msg.Y):
		m.reader.Press(msg.X-f.main.x, msg.Y-f.main.y)
	case m.screen == home && f.main.holds(msg.X, msg.Y):
		return m.clickList(msg, msg.Y-f.main.y)
	case m.screen == dating && f.main.holds(msg.X, msg.Y):
		return m.clickCalendar(msg, msg.X, msg.Y-f.main.y)
	case f.side.holds(msg.X, msg.Y):
		back := m.goBack()
		if m.screen == dating {
			return tea.Batch(back, m.clickCalendar(msg, msg.X, msg.Y-f.side.y))
		}
		return tea.Batch(back, m.clickList(msg, msg.Y-f.side.y))
	}
	return nil
}

// clickList selects the entry on a row of the list. The second click opens it.
func (m *Model) clickList(msg tea.MouseClickMsg, y int) tea.Cmd {
	id, ok := m.list.At(y)
	was, _ := m.list.Selected()
	switch twice := m.twice(msg); {
	case !ok:
		return nil
	case twice && was == id:
		return m.do(keys.Open)
	}
	m.list.Select(id)
	return tea.Batch(m.readHeads(), m.preview())
}

// clickText puts the caret where the text was clicked on. A second click selects
// the word, a third the line.
func (m *Model) clickText(msg tea.MouseClickMsg, x, y int) {
	nth := m.nth(msg)
	switch m.editor.Click(x, y, msg.Mod == tea.ModShift); nth {
	case 2:
		m.editor.SelectWord()
	case 3:
		m.editor.SelectLine()
	}
}

// twiceWithin is how long the next click of several may take.
const twiceWithin = 500 * time.Millisecond

// clicked is the click before.
type clicked struct {
	x, y int
	at   time.Time
	nth  int
}

// nth counts the clicks, up to three, that came in a row on one place.
func (m *Model) nth(msg tea.MouseClickMsg) int {
	was, now := m.clicked, clicked{msg.X, msg.Y, m.clock(), 1}
	if was.x == now.x && was.y == now.y && now.at.Sub(was.at) < twiceWithin {
		now.nth = was.nth%3 + 1
	}
	m.clicked = now
	return now.nth
}

func (m *Model) twice(msg tea.MouseClickMsg) bool { return m.nth(msg) == 2 }

// drag selects what lies between the click and the mouse.
func (m *Model) drag(msg tea.MouseMotionMsg) {
	f := m.frameOf()
	if msg.Button != tea.MouseLeft || m.overlay != nil {
		return
	}
	switch {
	case m.split.dragged:
		m.setSplit(msg.X - 1)
	case m.screen == writing:
		m.editor.Click(msg.X-f.main.x, msg.Y-f.main.y, true)
	case m.screen == reading:
		m.reader.Drag(msg.X-f.main.x, msg.Y-f.main.y)
	}
}

// release copies what the mouse was dragged over while reading, or follows
// the link that it was clicked on.
func (m *Model) release(msg tea.MouseReleaseMsg) tea.Cmd {
	f := m.frameOf()
	if m.split.dragged {
		m.split.dragged = false
		return m.keepSplit()
	}
	if m.overlay != nil || m.screen != reading {
		return nil
	}
	pressed := m.reader.Pressed()
	switch s := m.reader.Release(); {
	case s != "":
		return m.copyText(s, words.CopiedText)
	case pressed && m.reader.Click(msg.X-f.main.x, msg.Y-f.main.y):
		return m.follow()
	}
	return nil
}
