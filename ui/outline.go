package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal/fold"
	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/reader"
	"lifelog/ui/words"
)

// outline is a page with the headings of the entry that is read. What is typed
// narrows them down.
type outline struct {
	box   *input.Input
	all   []reader.Heading
	shown []reader.Heading
	level int // of the highest headings
	at    int // the selected one of those shown
}

// showOutline opens the outline at the heading one reads under.
func (m *Model) showOutline() tea.Cmd {
	o := &outline{box: input.New(""), all: m.reader.Headings(), level: 6}
	if len(o.all) == 0 {
		m.say(words.NoHeadings)
		return nil
	}
	top := m.reader.Top()
	for i, h := range o.all {
		o.level = min(o.level, h.Level)
		if h.Source <= top {
			o.at = i
		}
	}
	o.shown = o.all
	m.overlay = o
	return nil
}

func (o *outline) scope() keys.Scope { return keys.Outline }

func (o *outline) do(m *Model, a keys.Action) tea.Cmd {
	page := m.frameOf().main.h - outlineHead
	switch a {
	case keys.Back:
		m.overlay = nil
	case keys.Open:
		if len(o.shown) > 0 {
			m.overlay = nil
			return m.jump(o.shown[o.at].Source)
		}
	case keys.Up:
		o.at--
	case keys.Down:
		o.at++
	case keys.PageUp:
		o.at -= page
	case keys.PageDown:
		o.at += page
	default:
		o.box.Do(a)
		o.narrow()
	}
	o.at = max(0, min(o.at, len(o.shown)-1))
	return nil
}

func (o *outline) typed(_ *Model, s string) tea.Cmd {
	o.box.Type(s)
	o.narrow()
	return nil
}

// narrow leaves the headings that hold what was typed; the selected one stays
// so if it is among them.
func (o *outline) narrow() {
	was := -1
	if o.at < len(o.shown) {
		was = o.shown[o.at].Source
	}
	words := fold.String(o.box.String())
	o.shown, o.at = nil, 0
	for _, h := range o.all {
		if strings.Contains(fold.String(h.Text), words) {
			if h.Source == was {
				o.at = len(o.shown)
			}
			o.shown = append(o.shown, h)
		}
	}
}

// outlineHead is how many lines stand above the headings.
const outlineHead = 2

func (o *outline) lines(m *Model, width, height int) []string {
	label := m.lang.Say(words.OutlineBox) + "  "
	typed, _ := o.box.View(m.ruler, max(1, width-m.ruler.Width(label)))
	lines := []string{m.theme.Title.Render(label) + m.theme.Body.Render(typed), ""}
	rows := max(1, height-outlineHead)
	top := max(0, min(o.at-rows/2, len(o.shown)-rows))
	for i := top; i < min(len(o.shown), top+rows); i++ {
		h := o.shown[i]
		row := strings.Repeat("  ", h.Level-o.level) + h.Text
		style := m.theme.Body
		if i == o.at {
			style = m.theme.Selected
			row = m.ruler.Pad(row, width)
		}
		lines = append(lines, style.Render(m.ruler.Truncate(row, width)))
	}
	if len(o.shown) == 0 {
		lines = append(lines, m.theme.Dimmed.Render(m.lang.Say(words.NoMatch)))
	}
	return lines
}

func (o *outline) caret(m *Model) int {
	label := m.lang.Say(words.OutlineBox) + "  "
	_, x := o.box.View(m.ruler, max(1, m.frameOf().main.w-m.ruler.Width(label)))
	return m.ruler.Width(label) + x
}
