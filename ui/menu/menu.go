// Package menu is a list of rows one of which is picked: a box in the first
// line, where what is typed narrows the rows down, and the rows below it. It
// knows rows by their index; what they stand for is known to whoever made it.
package menu

import (
	"strings"

	"lifelog/journal/fold"
	"lifelog/ui/cell"
	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/theme"
)

// Item is one row. Its words may come from outside: they are made safe when
// they are drawn.
type Item struct {
	Text   string // what it says
	Note   string // said behind it, dimmed: a date, a count, a key
	Also   string // what it is found by besides Text, and not shown
	Head   string // the group that it is in, a heading above the first of them
	Indent int    // levels that it stands further to the right
}

// Menu is the state of the list. Use New.
type Menu struct {
	label string
	box   *input.Input
	items []Item
	found []string // of each item, the folded words that it is found by
	shown []int    // the items that hold what was typed
	fuzzy bool     // they are found by letters in order, and the best stand first
	even  bool     // the notes stand below each other
	at    int      // the selected one of those shown
	rows  int      // for items and headings, as of the last time it was drawn
	above int      // lines above them
}

const (
	airy      = 10 // lines from which on an empty one parts the box from the rows
	noteWidth = 12 // cells from which on there is room for notes
)

// New returns a menu with an empty box that is called label.
func New(label string, items []Item) *Menu {
	m := &Menu{label: label, box: input.New(""), rows: 1, above: 1}
	m.Set(items)
	return m
}

// Even has the notes stand below each other, as far as there is room.
func (m *Menu) Even() *Menu {
	m.even = true
	return m
}

// Fuzzy has the items found by some of their letters too, in order, as "tgt" finds
// "toggle task". Those that are meant most likely stand first, all in one group.
func (m *Menu) Fuzzy() *Menu {
	m.fuzzy, m.even = true, true
	return m
}

// Set puts in other items. The selection stays at its place in the list.
func (m *Menu) Set(items []Item) {
	m.items, m.found = items, make([]string, len(items))
	for i, item := range items {
		m.found[i] = fold.String(item.Text + "\n" + item.Also)
	}
	at := m.at
	m.narrow()
	m.at = m.clamp(at)
}

// Selected returns the index of the selected item; ok is false when no item
// holds what was typed.
func (m *Menu) Selected() (item int, ok bool) {
	if len(m.shown) == 0 {
		return 0, false
	}
	return m.shown[m.at], true
}

// Select selects an item if it is shown.
func (m *Menu) Select(item int) {
	for at, i := range m.shown {
		if i == item {
			m.at = at
		}
	}
}

// Typed is what is in the box.
func (m *Menu) Typed() string { return m.box.String() }

// Type puts text into the box.
func (m *Menu) Type(s string) {
	m.box.Type(s)
	m.narrow()
}

// Do moves the selection, or edits what is in the box.
func (m *Menu) Do(a keys.Action) {
	switch a {
	case keys.Up:
		m.Move(-1)
	case keys.Down:
		m.Move(1)
	case keys.PageUp:
		m.Move(-m.rows)
	case keys.PageDown:
		m.Move(m.rows)
	case keys.Top:
		m.Move(-len(m.shown))
	case keys.Bottom:
		m.Move(len(m.shown))
	default:
		if m.box.Do(a) {
			m.narrow()
		}
	}
}

// Move moves the selection by n items, to the first or last at most.
func (m *Menu) Move(n int) { m.at = m.clamp(m.at + n) }

func (m *Menu) clamp(at int) int { return max(0, min(at, len(m.shown)-1)) }

// narrow leaves the items that hold every word that was typed. The selected
// one stays so if it is among them; of items in the order of likelihood the
// first is selected.
func (m *Menu) narrow() {
	selected, had := m.Selected()
	words := strings.Fields(fold.String(m.box.String()))
	m.shown, m.at = nil, 0
	if m.ranked() {
		m.shown = rank(m.found, words)
		return
	}
	for i := range m.items {
		if holds(m.found[i], words) {
			m.shown = append(m.shown, i)
		}
	}
	if had {
		m.Select(selected)
	}
}

// ranked reports whether the items stand in the order of likelihood.
func (m *Menu) ranked() bool { return m.fuzzy && strings.TrimSpace(m.box.String()) != "" }

func holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Look is how a menu is drawn.
type Look struct {
	Theme theme.Theme
	Ruler cell.Ruler
	None  string // said when nothing holds what was typed
}

