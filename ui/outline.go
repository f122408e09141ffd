package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/ui/menu"
	"lifelog/ui/words"
)

// showOutline opens a page with the headings of the entry that is read, at the
// one that one reads under.
func (m *Model) showOutline() tea.Cmd {
	all := m.reader.Headings()
	if len(all) == 0 {
		m.say(words.NoHeadings)
		return nil
	}
	level := 6 // of the highest headings
	for _, h := range all {
		level = min(level, h.Level)
	}
	at, top := 0, m.reader.Top()
	items := make([]menu.Item, len(all))
	for i, h := range all {
		items[i] = menu.Item{Text: h.Text, Indent: h.Level - level + m.below(h.Source)}
		if h.Source <= top {
			at = i
		}
	}
	p := &picker{menu: menu.New(m.lang.Say(words.OutlineBox), items), none: words.NoMatch}
	p.menu.Select(at)
	p.pick = func(m *Model, item int) tea.Cmd { return m.jump(all[item].Source) }
	m.overlay = p
	return nil
}

// below is how many levels the headings of an entry stand below those of the
// days, where the days of a span are read as one.
func (m *Model) below(at int) int {
	for _, part := range m.show.parts {
		if part.At <= at && at < part.End && part.ID != m.show.id {
			return 1
		}
	}
	return 0
}
