package ui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/search"
	"lifelog/ui/words"
)

const (
	firstHits = 100 // hits that a search brings to the screen
	looseHits = 30  // hits below them whose words are only alike

	glance = 100 * time.Millisecond // after which a search shows what it has
)

// progress is how much of the journal has been read for searching.
type progress struct {
	read, all int
	done      bool
	err       error // why it ended early
}

type (
	foundMsg struct { // the first page
		query  string
		answer *journal.Answer
		hits   []journal.Hit
		more   bool // there may be more on it
		err    error
	}
	totalMsg struct { // what takes longer
		query string
		total int
		loose []journal.Hit
		years map[int]int
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
	if msg.done {
		again = tea.Batch(again, m.relink(), m.readSpans())
	}
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
	m.search.Fault = ""
	query := m.search.Query()
	if query == "" {
		m.search.Show(search.Results{})
		return nil
	}
	ctx, cancel := context.WithCancel(m.ctx)
	m.giveUp = cancel
	j := m.j
	return func() tea.Msg {
		answer, err := j.Start(query)
		if err != nil {
			return foundMsg{query: query, err: err}
		}
		return firstPage(ctx, query, answer)
	}
}

// firstPage works out the first page, or what there is of it after a moment:
// a regular expression has to read every entry.
func firstPage(ctx context.Context, query string, answer *journal.Answer) tea.Msg {
	moment, end := context.WithTimeout(ctx, glance)
	defer end()
	hits, err := answer.Page(moment, 0, firstHits)
	if ctx.Err() != nil {
		return nil
	}
	more := errors.Is(err, context.DeadlineExceeded)
	if more {
		err = nil
	}
	return foundMsg{query, answer, hits, more, err}
}

// found takes in the first page, and has the rest worked out.
func (m *Model) found(msg foundMsg) tea.Cmd {
	if msg.query != m.search.Query() {
		return nil
	}
	var fault *journal.QueryError
	switch {
	case errors.As(msg.err, &fault):
		m.search.Fault = m.lang.QueryFault(fault)
		return nil
	case msg.err != nil:
		m.say(words.NotSearched, reason(msg.err))
		return nil
	}
	results := search.Results{Query: msg.query, Hits: msg.hits, Total: -1, Read: msg.answer.Read, All: msg.answer.All}
	ctx, cancel := context.WithCancel(m.ctx)
	m.giveUp = cancel
	if msg.more {
		results.Total = len(msg.hits)
		results.Read, results.All = msg.answer.Looked()
		m.search.Show(results)
		return tea.Batch(m.preview(), func() tea.Msg { return firstPage(ctx, msg.query, msg.answer) })
	}
	m.search.Show(results)
	count := func() tea.Msg {
		c := totalMsg{query: msg.query, years: map[int]int{}}
		if c.total, c.err = msg.answer.Count(ctx); c.err == nil {
			c.loose, c.err = msg.answer.Loose(ctx, looseHits)
		}
		ids, err := msg.answer.IDs(ctx)
		for _, id := range ids {
			c.years[id.Date.Year]++
		}
		if ctx.Err() != nil {
			return nil
		}
		c.err = errors.Join(c.err, err)
		return c
	}
	return tea.Batch(m.preview(), count)
}

func (m *Model) totalled(msg totalMsg) tea.Cmd {
	if msg.query != m.search.Query() {
		return nil
	}
	if msg.err != nil {
		m.say(words.NotSearched, reason(msg.err))
	}
	had := m.search.Any()
	m.search.Count(msg.query, msg.total, msg.years, msg.loose)
	if !had {
		return m.preview()
	}
	return nil
}

func (m *Model) startSearch() tea.Cmd {
	if m.screen == reading {
		m.left = visit{m.show.id, m.reader.Place()}
	}
	m.search.Walking = false
	m.enter(searching)
	return m.find()
}

// walk goes from the box to the hits, and n hits on.
func (m *Model) walk(n int) tea.Cmd {
	m.search.Walking = m.search.Any()
	m.search.Move(n)
	return m.preview()
}

// upHit goes to the hit above, and from the first one to the box; in the box
// to the query before.
func (m *Model) upHit() tea.Cmd {
	switch {
	case m.search.Walking && m.search.Move(-1):
		return m.preview()
	case m.search.Walking:
		m.search.Walking = false
	case m.search.Recall(1):
		return m.find()
	}
	return nil
}

// nextHit goes to the next place found in the selected entry, and from the last
// one to the entry after it; with -1 backwards. An entry is shown at its first.
func (m *Model) nextHit(by int) tea.Cmd {
	at, all, known := m.reader.Hit()
	switch {
	case !known:
		return nil
	case by > 0 && max(at, 1) < all:
		return m.stepHit(max(at, 1) + 1 - at)
	case by < 0 && at > 1:
		return m.stepHit(-1)
	}
	m.search.Move(by)
	return m.preview()
}

// openHit reads the selected hit where its words stand, or writes there.
func (m *Model) openHit(write bool) tea.Cmd {
	hit, ok := m.search.Selected()
	if !ok {
		return nil
	}
	m.search.Remember()
	m.list.Select(hit.ID)
	if write {
		return m.write(hit.ID, hit.At)
	}
	m.enter(reading)
	return m.look(hit.ID, hit.At, m.search.Query())
}
