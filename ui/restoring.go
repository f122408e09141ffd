package ui

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/diff"
	"lifelog/ui/keys"
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
	// broughtBackMsg says what came of a text that was stored again, and what is
	// to be said of it.
	broughtBackMsg struct {
		saved journal.Saved
		err   error
		done  words.Phrase
		args  []any
	}
	// earlierMsg is the text that an entry had before it was opened, for undo in
	// the state of the editor.
	earlierMsg struct {
		state journal.State
		of    journal.ID
		in    int
		text  string
		found bool
		err   error
	}
	// keptMsg says that a state was kept, or could not be.
	keptMsg struct{}
)

// showHistory opens the timeline of the entry that one looks at.
func (m *Model) showHistory() tea.Cmd { return m.readStates(m.entryHere(), nil) }

// entryHere is the entry that commands are about.
func (m *Model) entryHere() journal.ID {
	switch m.screen {
	case reading:
		return m.show.id
	case writing:
		return m.editor.ID()
	case searching:
		if hit, ok := m.search.Selected(); ok {
			return hit.ID
		}
	}
	return m.selected()
}

// inEditor reports whether an entry is being written, so that its text is in
// the editor.
func (m *Model) inEditor(id journal.ID) bool {
	return m.open && m.editor.ID() == id && (m.screen == writing || m.editor.Modified())
}

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

// restore makes the entry what it was in the selected state.
func (t *timeline) restore(m *Model) tea.Cmd {
	s, ok := t.selected()
	switch {
	case !ok:
		return nil
	case t.isNow(s):
		m.say(words.HistoryHere)
		return nil
	}
	m.overlay = nil
	when := t.when(m, s)
	text := t.textOf(m)
	at, now := t.at, t.now
	return func() tea.Msg {
		old, err := text(at)
		return restoredMsg{now, old, when, err}
	}
}

// restoredMsg holds a text that an entry is to have again.
type restoredMsg struct {
	now  journal.Version // which it takes the place of
	text string
	when string
	err  error
}

func (m *Model) restored(msg restoredMsg) tea.Cmd {
	if msg.err != nil {
		m.warn(nextEsc, words.NotRestored, m.lang.Reason(msg.err))
		return nil
	}
	if m.inEditor(msg.now.ID) {
		cmd := m.putBack(msg.text)
		m.say(words.HistoryBackHere, msg.when)
		return cmd
	}
	return m.storeOver(msg.now, msg.text, words.HistoryBack, msg.when)
}

// restorePlace takes back the one place that is looked at in the difference,
// and leaves all else as it is now.
func (t *timeline) restorePlace(m *Model) tea.Cmd {
	if t.view == nil || t.view.Hunk() < 0 {
		return nil
	}
	new, back, hunk := "", "", -1
	for _, p := range t.old {
		new += diff.Join(p.New)
		if !p.Same {
			hunk++
		}
		if !p.Same && hunk == t.view.Hunk() {
			back += diff.Join(p.Old)
		} else {
			back += diff.Join(p.New)
		}
	}
	text, clean := journal.Merge(new, t.now.Text, back)
	if !clean {
		m.say(words.HistoryMoved)
		return nil
	}
	if m.inEditor(t.id) {
		cmd := m.putBack(text)
		m.say(words.HistoryPlace)
		return tea.Batch(cmd, m.readStates(t.id, t))
	}
	return m.storeOver(t.now, text, words.HistoryPlace)
}

// putBack makes the text in the editor another one, as one undo step. What it was
// is kept.
func (m *Model) putBack(text string) tea.Cmd {
	ctx, j, was := m.ctx, m.j, m.editor.Snapshot().Ours
	m.editor.Put(text)
	return tea.Batch(m.typed(), func() tea.Msg {
		j.Keep(ctx, was, journal.OnWriting)
		return keptMsg{}
	})
}

// storeOver stores a text that an entry had before, and says so.
func (m *Model) storeOver(now journal.Version, text string, done words.Phrase, args ...any) tea.Cmd {
	return m.save(func(m *Model) tea.Cmd {
		m.saving = true
		ctx, j := m.ctx, m.j
		return func() tea.Msg {
			saved, err := j.Restore(ctx, now, text)
			return broughtBackMsg{saved, err, done, args}
		}
	})
}

// undo takes back the last change; before the first it goes on to what the
// entry was before it was opened.
func (m *Model) undo() tea.Cmd {
	state := m.editor.State()
	if m.editor.Do(keys.Undo); m.editor.State() != state {
		return m.typed()
	}
	ctx, j, id, reached := m.ctx, m.j, m.editor.ID(), m.reached
	rev := journal.RevOf(m.editor.Text())
	return func() tea.Msg {
		msg := earlierMsg{of: id, in: state}
		var states []journal.State
		states, msg.err = j.States(ctx, id)
		for i, s := range states {
			if reached.IsZero() && s.Rev == rev {
				states = states[i:] // from where we are
				break
			}
		}
		for _, s := range states {
			if s.Rev != rev && (reached.IsZero() || s.At.Before(reached)) {
				msg.state, msg.found = s, true
				msg.text, msg.err = j.StateText(ctx, s)
				break
			}
		}
		return msg
	}
}

func (m *Model) reachedEarlier(msg earlierMsg) tea.Cmd {
	switch {
	case m.screen != writing || m.editor.ID() != msg.of || m.editor.State() != msg.in:
		return nil
	case !msg.found && msg.err == nil:
		m.say(words.NothingEarlier)
		return nil
	case msg.err != nil:
		m.warn(nextKey, words.HistoryUnread, m.lang.Reason(msg.err))
		return nil
	}
	m.editor.Reach(msg.text)
	m.reached = msg.state.At
	m.say(words.UndoneTo, m.lang.When(msg.state.At, m.j.HistoryClock()))
	return m.typed()
}

// leaveEntry keeps what the entry in the editor is stored as, since one has done
// with it.
func (m *Model) leaveEntry() tea.Cmd {
	if !m.open {
		return nil
	}
	ctx, j, v := m.ctx, m.j, m.editor.Base()
	return func() tea.Msg {
		j.Leave(ctx, v, journal.OnLeaving)
		return keptMsg{}
	}
}

// tellUnkept says, once, that earlier states cannot be kept.
func (m *Model) tellUnkept() {
	if err := m.j.Unkept(); err != nil {
		m.warn(nextEsc, words.HistoryKeepsNot, m.lang.Reason(err))
	}
}
