package ui

import (
	"io"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/words"
)

// editedMsg says that the program in $EDITOR has ended.
type editedMsg struct {
	id  journal.ID
	err error
}

// outside is another program that has the terminal while it runs. It takes the
// terminal's own files, not those that Bubble Tea would give it: through our
// filters it would see pipes.
type outside func() error

func (run outside) Run() error      { return run() }
func (outside) SetStdin(io.Reader)  {}
func (outside) SetStdout(io.Writer) {}
func (outside) SetStderr(io.Writer) {}

// external opens the entry's file in the program that VISUAL or EDITOR names,
// at the line of the caret.
func (m *Model) external() tea.Cmd {
	id, line := m.entryHere(), 0
	if m.screen == writing {
		line = m.editor.Line()
	}
	return m.save(func(m *Model) tea.Cmd {
		ctx, j, edit := m.ctx, m.j, m.o.Edit
		run := func() error {
			return j.Outside(ctx, id, func(path string) error { return edit(path, line) })
		}
		return m.hand(tea.Exec(outside(run), func(err error) tea.Msg { return editedMsg{id, err} }))
	})
}

// edited takes in what the other program stored.
func (m *Model) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		m.warn(nextEsc, words.EditorFailed, msg.err)
	}
	m.drawAgain()
	return tea.Batch(m.readNames(), m.reload(msg.id))
}
