package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// earlierMsg is the text that an entry had before it was opened, for undo in
// the state of the editor.
type earlierMsg struct {
	state journal.State
	of    journal.ID
	in    int
	text  string
	found bool
	err   error
}

// undo takes back the last change; before the first it goes on to what the
// entry was before it was opened.
func (m *Model) undo() tea.Cmd {
	state := m.editor.State()
	if m.editor.Do(keys.Undo); m.editor.State() != state {
		return m.typed()
	}
	ctx, j, id, reached := m.ctx, m.j, m.editor.ID(), m.reached
	rev := journal.RevOf(m.editor.Text())
	return func() tea.Msg {
		msg := earlierMsg{of: id, in: state}
		var states []journal.State
		states, msg.err = j.States(ctx, id)
		for i, s := range states {
			if reached.IsZero() && s.Rev == rev {
				states = states[i:] // from where we are
				break
			}
		}
		for _, s := range states {
			if s.Rev != rev && (reached.IsZero() || s.At.Before(reached)) {
				msg.state, msg.found = s, true
				msg.text, msg.err = j.StateText(ctx, s)
				break
			}
		}
		return msg
	}
}

func (m *Model) reachedEarlier(msg earlierMsg) tea.Cmd {
	switch {
	case m.screen != writing || m.editor.ID() != msg.of || m.editor.State() != msg.in:
		return nil
	case !msg.found && msg.err == nil:
		m.say(words.NothingEarlier)
		return nil
	case msg.err != nil:
		m.warn(nextKey, words.HistoryUnread, m.lang.Reason(msg.err))
		return nil
	}
	m.editor.Reach(msg.text)
	m.reached = msg.state.At
	m.say(words.UndoneTo, m.lang.When(msg.state.At, m.j.HistoryClock()))
	return m.typed()
}
