package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/menu"
	"lifelog/ui/words"
)

type (
	// checkedMsg says how far a checkup has come, or what it found.
	checkedMsg struct {
		page      *checkup
		of        journal.Fault // that is looked for
		done, all int
		over      bool
		found     []journal.Finding
		err       error
		more      tea.Cmd
	}
	// examinedMsg holds how much is wrong with the journal, as far as is soon
	// known.
	examinedMsg struct{ wrong int }
	// mendedMsg says what was mended, and what could not be.
	mendedMsg struct {
		page *checkup
		done []journal.Fault
		err  error
	}
)

// examine looks, for the mark on home, what is wrong with the journal that has
// been read. What cannot be checked is said by the page.
func (m *Model) examine() tea.Cmd {
	if !m.read.done {
		return nil
	}
	ctx, j := m.ctx, m.j
	return func() tea.Msg {
		all, err := j.Check(ctx, false, nil)
		if err != nil && len(all) == 0 {
			return nil
		}
		return examinedMsg{toMend(all)}
	}
}

// examineAgain looks whether what is marked has been mended meanwhile.
func (m *Model) examineAgain() tea.Cmd {
	if m.wrong == 0 || m.screen != home {
		return nil
	}
	return m.examine()
}

// toMend is how many findings are worth a mark: not those that have one already,
// not what is only not finished, and not what is said once and then left to the
// person.
func toMend(all []journal.Finding) (n int) {
	for _, f := range all {
		if f.Fault != journal.OtherText && f.Fault != journal.OpenToOthers && !f.Fault.Loose() {
			n++
		}
	}
	return n
}

// wrongMark is the quiet mark that something is wrong with the journal.
func (m *Model) wrongMark() string {
	if m.wrong == 0 {
		return ""
	}
	return m.lang.Say(words.ToMend, words.Number(m.wrong), m.keyIn(keys.Home, keys.Checkup))
}

// showDoctor opens the page, and begins to look.
func (m *Model) showDoctor() tea.Cmd {
	c := &checkup{menu: menu.New("", nil), leave: func() {}}
	m.overlay = c
	return m.check(c)
}

// check looks for all that is wrong, for a page that is shown, once the journal
// has been read.
func (m *Model) check(c *checkup) tea.Cmd {
	c.leave()
	if !m.read.done {
		return nil
	}
	ctx, leave := context.WithCancel(m.ctx)
	c.leave, c.now = leave, checkedMsg{}
	j := m.j
	var of journal.Fault
	return inSteps(func(step func(done, all int)) tea.Msg {
		msg := checkedMsg{page: c, over: true}
		msg.found, msg.err = j.Check(ctx, true, func(fault journal.Fault, done, all int) {
			of = fault
			step(done, all)
		})
		slices.SortStableFunc(msg.found, func(a, b journal.Finding) int {
			return cmp.Or(loose(a)-loose(b), strings.Compare(string(a.Fault), string(b.Fault)))
		})
		return msg
	}, func(done, all int, more tea.Cmd) tea.Msg {
		return checkedMsg{page: c, of: of, done: done, all: all, more: more}
	})
}

// loose puts what is not finished behind what is wrong.
func loose(f journal.Finding) int {
	if f.Fault.Loose() {
		return 1
	}
	return 0
}

// checked takes in how far a checkup has come.
func (m *Model) checked(msg checkedMsg) tea.Cmd {
	c := msg.page
	if m.overlay != c {
		return nil // its context is cancelled
	}
	if c.now = msg; !msg.over {
		return msg.more
	}
	c.leave()
	c.found, m.wrong = msg.found, toMend(msg.found)
	items := make([]menu.Item, len(c.found))
	for i, f := range c.found {
		items[i] = menu.Item{Text: m.placeOf(f), Note: f.Detail, Head: m.lang.Kind(f.Fault)}
	}
	c.menu.Set(items)
	return nil
}

// recheck looks again for a page that is shown.
func (m *Model) recheck() tea.Cmd {
	if c, ok := m.overlay.(*checkup); ok {
		return m.check(c)
	}
	return nil
}

// mend puts right what can be put right without a person.
func (c *checkup) mend(m *Model, findings []journal.Finding) tea.Cmd {
	ctx := m.ctx
	return func() tea.Msg {
		msg := mendedMsg{page: c}
		var errs []error
		for _, f := range findings {
			if !f.CanMend() {
				continue
			}
			if err := f.Mend(ctx); err != nil {
				errs = append(errs, err)
			} else if !slices.Contains(msg.done, f.Fault) {
				msg.done = append(msg.done, f.Fault)
			}
		}
		if len(errs) > 0 {
			msg.err = errs[0]
		}
		return msg
	}
}

// mended says what was done, and looks what is left.
func (m *Model) mended(msg mendedMsg) tea.Cmd {
	var said []string
	for _, f := range msg.done {
		said = append(said, m.lang.Mended(f))
	}
	switch {
	case msg.err != nil:
		m.warn(nextEsc, words.NotMended, m.lang.Reason(msg.err))
	case len(said) == 0:
		m.say(words.MendByHand)
		return nil
	default:
		m.say(words.Mended, strings.Join(said, m.lang.Say(words.And)))
	}
	return m.recheck()
}
