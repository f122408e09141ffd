package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// overlay lies above the screens and has the keys to itself. It is a page, which
// may be a sheet, or a bar.
type overlay interface {
	scope() keys.Scope
	do(m *Model, a keys.Action) tea.Cmd
}

// page is an overlay in the place of the screen.
type page interface {
	overlay
	lines(m *Model, width, height int) []string
}

// sheet is a page that covers the lower rows of the screen only. It takes whole
// rows, so that nothing stands beside what others wrote.
type sheet interface {
	page
	rows(m *Model, width int) int // it would like to have
}

// typist is an overlay with a box for text.
type typist interface {
	overlay
	typed(m *Model, s string) tea.Cmd
}

// bar is a typist in the place of the status line.
type bar interface {
	typist
	bar(m *Model) (line string, caret int) // the cell of the caret in the line
}

// filter is a page with a box for text in its first line.
type filter interface {
	page
	typist
	caret(m *Model) int // its cell in the line
}

// pointed is a page that the eye does not begin to read at its first cell.
type pointed interface {
	page
	point(m *Model, width int) (x, y int) // the cell where it does
}

// rolled is a page that the mouse does something on, at a cell of it.
type rolled interface {
	page
	click(m *Model, x, y int) tea.Cmd
	wheel(m *Model, x, y, rows int) tea.Cmd
}

// page returns the page that lies above the screen, nil for none.
func (m *Model) page() page {
	if f, ok := m.overlay.(*narrowing); ok && f.over != nil {
		return f.over
	}
	p, _ := m.overlay.(page)
	return p
}

// whole reports whether a page takes the place of the whole screen.
func (m *Model) whole() bool {
	_, part := m.overlay.(sheet)
	return m.page() != nil && !part
}

// pointed returns the cell of the page where the eye is: in its box, else where
// it says, else where it begins.
func (m *Model) pointed(width int) (x, y int) {
	switch p := m.overlay.(type) {
	case filter:
		return p.caret(m), 0
	case pointed:
		return p.point(m, width)
	}
	return 0, 0
}

// question asks something that yes or no answers, and knows what to do then.
type question struct {
	text    string
	yes, no words.Phrase
	then    func(*Model) tea.Cmd
}

func (m *Model) ask(text string, yes, no words.Phrase, then func(*Model) tea.Cmd) {
	m.overlay = &question{text, yes, no, then}
}

func (q *question) scope() keys.Scope { return keys.Ask }

func (q *question) do(m *Model, a keys.Action) tea.Cmd {
	m.overlay = nil
	if a == keys.Yes {
		return q.then(m)
	}
	return nil
}

func (q *question) rows(m *Model, width int) int { return len(q.lines(m, width, 0)) }

func (q *question) lines(m *Model, width, _ int) []string {
	var lines []string
	for _, line := range strings.Split(q.text, "\n") {
		lines = append(lines, m.wrap(line, width)...)
	}
	yes := m.theme.Strong.Render("y") + m.theme.Dimmed.Render(" "+m.lang.Say(q.yes)+"    ")
	no := m.theme.Strong.Render("n") + m.theme.Dimmed.Render(" "+m.lang.Say(q.no))
	return append(lines, "", yes+no)
}

// point is where the keys are that it can be answered with.
func (q *question) point(m *Model, width int) (x, y int) { return 0, len(q.lines(m, width, 0)) - 1 }

// help shows every key, by where it holds.
type help struct {
	top  int
	from []keys.Scope // where one comes from
}

// order says which place comes first: those of the screen one comes from.
func (h *help) order(scope keys.Scope) int {
	if at := slices.Index(h.from, scope); at >= 0 {
		return at
	}
	return len(h.from)
}

func (h *help) scope() keys.Scope { return keys.Help }

func (h *help) do(m *Model, a keys.Action) tea.Cmd {
	switch a {
	case keys.Back:
		m.overlay = nil
	case keys.Palette:
		m.overlay = nil
		return m.showPalette()
	case keys.Up:
		h.top--
	case keys.Down:
		h.top++
	case keys.PageUp:
		h.top -= m.frameOf().page.h - 2
	case keys.PageDown:
		h.top += m.frameOf().page.h - 2
	}
	h.top = max(0, min(h.top, len(h.all(m))-m.frameOf().page.h))
	return nil
}

func (h *help) rows(m *Model, _ int) int { return len(h.all(m)) }

func (h *help) lines(m *Model, _, height int) []string {
	all := h.all(m)
	top := max(0, min(h.top, len(all)-height))
	return all[top:min(len(all), top+height)]
}

// all returns every line of the help, that of the screen one comes from first.
// The keys stand to the left in a column that is as wide as the widest of them
// needs.
func (h *help) all(m *Model) []string {
	const column = 22
	lines := []string{m.theme.Title.Render(m.lang.Say(words.KeysTitle))}
	places := slices.Clone(words.Places)
	slices.SortStableFunc(places, func(a, b words.PlaceName) int { return h.order(keys.Scope(a.Scope)) - h.order(keys.Scope(b.Scope)) })
	for _, place := range places {
		lines = append(lines, "", m.theme.Strong.Render(m.lang.Say(place.Name)))
		for _, b := range m.keys.In(keys.Scope(place.Scope)) {
			name, _ := m.lang.Action(string(b.Action))
			labels := b.Shown()
			if len(labels) == 0 {
				continue
			}
			labels = labels[:min(2, len(labels))]
			lines = append(lines, "  "+m.theme.Body.Render(m.ruler.Pad(strings.Join(labels, "  "), column))+m.theme.Dimmed.Render(name))
		}
	}
	return lines
}
