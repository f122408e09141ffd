package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
)

// spansMsg are the spans that are known of, and the entries with two texts.
type spansMsg struct {
	spans  journal.Spans
	within []journal.Copy
}

// readSpans finds out which entries last for days, and in which git left another
// text, among those that were read.
func (m *Model) readSpans() tea.Cmd {
	j := m.j
	return func() tea.Msg { return spansMsg{j.Spans(), j.Within()} }
}

func (m *Model) spanned(msg spansMsg) {
	m.spans, m.within = msg.spans, msg.within
	m.list.SetSpans(msg.spans)
	m.calendar.SetSpans(msg.spans)
}
