package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/ui/cell"
	"lifelog/ui/search"
	"lifelog/ui/words"
)

// drawSearch draws the search box and the hits below it. The cursor goes into
// the box, or onto the selected hit.
func (m *Model) drawSearch(lines []string, f frame, cursor *tea.Cursor) {
	label := "  " + m.lang.Say(words.SearchBox) + "  "
	typed, x := m.search.Box.View(m.ruler, m.width-m.ruler.Width(label)-2)
	lines[f.box.y] = m.theme.Title.Render(label) + m.theme.Body.Render(typed)
	cursor.X, cursor.Y = m.ruler.Width(label)+x, f.box.y
	for i, line := range m.hits(f.main) {
		if i < f.main.h {
			lines[f.main.y+i] = line
		}
	}
	if m.search.Walking {
		cursor.X, cursor.Y = f.main.x, f.main.y+m.search.Row()
	}
}

// hits are the rows below the search box.
func (m *Model) hits(b box) []string {
	found := m.search.Found()
	dim := func(s string) string { return "  " + m.theme.Dimmed.Render(m.ruler.Truncate(cell.CleanLine(s), b.w-2)) }
	switch {
	case m.search.Query() == "":
		lines := []string{dim(m.lang.Say(words.SearchHint))}
		for i, query := range m.search.Recent {
			if i == 0 {
				lines = append(lines, "", dim(m.lang.Say(words.RecentSearches)))
			}
			lines = append(lines, dim("  "+query))
		}
		return lines
	case found.Query == "":
		return nil
	case !m.search.Any() && (!m.read.done || found.Total < 0):
		return []string{dim(m.lang.Say(words.StillReads, "0", found.Read, found.All))}
	case !m.search.Any():
		return []string{dim(m.lang.Say(words.NothingHas, found.Query))}
	}
	return m.search.Lines(search.Look{Theme: m.theme, Lang: m.lang, Ruler: m.ruler}, b.w)
}

// counts says how many entries a search found, or why it could not search.
func (m *Model) counts() string {
	found := m.search.Found()
	switch {
	case m.search.Fault != "":
		return m.search.Fault
	case found.Query == "" || found.Total == 0:
		return ""
	case !m.search.Any() || found.Total < 0:
		return m.lang.Say(words.Counting)
	case found.Read < found.All:
		return m.lang.Say(words.StillReads, words.Number(found.Total), found.Read, found.All)
	}
	return m.lang.Say(words.HitsOf, words.Number(found.Total), words.Number(found.All))
}
