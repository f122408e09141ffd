// Empty is a Bubble Tea program that shows one line, with Glamour linked: what
// the first frame of lifelog is measured against.
package main

import (
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
	"charm.land/glamour/v2"
)

type model struct{}

func (model) Init() tea.Cmd { return nil }

func (m model) Update(tea.Msg) (tea.Model, tea.Cmd) { return m, nil }

func (model) View() tea.View {
	v := tea.NewView("Ctrl-Q quit")
	v.AltScreen = true
	return v
}

func main() {
	if len(os.Args) > 1 { // keeps Glamour linked
		out, err := glamour.Render(os.Args[1], "dark")
		fmt.Println(out, err)
		return
	}
	if _, err := tea.NewProgram(model{}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
