package ui

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

// checkup is a page with what is wrong with the journal.
type checkup struct {
	menu  *menu.Menu
	found []journal.Finding // in the order of the menu
	leave context.CancelFunc
	now   checkedMsg // how far it has come
}

// placeOf is where a finding is: in an entry, or in a file.
func (m *Model) placeOf(f journal.Finding) string {
	switch {
	case f.ID == (journal.ID{}):
		return filepath.Base(f.Path)
	case f.ID.Name != "":
		return m.lang.Day(f.ID.Date) + "  " + f.ID.Name
	}
	return m.lang.Day(f.ID.Date)
}

func (c *checkup) scope() keys.Scope { return keys.Doctor }

func (c *checkup) do(m *Model, a keys.Action) tea.Cmd {
	i, ok := c.menu.Selected()
	switch {
	case a == keys.Back:
		c.leave()
		m.overlay = nil
		return m.examine()
	case a == keys.Open && ok:
		return c.visit(m, c.found[i])
	case a == keys.Mend && ok && !c.found[i].CanMend():
		m.say(words.MendByHand)
	case a == keys.Mend && ok:
		return c.mend(m, c.found[i:i+1])
	case a == keys.MendAll:
		return c.mend(m, c.found)
	default:
		c.menu.Do(a)
	}
	return nil
}

// visit goes to the entry that a finding is about, and to the link or picture.
func (c *checkup) visit(m *Model, f journal.Finding) tea.Cmd {
	if f.ID == (journal.ID{}) {
		m.say(words.NoEntryToVisit)
		return nil
	}
	c.leave()
	m.overlay = nil
	m.list.Select(f.ID)
	m.enter(reading)
	return m.lookFor(f.ID, func(text string) int { return strings.Index(text, f.Detail) }, "")
}

// lines draws the page: what it is, how far it has come, what was found, and of
// the selected finding all that is to be said.
func (c *checkup) lines(m *Model, width, height int) []string {
	detail := c.detail(m, width)
	detail = detail[:min(len(detail), max(2, height/2))]
	room := max(3, height-len(detail)-1)
	lines := c.menu.Lines(menu.Look{Theme: m.theme, Ruler: m.ruler, None: ""}, width, room)
	lines = lines[:min(len(lines), room)]
	title := m.ruler.Truncate(m.lang.Say(words.DoctorTitle)+"  ", width)
	lines[0] = m.theme.Title.Render(title) + m.theme.Dimmed.Render(m.ruler.Truncate(c.how(m), width-m.ruler.Width(title)))
	if len(c.found) == 0 {
		lines = lines[:1]
	}
	return append(append(lines, ""), detail...)
}

// how is how far it has come, or how much was found.
func (c *checkup) how(m *Model) string {
	switch mendable := 0; {
	case !m.read.done && m.read.err == nil:
		return m.lang.Say(words.ReadSoFar, words.Number(m.read.read), words.Number(m.read.all))
	case c.now.of != "" && !c.now.over:
		return m.lang.Say(words.LookingFor, m.lang.Kind(c.now.of), words.Number(c.now.done), words.Number(c.now.all))
	case !c.now.over:
		return m.lang.Say(words.Looking)
	default:
		for _, f := range c.found {
			if f.CanMend() {
				mendable++
			}
		}
		if mendable > 0 {
			return m.lang.Say(words.Mendable, words.Number(len(c.found)), words.Number(mendable))
		}
		return m.lang.Say(words.FoundWrong, words.Number(len(c.found)))
	}
}

// detail is all that is to be said of the selected finding; where there is
// none, what that means.
func (c *checkup) detail(m *Model, width int) (lines []string) {
	rows := func(style interface{ Render(...string) string }, text string) {
		for _, row := range m.wrap(text, width) {
			lines = append(lines, style.Render(row))
		}
	}
	if c.now.err != nil {
		rows(m.theme.Warning, m.lang.Say(words.NotChecked, m.lang.Reason(c.now.err)))
	}
	i, ok := c.menu.Selected()
	switch {
	case ok:
		what, mend := m.lang.Finding(c.found[i], m.keyIn(keys.Doctor, keys.Mend))
		rows(m.theme.Body, filepath.Base(c.found[i].Path)+": "+what)
		rows(m.theme.Dimmed, mend)
		rows(m.theme.Dimmed, c.found[i].Path)
	case c.now.over && c.now.err == nil:
		rows(m.theme.Body, m.lang.Say(words.NothingWrong))
	}
	return lines
}

// point is the row of the selected finding.
func (c *checkup) point(_ *Model, _ int) (x, y int) { return 0, c.menu.Row() }

func (c *checkup) click(m *Model, _, y int) tea.Cmd {
	if c.menu.Click(y) {
		return c.do(m, keys.Open)
	}
	return nil
}

func (c *checkup) wheel(_ *Model, _, _, rows int) tea.Cmd {
	c.menu.Move(rows / wheelRows)
	return nil
}
