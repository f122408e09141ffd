package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/ui/term"
)

// openingTakes is how long what is typed waits for the entry that is being
// opened. When a disk does not answer for so long one may want to leave.
const openingTakes = 3 * time.Second

// ahead is what was typed while an entry was being opened to write in: it is
// meant for that entry, and not for the screen one comes from.
type ahead struct {
	waits bool
	since time.Time // when the opening began
	held  []tea.Msg // keys and pastes
}

// pass passes on what was typed, or holds it until the entry is there.
func (m *Model) pass(msg tea.Msg) tea.Cmd {
	if m.ahead.waits && m.clock().Sub(m.ahead.since) < openingTakes {
		m.ahead.held = append(m.ahead.held, msg)
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.PasteMsg:
		return m.paste(term.Pasted(msg.Content))
	}
	return nil
}

// typeAhead types what was held, if the entry could be opened.
func (m *Model) typeAhead(opened tea.Cmd) tea.Cmd {
	held := m.ahead.held
	m.ahead = ahead{}
	if m.screen != writing {
		return opened
	}
	cmds := []tea.Cmd{opened}
	for i, msg := range held {
		if m.ahead.waits { // a key among them opens another entry
			m.ahead.held = held[i:]
			break
		}
		cmds = append(cmds, m.pass(msg))
	}
	return tea.Batch(cmds...)
}
