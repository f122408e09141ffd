package ui

import (
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/editor"
	"lifelog/ui/words"
)

const (
	// pause is how long after the last key an entry is saved by itself.
	pause = 2 * time.Second
	// longest is how long one can go on typing without that, and how long after
	// a save that failed it is tried again.
	longest = 15 * time.Second
	// patience is how long the end of the program waits for a save under way.
	patience = 5 * time.Second
)

type (
	savedMsg struct {
		snapshot editor.Snapshot
		saved    journal.Saved
		err      error
	}
	pausedMsg struct{}
)

// pending is when what is typed will be saved by itself. One timer runs at a
// time, not one for every key.
type pending struct {
	armed       bool
	since, last time.Time // the first and the last change that is not saved
}

// save stores what is in the editor, in a command, one at a time; what is
// typed meanwhile stays unsaved. then, which may be nil, is done once
// everything is stored.
func (m *Model) save(then func(*Model) tea.Cmd) tea.Cmd {
	if then != nil {
		m.then = then
	}
	switch {
	case m.saving:
		return nil
	case !m.open || !m.editor.Modified():
		return m.proceed()
	}
	flight := make(chan savedMsg, 1)
	m.saving, m.flight = true, flight
	s, j, ctx := m.editor.Snapshot(), m.j, m.ctx
	return func() tea.Msg {
		saved, err := j.Save(ctx, s.Base, s.Ours)
		msg := savedMsg{s, saved, err}
		flight <- msg
		return msg
	}
}

// proceed does what waited for the save.
func (m *Model) proceed() tea.Cmd {
	then := m.then
	m.then = nil
	if then == nil {
		return nil
	}
	return then(m)
}

func (m *Model) saved(msg savedMsg) tea.Cmd {
	m.saving, m.flight = false, nil
	if msg.err != nil {
		m.then = nil
		m.warn(nextSave, words.NotSaved, m.lang.Reason(msg.err))
		return m.arm(longest)
	}
	m.tookSave(msg)
	m.over(nextSave)
	m.tellUnkept()
	switch {
	case msg.saved.Copy != "":
		m.warn(nextEsc, words.CopyKept, msg.saved.Copy)
	case msg.saved.Merged:
		m.say(words.Merged)
	}
	take, v := m.stored, msg.saved.Version
	if _, listed := slices.BinarySearchFunc(m.ids, v.ID, journal.Newest); listed && v.Rev != "" && msg.saved.Copy == "" {
		take = m.storedAgain
	}
	cmd := tea.Batch(take(v), m.missed(), m.typedMeanwhile())
	if m.then != nil && m.editor.Modified() {
		return tea.Batch(cmd, m.save(nil))
	}
	return tea.Batch(cmd, m.proceed())
}

// stored takes in that another version of an entry is stored now, and whatever
// else has come or gone with it.
func (m *Model) stored(v journal.Version) tea.Cmd { return tea.Batch(m.showStored(v), m.readNames()) }

// storedAgain is stored when nothing has come or gone: the journal, which may be
// large, is not listed again for it.
func (m *Model) storedAgain(v journal.Version) tea.Cmd {
	return tea.Batch(m.showStored(v), m.narrow(m.filtered), m.readDays())
}

// showStored shows what is stored now where the entry is seen.
func (m *Model) showStored(v journal.Version) tea.Cmd {
	delete(m.heads, v.ID)
	if brief, ok := m.j.Known(v.ID); ok {
		m.heads[v.ID] = brief
	}
	refresh := m.relink()
	switch {
	case m.show.span != (journal.Span{}):
		refresh = m.showAgain()
	case m.show.id == v.ID:
		refresh = m.render(v, -1, m.show.lit)
	}
	return tea.Batch(refresh, m.readSpans())
}

// tookSave takes in what is stored now.
func (m *Model) tookSave(msg savedMsg) {
	m.editor.Stored(msg.snapshot, msg.saved)
	m.recordStored()
	m.pending.since = time.Time{}
	m.elsewhere.gone = false
}

// typed is called after every change of the text, and sees to it that it will
// be saved.
func (m *Model) typed() tea.Cmd {
	m.pending.last = m.clock()
	if m.pending.since.IsZero() {
		m.pending.since = m.pending.last
	}
	return tea.Batch(m.arm(pause), m.suggest())
}

// typedMeanwhile is typed for what was typed during a save.
func (m *Model) typedMeanwhile() tea.Cmd {
	if !m.editor.Modified() {
		return nil
	}
	return m.typed()
}

func (m *Model) arm(wait time.Duration) tea.Cmd {
	if m.pending.armed {
		return nil
	}
	m.pending.armed = true
	return m.tick(wait, pausedMsg{})
}

// paused saves if nothing was typed for a while, or something for too long.
func (m *Model) paused() tea.Cmd {
	m.pending.armed = false
	now := m.clock()
	if wait := min(pause-now.Sub(m.pending.last), longest-now.Sub(m.pending.since)); wait > 0 {
		m.dirty = false
		return m.arm(wait)
	}
	m.dirty = m.editor.Modified() || m.then != nil
	return m.save(nil)
}

// Finish stores what is not stored yet, after the screen is gone: when the
// terminal was closed, the program was told to end, or it failed.
func (m *Model) Finish(ctx context.Context) error {
	if m.saving && m.flight != nil {
		select {
		case msg := <-m.flight:
			if msg.err == nil {
				m.tookSave(msg)
			}
		case <-time.After(patience): // it may never have begun
		}
	}
	if !m.open {
		return nil
	}
	var err error
	if m.editor.Modified() {
		var saved journal.Saved
		s := m.editor.Snapshot()
		if saved, err = m.j.Save(ctx, s.Base, s.Ours); err == nil {
			m.tookSave(savedMsg{snapshot: s, saved: saved})
		}
	}
	if err == nil {
		m.j.Leave(ctx, m.editor.Base(), journal.OnLeaving)
	}
	if kept := m.endDraft(); err != nil && kept {
		return errors.New(m.lang.Say(words.KeptAsDraft, m.lang.Reason(err)))
	}
	return err
}
