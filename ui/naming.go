package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/input"
	"lifelog/ui/words"
)

// askName asks for the name of a new entry of the day that is selected, and
// opens it for writing. An entry that is there already is opened too.
func (m *Model) askName() tea.Cmd {
	day := m.day()
	m.overlay = &prompt{
		label: m.lang.Say(words.NameBox, m.lang.Day(day)), box: input.New(""),
		hint: func(m *Model, _ string) string { return m.lang.Say(words.NameHint) },
		take: func(m *Model, typed string) (tea.Cmd, string) {
			id, err := journal.NewID(day, strings.TrimSpace(typed))
			switch {
			case err != nil:
				return nil, m.lang.Say(words.BadName)
			case id.Name == "":
				return nil, m.lang.Say(words.NameHint)
			}
			return m.write(id, -1), ""
		},
	}
	return nil
}
