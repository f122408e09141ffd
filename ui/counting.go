package ui

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/stats"
	"lifelog/ui/words"
)

// counting is a page with the statistics of all entries, or of those that a query
// finds.
type counting struct {
	ids     []journal.ID
	query   string
	page    stats.Page
	counted bool
	none    bool
}

// countedMsg are the statistics of a page.
type countedMsg struct {
	of    *counting
	query string
	stats journal.Stats
	err   error
}

// showStats counts what home shows.
func (m *Model) showStats() tea.Cmd {
	c := &counting{ids: m.ids, query: m.filtered}
	m.overlay = c
	return m.tally(c)
}

// tally counts what has been read, for a page that is shown.
func (m *Model) tally(c *counting) tea.Cmd {
	ctx, j, ids, query := m.ctx, m.j, c.ids, c.query
	return func() tea.Msg {
		if query != "" {
			found, err := found(ctx, j, query)
			if err != nil {
				return countedMsg{of: c, query: query, err: err}
			}
			ids = found
		}
		return countedMsg{c, query, j.Stats(ctx, ids), nil}
	}
}

// found are the entries that a query finds.
func found(ctx context.Context, j *journal.Journal, query string) ([]journal.ID, error) {
	answer, err := j.Start(query)
	if err != nil {
		return nil, err
	}
	return answer.IDs(ctx)
}

// narrow counts what a query finds; "" counts everything.
func (c *counting) narrow(m *Model, query string) tea.Cmd {
	c.query = query
	return m.tally(c)
}

// recount counts again when the journal has been read.
func (m *Model) recount() tea.Cmd {
	if c, ok := m.page().(*counting); ok {
		return m.tally(c)
	}
	return nil
}

func (m *Model) tookStats(msg countedMsg) {
	var fault *journal.QueryError
	switch {
	case msg.query != msg.of.query, errors.As(msg.err, &fault): // or it is still being typed
		return
	case msg.err != nil:
		m.say(words.NotSearched, m.lang.Reason(msg.err))
		return
	}
	msg.of.page.Set(msg.stats)
	msg.of.counted, msg.of.none = true, msg.stats.Entries == 0
}

func (c *counting) scope() keys.Scope { return keys.Stats }

func (c *counting) do(m *Model, a keys.Action) tea.Cmd {
	page := m.frameOf().main.h - 4
	switch a {
	case keys.Back:
		m.overlay = nil
	case keys.FilterList:
		m.overlay = newNarrowing(c.query, c)
	case keys.CountOther:
		c.page.Count()
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
	var aside []string
	if c.query != "" {
		aside = append(aside, m.lang.Say(words.Filtered, c.query))
	}
	if !m.read.done {
		aside = append(aside, m.lang.Say(words.Counting))
	}
	look := stats.Look{Theme: m.theme, Lang: m.lang, Ruler: m.ruler, Aside: strings.Join(aside, "  ·  ")}
	if m.height < airy {
		height-- // the status has the last row
	}
	lines := c.page.Lines(look, width, height)
	said := m.lang.Say(words.StatsNone)
	switch {
	case c.counted && !c.none:
		return lines
	case !m.read.done:
		said = m.lang.Say(words.StatsReading, words.Number(m.read.read), words.Number(m.read.all))
	case c.query != "":
		said = m.lang.Say(words.NothingHas, c.query)
	}
	lines = append(lines[:1], "")
	for line := range strings.SplitSeq(said, "\n") {
		for _, row := range m.wrap(line, width) {
			lines = append(lines, m.theme.Dimmed.Render(row))
		}
	}
	return lines
}
