package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/ui/words"
)

// progress is how much of the journal has been read for searching.
type progress struct {
	read, all int
	done      bool
	err       error // why it ended early
}

type progressMsg struct {
	progress
	more tea.Cmd // brings the next; nil when all is read
}

// fill reads the whole journal in the background, so that it can be searched.
func (m *Model) fill() tea.Cmd {
	ctx, j := m.ctx, m.j
	return inSteps(func(step func(done, all int)) tea.Msg {
		_, err := j.Read(ctx, step)
		return progressMsg{progress: progress{done: true, err: err}}
	}, func(read, all int, more tea.Cmd) tea.Msg {
		return progressMsg{progress{read: read, all: all}, more}
	})
}

// quicken makes searching faster, once all has been read.
func (m *Model) quicken() tea.Cmd {
	ctx, j, filled := m.ctx, m.j, m.o.Filled
	return func() tea.Msg {
		j.Quicken(ctx)
		if filled != nil {
			filled()
		}
		return nil
	}
}

func (m *Model) progressed(msg progressMsg) tea.Cmd {
	if msg.err != nil && m.ctx.Err() == nil {
		m.warn(nextEsc, words.NotRead, m.lang.Reason(msg.err))
	}
	m.read = msg.progress
	again := msg.more
	if msg.done {
		again = tea.Batch(m.quicken(), m.recount(), m.relink(), m.readSpans(), m.readDays(), m.examine(), m.recheck())
	}
	if m.screen == searching && m.search.Query() != "" {
		return tea.Batch(again, m.find())
	}
	return again
}
