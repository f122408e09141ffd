package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// asking is a line at the foot that asks for a date in words.
type asking struct {
	box   *input.Input
	fault string // why what was typed is no date
}

func (m *Model) askDate() tea.Cmd {
	m.overlay = &asking{box: input.New("")}
	return nil
}

func (a *asking) scope() keys.Scope { return keys.GoTo }

func (a *asking) do(m *Model, action keys.Action) tea.Cmd {
	switch action {
	case keys.Back:
		m.overlay = nil
	case keys.Open:
		d, err := date.Parse(a.box.String(), m.j.Today())
		if err != nil {
			a.fault = m.lang.DateFault(err)
			return nil
		}
		m.overlay = nil
		return m.goTo(journal.ID{Date: d})
	default:
		a.box.Do(action)
	}
	return nil
}

func (a *asking) typed(_ *Model, s string) tea.Cmd {
	a.fault = ""
	a.box.Type(s)
	return nil
}

// bar draws the line, and returns the cell of the caret in it.
func (a *asking) bar(m *Model) (line string, caret int) {
	label := "  " + m.lang.Say(words.GoToBox) + "  "
	typed, x := a.box.View(m.ruler, m.width-m.ruler.Width(label)-2)
	line = m.theme.Title.Render(label) + m.theme.Body.Render(typed)
	said := a.fault
	if d, err := date.Parse(a.box.String(), m.j.Today()); err == nil {
		said = m.lang.Day(d)
	}
	if said == "" {
		said = m.lang.Say(words.GoToHint)
	}
	room := m.width - m.ruler.Width(label+typed) - 4
	return line + "   " + m.theme.Dimmed.Render(m.ruler.Truncate(cell.CleanLine(said), max(0, room))), m.ruler.Width(label) + x
}

// goTo opens a day: for writing where one writes, else to be read.
func (m *Model) goTo(id journal.ID) tea.Cmd {
	m.list.Select(id)
	if m.screen == writing {
		return m.write(id, atEnd)
	}
	m.enter(reading)
	return m.look(id, -1, "")
}

// writeBeside writes the entry n places further down the list than the one being
// written.
func (m *Model) writeBeside(n int) tea.Cmd {
	m.list.Select(m.editor.ID())
	m.list.Move(n)
	if m.selected() == m.editor.ID() {
		return nil
	}
	return tea.Batch(m.readHeads(), m.write(m.selected(), atEnd))
}
