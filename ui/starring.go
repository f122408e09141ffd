package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/words"
)

// starredMsg says what came of a star.
type starredMsg struct {
	saved   journal.Saved
	starred bool
	err     error
}

// star stars an entry, or takes its star away. What is being written is stored
// before.
func (m *Model) star(id journal.ID) tea.Cmd {
	return m.save(func(m *Model) tea.Cmd {
		m.saving = true
		ctx, j := m.ctx, m.j
		return func() tea.Msg {
			saved, starred, err := j.Star(ctx, id)
			return starredMsg{saved, starred, err}
		}
	})
}

func (m *Model) starred(msg starredMsg) tea.Cmd {
	said := words.Unstarred
	switch {
	case msg.err != nil:
		return m.wrote(msg.saved, msg.err, words.NotStarred, said)
	case msg.saved.Rev == "":
		said = words.NoEntryYet
	case msg.starred:
		said = words.Starred
	}
	return m.wrote(msg.saved, nil, words.NotStarred, said)
}
