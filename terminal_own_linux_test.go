package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/sys/unix"
)

// pty is a terminal inside this process: a pseudo-terminal and a model of the
// screen behind it. It knows exactly what a program has sent before it ended,
// and costs little enough for thousands of programs.
type pty struct {
	master *os.File
	cmd    *exec.Cmd
	ended  chan struct{} // everything the program sent has been read

	mu    sync.Mutex
	model *vt.Emulator
	title string
	kept  []byte // the end of what was sent
}

// keptBytes is how much of what was sent is kept at least.
const keptBytes = 1 << 18

// runHere starts a command in a terminal of this process, in place of the one
// that ran there before.
func (x *terminal) runHere(width, height int, command ...string) *pty {
	x.t.Helper()
	p := &pty{model: vt.NewEmulator(width, height), ended: make(chan struct{})}
	p.model.SetCallbacks(vt.Callbacks{Title: func(title string) { p.title = title }})
	// The model takes a scrolling region for one of its own size, also when it has
	// just been made smaller and the program does not know yet.
	p.model.RegisterCsiHandler('r', func(params ansi.Params) bool {
		bottom, _, _ := params.Param(1, 0)
		return bottom > p.model.Height()
	})
	// Nor does it know that a wide character is moved whole.
	for final, sign := range map[int]int{'@': 1, 'P': -1} {
		p.model.RegisterCsiHandler(final, func(params ansi.Params) bool {
			n, _, _ := params.Param(0, 1)
			shift(p.model, sign*max(1, n))
			return true
		})
	}
	if err := p.open(width, height); errors.Is(err, os.ErrNotExist) {
		x.t.Skip("there are no pseudo-terminals here: ", err)
	} else if err != nil {
		x.t.Fatal(err)
	}
	p.cmd = x.command(command[0], command[1:]...)
	p.cmd.Env = append(p.cmd.Env, "TERM=xterm-256color")
	if err := p.start(); err != nil {
		x.t.Fatal(err)
	}
	if x.own == nil {
		x.t.Cleanup(func() { x.own.end() })
	} else {
		x.own.end()
	}
	x.own = p
	go p.answer()
	go p.read()
	return p
}

// open makes the pseudo-terminal. Reading from it can be ended, so it is not
// opened in the way of a plain file.
func (p *pty) open(width, height int) error {
	fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
	if err != nil {
		return &os.PathError{Op: "open", Path: "/dev/ptmx", Err: err}
	}
	p.master = os.NewFile(uintptr(fd), "/dev/ptmx")
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		return errors.Join(err, p.master.Close())
	}
	return p.size(width, height)
}

// size changes the size of the window.
func (p *pty) size(width, height int) error {
	p.mu.Lock()
	p.model.Resize(width, height)
	p.mu.Unlock()
	return p.control(func(fd int) error {
		return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(height), Col: uint16(width)})
	})
}

func (p *pty) control(do func(fd int) error) error {
	conn, err := p.master.SyscallConn()
	if err != nil {
		return err
	}
	var doErr error
	return errors.Join(conn.Control(func(fd uintptr) { doErr = do(int(fd)) }), doErr)
}

// start starts the command on the terminal.
func (p *pty) start() error {
	var n int
	err := p.control(func(fd int) (err error) { n, err = unix.IoctlGetInt(fd, unix.TIOCGPTN); return err })
	if err != nil {
		return err
	}
	slave, err := os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		return err
	}
	defer slave.Close() // the program has its own
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = slave, slave, slave
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	return p.cmd.Start()
}

// answer sends the program what the terminal answers to its questions.
func (p *pty) answer() {
	_, _ = io.Copy(p.master, p.model) // until one of them is closed
}

// read brings what the program sends to the screen, until nobody is left to
// send any more.
func (p *pty) read() {
	defer close(p.ended)
	part := make([]byte, 1<<16)
	for {
		n, err := p.master.Read(part)
		p.mu.Lock()
		p.model.Write(part[:n]) // never fails
		p.kept = append(p.kept[max(0, len(p.kept)-keptBytes):], part[:n]...)
		p.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// send types bytes.
func (p *pty) send(s string) error {
	_, err := p.master.WriteString(s)
	return err
}

// sent returns the end of what the program has sent.
func (p *pty) sent() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.kept)
}

// kill ends the program by a signal and returns when all that it had sent
// stands on the screen.
func (p *pty) kill(signal os.Signal) error {
	if err := p.cmd.Process.Signal(signal); err != nil {
		return err
	}
	_ = p.cmd.Wait() // it was killed
	select {
	case <-p.ended:
		return nil
	case <-time.After(patience):
		return errors.New("the terminal stays open although the program was killed")
	}
}

// end closes the terminal and waits for the program.
func (p *pty) end() {
	p.master.Close() // what was sent does not matter any more
	p.model.Close()
	if p.cmd.ProcessState == nil {
		kill := time.AfterFunc(patience, func() { _ = p.cmd.Process.Kill() })
		_ = p.cmd.Wait()
		kill.Stop()
	}
	<-p.ended
}

// shift moves what stands from the cursor on to the right by n cells, or takes
// the next -n cells away.
func shift(model *vt.Emulator, n int) {
	at, width := model.CursorPosition(), model.Width()
	var cells []*uv.Cell
	for x := at.X + max(0, -n); x < width; {
		cell := uv.EmptyCell.Clone()
		if c := model.CellAt(x, at.Y); c != nil && c.Width > 0 {
			cell = c.Clone()
		}
		cells = append(cells, cell)
		x += cell.Width
	}
	for x := at.X; x < width; x++ {
		model.SetCell(x, at.Y, nil)
	}
	x := at.X + max(0, n)
	for _, cell := range cells {
		if x+cell.Width <= width {
			model.SetCell(x, at.Y, cell)
		}
		x += cell.Width
	}
}

func (p *pty) screen() screen {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := p.model.CursorPosition()
	s := screen{x: at.X, y: at.Y, cursor: !p.model.CursorHidden(), alternate: p.model.IsAltScreen(), title: p.title}
	for y := range p.model.Height() {
		s.rows = append(s.rows, row(p.model, y))
	}
	return s
}

// row is a row of the screen without blanks at its end.
func row(model *vt.Emulator, y int) string {
	var b bytes.Buffer
	for x := 0; x < model.Width(); {
		cell := model.CellAt(x, y)
		if cell == nil || cell.Content == "" {
			cell = &uv.EmptyCell
		}
		b.WriteString(cell.Content)
		x += max(1, cell.Width)
	}
	return strings.TrimRight(b.String(), " ")
}
