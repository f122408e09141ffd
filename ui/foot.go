package ui

import (
	"strings"

	"lifelog/ui/cell"
	"lifelog/ui/editor"
	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/text"
	"lifelog/ui/words"
)

// fitStatus gives what is said as many rows as it takes, of which none is cut as
// long as half of the screen stays free, and the screens the room that is left.
func (m *Model) fitStatus() {
	before := len(m.said)
	m.said = nil
	_, asks := m.overlay.(bar)
	if !asks && (m.screen != writing || m.editor.Find() == nil || m.page() != nil) {
		m.said = m.wrap(m.status.text, m.width-4)
	}
	if most := max(1, (m.height-4)/2); len(m.said) > most {
		rest := strings.Join(m.said[most-1:], " ")
		m.said = append(m.said[:most-1], m.ruler.Truncate(rest, m.width-4))
	}
	if len(m.said) != before {
		m.resize()
	}
}

// statusLines say what happened, else what can be said of the screen.
func (m *Model) statusLines(f frame) []string {
	if m.status.text == "" {
		return []string{m.statusLine(f)}
	}
	style := m.theme.Dimmed
	if m.status.warning {
		style = m.theme.Warning
	}
	var lines []string
	for _, row := range m.said {
		lines = append(lines, "  "+style.Render(row))
	}
	return lines
}

// statusLine is what can be said of the screen.
func (m *Model) statusLine(f frame) string {
	room := m.width - 4
	switch {
	case m.page() != nil:
		return ""
	case m.screen == home:
		return "  " + m.theme.Dimmed.Render(m.ruler.Truncate(cell.CleanLine(m.homeLine()), room))
	case m.screen == searching:
		return "  " + m.theme.Dimmed.Render(m.ruler.Truncate(m.counts(), room))
	case len(m.offered()) > 0:
		return m.offerLine(f.main)
	case m.screen == writing:
		return strings.Repeat(" ", f.main.x) + m.theme.Dimmed.Render(m.ruler.Truncate(m.length(), room))
	case m.screen == reading:
		return strings.Repeat(" ", f.main.x) + m.theme.Dimmed.Render(m.ruler.Truncate(cell.CleanLine(m.readingLine()), f.main.w))
	}
	return ""
}

// findBar is the line with the boxes of a search within the entry, and the
// cell of the caret in it.
func (m *Model) findBar(f frame, find *editor.Find) (line string, caret int) {
	at, all := find.Matches()
	count := m.lang.Say(words.MatchOf, at, all)
	switch {
	case find.Box.String() == "":
		count = ""
	case all == 0:
		count = m.lang.Say(words.NoMatch)
	}
	x := f.main.x
	put := func(label words.Phrase, in *input.Input, focus bool, width int) {
		name := m.lang.Say(label) + "  "
		typed, at := in.View(m.ruler, width-m.ruler.Width(name)-2)
		if focus {
			caret = x + m.ruler.Width(name) + at
		}
		line += m.theme.Title.Render(name) + m.theme.Body.Render(m.ruler.Pad(typed, width-m.ruler.Width(name)))
		x += width
	}
	room := max(24, m.width-f.main.x-m.ruler.Width(count)-4)
	if find.Replacing || find.With.String() != "" {
		put(words.FindBox, find.Box, !find.Replacing, room/2)
		put(words.ReplaceBox, find.With, find.Replacing, room/2)
	} else {
		put(words.FindBox, find.Box, true, min(room, 40))
	}
	return strings.Repeat(" ", f.main.x) + line + m.theme.Dimmed.Render(count), caret
}

// length says how much is written, or how much is selected.
func (m *Model) length() string {
	characters, w := m.editor.Count()
	before := ""
	if s := m.editor.Selected(); s != "" {
		characters, w = text.Count(s)
		before = m.lang.Say(words.OfSelected)
	}
	return before + m.amount(characters, w)
}

// foot shows the keys of the screen that one looks for, as many as fit.
func (m *Model) foot() string {
	room := m.width - 2
	var b strings.Builder
	b.WriteString("  ")
	seen := map[keys.Action]bool{}
	taken := map[string]bool{} // keys that mean something else in an inner scope
	show := func(bind keys.Binding) {
		if len(bind.Keys) == 0 {
			return
		}
		name, ok := m.lang.Action(string(bind.Action))
		key := keys.Label(bind.Keys[0])
		width := m.ruler.Width(key) + 1 + m.ruler.Width(name) + 3
		if !bind.Foot || !ok || seen[bind.Action] || taken[bind.Keys[0]] || width > room {
			return
		}
		seen[bind.Action] = true
		room -= width
		b.WriteString(m.theme.Body.Render(key) + m.theme.Dimmed.Render(" "+name) + "   ")
	}
	scopes := m.scopes()
	if m.overlay == nil && len(m.back) > 0 { // the way out comes first
		for _, bind := range m.keys.In(keys.App) {
			if bind.Action == keys.Back {
				show(bind)
			}
		}
	}
	seen[keys.Back] = m.overlay == nil
	for _, scope := range scopes {
		if m.inBox(scope) {
			continue
		}
		for _, bind := range m.keys.In(scope) {
			show(bind)
		}
		for _, bind := range m.keys.In(scope) {
			for _, key := range bind.Keys {
				taken[key] = true
			}
		}
	}
	return b.String()
}
