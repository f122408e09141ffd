package term

import (
	"os"
	"sync"

	"github.com/charmbracelet/x/term"
)

// Output is a terminal's output for Bubble Tea (tea.WithOutput) that sends only
// what a repaint changes in its row. Bubble Tea's renderer paints every row that
// holds a wide character anew in every frame, so on a page of Japanese each key
// costs the whole screen.
//
// Only what the renderer is known to send is left out, only on a row that nothing
// else has touched since, and only where every terminal agrees about the width of
// what stands there; everything else passes byte by byte. The
// terminal ends every Write in the state in which the renderer believes it to be.
type Output struct {
	file  *os.File
	write func([]byte) (int, error)

	mu     sync.Mutex
	on     bool
	filter filter
}

// NewOutput returns the output of the terminal f, the filter switched on.
func NewOutput(f *os.File) *Output {
	o := &Output{file: f, write: f.Write, on: true}
	size := func() (width, height int) {
		width, height, err := term.GetSize(f.Fd())
		if err != nil {
			return 0, 0 // no terminal
		}
		return width, height
	}
	o.filter.width = func() int { width, _ := size(); return width }
	o.filter.rows.height = func() int { _, height := size(); return height }
	return o
}

// SetFilter switches the filter on or off. It belongs off where the terminal
// draws text wider than the renderer believes (ambiguous characters as two
// cells): such text spills over into rows that only repaints put right.
func (o *Output) SetFilter(on bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.on = on
	o.filter.forget()
}

// Write writes a frame, or anything else, without what is on the screen already
// and without masks (see [Mask]).
func (o *Output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	frame := p
	if o.on {
		frame = o.filter.frame(p)
	}
	if _, err := o.write(unmask(frame)); err != nil {
		o.filter.forget()
		return 0, err
	}
	return len(p), nil
}

// WriteString is Write for a string.
func (o *Output) WriteString(s string) (int, error) { return o.Write([]byte(s)) }

// Fd returns the terminal's file descriptor, by which Bubble Tea asks for its
// size and colours.
func (o *Output) Fd() uintptr { return o.file.Fd() }

// Read reads from the terminal's file; Bubble Tea asks for it and never calls it.
func (o *Output) Read(p []byte) (int, error) { return o.file.Read(p) }

// Close closes the terminal's file.
func (o *Output) Close() error { return o.file.Close() }
