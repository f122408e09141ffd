package ui

import (
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/editor"
	"lifelog/ui/words"
)

// elsewhere is what is known of other programs that change the journal.
type elsewhere struct {
	near  atomic.Pointer[journal.ID] // the entry in the editor, for whoever watches
	gone  bool                       // it was removed
	later bool                       // it is to be compared when the save under way has ended
}

type (
	// changedMsg says which entries another program changed, and what lists say
	// of those that are still there.
	changedMsg struct {
		ids   []journal.ID
		heads map[journal.ID]journal.Brief
		more  <-chan []journal.ID
	}
	// watchingMsg says that changes are told of from now on.
	watchingMsg struct{ changes <-chan []journal.ID }
	// joinedMsg says what the entry in the editor, as it was in the snapshot,
	// came to with what another program stored.
	joinedMsg struct {
		snapshot editor.Snapshot
		theirs   journal.Version
		merged   string
		clean    bool
	}
)

// watch begins to look out for what other programs change, once the first
// frame stands, and whether the entry in the editor was changed before that.
func (m *Model) watch() tea.Cmd {
	ctx, j, near := m.ctx, m.j, &m.elsewhere.near
	return func() tea.Msg {
		changes := j.Watch(ctx, func() (id journal.ID) {
			if open := near.Load(); open != nil {
				id = *open
			}
			return id
		})
		if changes == nil {
			return nil
		}
		return watchingMsg{changes}
	}
}

// watching waits for the first change.
func (m *Model) watching(msg watchingMsg) tea.Cmd {
	m.dirty = false
	return tea.Batch(m.nextChange(msg.changes), m.compare())
}

// nextChange waits for the next change, and takes it in for the search.
func (m *Model) nextChange(changes <-chan []journal.ID) tea.Cmd {
	ctx, j := m.ctx, m.j
	return func() tea.Msg {
		ids, ok := <-changes
		if !ok {
			return nil
		}
		return changedMsg{ids, j.Refresh(ctx, ids), changes}
	}
}

// changed brings what another program changed to the screen.
func (m *Model) changed(msg changedMsg) tea.Cmd {
	return tea.Batch(m.nextChange(msg.more), m.tookChanges(msg.ids, msg.heads))
}

// tookChanges takes in that other texts of some entries are stored now, and what
// lists say of those that are still there.
func (m *Model) tookChanges(ids []journal.ID, heads map[journal.ID]journal.Brief) tea.Cmd {
	cmds := []tea.Cmd{m.readNames(), m.readSpans()}
	for _, id := range ids {
		delete(m.heads, id)
		if head, ok := heads[id]; ok {
			m.heads[id] = head
		}
		if m.show.id == id && m.show.ok {
			cmds = append(cmds, m.showAgain())
		}
		if m.open && m.editor.ID() == id {
			cmds = append(cmds, m.compare())
		}
	}
	cmds = append(cmds, m.relink())
	if m.screen == searching {
		cmds = append(cmds, m.find())
	}
	return tea.Batch(cmds...)
}

// showAgain reads again the entry in the reader, which stays at its place.
func (m *Model) showAgain() tea.Cmd {
	if span := m.show.span; span != (journal.Span{}) {
		return m.readWhole(span)
	}
	ctx, j, show, id, lit := m.ctx, m.j, m.shower(), m.show.id, m.show.lit
	return func() tea.Msg {
		v, err := j.Load(ctx, id)
		v.ID = id
		return show(v, -1, lit, err)
	}
}

// lookAtPage reads the page in the reader again: nobody watches pages.
func (m *Model) lookAtPage() tea.Cmd {
	if !m.show.id.IsPage() || !m.show.ok {
		return nil
	}
	return m.showAgain()
}

// compare looks whether another program stored the entry in the editor.
func (m *Model) compare() tea.Cmd {
	switch {
	case !m.open:
		return nil
	case m.saving: // which may find it out itself
		m.elsewhere.later = true
		return nil
	}
	ctx, j, s := m.ctx, m.j, m.editor.Snapshot()
	return func() tea.Msg {
		theirs, err := j.Theirs(ctx, s.Base)
		if err != nil || theirs.Rev == s.Base.Rev {
			return nil // an entry that cannot be read now is looked at again by the save
		}
		j.Keep(ctx, s.Ours, journal.OnJoining)
		merged, clean := journal.Merge(s.Base.Text, s.Ours.Text, theirs.Text)
		return joinedMsg{s, theirs, merged, clean}
	}
}

// missed compares what could not be during a save.
func (m *Model) missed() tea.Cmd {
	if !m.elsewhere.later {
		return nil
	}
	m.elsewhere.later = false
	return m.compare()
}

// joined takes what another program stored into the editor: a text without
// unsaved changes is replaced, one with such is joined with them. When the two
// meet in the same lines nothing happens yet; the save keeps both.
func (m *Model) joined(msg joinedMsg) tea.Cmd {
	m.dirty = false
	switch {
	case !m.open || m.editor.ID() != msg.theirs.ID:
		return nil
	case m.saving || m.editor.News() != msg.snapshot.News: // a save came in between
		return m.compare()
	case msg.theirs.Rev == "":
		m.dirty, m.elsewhere.gone = !m.elsewhere.gone, true
		return nil
	case !msg.clean:
		return nil
	}
	typed := m.editor.Modified()
	if !m.editor.Join(msg.snapshot, msg.merged, msg.theirs) {
		return nil
	}
	m.dirty, m.elsewhere.gone = true, false
	m.recordStored()
	if typed {
		m.say(words.Joined)
	}
	return m.typedMeanwhile()
}
