package ui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// narrowing is a bar that narrows the list on home, or the page above it, to the
// entries that a query finds.
type narrowing struct {
	box  *input.Input
	over *counting // nil for home
}

func newNarrowing(query string, over *counting) *narrowing {
	return &narrowing{input.New(query), over}
}

// close leaves the bar.
func (f *narrowing) close(m *Model) {
	if m.overlay = nil; f.over != nil {
		m.overlay = f.over
	}
}

// narrow does so.
func (f *narrowing) narrow(m *Model, query string) tea.Cmd {
	if f.over != nil {
		return f.over.narrow(m, query)
	}
	return m.narrow(query)
}

// filteredMsg are the entries that the filter leaves.
type filteredMsg struct {
	query string
	ids   []journal.ID
	err   error
}

func (m *Model) startFilter() tea.Cmd {
	m.overlay = newNarrowing(m.filtered, nil)
	return nil
}

func (f *narrowing) scope() keys.Scope { return keys.Filter }

func (f *narrowing) do(m *Model, a keys.Action) tea.Cmd {
	switch a {
	case keys.Back:
		f.close(m)
		return f.narrow(m, "")
	case keys.Open:
		f.close(m)
		return nil
	case keys.Up, keys.Down:
		if f.over != nil {
			return f.over.do(m, a)
		}
		return screenVerbs[home][a](m)
	}
	f.box.Do(a)
	return f.narrow(m, strings.TrimSpace(f.box.String()))
}

func (f *narrowing) typed(m *Model, s string) tea.Cmd {
	f.box.Type(s)
	return f.narrow(m, strings.TrimSpace(f.box.String()))
}

func (f *narrowing) bar(m *Model) (line string, caret int) {
	label := "  " + m.lang.Say(words.FilterBox) + "  "
	typed, x := f.box.View(m.ruler, m.width-m.ruler.Width(label)-2)
	return m.theme.Title.Render(label) + m.theme.Body.Render(typed), m.ruler.Width(label) + x
}

// narrow leaves in the list what a query finds; "" leaves everything.
func (m *Model) narrow(query string) tea.Cmd {
	m.filtered = query
	if query == "" {
		m.list.Set(m.ids, m.thisDay)
		if m.list.Select(m.coming) {
			m.coming = journal.ID{}
		}
		return tea.Batch(m.readHeads(), m.preview())
	}
	ctx, j := m.ctx, m.j
	return func() tea.Msg {
		ids, err := found(ctx, j, query)
		return filteredMsg{query, ids, err}
	}
}

func (m *Model) narrowed(msg filteredMsg) tea.Cmd {
	if msg.query != m.filtered {
		return nil
	}
	var fault *journal.QueryError
	if errors.As(msg.err, &fault) {
		return nil // still being typed; the list stays as it is
	}
	if msg.err != nil {
		m.say(words.NotSearched, m.lang.Reason(msg.err))
		return nil
	}
	slices.SortFunc(msg.ids, journal.Newest)
	m.list.Narrow(msg.ids)
	return tea.Batch(m.readHeads(), m.preview())
}
