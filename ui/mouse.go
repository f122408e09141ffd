package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/ui/keys"
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
	p, picks := m.overlay.(*picker)
	switch f := m.frameOf(); {
	case picks:
		p.menu.Move(n / wheelRows)
	case m.overlay != nil:
		return nil
	case m.screen == writing:
		m.editor.Scroll(n)
	case m.screen == reading || f.pane.holds(msg.X, msg.Y):
		m.reader.Scroll(n)
		return m.readOn()
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
	if p, picks := m.overlay.(*picker); picks {
		return p.click(m, msg.Y-f.main.y)
	}
	if m.overlay != nil {
		return nil
	}
	switch {
	case m.screen == writing && f.main.holds(msg.X, msg.Y):
		m.editor.Click(msg.X-f.main.x, msg.Y-f.main.y, msg.Mod == tea.ModShift)
	case m.screen == reading && f.main.holds(msg.X, msg.Y):
		m.reader.Press(msg.X-f.main.x, msg.Y-f.main.y)
	case m.screen == home && f.main.holds(msg.X, msg.Y):
		if id, ok := m.list.At(msg.Y - f.main.y); ok {
			if was, _ := m.list.Selected(); was == id {
				return m.do(keys.Open)
			}
			m.list.Select(id)
			return tea.Batch(m.readHeads(), m.preview())
		}
	}
	return nil
}

// drag selects what lies between the click and the mouse.
func (m *Model) drag(msg tea.MouseMotionMsg) {
	f := m.frameOf()
	if msg.Button != tea.MouseLeft || m.overlay != nil {
		return
	}
	switch m.screen {
	case writing:
		m.editor.Click(max(0, msg.X-f.main.x), max(0, min(msg.Y-f.main.y, f.main.h-1)), true)
	case reading:
		m.reader.Drag(msg.X-f.main.x, msg.Y-f.main.y)
	}
}

// release copies what the mouse was dragged over while reading, or follows
// the link that it was clicked on.
func (m *Model) release(msg tea.MouseReleaseMsg) tea.Cmd {
	f := m.frameOf()
	if m.overlay != nil || m.screen != reading {
		return nil
	}
	pressed := m.reader.Pressed()
	switch s := m.reader.Release(); {
	case s != "":
		return m.copyText(s)
	case pressed && m.reader.Click(msg.X-f.main.x, msg.Y-f.main.y):
		return m.follow()
	}
	return nil
}
