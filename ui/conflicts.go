package ui

import (
	"path"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/conflict"
	"lifelog/ui/diff"
	"lifelog/ui/keys"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

type (
	// bothMsg brings two texts of an entry, and how they differ.
	bothMsg struct {
		both journal.Both
		diff diff.Diff
		err  error
	}
	// settledBothMsg says what became of them.
	settledBothMsg struct {
		saved journal.Saved
		err   error
	}
)

// here is the entry that one is at.
func (m *Model) here() journal.ID {
	switch m.screen {
	case writing:
		return m.editor.ID()
	case reading:
		return m.show.id
	}
	return m.selected()
}

// othersOf returns the other texts of an entry; of the zero ID all there are.
func (m *Model) othersOf(id journal.ID) (list []journal.Copy) {
	for _, c := range slices.Concat(m.copies, m.within) {
		if id == (journal.ID{}) || c.ID == id {
			list = append(list, c)
		}
	}
	slices.SortStableFunc(list, func(a, b journal.Copy) int { return journal.Newest(a.ID, b.ID) })
	return list
}

// unsettled reports whether there is another text of an entry.
func (m *Model) unsettled(id journal.ID) bool {
	is := func(c journal.Copy) bool { return c.ID == id }
	return slices.ContainsFunc(m.copies, is) || slices.ContainsFunc(m.within, is)
}

// otherTexts is the quiet mark that an entry, or the journal, has other texts.
func (m *Model) otherTexts(id journal.ID) string {
	list, key := m.othersOf(id), m.keyOf(keys.Conflicts)
	switch n := len(list); {
	case n == 0:
		return ""
	case n == 1:
		return m.lang.Say(words.OtherText, key)
	default:
		return m.lang.Say(words.OtherTexts, n, key)
	}
}

// keyOf is the key for an action that holds everywhere, as people read it.
func (m *Model) keyOf(a keys.Action) string { return m.keyIn(keys.App, a) }

// keyIn is the key for an action in a scope.
func (m *Model) keyIn(scope keys.Scope, a keys.Action) string {
	for _, b := range m.keys.In(scope) {
		if b.Action == a && len(b.Keys) > 0 {
			return keys.Label(b.Keys[0])
		}
	}
	return string(a)
}

// showConflict shows the two texts of the entry one is at, once what is typed is
// stored; where it has none, those of another. Of several one picks.
func (m *Model) showConflict() tea.Cmd {
	id := m.here()
	return m.save(func(m *Model) tea.Cmd {
		list := m.othersOf(id)
		if len(list) == 0 {
			list = m.othersOf(journal.ID{})
		}
		switch len(list) {
		case 0: // it may not have been read yet
			return m.showBoth(journal.Copy{ID: id})
		case 1:
			return m.showBoth(list[0])
		}
		m.overlay = m.whichText(list)
		return nil
	})
}

// whichText is a list of other texts, under the entries that they are of.
func (m *Model) whichText(list []journal.Copy) *picker {
	var items []menu.Item
	for _, c := range list {
		head := m.called(c.ID)
		if c.ID.Name != "" {
			head += "  " + c.ID.Name
		}
		text := m.lang.Say(words.LeftByGit)
		if c.Path != "" {
			text = path.Base(c.Path)
		}
		items = append(items, menu.Item{Text: text, Head: head})
	}
	return &picker{
		menu: menu.New(m.lang.Say(words.WhichText), items),
		none: words.NoMatch,
		pick: func(m *Model, item int) tea.Cmd { return m.showBoth(list[item]) },
	}
}

// showBoth brings an entry and its other text.
func (m *Model) showBoth(c journal.Copy) tea.Cmd {
	ctx, j := m.ctx, m.j
	return func() tea.Msg {
		both, err := j.Both(ctx, c)
		switch {
		case err == nil:
			return bothMsg{both, diff.Of(both.Ours, both.Theirs), nil}
		case c.Path == "":
			return bothMsg{} // git left no marks
		}
		return bothMsg{err: err}
	}
}

func (m *Model) gotBoth(msg bothMsg) {
	switch {
	case msg.err != nil:
		m.warn(nextKey, words.NotRead, m.lang.Reason(msg.err))
	case msg.both.ID == (journal.ID{}):
		m.say(words.NoOtherText)
	default:
		m.over(nextEsc) // it has been seen
		m.overlay = &conflictPage{conflict.New(msg.both, msg.diff, m.ruler)}
	}
}

// conflictPage is the page with two texts of an entry.
type conflictPage struct{ *conflict.Conflict }

func (p *conflictPage) scope() keys.Scope { return keys.Conflict }

func (p *conflictPage) do(m *Model, a keys.Action) tea.Cmd {
	switch a {
	case keys.Back:
		m.overlay = nil
	case keys.Settle:
		if n := p.Open(); n > 0 {
			m.say(words.StillOpen, n)
			return nil
		}
		m.overlay = nil
		ctx, j, both, text := m.ctx, m.j, p.Both, p.Text()
		return func() tea.Msg {
			saved, err := j.Settle(ctx, both, text)
			return settledBothMsg{saved, err}
		}
	default:
		p.Do(a)
	}
	return nil
}

func (p *conflictPage) lines(m *Model, width, height int) []string {
	return p.Lines(conflict.Look{Theme: m.theme, Lang: m.lang, Ruler: m.ruler}, width, height)
}

func (p *conflictPage) point(_ *Model, _ int) (x, y int) { return p.Cursor() }

func (m *Model) settledBoth(msg settledBothMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		m.warn(nextEsc, words.NotSettled, m.lang.Reason(msg.err))
	case msg.saved.Copy != "":
		m.warn(nextEsc, words.CopyKept, msg.saved.Copy)
	default:
		m.say(words.Settled)
	}
	return tea.Batch(m.stored(msg.saved.Version), m.compare())
}