// Lines draws the menu in at most height lines of at most width cells.
func (m *Menu) Lines(look Look, width, height int) []string {
	line, _ := m.boxLine(look, width)
	lines := []string{line}
	if height >= airy {
		lines = append(lines, "")
	}
	m.above = len(lines)
	m.rows = max(1, height-m.above)
	for _, i := range m.window() {
		if i < 0 {
			head := look.Ruler.Truncate(cell.CleanLine(m.items[-i-1].Head), width)
			lines = append(lines, look.Theme.Dimmed.Render(head))
		} else {
			lines = append(lines, m.row(look, i, width))
		}
	}
	if len(m.shown) == 0 {
		lines = append(lines, look.Theme.Dimmed.Render(look.Ruler.Truncate(look.None, width)))
	}
	return lines
}

// Height is how many lines it takes to draw all.
func (m *Menu) Height() int {
	lines, head := 1, "" // the box
	for _, item := range m.items {
		if lines++; item.Head != head {
			head = item.Head
			lines++
		}
	}
	if lines+1 >= airy {
		lines++
	}
	return lines
}

// Cursor is the cell of the caret in the first line.
func (m *Menu) Cursor(look Look, width int) int {
	_, caret := m.boxLine(look, width)
	return caret
}

func (m *Menu) boxLine(look Look, width int) (line string, caret int) {
	label := look.Ruler.Truncate(m.label, width/2) + "  "
	typed, at := m.box.View(look.Ruler, max(1, width-look.Ruler.Width(label)))
	return look.Theme.Title.Render(label) + look.Theme.Body.Render(typed), look.Ruler.Width(label) + at
}

// window returns what stands on the rows of the screen, the selected item in
// their middle where there are more: the index of an item, or -1 less the
// index of the item whose heading it is.
func (m *Menu) window() []int {
	var rows []int
	at, head := 0, ""
	for k, i := range m.shown {
		if h := m.items[i].Head; h != head && !m.ranked() {
			rows, head = append(rows, -i-1), h
		}
		if k == m.at {
			at = len(rows)
		}
		rows = append(rows, i)
	}
	top := max(0, min(at-m.rows/2, len(rows)-m.rows))
	return rows[top:min(len(rows), top+m.rows)]
}

func (m *Menu) row(look Look, i, width int) string {
	item, t, r := m.items[i], look.Theme, look.Ruler
	text := strings.Repeat("  ", item.Indent) + cell.CleanLine(item.Text)
	note := cell.CleanLine(item.Note)
	if width < noteWidth {
		note = ""
	}
	if note != "" {
		note = "  " + r.Truncate(note, width/2-2)
	}
	text = r.Truncate(text, max(1, width-2-r.Width(note)))
	if m.even && note != "" {
		text = r.Pad(text, min(m.column(r), width-2-r.Width(note)))
	}
	rest := strings.Repeat(" ", max(0, width-2-r.Width(text)-r.Width(note)))
	mark, body, dim := "  ", t.Body, t.Dimmed
	if i == m.shown[m.at] {
		mark, body, dim = "▌ ", t.Strong.Background(t.Bar), dim.Background(t.Bar)
		return t.Title.Background(t.Bar).Render(mark) + body.Render(text) + dim.Render(note+rest)
	}
	return mark + body.Render(text) + dim.Render(note)
}

// column is how wide the widest item is: the notes of short commands stand below
// each other.
func (m *Menu) column(r cell.Ruler) (widest int) {
	for _, item := range m.items {
		widest = max(widest, 2*item.Indent+r.Width(cell.CleanLine(item.Text)))
	}
	return widest
}

// Row is the line of the selected item.
func (m *Menu) Row() int {
	rows := m.window()
	for y, i := range rows {
		if len(m.shown) > 0 && i == m.shown[m.at] {
			return m.above + y
		}
	}
	return 0
}

// Click selects the item on line y; it reports whether it was selected already.
func (m *Menu) Click(y int) (again bool) {
	item, ok := m.At(y)
	was, _ := m.Selected()
	if ok {
		m.Select(item)
	}
	return ok && was == item
}

// At returns the item on line y of those that were drawn last.
func (m *Menu) At(y int) (item int, ok bool) {
	rows := m.window()
	if y -= m.above; y < 0 || y >= len(rows) || rows[y] < 0 {
		return 0, false
	}
	return rows[y], true
}
