package ui

import (
	"context"
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

// Run shows the journal on the terminal until the person leaves, ctx ends, or
// the program is told to end (the terminal was closed, the machine goes down).
// What is not stored then is stored before Run returns; an error says what
// could not be, or why ctx ended.
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
	p := tea.NewProgram(m, tea.WithInput(term.NewInput(in)), tea.WithOutput(output), tea.WithFilter(oneWidth), tea.WithoutSignalHandler())
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGHUP, syscall.SIGTERM)
	defer signal.Stop(told)
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		select {
		case <-told:
		case <-ctx.Done():
		case <-ended:
			return
		}
		p.Quit()
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
	if err == nil {
		err = ctx.Err() // it was interrupted
	}
	return err
}
