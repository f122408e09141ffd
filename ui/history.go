package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/diff"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// timeline is a page with the states of an entry, newest first, and the
// difference that the selected one made.
type timeline struct {
	id     journal.ID
	now    journal.Version // what the entry is, or its text in the editor
	today  time.Time
	states []journal.State // the first is now, with no time, unless it is kept
	fault  string          // why some cannot be read

	at, top int          // the selected one, and the one in the first row
	against bool         // the selected one is compared with now, not with the one before it
	steps   map[int]step // by the place of the state, as far as known
	err     string
	view    *diff.View // nil until the difference is known
	old     diff.Diff  // of view
}

// step is how much a state differs from the one before it.
type step struct{ added, removed int }

func (t *timeline) scope() keys.Scope { return keys.Past }

func (t *timeline) do(m *Model, a keys.Action) tea.Cmd {
	at := t.at
	switch a {
	case keys.Back:
		m.overlay = nil
		return nil
	case keys.Up:
		at--
	case keys.Down:
		at++
	case keys.Top:
		at = 0
	case keys.Bottom:
		at = len(t.states) - 1
	case keys.Against:
		t.against = !t.against
		return t.compare(m)
	case keys.Restore:
		return t.restore(m)
	case keys.RestoreOne:
		return t.restorePlace(m)
	default:
		if t.view != nil {
			t.view.Do(a)
		}
		return nil
	}
	return t.selectRow(m, at)
}

func (t *timeline) selectRow(m *Model, at int) tea.Cmd {
	if at = max(0, min(at, len(t.states)-1)); at == t.at {
		return nil
	}
	t.at = at
	t.fit(m)
	return tea.Batch(t.compare(m), t.weigh(m))
}

// click selects the state at a cell of the page.
func (t *timeline) click(m *Model, x, y int) tea.Cmd {
	if list, _ := t.divide(m); list.holds(x, y) && t.top+y-list.y < len(t.states) {
		return t.selectRow(m, t.top+y-list.y)
	}
	return nil
}

// wheel scrolls what the mouse is over: the difference by n rows, or the states
// by one.
func (t *timeline) wheel(m *Model, x, y, n int) tea.Cmd {
	way, action := 1, keys.Down
	if n < 0 {
		n, way, action = -n, -1, keys.Up
	}
	if list, _ := t.divide(m); list.holds(x, y) {
		return t.selectRow(m, t.at+way)
	}
	for range n {
		if t.view != nil {
			t.view.Do(action)
		}
	}
	return nil
}

// selected is the state that the eye is on; ok is false when there is none.
func (t *timeline) selected() (s journal.State, ok bool) {
	if t.at >= len(t.states) {
		return s, false
	}
	return t.states[t.at], true
}

// isNow reports whether a state is what the entry is.
func (t *timeline) isNow(s journal.State) bool { return s.Rev == journal.RevOf(t.now.Text) }

// when says when a state was.
func (t *timeline) when(m *Model, s journal.State) string {
	if s.At.IsZero() {
		return m.lang.Say(words.HistoryNow)
	}
	return m.lang.When(s.At, t.today)
}

// timelineHead is how many lines stand above the states.
const timelineHead = 2

// divide is how the page is divided: the states beside the difference, or above
// it where there is no room for that. Both boxes are relative to the page.
func (t *timeline) divide(m *Model) (list, shown box) {
	f := m.frameOf().main
	h := max(2, f.h-timelineHead-1) // a line is for what happened
	if m.width >= twoPanes {
		w := max(32, min(50, f.w*2/5))
		return box{0, timelineHead, w, h}, box{w + 3, timelineHead, f.w - w - 3, h}
	}
	rows := max(1, min(len(t.states), h/3))
	return box{0, timelineHead, f.w, rows}, box{0, timelineHead + rows + 1, f.w, max(1, h-rows-1)}
}

// fit makes the selected state one that can be seen, and the difference as
// large as there is room.
func (t *timeline) fit(m *Model) {
	list, shown := t.divide(m)
	t.top = max(0, min(t.top, t.at), t.at-list.h+1)
	if t.view != nil {
		t.view.Resize(shown.w, max(1, shown.h-1))
	}
}

