package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

// memory is an entry to be remembered, and its title.
type memory struct {
	journal.Memory
	title string
}

// memoriesMsg are the entries to be remembered on a day.
type memoriesMsg struct {
	day  date.Date
	list []memory
	show bool // somebody asked for them
}

// maxMemories is how many entries are remembered on a day.
const maxMemories = 100

// remind looks for the entries to be remembered on a day.
func (m *Model) remind(day date.Date, show bool) tea.Cmd {
	ctx, j, ids, lang := m.ctx, m.j, m.ids, m.lang
	return func() tea.Msg {
		msg := memoriesMsg{day: day, show: show}
		found := journal.OnThisDay(ids, day)
		if !show { // one line has room for one
			found = found[:min(1, len(found))]
		}
		for _, found := range found[:min(maxMemories, len(found))] {
			head, err := j.Head(ctx, found.ID)
			if err != nil {
				head.Title = lang.Reason(err)
			}
			msg.list = append(msg.list, memory{found, head.Title})
		}
		return msg
	}
}

// reminded shows the entries to pick from, or keeps the first for the line on
// home.
func (m *Model) reminded(msg memoriesMsg) {
	switch {
	case !msg.show:
		m.today = msg
		return
	case msg.day != m.day() || m.overlay != nil:
		return
	case len(msg.list) == 0:
		m.say(words.NoMemories, m.lang.Day(msg.day))
		return
	}
	items := make([]menu.Item, len(msg.list))
	for i, found := range msg.list {
		items[i] = menu.Item{Text: found.title, Note: m.lang.Day(found.ID.Date), Head: m.lang.Ago(found.Memory)}
	}
	p := &picker{menu: menu.New(m.lang.Say(words.MemoriesBox), items), none: words.NoMatch}
	p.pick = func(m *Model, item int) tea.Cmd { return m.readEntry(msg.list[item].ID) }
	m.overlay = p
}

// readEntry reads an entry that was picked.
func (m *Model) readEntry(id journal.ID) tea.Cmd {
	m.list.Select(id)
	m.enter(reading)
	return m.look(id, -1, "")
}

// homeLine says what home is narrowed to, else what is being done meanwhile, else
// what there is to be remembered today, if anything.
func (m *Model) homeLine() string {
	if m.filtered != "" {
		return m.lang.Say(words.Filtered, m.filtered)
	}
	if m.thinning.all > 0 {
		return m.lang.Say(words.Thinning, words.Number(m.thinning.done), words.Number(m.thinning.all))
	}
	if len(m.today.list) == 0 || m.today.day != m.thisDay {
		return ""
	}
	first := m.today.list[0]
	return m.lang.Say(words.Reminder, m.lang.Ago(first.Memory), first.title)
}
