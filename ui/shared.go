package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// sharedAfter is how long after the first frame, and after other words that stay,
// it is said that others can look into the journal.
const sharedAfter = 3 * time.Second

type (
	// lookSharedMsg says that it is time to look whether they can.
	lookSharedMsg struct{}
	// sharedMsg says how to keep them out.
	sharedMsg struct{ mend string }
)

// lookShared looks whether others can look into the journal, when there is room
// to say so: that is said once only.
func (m *Model) lookShared() tea.Cmd {
	ask := m.o.Shared
	switch {
	case ask == nil:
		return nil
	case m.status.text != "":
		return m.tick(sharedAfter, lookSharedMsg{})
	}
	return func() tea.Msg {
		if mend := ask(); mend != "" {
			return sharedMsg{mend}
		}
		return nil
	}
}
