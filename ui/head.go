package ui

import (
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// header is the first line: what is on the screen, and how it stands.
func (m *Model) header(f frame) string {
	t := m.theme
	sep := t.Faded.Render("  ·  ")
	switch {
	case m.screen == writing:
		id := m.editor.ID()
		line := t.Title.Render(m.lang.Day(id.Date))
		if id.Name != "" {
			line += sep + t.Body.Render(m.ruler.Truncate(cell.CleanLine(id.Name), f.main.w/2))
		}
		line = strings.Repeat(" ", f.main.x) + line + sep
		room := m.width - m.ruler.Width(cell.Parse(line).Text)
		return m.marked(line+t.Dimmed.Render(m.ruler.Truncate(m.standing(), max(0, room))), id)
	case m.screen == reading && (f.side.w == 0 || m.show.id.IsPage()):
		return m.marked(strings.Repeat(" ", f.main.x)+t.Title.Render(m.ruler.Truncate(m.called(m.show.id), f.main.w)), m.show.id)
	case m.screen == dating || m.screen == reading && m.beneath() == dating:
		return m.calendarHead(sep)
	case m.screen == home || m.screen == reading:
		line := "  " + t.Title.Render(m.lang.Say(words.Name))
		if n := m.list.Len(); m.listed && n > 0 {
			line += sep + t.Dimmed.Render(m.count(n))
		}
		line = m.marked(line, journal.ID{})
		if mark := m.wrongMark(); mark != "" && m.ruler.Width(cell.Parse(line+mark).Text)+5 <= m.width {
			line += sep + t.Dimmed.Render(mark)
		}
		return line
	}
	return ""
}

// marked is the first line with what is to be said of other texts of an entry: as
// much of it as there is room for.
func (m *Model) marked(line string, id journal.ID) string {
	text := m.otherTexts(id)
	if text == "" {
		return line
	}
	room := m.width - m.ruler.Width(cell.Parse(line).Text) - m.ruler.Width("  ·  ")
	if m.ruler.Width(text) > room {
		text = "≠ " + m.keyOf(keys.Conflicts)
	}
	if m.ruler.Width(text) > room {
		return line
	}
	return line + m.theme.Faded.Render("  ·  ") + m.theme.Warning.Render(text)
}

// called is what an entry is called for people: its day; a page its path.
func (m *Model) called(id journal.ID) string {
	if id.IsPage() {
		return cell.CleanLine(id.Name)
	}
	return m.lang.Day(id.Date)
}

func (m *Model) count(n int) string {
	if n == 1 {
		return m.lang.Say(words.OneEntry)
	}
	return m.lang.Say(words.Entries, words.Number(n))
}

// standing is how what is being written stands to what is stored.
func (m *Model) standing() string {
	switch {
	case m.saving:
		return m.lang.Say(words.Saving)
	case m.elsewhere.gone:
		return m.lang.Say(words.Gone)
	case m.editor.Modified():
		return m.lang.Say(words.Edited)
	case m.editor.New():
		return m.lang.Say(words.Unstored)
	}
	return m.lang.Say(words.Saved)
}
