package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/input"
	"lifelog/ui/words"
)

// askDate asks for a date in words, and goes there.
func (m *Model) askDate() tea.Cmd {
	m.overlay = &prompt{
		label: m.lang.Say(words.GoToBox), box: input.New(""),
		hint: func(m *Model, typed string) string {
			if d, err := date.Parse(typed, m.j.Today()); err == nil {
				return m.lang.Day(d)
			}
			return m.lang.Say(words.GoToHint)
		},
		take: func(m *Model, typed string) (tea.Cmd, string) {
			d, err := date.Parse(typed, m.j.Today())
			if err != nil {
				return nil, m.lang.DateFault(err)
			}
			return m.goTo(journal.ID{Date: d}), ""
		},
	}
	return nil
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
