package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/ui/words"
)

// pace is the least time between two steps of the reading that are shown.
const pace = 250 * time.Millisecond

// progress is how much of the journal has been read for searching.
type progress struct {
	read, all int
	done      bool
	err       error // why it ended early
}

type progressMsg struct {
	progress
	more <-chan progress
}

// fill reads the whole journal in the background, so that it can be searched.
func (m *Model) fill() tea.Cmd {
	ctx, j, filled := m.ctx, m.j, m.o.Filled
	return func() tea.Msg {
		steps := make(chan progress, 1)
		go func() {
			_, err := j.Read(ctx, paced(func(read, all int) {
				select { // whoever listens wants only the newest figure
				case steps <- progress{read: read, all: all}:
				default:
				}
			}))
			steps <- progress{done: true, err: err}
			close(steps)
			j.Quicken(ctx)
			if filled != nil {
				filled()
			}
		}()
		return next(steps)
	}
}

// paced returns step without the calls that come too soon after one: for each
// the search on the screen is made anew.
func paced(step func(read, all int)) func(read, all int) {
	var last time.Time
	return func(read, all int) {
		if now := time.Now(); now.Sub(last) >= pace {
			last = now
			step(read, all)
		}
	}
}

// next waits for the reading to get further.
func next(steps <-chan progress) tea.Msg {
	p, open := <-steps
	if !open {
		return nil
	}
	return progressMsg{progress: p, more: steps}
}

func (m *Model) progressed(msg progressMsg) tea.Cmd {
	if msg.err != nil && m.ctx.Err() == nil {
		m.warn(nextEsc, words.NotRead, m.lang.Reason(msg.err))
	}
	m.read = msg.progress
	again := func() tea.Msg { return next(msg.more) }
	if msg.done {
		again = tea.Batch(again, m.recount(), m.relink(), m.readSpans(), m.readDays(), m.examine(), m.recheck())
	}
	if m.screen == searching && m.search.Query() != "" {
		return tea.Batch(again, m.find())
	}
	return again
}
