package ui

import (
	"cmp"
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/input"
	"lifelog/ui/search"
	"lifelog/ui/words"
)

const (
	someHits  = 100 // hits that are brought at once; the first time only those that fit on the screen
	looseHits = 30  // hits below them whose words are only alike

	glance = 100 * time.Millisecond // after which a search shows what it has
)

// inquiry is what is asked of the journal.
type inquiry struct {
	query  string
	byHits bool
}

type (
	foundMsg struct { // the first page
		inquiry
		answer *journal.Answer
		hits   []journal.Hit
		more   bool // there may be more on it
		err    error
	}
	totalMsg struct { // what takes longer
		inquiry
		total int
		loose []journal.Hit
		years map[int]int
		more  tea.Cmd // goes on counting; nil once all are counted
		err   error
	}
	moreMsg struct { // what follows on the first skip hits
		inquiry
		skip int
		hits []journal.Hit
		err  error
	}
)

// inquiry is what the screen asks now; answers to others are stale.
func (m *Model) inquiry() inquiry { return inquiry{m.search.Query(), m.search.ByHits} }

// find searches for what is in the box. A search under way for something else
// is given up.
func (m *Model) find() tea.Cmd {
	if m.giveUp != nil {
		m.giveUp()
	}
	m.search.Fault = ""
	q, n := m.inquiry(), m.search.Needs()
	if q.query == "" {
		m.search.Show(search.Results{})
		return nil
	}
	ctx, cancel := context.WithCancel(m.ctx)
	m.giveUp = cancel
	j := m.j
	return func() tea.Msg {
		answer, err := j.Start(q.query)
		if err != nil {
			return foundMsg{inquiry: q, err: err}
		}
		return q.firstPage(ctx, answer, n)
	}
}

// firstPage works out the first page, or what there is of it after a moment:
// a regular expression has to read every entry.
func (q inquiry) firstPage(ctx context.Context, answer *journal.Answer, n int) tea.Msg {
	moment, end := ctx, context.CancelFunc(func() {})
	if !q.byHits { // else there is nothing before all have been looked at
		moment, end = context.WithTimeout(ctx, glance)
	}
	defer end()
	hits, err := q.page(moment, answer, 0, n)
	if ctx.Err() != nil {
		return nil
	}
	more := errors.Is(err, context.DeadlineExceeded)
	if more {
		err = nil
	}
	return foundMsg{q, answer, hits, more, err}
}

func (q inquiry) page(ctx context.Context, answer *journal.Answer, skip, n int) ([]journal.Hit, error) {
	if q.byHits {
		return answer.Ranked(ctx, skip, n)
	}
	return answer.Page(ctx, skip, n)
}

// found takes in the first page, and has the rest worked out.
func (m *Model) found(msg foundMsg) tea.Cmd {
	if msg.inquiry != m.inquiry() {
		return nil
	}
	var fault *journal.QueryError
	switch {
	case errors.As(msg.err, &fault):
		m.search.Fault = m.lang.QueryFault(fault)
		return nil
	case msg.err != nil:
		m.say(words.NotSearched, m.lang.Reason(msg.err))
		return nil
	}
	results := search.Results{Query: msg.query, ByHits: msg.byHits, Hits: msg.hits, Total: -1, Read: msg.answer.Read, All: msg.answer.All}
	ctx, cancel := context.WithCancel(m.ctx)
	m.giveUp, m.answer = cancel, msg.answer
	if msg.more {
		results.Total = len(msg.hits)
		results.Read, results.All = msg.answer.Looked()
		m.search.Show(results)
		n := m.search.Needs()
		return tea.Batch(m.preview(), func() tea.Msg { return msg.firstPage(ctx, msg.answer, n) })
	}
	m.search.Show(results)
	return tea.Batch(m.preview(), func() tea.Msg { return msg.count(ctx, msg.answer) })
}

