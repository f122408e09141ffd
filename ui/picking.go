package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/ui/keys"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

// picker is a page with a menu, and what is done with the item one picks.
type picker struct {
	menu *menu.Menu
	none words.Phrase // said when nothing holds what was typed
	pick func(m *Model, item int) tea.Cmd

	in   keys.Scope                                       // keys.Pick when empty
	more map[keys.Action]func(m *Model, item int) tea.Cmd // what else can be done with an item; the page stays
}

func (p *picker) scope() keys.Scope {
	if p.in == "" {
		return keys.Pick
	}
	return p.in
}

func (p *picker) do(m *Model, a keys.Action) tea.Cmd {
	item, ok := p.menu.Selected()
	act, more := p.more[a]
	switch {
	case a == keys.Back:
		m.overlay = nil
	case a == keys.Open && ok:
		m.overlay = nil
		return p.pick(m, item)
	case more && ok:
		return act(m, item)
	case a != keys.Open && !more:
		p.menu.Do(a)
	}
	return nil
}

func (p *picker) typed(_ *Model, s string) tea.Cmd {
	p.menu.Type(s)
	return nil
}

// click selects the item on line y, or picks it when it is selected already.
func (p *picker) click(m *Model, _, y int) tea.Cmd {
	if p.menu.Click(y) {
		return p.do(m, keys.Open)
	}
	return nil
}

func (p *picker) wheel(_ *Model, _, _, rows int) tea.Cmd {
	p.menu.Move(rows / wheelRows)
	return nil
}

func (p *picker) look(m *Model) menu.Look {
	return menu.Look{Theme: m.theme, Ruler: m.ruler, None: m.lang.Say(p.none)}
}

func (p *picker) rows(*Model, int) int { return p.menu.Height() }

func (p *picker) lines(m *Model, width, height int) []string {
	return p.menu.Lines(p.look(m), width, height)
}

func (p *picker) caret(m *Model) int { return p.menu.Cursor(p.look(m), m.frameOf().page.w) }
