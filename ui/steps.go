package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// pace is the least time between two steps of long work that are shown.
const pace = 250 * time.Millisecond

// inSteps does long work in the background. told makes the message that says how
// far it has come, and more brings the next one; the last is what work returns.
func inSteps(work func(step func(done, all int)) tea.Msg, told func(done, all int, more tea.Cmd) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		steps := make(chan tea.Msg, 1)
		next := func() tea.Msg { return <-steps }
		go func() {
			last := work(paced(func(done, all int) {
				select { // whoever listens wants only the newest figure
				case steps <- told(done, all, next):
				default:
				}
			}))
			select { // nobody may listen any more
			case <-steps:
			default:
			}
			steps <- last
		}()
		return next()
	}
}

// paced returns step without the calls that come too soon after one: for each
// the screen is made anew.
func paced(step func(done, all int)) func(done, all int) {
	var last time.Time
	return func(done, all int) {
		if now := time.Now(); now.Sub(last) >= pace {
			last = now
			step(done, all)
		}
	}
}
