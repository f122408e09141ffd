package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/diff"
	"lifelog/ui/words"
)

type (
	// broughtBackMsg says what came of a text that was stored again, and what is
	// to be said of it.
	broughtBackMsg struct {
		saved journal.Saved
		err   error
		done  words.Phrase
		args  []any
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
