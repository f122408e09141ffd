package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/stats"
	"lifelog/ui/words"
)

// counting is a page with the statistics of all entries.
type counting struct {
	ids     []journal.ID
	page    stats.Page
	counted bool
	none    bool
}

// countedMsg are the statistics of a page.
type countedMsg struct {
	of    *counting
	stats journal.Stats
}

func (m *Model) showStats() tea.Cmd {
	c := &counting{ids: m.ids}
	m.overlay = c
	return m.tally(c)
}

// tally counts what has been read, for a page that is shown.
func (m *Model) tally(c *counting) tea.Cmd {
	j := m.j
	return func() tea.Msg { return countedMsg{c, j.Stats(c.ids)} }
}

// recount counts again when the journal has been read.
func (m *Model) recount() tea.Cmd {
	if c, ok := m.overlay.(*counting); ok {
		return m.tally(c)
	}
	return nil
}

func (m *Model) tookStats(msg countedMsg) {
	msg.of.page.Set(msg.stats)
	msg.of.counted, msg.of.none = true, msg.stats.Entries == 0
}

func (c *counting) scope() keys.Scope { return keys.Stats }

func (c *counting) do(m *Model, a keys.Action) tea.Cmd {
	page := m.frameOf().main.h - 4
	switch a {
	case keys.Back:
		m.overlay = nil
	case keys.NextPart:
		c.page.Turn(1)
	case keys.PrevPart:
		c.page.Turn(-1)
	case keys.Up:
		c.page.Move(-1)
	case keys.Down:
		c.page.Move(1)
	case keys.PageUp:
		c.page.Move(-page)
	case keys.PageDown:
		c.page.Move(page)
	}
	return nil
}

func (c *counting) lines(m *Model, width, height int) []string {
	look := stats.Look{Theme: m.theme, Lang: m.lang, Ruler: m.ruler}
	if m.height < airy {
		height-- // the status has the last row
	}
	lines := c.page.Lines(look, width, height)
	said := words.StatsNone
	switch {
	case c.counted && !c.none:
		return lines
	case !m.read.done:
		said = words.StatsReading
	}
	lines = append(lines[:1], "")
	for line := range strings.SplitSeq(m.lang.Say(said), "\n") {
		for _, row := range m.wrap(line, width) {
			lines = append(lines, m.theme.Dimmed.Render(row))
		}
	}
	return lines
}
