package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/ui/keys"
	"lifelog/ui/words"
)

type (
	// copiedMsg says what came of writing the clipboard.
	copiedMsg struct{ err error }
	// clipMsg is what was read from the clipboard.
	clipMsg struct {
		text string
		err  error
	}
)

// copy puts the selected text on the clipboard: by OSC 52, which reaches the
// terminal's own machine, and by a program of this machine where there is one.
func (m *Model) copy() tea.Cmd {
	s := m.editor.Selected()
	if s == "" {
		return nil
	}
	m.clip = s
	m.say(words.Copied)
	return tea.SetClipboard(s)
}

// cut copies the selected text and deletes it.
func (m *Model) cut() tea.Cmd {
	cmd := m.copy()
	if cmd == nil {
		return nil
	}
	m.editor.Do(keys.Delete)
	return tea.Batch(cmd, m.typed())
}

// pasteClipboard pastes what is on the clipboard; what was copied here last
// where the clipboard cannot be read.
func (m *Model) pasteClipboard() tea.Cmd {
	return m.paste(m.clip)
}

func (m *Model) clipped(msg clipMsg) tea.Cmd {
	if msg.err != nil {
		msg.text = m.clip
	}
	return m.paste(msg.text)
}
