package ui

import (
	"cmp"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

type (
	// removedMsg says what came of removing an entry; without a Rev there was
	// none.
	removedMsg struct {
		version journal.Version
		err     error
	}
	// tookBackMsg says as what an entry came back from the trash.
	tookBackMsg struct {
		id      journal.ID // that it had
		version journal.Version
		err     error
	}
	// trashMsg holds what is in the trash, and of each what it is called.
	trashMsg struct {
		all    []journal.Trashed
		titles []string
		now    time.Time
		err    error
	}
)

// remove puts the entry that one looks at into the trash. It asks nothing: u
// takes it back.
func (m *Model) remove() tea.Cmd {
	id := m.entryHere()
	return m.save(func(m *Model) tea.Cmd {
		m.saving = true
		ctx, j := m.ctx, m.j
		return func() tea.Msg {
			v, err := j.Load(ctx, id)
			if err == nil && v.Rev != "" {
				err = j.Remove(ctx, v)
			}
			v.ID = id
			return removedMsg{v, err}
		}
	})
}

func (m *Model) removed(msg removedMsg) tea.Cmd {
	id := msg.version.ID
	gone := journal.Saved{Version: journal.Version{ID: id}}
	switch {
	case msg.err == nil && msg.version.Rev == "":
		return m.wrote(gone, nil, words.NotRemoved, words.NoEntryYet)
	case msg.err != nil:
		return m.wrote(gone, msg.err, words.NotRemoved, words.Removed)
	}
	m.undos = append(m.undos, func(m *Model) tea.Cmd {
		ctx, j := m.ctx, m.j
		return m.takeBack(id, func() (journal.Version, error) { return j.TakeBackLast(ctx, id) })
	})
	cmd := m.wrote(gone, nil, words.NotRemoved, words.Removed, m.nameOf(id))
	if m.screen == reading && m.show.id == id {
		m.finder.typed, m.trail = false, nil
		cmd = tea.Batch(cmd, m.goBack())
	}
	return cmd
}

// nameOf is an entry as people call it, without its day if it has a name.
func (m *Model) nameOf(id journal.ID) string {
	if id.Name != "" {
		return id.Name
	}
	return m.lang.Day(id.Date)
}

// undoLast takes back what was done last to a whole entry, or to several.
func (m *Model) undoLast() tea.Cmd {
	if len(m.undos) == 0 {
		m.say(words.NothingToUndo)
		return nil
	}
	last := m.undos[len(m.undos)-1]
	m.undos = m.undos[:len(m.undos)-1]
	return last(m)
}

// takeBack brings an entry back from the trash.
func (m *Model) takeBack(id journal.ID, from func() (journal.Version, error)) tea.Cmd {
	return m.save(func(m *Model) tea.Cmd {
		m.saving = true
		return func() tea.Msg {
			v, err := from()
			return tookBackMsg{id, v, err}
		}
	})
}

func (m *Model) tookBack(msg tookBackMsg) tea.Cmd {
	done := words.TakenBack
	if msg.version.ID != msg.id {
		done = words.TakenBackAs
	}
	if msg.err == nil {
		m.coming = msg.version.ID
	}
	return m.wrote(journal.Saved{Version: msg.version}, msg.err, words.NotRestored, done, m.nameOf(msg.version.ID))
}

// showTrash opens a page with what was removed.
func (m *Model) showTrash() tea.Cmd {
	ctx, j := m.ctx, m.j
	return func() tea.Msg {
		msg := trashMsg{now: j.HistoryClock()}
		all, err := j.Trashed(ctx)
		msg.err = err
		for _, t := range all {
			text, err := j.TrashedText(ctx, t)
			switch {
			case errors.Is(err, journal.ErrNotFound): // it has just left
				continue
			case err != nil:
				msg.err = err
			}
			msg.all = append(msg.all, t)
			msg.titles = append(msg.titles, journal.HeadOf(t.ID, text).Title)
		}
		return msg
	}
}

func (m *Model) tookTrash(msg trashMsg) {
	switch {
	case m.overlay != nil:
		return
	case msg.err != nil:
		m.warn(nextEsc, words.TrashUnread, m.lang.Reason(msg.err))
	case len(msg.all) == 0:
		m.say(words.TrashEmpty)
	}
	if len(msg.all) == 0 {
		return
	}
	items := make([]menu.Item, len(msg.all))
	for i, t := range msg.all {
		items[i] = menu.Item{
			Text: cmp.Or(msg.titles[i], m.lang.Say(words.Untitled)),
			Note: m.lang.Day(t.ID.Date),
			Head: m.lang.Say(words.RemovedAt, m.lang.When(t.At.In(msg.now.Location()), msg.now)),
			Also: t.ID.String(),
		}
	}
	m.overlay = &picker{
		menu: menu.New(m.lang.Say(words.TrashBox), items),
		none: words.NoMatch,
		pick: func(m *Model, item int) tea.Cmd {
			t, ctx, j := msg.all[item], m.ctx, m.j
			return m.takeBack(t.ID, func() (journal.Version, error) { return j.TakeBack(ctx, t) })
		},
	}
}
