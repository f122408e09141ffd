package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	xterm "github.com/charmbracelet/x/term"

	"lifelog/journal"
	"lifelog/ui/term"
)

// Run shows the journal on the terminal until the person leaves. What is not
// stored when the program has to end (the terminal was closed, the machine
// goes down) is stored before Run returns; an error says what could not be.
func Run(ctx context.Context, j *journal.Journal, o Options, in, out *os.File) error {
	o.Clipboard, o.Browse, o.ShowFile = term.NewClipboard(), term.Browse, term.ShowFile
	o.CanSuspend = term.CanSuspend()
	m := New(ctx, j, o)
	if !xterm.IsTerminal(in.Fd()) { // something was piped in; the keys come from the terminal
		tty, _, err := tea.OpenTTY()
		if err != nil {
			return fmt.Errorf("there is no terminal to read keys from: %w", err)
		}
		defer tty.Close()
		in = tty
	}
	output := term.NewOutput(out)
	output.SetFilter(o.Getenv("LIFELOG_OUTPUT_FILTER") != "off")
	p := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(term.NewInput(in)), tea.WithOutput(output), tea.WithFilter(oneWidth))
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		select {
		case <-hangup:
			p.Quit()
		case <-ended:
		}
	}()
	return finish(ctx, p, m)
}

// oneWidth keeps from Bubble Tea that a terminal draws text by clusters (mode
// 2027): it would then paint in a way that term.Output does not know, and how
// wide text is drawn is measured all the same.
func oneWidth(_ tea.Model, msg tea.Msg) tea.Msg {
	if report, ok := msg.(tea.ModeReportMsg); ok && report.Mode == ansi.ModeUnicodeCore {
		return nil
	}
	return msg
}

// finish runs the program and, however it ended, stores what is not stored.
func finish(ctx context.Context, p *tea.Program, m *Model) error {
	_, err := p.Run()
	if ferr := m.Finish(context.WithoutCancel(ctx)); ferr != nil {
		return ferr
	}
	if errors.Is(err, tea.ErrInterrupted) {
		return nil
	}
	return err
}
