package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/text"
	"lifelog/ui/words"
)

// toggledMsg says what came of a task that was ticked while reading.
type toggledMsg struct {
	saved journal.Saved
	err   error
}

// toggleTask ticks the task where the eye is, or opens it again, and stores
// the entry. What is being written in it is stored before.
func (m *Model) toggleTask() tea.Cmd {
	at, ok := m.reader.Task()
	if !ok || !m.show.ok {
		m.say(words.NoTask)
		return nil
	}
	if id, at, ok := journal.PartAt(m.show.parts, at); ok {
		return m.toggleIn(id, at)
	}
	id := m.show.id
	if id.IsPage() {
		m.say(words.PageIsRead)
		return nil
	}
	return m.save(func(m *Model) tea.Cmd {
		if m.show.version.ID != id {
			return nil
		}
		m.saving = true
		ctx, j, base := m.ctx, m.j, m.show.version
		return func() tea.Msg {
			ours := base
			ours.Text = toggleAt(base.Text, at)
			saved, err := j.Save(ctx, base, ours)
			if err == nil {
				j.Leave(ctx, saved.Version, journal.OnLeaving)
			}
			return toggledMsg{saved, err}
		}
	})
}

// toggleIn is toggleTask for a task at a byte offset of an entry that is read
// as a part of a span.
func (m *Model) toggleIn(id journal.ID, at int) tea.Cmd {
	return m.save(func(m *Model) tea.Cmd {
		m.saving = true
		ctx, j := m.ctx, m.j
		return func() tea.Msg {
			base, err := j.Load(ctx, id)
			if err != nil || at > len(base.Text) {
				return toggledMsg{journal.Saved{Version: base}, err}
			}
			ours := base
			ours.Text = toggleAt(base.Text, at)
			saved, err := j.Save(ctx, base, ours)
			return toggledMsg{saved, err}
		}
	})
}

// toggleAt returns a text with the task at a byte offset ticked, or open again.
func toggleAt(s string, at int) string {
	b := text.New(s)
	line := b.At(at)
	b.Replace(text.ToggleTask(b, text.Span{From: line, To: line}))
	return b.String()
}

func (m *Model) toggled(msg toggledMsg) tea.Cmd {
	return m.wrote(msg.saved, msg.err, words.NotToggled, words.Saved)
}

// wrote takes in what came of a change that was stored without the editor: a
// word for what failed, which is filled in with the reason, and one for what
// did not.
func (m *Model) wrote(saved journal.Saved, err error, failed, done words.Phrase, args ...any) tea.Cmd {
	m.saving = false
	m.tellUnkept()
	if err != nil {
		m.then = nil
		m.warn(nextEsc, failed, m.lang.Reason(err))
		return m.missed()
	}
	v := saved.Version
	if m.show.id == v.ID && m.show.parts == nil {
		m.show.version = v
	}
	if m.editor.ID() == v.ID {
		m.elsewhere.later = true // the editor takes it in like a change from outside
	}
	switch {
	case saved.Copy != "":
		m.warn(nextEsc, words.CopyKept, saved.Copy)
	case saved.Merged:
		m.say(words.Merged)
	default:
		m.say(done, args...)
	}
	cmds := []tea.Cmd{m.stored(v), m.missed(), m.proceed()}
	if t, open := m.overlay.(*timeline); open && t.id == v.ID {
		cmds = append(cmds, m.readStates(v.ID, t))
	}
	return tea.Batch(cmds...)
}
