package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

// askReading asks what the days in the names of files mean.
func (m *Model) askReading(readings []journal.Reading) {
	var items []menu.Item
	for _, r := range readings {
		items = append(items, menu.Item{Text: m.lang.Day(r.Date), Head: m.lang.Say(words.UnclearFile, r.File)})
	}
	m.overlay = &picker{
		menu: menu.New(m.lang.Say(words.UnclearDays), items),
		none: words.NoMatch,
		pick: func(m *Model, item int) tea.Cmd { return m.readAs(readings[item]) },
	}
}

// readAsMsg says that the names can be read now, or why not.
type readAsMsg struct{ err error }

func (m *Model) readAs(r journal.Reading) tea.Cmd {
	j := m.j
	return func() tea.Msg { return readAsMsg{j.ReadAs(r)} }
}

func (m *Model) namesClear(msg readAsMsg) tea.Cmd {
	if msg.err != nil {
		m.warn(nextEsc, words.NotRemembered, m.lang.Reason(msg.err))
	}
	m.listed = false // it is listed as for the first time
	return m.readNames()
}
