package ui

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/diff"
	"lifelog/ui/words"
)

type (
	// statesMsg holds the states of an entry, and what it is now.
	statesMsg struct {
		of     *timeline // that is to be brought up to date; nil to open one
		now    journal.Version
		today  time.Time
		states []journal.State
		err    error
	}
	// comparedMsg is what a state differs in, for the timeline that asked.
	comparedMsg struct {
		of      *timeline
		at      int
		against bool
		diff    diff.Diff
		err     error
	}
	// weighedMsg says how much some states changed.
	weighedMsg struct {
		of    *timeline
		steps map[int]step
	}
)

// readStates reads the states of an entry, for a timeline that is open or, with
// none, to open one.
func (m *Model) readStates(id journal.ID, of *timeline) tea.Cmd {
	ctx, j := m.ctx, m.j
	now, typed := journal.Version{ID: id}, m.inEditor(id)
	if typed {
		now.Text = m.editor.Text()
	}
	return func() tea.Msg {
		msg := statesMsg{of: of, now: now, today: j.HistoryClock()}
		msg.states, msg.err = j.States(ctx, id)
		if !typed {
			v, err := j.Load(ctx, id)
			msg.now, msg.err = v, errors.Join(msg.err, err)
		}
		return msg
	}
}

// tookStates opens the timeline, or brings the one that is open up to date.
func (m *Model) tookStates(msg statesMsg) tea.Cmd {
	t := &timeline{id: msg.now.ID, now: msg.now, today: msg.today, states: msg.states, steps: map[int]step{}}
	if msg.of == nil && (m.overlay != nil || t.id != m.entryHere()) || msg.of != nil && m.overlay != msg.of {
		return nil // one has gone on
	}
	var damaged *journal.Damaged
	switch {
	case errors.As(msg.err, &damaged):
		t.fault = m.lang.Say(words.HistoryDamaged, damaged.Places)
	case msg.err != nil:
		m.warn(nextKey, words.HistoryUnread, m.lang.Reason(msg.err))
		return nil
	}
	if len(t.states) > 0 && !t.isNow(t.states[0]) {
		t.states = append([]journal.State{{ID: t.id, Rev: journal.RevOf(t.now.Text), Length: len(t.now.Text)}}, t.states...)
	}
	if msg.of != nil {
		t.against = msg.of.against
		before, _ := msg.of.selected()
		for i, s := range t.states {
			if s.At.Equal(before.At) && s.Rev == before.Rev {
				t.at = i
			}
		}
	}
	if msg.of == nil && m.drafts.unseen[t.id] {
		delete(m.drafts.unseen, t.id)
		t.at = max(0, slices.IndexFunc(t.states, func(s journal.State) bool { return s.On == journal.OnRecovering }))
	}
	m.overlay = t
	t.fit(m)
	return tea.Batch(t.compare(m), t.weigh(m))
}

// textOf returns a function that reads the text of a state, to be used in a
// command; before the first there was nothing.
func (t *timeline) textOf(m *Model) func(i int) (string, error) {
	ctx, j, now, states := m.ctx, m.j, t.now.Text, t.states
	return func(i int) (string, error) {
		switch {
		case i >= len(states):
			return "", nil
		case states[i].At.IsZero():
			return now, nil
		}
		return j.StateText(ctx, states[i])
	}
}

// compare finds out what the selected state changed, or what has changed since.
func (t *timeline) compare(m *Model) tea.Cmd {
	if len(t.states) == 0 {
		return nil
	}
	t.view, t.err = nil, ""
	msg := comparedMsg{of: t, at: t.at, against: t.against}
	text, now := t.textOf(m), t.now.Text
	return func() tea.Msg {
		var old, new string
		if msg.against {
			new = now
			old, msg.err = text(msg.at)
		} else if old, msg.err = text(msg.at + 1); msg.err == nil {
			new, msg.err = text(msg.at)
		}
		if msg.err == nil {
			msg.diff = diff.Of(old, new)
		}
		return msg
	}
}

func (m *Model) compared(msg comparedMsg) {
	t := msg.of
	if m.overlay != t || t.at != msg.at || t.against != msg.against {
		return
	}
	if msg.err != nil {
		t.err = m.lang.Reason(msg.err)
		return
	}
	t.old, t.view = msg.diff, diff.NewView(msg.diff, m.ruler)
	if t.old.Hunks() > 1 {
		t.view.Head = t.place(m)
	}
	t.fit(m)
}

// weigh finds out how much the states on the screen changed, as far as that is
// not known.
func (t *timeline) weigh(m *Model) tea.Cmd {
	list, _ := t.divide(m)
	var want []int
	for i := t.top; i < min(len(t.states), t.top+list.h); i++ {
		if _, known := t.steps[i]; !known {
			want = append(want, i)
		}
	}
	if len(want) == 0 {
		return nil
	}
	text := t.textOf(m)
	return func() tea.Msg {
		msg := weighedMsg{t, map[int]step{}}
		for _, i := range want {
			old, err := text(i + 1)
			new, newErr := text(i)
			if errors.Join(err, newErr) == nil { // else it is told when it is selected
				var s step
				s.added, s.removed = journal.Changed(old, new)
				msg.steps[i] = s
			}
		}
		return msg
	}
}

func (m *Model) weighed(msg weighedMsg) {
	for i, s := range msg.steps {
		msg.of.steps[i] = s
	}
}
