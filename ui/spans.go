package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
)

// spansMsg are the spans that are known of.
type spansMsg struct{ spans journal.Spans }

// readSpans finds out which entries last for days, among those that were read.
func (m *Model) readSpans() tea.Cmd {
	j := m.j
	return func() tea.Msg { return spansMsg{j.Spans()} }
}

func (m *Model) spanned(msg spansMsg) {
	m.spans = msg.spans
	m.list.SetSpans(msg.spans)
	m.calendar.SetSpans(msg.spans)
}
