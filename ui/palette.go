package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/ui/keys"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

// recently is how many commands the palette remembers.
const recently = 5

// command is something that can be done on the screen one is on.
type command struct {
	keys.Binding
	key  string // that does it there, as people read it; "" for none
	head string // the group it is in
}

// showPalette opens the list of all that can be done on the screen.
func (m *Model) showPalette() tea.Cmd {
	all := m.commands()
	items := make([]menu.Item, len(all))
	for i, c := range all {
		name, _ := m.lang.Action(string(c.Action))
		also := append(words.Names(string(c.Action)), string(c.Action))
		items[i] = menu.Item{Text: name, Note: c.key, Head: c.head, Also: strings.Join(also, "\n")}
	}
	p := &picker{menu: menu.New(m.lang.Say(words.PaletteBox), items).Fuzzy(), none: words.NoCommand}
	p.pick = func(m *Model, item int) tea.Cmd {
		return tea.Batch(m.remember(all[item].Action), m.do(all[item].Action))
	}
	m.overlay = p
	return nil
}

// commands are what the screen can do: first what was picked last, then its
// own, then those of the whole program, at the end what only moves.
func (m *Model) commands() []command {
	var all []command
	at := map[keys.Action]int{keys.Palette: -1} // -1 for what is left out
	taken := map[string]bool{}                  // keys that mean something else in an inner scope
	for _, scope := range m.scopes() {
		in := m.keys.In(scope)
		for _, b := range in {
			i, had := at[b.Action]
			if m.inBox(scope) || had && i < 0 {
				continue
			}
			if !had {
				i = len(all)
				at[b.Action], all = i, append(all, command{Binding: b, head: m.groupOf(b)})
			}
			free := slices.IndexFunc(b.Keys, func(k string) bool { return !taken[k] })
			if all[i].key == "" && free >= 0 {
				all[i].key = keys.Label(b.Keys[free])
			}
		}
		for _, b := range in {
			for _, k := range b.Keys {
				taken[k] = true
			}
		}
	}
	slices.SortStableFunc(all, func(a, b command) int { return m.rankOf(a.Action) - m.rankOf(b.Action) })
	return all
}

// rankOf orders the commands: those picked last, all others, those that move.
func (m *Model) rankOf(a keys.Action) int {
	switch i := slices.Index(m.recent, string(a)); {
	case i >= 0:
		return i
	case a.Moves():
		return recently + 1
	}
	return recently
}

// groupOf is the heading that a command stands below in the palette.
func (m *Model) groupOf(b keys.Binding) string {
	switch rank := m.rankOf(b.Action); {
	case rank < recently:
		return m.lang.Say(words.Lately)
	case rank > recently:
		return m.lang.Say(words.Moving)
	case b.Scope == keys.Command:
		return m.lang.Place(string(keys.App))
	}
	return m.lang.Place(string(b.Scope))
}

// inBox reports whether a scope only has the keys that edit what is in the box
// of the screen: they hold in every text box, and go without saying there.
func (m *Model) inBox(scope keys.Scope) bool { return scope == keys.Editor && m.screen != writing }

// remember puts a command first among those that were picked last.
func (m *Model) remember(a keys.Action) tea.Cmd {
	name := string(a)
	others := slices.DeleteFunc(slices.Clone(m.recent), func(n string) bool { return n == name })
	m.recent = append([]string{name}, others[:min(len(others), recently-1)]...)
	keep, recent := m.o.KeepRecent, m.recent
	if keep == nil {
		return nil
	}
	return func() tea.Msg { keep(recent); return nil }
}