// lines draws the page.
func (t *timeline) lines(m *Model, width, height int) []string {
	list, shown := t.divide(m)
	lines := make([]string, min(height, shown.y+shown.h))
	head := m.theme.Title.Render(m.ruler.Truncate(m.lang.Say(words.HistoryOf)+"  "+m.lang.Day(t.id.Date), width))
	if t.fault != "" {
		head += "  " + m.theme.Warning.Render(m.ruler.Truncate(t.fault, max(1, width-m.ruler.Width(t.fault))))
	}
	put := func(y int, line string) {
		if y < len(lines) {
			lines[y] += line
		}
	}
	put(0, head)
	if len(t.states) == 0 {
		for i, line := range strings.Split(m.lang.Say(words.HistoryNone), "\n") {
			for k, row := range m.wrap(line, width) {
				put(timelineHead+2*(i/2)+k, m.theme.Dimmed.Render(row))
			}
		}
		return lines
	}
	for i := range list.h {
		row := ""
		if t.top+i < len(t.states) {
			row = t.row(m, t.top+i, list.w)
		} else if shown.x > 0 {
			row = strings.Repeat(" ", list.w)
		}
		if shown.x > 0 {
			row += m.theme.Faded.Render(" │ ")
		}
		put(list.y+i, row)
	}
	for i, line := range t.difference(m, shown) {
		put(shown.y+i, line)
	}
	return lines
}

// row is a state in so many cells: when it was, behind it how much it changed,
// and why it was kept if there is room for that.
func (t *timeline) row(m *Model, i, width int) string {
	s, column := t.states[i], 0
	for _, other := range t.states[t.top:min(len(t.states), t.top+m.height)] {
		column = max(column, m.ruler.Width(t.when(m, other)))
	}
	when := m.ruler.Truncate(m.ruler.Pad(t.when(m, s), column)+"  ", width-2)
	notes := ""
	if step, known := t.steps[i]; known {
		notes = m.lang.Say(words.HistoryStep, words.Number(step.added), words.Number(step.removed))
	}
	room := width - 2 - m.ruler.Width(when)
	if why := m.ruler.Pad(notes, 12) + "  " + m.lang.Occasion(s.On); m.ruler.Width(why) <= room {
		notes = why
	}
	notes = m.ruler.Pad(m.ruler.Truncate(notes, room), room)
	if i == t.at {
		bar := m.theme.Bar
		return m.theme.Title.Background(bar).Render("▌ ") + m.theme.Strong.Background(bar).Render(when) + m.theme.Dimmed.Background(bar).Render(notes)
	}
	return "  " + m.theme.Body.Render(when) + m.theme.Dimmed.Render(notes)
}

// difference is the lines with what the selected state changed.
func (t *timeline) difference(m *Model, b box) []string {
	s, _ := t.selected()
	what := m.lang.Say(words.HistoryFirst)
	switch {
	case t.against:
		what = m.lang.Say(words.HistoryAgainst, t.when(m, s))
	case t.at+1 < len(t.states):
		what = m.lang.Say(words.HistoryChanged, t.when(m, t.states[t.at+1]))
	}
	lines := []string{m.theme.Dimmed.Render(m.ruler.Truncate(what, b.w))}
	say := func(text string) []string {
		for _, row := range m.wrap(text, b.w) {
			lines = append(lines, m.theme.Dimmed.Render(row))
		}
		return lines[:min(len(lines), b.h)]
	}
	switch {
	case t.err != "":
		return say(m.lang.Say(words.HistoryUnread, t.err))
	case t.view == nil:
		return lines
	case t.view.Hunk() < 0:
		return say(m.lang.Say(words.HistorySame))
	}
	return append(lines, t.view.Lines(diff.PensOf(m.theme))...)
}

// place is the line above a place that differs, of several: which of them it is,
// and whether the eye is on it.
func (t *timeline) place(m *Model) func(hunk, width int) (line string, old, new bool) {
	return func(hunk, width int) (string, bool, bool) {
		style, mark := m.theme.Faded, "  "
		if hunk == t.view.Hunk() {
			style, mark = m.theme.Title, "▌ "
		}
		which := mark + m.lang.Say(words.MatchOf, hunk+1, t.old.Hunks())
		return style.Render(m.ruler.Truncate(which, width)), true, true
	}
}

// point is the cell of the selected state.
func (t *timeline) point(m *Model, _ int) (x, y int) {
	list, _ := t.divide(m)
	return 0, list.y + t.at - t.top
}
