package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/ui/cell"
	"lifelog/ui/editor"
	"lifelog/ui/list"
	"lifelog/ui/reader"
	"lifelog/ui/term"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// paint dresses everything in a form of the theme.
func (m *Model) paint(form theme.Form) {
	t := m.o.Theme.In(form)
	m.theme, m.form = t, form
	m.reader.Configure(func(o *reader.Options) {
		o.Join = !m.o.Settings.Newlines
		o.Style, o.Ruler, o.Notice = t.Glamour(), m.ruler, m.lang.Say(words.BadFront)
		o.Pens = reader.Pens{
			Found: theme.Pen(t.Found), Here: theme.Pen(t.Title.Reverse(true)), Highlight: theme.Pen(t.Found),
			Faint: theme.Pen(t.Dimmed), Strong: "1",
		}
		if m.o.Glamour != nil {
			o.Style = *m.o.Glamour
		}
	})
}

// View draws the model. It is called after every message, and draws only when
// one of them meant something, and nothing that could still be lost.
func (m *Model) View() tea.View {
	if m.dirty && !m.held() {
		m.frame = m.draw()
		m.dirty = false
	}
	return m.frame
}

func (m *Model) draw() tea.View {
	f := m.frameOf()
	lines := make([]string, m.height)
	cursor := tea.NewCursor(0, m.height-1)
	cursor.Shape, cursor.Blink = tea.CursorBar, false // a block hides half of what an input method shows
	if m.whole() {
		m.lay(lines, f.page)
	} else {
		m.drawScreen(lines, f, cursor)
	}
	for i, line := range m.statusLines(f) { // over what is not left for it on a small screen
		lines[f.status.y+i] = line
	}
	if find := m.editor.Find(); find != nil && m.screen == writing && m.page() == nil {
		lines[f.status.y], cursor.X = m.findBar(f, find)
		cursor.Y = f.status.y
	}
	if b, asked := m.overlay.(bar); asked {
		lines[f.status.y], cursor.X = b.bar(m)
		cursor.Y = f.status.y
	}
	if m.page() != nil {
		if !m.whole() {
			m.lay(lines, f.page)
		}
		x, y := m.pointed(f.page.w)
		cursor.X, cursor.Y = f.page.x+x, f.page.y+min(y, f.page.h-1)
	}
	lines[m.height-1] = m.foot()
	v := tea.NewView(term.Mask(strings.Join(lines, "\n"), m.ruler))
	v.AltScreen, v.ReportFocus, v.Cursor = true, true, cursor
	if m.o.Settings.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = m.lang.Say(words.Name)
	return v
}

// drawScreen draws the screen that one is on, and what stands beside it.
func (m *Model) drawScreen(lines []string, f frame, cursor *tea.Cursor) {
	put := func(b box, part []string) {
		for i, line := range part[:min(len(part), b.h)] {
			lines[b.y+i] += line
		}
	}
	main := f.main
	point := func(x, y int) { cursor.X, cursor.Y = main.x+x, main.y+y }
	switch {
	case m.screen == home:
		list := m.listLines(main.w)
		if m.firstRun() && f.pane.w == 0 { // there is no place beside it
			list = append(append(list[:m.list.Row()+1], ""), indent(m.welcome(main.w-2*margin, main.h-m.list.Row()-2), margin)...)
		}
		put(main, list)
		cursor.X, cursor.Y = 0, main.y+m.list.Row()
	case m.screen == dating:
		put(main, m.calendar.Lines(m.calendarLook()))
		x, y := m.calendar.Cursor(m.calendarLook())
		cursor.X, cursor.Y = x, main.y+y
	case m.screen == writing:
		put(main, indent(m.editor.Lines(m.pens()), main.x))
		point(m.editor.Cursor())
	case m.screen == searching:
		m.drawSearch(lines, f, cursor)
	case m.screen == reading && f.side.w > 0:
		if m.beneath() == dating {
			put(f.side, m.calendar.Lines(m.calendarLook()))
		} else {
			put(f.side, m.listLines(f.side.w))
		}
		m.beside(lines, main)
		point(m.reader.Cursor())
	case m.screen == reading:
		put(main, indent(m.shownLines(), main.x))
		point(m.reader.Cursor())
	}
	if f.pane.w > 0 {
		m.beside(lines, f.pane)
	}
	if head := m.header(f); head != "" {
		lines[0] = head
	}
}

