package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/words"
)

// firstHits is how many hits a search brings to the screen.
const firstHits = 200

// progress is how much of the journal has been read for searching.
type progress struct {
	read, all int
	done      bool
	err       error // why it ended early
}

type (
	foundMsg struct {
		query string
		found journal.Found
		err   error
	}
	progressMsg struct {
		progress
		more <-chan progress
	}
)

// fill reads the whole journal in the background, so that it can be searched.
func (m *Model) fill() tea.Cmd {
	ctx, j := m.ctx, m.j
	return func() tea.Msg {
		steps := make(chan progress, 1)
		go func() {
			defer close(steps)
			_, err := j.Read(ctx, func(read, all int) {
				select { // whoever listens wants only the newest figure
				case steps <- progress{read: read, all: all}:
				default:
				}
			})
			steps <- progress{done: true, err: err}
		}()
		return next(steps)
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
		m.warn(nextEsc, words.NotRead, reason(msg.err))
	}
	m.read = msg.progress
	again := func() tea.Msg { return next(msg.more) }
	if m.screen == searching && m.search.Query() != "" {
		return tea.Batch(again, m.find())
	}
	return again
}

// find searches for what is in the box. A search under way for something else
// is given up.
func (m *Model) find() tea.Cmd {
	if m.giveUp != nil {
		m.giveUp()
	}
	query := m.search.Query()
	if query == "" {
		m.search.Show("", journal.Found{})
		return nil
	}
	ctx, cancel := context.WithCancel(m.ctx)
	m.giveUp = cancel
	j := m.j
	return func() tea.Msg {
		defer cancel()
		found, err := j.Search(ctx, query, firstHits)
		if ctx.Err() != nil {
			return nil
		}
		return foundMsg{query, found, err}
	}
}

func (m *Model) found(msg foundMsg) tea.Cmd {
	if msg.query != m.search.Query() {
		return nil
	}
	if msg.err != nil {
		m.say(words.NotSearched, reason(msg.err))
		return nil
	}
	m.search.Show(msg.query, msg.found)
	return m.preview()
}
