package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/ui/cell"
	"lifelog/ui/input"
	"lifelog/ui/keys"
)

// prompt is a line at the foot that asks for a few words.
type prompt struct {
	label string
	box   *input.Input
	fault string                                                    // why what was typed will not do
	hint  func(m *Model, typed string) string                       // what is said beside the box
	take  func(m *Model, typed string) (then tea.Cmd, fault string) // what is done with the words
}

func (p *prompt) scope() keys.Scope { return keys.Prompt }

func (p *prompt) do(m *Model, action keys.Action) tea.Cmd {
	switch action {
	case keys.Back:
		m.overlay = nil
	case keys.GoOn:
		m.overlay = nil // take may ask for more
		var cmd tea.Cmd
		if cmd, p.fault = p.take(m, p.box.String()); p.fault != "" {
			m.overlay = p
		}
		return cmd
	default:
		p.box.Do(action)
	}
	return nil
}

func (p *prompt) typed(_ *Model, s string) tea.Cmd {
	p.fault = ""
	p.box.Type(s)
	return nil
}

// bar draws the line, and returns the cell of the caret in it.
func (p *prompt) bar(m *Model) (line string, caret int) {
	label := "  " + m.ruler.Truncate(cell.CleanLine(p.label), m.width/2) + "  "
	typed, x := p.box.View(m.ruler, m.width-m.ruler.Width(label)-2)
	line = m.theme.Title.Render(label) + m.theme.Body.Render(typed)
	said := p.fault
	if said == "" {
		said = p.hint(m, p.box.String())
	}
	room := m.width - m.ruler.Width(label+typed) - 4
	return line + "   " + m.theme.Dimmed.Render(m.ruler.Truncate(cell.CleanLine(said), max(0, room))), m.ruler.Width(label) + x
}
