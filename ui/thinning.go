package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// When earlier states are thinned out, which is done once a day: long after the
// first frame, and then it is asked for now and then.
const (
	thinAfter = time.Minute
	thinAgain = time.Hour
)

// unseen is how long the thinning may take without a word.
const unseen = time.Second

type (
	thinMsg    struct{} // it is time to thin
	thinnedMsg struct { // how far it is
		done, all int // entries; all is 0 at the end
		again     bool
		more      tea.Cmd
	}
)

func (m *Model) thinLater(wait time.Duration) tea.Cmd {
	if m.o.Thin == nil {
		return nil
	}
	return m.tick(wait, thinMsg{})
}

// thin has earlier states thinned out in the background, and says how far that
// is when it takes long.
func (m *Model) thin() tea.Cmd {
	ctx, thin := m.ctx, m.o.Thin
	return inSteps(func(step func(done, all int)) tea.Msg {
		begun := time.Now()
		return thinnedMsg{again: thin(ctx, func(done, all int) {
			if time.Since(begun) > unseen {
				step(done, all)
			}
		})}
	}, func(done, all int, more tea.Cmd) tea.Msg {
		return thinnedMsg{done: done, all: all, more: more}
	})
}

func (m *Model) thinned(msg thinnedMsg) tea.Cmd {
	m.thinning = msg
	switch {
	case msg.more != nil:
		return msg.more
	case msg.again:
		return m.thinLater(thinAgain)
	}
	return nil
}