// lay puts the page in the place of what the lines hold, a sheet below a rule.
func (m *Model) lay(lines []string, b box) {
	if !m.whole() && b.y > 0 {
		lines[b.y-1] = m.theme.Faded.Render(strings.Repeat("─", m.width))
	}
	shown := indent(m.page().lines(m, b.w, b.h), b.x)
	clear(lines[b.y : b.y+b.h])
	copy(lines[b.y:b.y+b.h], shown)
}

// beside puts the reader to the right of what the lines hold already.
func (m *Model) beside(lines []string, b box) {
	rule := m.theme.Faded.Render("│")
	shown := m.shownLines()
	for i := range b.h {
		line := ""
		if i < len(shown) {
			line = shown[i]
		}
		at := b.y + i
		gap := max(0, b.x-2-m.ruler.Width(cell.Parse(lines[at]).Text))
		lines[at] += strings.Repeat(" ", gap) + rule + " " + line
	}
}

func (m *Model) listLines(width int) []string {
	return m.list.Lines(list.Look{Theme: m.theme, Lang: m.lang, Ruler: m.ruler, Brief: m.brief, Other: m.unsettled}, width)
}

func indent(lines []string, by int) []string {
	for i, line := range lines {
		lines[i] = strings.Repeat(" ", by) + line
	}
	return lines
}

// shownLines are the lines of the reader, or what is to be said instead.
func (m *Model) shownLines() []string {
	b := m.frameOf().pane
	if m.screen == reading {
		b = m.frameOf().main
	}
	say := func(p words.Phrase, args ...any) []string { return m.dimmed(b.w, p, args...) }
	switch {
	case m.screen == searching && !m.search.Any():
		return nil
	case m.firstRun():
		return m.welcome(b.w, b.h)
	case m.show.err != "":
		return say(words.NotRead, m.show.err)
	case !m.show.ok:
		return nil
	case m.reader.Empty() && m.show.id.IsPage():
		return say(words.PageIsGone)
	case m.reader.Empty():
		return say(words.NotBegun)
	}
	return m.reader.Lines()
}

// firstRun reports whether home has nothing to show yet.
func (m *Model) firstRun() bool {
	return m.screen == home && m.listed && m.list.Len() == 0 && m.filtered == ""
}

// welcome says what this is, and what to press, or why nothing can be shown; where
// the entries are if there is room for that.
func (m *Model) welcome(width, height int) []string {
	if m.unlisted != "" {
		return m.dimmed(width, words.AsItIs, m.unlisted)
	}
	lines := append(m.dimmed(width, words.FirstRun1), "")
	lines = append(lines, m.dimmed(width, words.FirstRun2)...)
	lines = append(lines, m.dimmed(width, words.FirstRun3)...)
	for _, row := range m.wrap("  "+m.o.Root, width) {
		lines = append(lines, m.theme.Body.Render(row))
	}
	lines = append(append(lines, ""), m.dimmed(width, words.FirstRun4)...)
	if len(lines) <= height {
		return lines
	}
	lines = append(m.dimmed(width, words.FirstRun1), m.dimmed(width, words.FirstRun2)...)
	return append(lines, m.dimmed(width, words.FirstRun4)...)
}

// dimmed is a phrase of one or more lines, in rows.
func (m *Model) dimmed(width int, p words.Phrase, args ...any) (rows []string) {
	for line := range strings.SplitSeq(m.lang.Say(p, args...), "\n") {
		for _, row := range m.wrap(line, width) {
			rows = append(rows, m.theme.Dimmed.Render(row))
		}
	}
	return rows
}

// wrap breaks words of the program, or of an error, into rows.
func (m *Model) wrap(s string, width int) []string {
	s = cell.CleanLine(s)
	var rows []string
	from := 0
	for _, end := range m.ruler.Rows(s, max(1, width)) {
		rows = append(rows, strings.TrimRight(s[from:end], " "))
		from = end
	}
	return rows
}

// pens are what the editor draws with.
func (m *Model) pens() editor.Pens {
	t := m.theme
	return editor.Pens{
		Selection: theme.Pen(t.Selected),
		Found:     theme.Pen(t.Found),
		Here:      theme.Pen(t.Title.Reverse(true)),
		Markdown: editor.Colours{
			Heading: theme.Pen(t.Title), Strong: "1", Emphasis: "3", Code: theme.Pen(t.Verbatim),
			Link: theme.Pen(t.Linked), Tag: theme.Pen(t.Tagged), Mark: theme.Pen(t.Marker),
			Quote: theme.Pen(t.Marker), Done: theme.Pen(t.Dimmed),
		},
	}
}
