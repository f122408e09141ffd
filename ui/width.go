package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

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

// measure asks the terminal, and asks it for its name.
func (m *Model) measure() tea.Cmd {
	if m.answers.last {
		return nil // one is leaving already
	}
	var name, widths tea.Cmd
	if m.colours >= colorprofile.ANSI256 { // with fewer no pictures are drawn
		name = tea.RequestTerminalVersion
	}
	if row := m.blank(); row > 0 {
		m.probe = term.NewProbe(row)
		widths = tea.Raw(m.probe.String())
	}
	return tea.Sequence(name, widths, m.askLast())
}

// blank is a row of the screen, from 1, on which nothing stands: the one below
// the head. 0 is for none: a small screen and a page have text everywhere.
func (m *Model) blank() int {
	if m.height < airy || m.page() != nil {
		return 0
	}
	return 2
}

// answers is how far the terminal has come with the questions it is asked, by
// Bubble Tea first and then here. It answers them in their order, and the last
// one is one that every terminal answers: what it is (DA1).
type answers struct {
	last bool    // it was asked the last one
	all  bool    // and has answered, or does not answer
	then tea.Cmd // what waits for that
}

func (m *Model) askLast() tea.Cmd {
	if m.answers.last {
		return nil
	}
	m.answers.last = true
	return tea.Batch(tea.Raw(ansi.RequestPrimaryDeviceAttributes), m.tick(patient, unansweredMsg{}))
}

// hand does what hands the terminal to somebody else, once the terminal has
// answered: answers that come later would be typed there.
func (m *Model) hand(over tea.Cmd) tea.Cmd {
	if m.answers.all {
		return over
	}
	m.answers.then = over
	return m.askLast()
}

// heard takes in that there will be no more answers.
func (m *Model) heard() tea.Cmd {
	then := m.answers.then
	m.answers.all, m.answers.then = true, nil
	return tea.Batch(m.measured(), then)
}

// answered takes in a width; the last one ends the measuring.
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
	m.paint(m.form)
	m.resize()
}
