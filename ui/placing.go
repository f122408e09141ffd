package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
)

// placedMsg is a text that was being written, with the zone one is in.
type placedMsg struct {
	id        journal.ID
	was, text string
}

// place puts the zone into what is being written, if it is another than that of
// the entry before: a section has been begun.
func (m *Model) place() tea.Cmd {
	ctx, j, s := m.ctx, m.j, m.editor.Snapshot()
	return func() tea.Msg {
		return placedMsg{s.Ours.ID, s.Ours.Text, j.Placed(ctx, s.Ours.ID, s.Ours.Text)}
	}
}

func (m *Model) placed(msg placedMsg) tea.Cmd {
	if msg.text == msg.was || !m.open || m.editor.ID() != msg.id {
		return nil
	}
	text, clean := journal.Merge(msg.was, m.editor.Text(), msg.text)
	if !clean { // the head is being written in; the next section does it
		return nil
	}
	m.editor.Put(text)
	return m.typed()
}
