package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lifelog/ui/cell"
	"lifelog/ui/term"
)

// The terminal is asked how wide it draws text once the first frame stands,
// and the layout changes at most once for it.
const (
	settled = 150 * time.Millisecond // by then the first frame stands
	patient = time.Second            // a terminal that has not answered by then does not
)

type (
	settledMsg    struct{}
	unansweredMsg struct{}
)

// measure asks the terminal, and asks it for its name. It writes to a row that
// is blank on every screen: the one above the status line.
func (m *Model) measure() tea.Cmd {
	var name tea.Cmd
	if m.colours >= colorprofile.ANSI256 { // with fewer no pictures are drawn
		name = tea.RequestTerminalVersion
	}
	if m.height < airy {
		return name
	}
	m.probe = term.NewProbe(m.height - 2)
	return tea.Batch(name, tea.Raw(m.probe.String()), m.tick(patient, unansweredMsg{}))
}

// answered takes in one answer; the last one ends the asking.
func (m *Model) answered(msg tea.CursorPositionMsg) tea.Cmd {
	if m.probe == nil || !m.probe.Answer(msg.X, msg.Y) {
		return nil
	}
	return m.measured()
}

// measured measures by what the terminal answered from now on, and has it
// remembered for the next start on this kind of terminal.
func (m *Model) measured() tea.Cmd {
	if m.probe == nil {
		return nil
	}
	p := m.probe.Profile()
	m.probe = nil
	if p == m.o.Profile || p == (cell.Profile{}) {
		return nil
	}
	m.rule(p)
	if m.o.KeepProfile == nil {
		return nil
	}
	keep := m.o.KeepProfile
	return func() tea.Msg {
		keep(p)
		return nil
	}
}

// rule measures by a profile from now on.
func (m *Model) rule(p cell.Profile) {
	m.ruler = cell.NewRuler(m.o.Settings.Width.Profile(p))
	m.editor.SetRuler(m.ruler)
	m.paint(m.theme)
	m.resize()
}
