package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/editor"
	"lifelog/ui/words"
)

// pause is how long after the last key an entry is saved by itself.
const pause = 2 * time.Second

type (
	savedMsg struct {
		snapshot editor.Snapshot
		saved    journal.Saved
		err      error
	}
	pausedMsg struct {
		id    journal.ID
		state int
	}
)

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
	m.saving = true
	s, j, ctx := m.editor.Snapshot(), m.j, m.ctx
	return func() tea.Msg {
		saved, err := j.Save(ctx, s.Base, s.Ours)
		return savedMsg{s, saved, err}
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
	m.saving = false
	if msg.err != nil {
		m.then = nil
		m.warn(nextSave, words.NotSaved, reason(msg.err))
		return nil
	}
	m.editor.Stored(msg.snapshot, msg.saved)
	m.over(nextSave)
	switch {
	case msg.saved.Copy != "":
		m.warn(nextEsc, words.CopyKept, msg.saved.Copy)
	case msg.saved.Merged:
		m.say(words.Merged)
	}
	cmd := m.stored(msg.saved.Version)
	if m.then != nil && m.editor.Modified() {
		return tea.Batch(cmd, m.save(nil))
	}
	return tea.Batch(cmd, m.proceed())
}

// stored takes in that another version of an entry is stored now.
func (m *Model) stored(v journal.Version) tea.Cmd {
	if v.Rev == "" {
		delete(m.heads, v.ID)
	} else {
		m.heads[v.ID] = journal.HeadOf(v.ID, v.Text)
	}
	var refresh tea.Cmd
	if m.show.id == v.ID {
		refresh = m.render(v, -1, m.show.lit)
	}
	return tea.Batch(refresh, m.readNames())
}

// typed is called after every change of the text: it arms the save that
// follows a pause.
func (m *Model) typed() tea.Cmd {
	return m.tick(pause, pausedMsg{m.editor.ID(), m.editor.State()})
}

// paused saves if nothing was typed since the pause began.
func (m *Model) paused(msg pausedMsg) tea.Cmd {
	if m.editor.ID() != msg.id || m.editor.State() != msg.state {
		return nil
	}
	return m.save(nil)
}

// Finish stores what is not stored yet, after the screen is gone: when the
// terminal was closed or the program was told to end.
func (m *Model) Finish(ctx context.Context) error {
	if !m.open || !m.editor.Modified() {
		return nil
	}
	s := m.editor.Snapshot()
	saved, err := m.j.Save(ctx, s.Base, s.Ours)
	if err == nil {
		m.editor.Stored(s, saved)
	}
	return err
}