// count works out what takes longer than the first page, or after a moment
// how much of it there is so far.
func (q inquiry) count(ctx context.Context, answer *journal.Answer) tea.Msg {
	moment, end := context.WithTimeout(ctx, pace)
	defer end()
	c := totalMsg{inquiry: q, years: map[int]int{}}
	if c.total, c.err = answer.Count(moment); c.err == nil {
		c.loose, c.err = answer.Loose(moment, looseHits)
	}
	ids, err := answer.IDs(moment)
	for _, id := range ids {
		c.years[id.Date.Year]++
	}
	if ctx.Err() != nil {
		return nil
	}
	if c.err = cmp.Or(c.err, err); errors.Is(c.err, context.DeadlineExceeded) {
		c.err, c.more = nil, func() tea.Msg { return q.count(ctx, answer) }
	}
	return c
}

func (m *Model) totalled(msg totalMsg) tea.Cmd {
	if msg.inquiry != m.inquiry() {
		return nil
	}
	if msg.err != nil {
		m.say(words.NotSearched, m.lang.Reason(msg.err))
	}
	if msg.more != nil {
		if n, of := m.answer.Looked(); n < of {
			m.search.SoFar(msg.total, n, of)
		}
		return msg.more
	}
	had := m.search.Any()
	m.search.SoFar(msg.total, m.answer.Read, m.answer.All)
	m.search.Count(msg.total, msg.years, msg.loose)
	if !had {
		return m.preview()
	}
	return m.moreHits()
}

// moreHits has the next hits brought when the selection is near the last one.
func (m *Model) moreHits() tea.Cmd {
	skip, wants := m.search.Wants()
	if !wants || m.answer == nil {
		return nil
	}
	ctx, q, answer := m.ctx, m.inquiry(), m.answer
	return func() tea.Msg {
		hits, err := q.page(ctx, answer, skip, someHits)
		return moreMsg{q, skip, hits, err}
	}
}

func (m *Model) moreFound(msg moreMsg) {
	switch {
	case msg.inquiry != m.inquiry():
	case msg.err != nil:
		m.say(words.NotSearched, m.lang.Reason(msg.err))
	default:
		m.search.More(msg.skip, msg.hits)
	}
}

// orderHits puts the entries with most matches first, or the newest again.
func (m *Model) orderHits() tea.Cmd {
	m.search.ByHits = !m.search.ByHits
	return m.find()
}

// newSearch begins with an empty box; what was in it before is one ↑ away.
func (m *Model) newSearch() tea.Cmd {
	if m.screen == searching || m.search.Query() == "" {
		return m.startSearch()
	}
	kept := m.keepSearch()
	m.search.Box = input.New("")
	return tea.Batch(kept, m.startSearch())
}

// startSearch searches for what is in the box, and has what is written stored.
func (m *Model) startSearch() tea.Cmd {
	if m.screen == reading {
		m.left = visit{m.show.id, m.show.span, m.reader.Place()}
	}
	m.search.Walking = false
	m.enter(searching)
	return tea.Batch(m.save(nil), m.find())
}

// walk goes from the box to the hits, and n hits on.
func (m *Model) walk(n int) tea.Cmd {
	m.search.Walking = m.search.Any()
	return m.toHit(n)
}

// toHit selects the hit n further on.
func (m *Model) toHit(n int) tea.Cmd {
	m.search.Move(n)
	return tea.Batch(m.preview(), m.moreHits())
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
	return m.toHit(by)
}

// openHit reads the selected hit where its words stand, or writes there.
func (m *Model) openHit(write bool) tea.Cmd {
	hit, ok := m.search.Selected()
	if !ok {
		return nil
	}
	kept := m.keepSearch()
	m.list.Select(hit.ID)
	if write {
		return tea.Batch(kept, m.write(hit.ID, hit.At))
	}
	m.enter(reading)
	return tea.Batch(kept, m.look(hit.ID, hit.At, m.search.Query()))
}

// keepSearch remembers the query among the recent ones.
func (m *Model) keepSearch() tea.Cmd {
	m.search.Remember()
	keep, recent := m.o.KeepSearched, m.search.Recent
	if keep == nil {
		return nil
	}
	return func() tea.Msg { keep(recent); return nil }
}
