package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// dayEndedMsg says that the day has ended, by the one timer that waits for it.
type dayEndedMsg struct{}

// awaitDay waits for the end of the day, a moment more for a timer that is early,
// and a minute at least: a clock may stand still just before, as by LIFELOG_NOW.
func (m *Model) awaitDay() tea.Cmd {
	return m.tick(max(m.j.DayLeft()+time.Second, time.Minute), dayEndedMsg{})
}

// turnDay has the list show what today is by now. What is written stays on the
// day it was begun on, and that is said.
func (m *Model) turnDay() tea.Cmd {
	was, selected := m.thisDay, m.selected()
	if m.thisDay = m.j.Today(); m.thisDay == was {
		return nil
	}
	if m.screen == writing && m.editor.ID().Date == was {
		m.put(false, nextEsc, words.DayTurned, m.lang.Day(m.thisDay), m.keyOf(keys.Write))
	}
	cmd := tea.Batch(m.narrow(m.filtered), m.remind(m.thisDay, false))
	if selected == (journal.ID{Date: was}) && m.selected() != selected {
		m.list.Select(journal.ID{Date: m.thisDay}) // it stood on today, and nothing is written on the day that was
		return tea.Batch(cmd, m.readHeads(), m.preview())
	}
	return cmd
}
