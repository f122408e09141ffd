package term

import (
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// counter is a Bubble Tea model of a page of Japanese with a number in it.
type counter struct{ n, height int }

func (c counter) Init() tea.Cmd { return nil }

func (c counter) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case int:
		c.n = msg
	case tea.WindowSizeMsg:
		c.height = msg.Height
	}
	return c, nil
}

func (c counter) View() tea.View {
	lines := make([]string, max(c.height, 1))
	for y := range lines {
		lines[y] = "今日は\x1b[1mカンファレンス\x1b[mで登壇した。"
	}
	lines[len(lines)/2] = fmt.Sprintf("数は%dです", c.n)
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen = true
	v.Cursor = tea.NewCursor(4, len(lines)/2)
	return v
}

// both writes to two writers, as a screen and an Output.
type both [2]io.Writer

func (b both) Write(p []byte) (int, error) {
	if n, err := b[0].Write(p); err != nil {
		return n, err
	}
	return b[1].Write(p)
}

func TestOutputOfBubbleTea(t *testing.T) {
	const width, height = 60, 20
	want, got := newScreen(width, height, ansi.WcWidth), newScreen(width, height, ansi.WcWidth)
	var sent, all atomic.Int64
	out := &Output{on: true, write: func(b []byte) (int, error) {
		sent.Add(int64(len(b)))
		return got.Write(b)
	}}
	watch := writerFunc(func(b []byte) (int, error) {
		all.Add(int64(len(b)))
		return want.Write(b)
	})
	p := tea.NewProgram(counter{}, tea.WithInput(nil), tea.WithOutput(both{watch, out}), tea.WithWindowSize(width, height),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithColorProfile(colorprofile.TrueColor), tea.WithFPS(120), tea.WithoutSignals())
	done := make(chan error)
	go func() {
		_, err := p.Run()
		done <- err
	}()
	for n := range 20 {
		before := all.Load()
		p.Send(1000 + n)
		for start := time.Now(); all.Load() == before && time.Since(start) < 5*time.Second; {
			time.Sleep(time.Millisecond)
		}
	}
	p.Quit()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if want.String() != got.String() || len(want.unknown) > 0 {
		t.Errorf("without the filter\n%s\n\nwith it\n%s", want, got)
	}
	if sent.Load() > all.Load()/3 {
		t.Errorf("%d of %d bytes were sent: Bubble Tea paints rows in a way that the filter does not know", sent.Load(), all.Load())
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }
