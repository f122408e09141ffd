//go:build unix

package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// screen is what the terminal shows.
type screen struct {
	rows      []string // without blanks at their ends
	x, y      int      // the cell of the cursor
	cursor    bool     // the cursor is shown
	alternate bool     // it is the screen that leaves no trace
	title     string
}

func (x *terminal) screen() screen {
	x.t.Helper()
	if x.own != nil {
		return x.own.screen()
	}
	out := x.tmux("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag} #{alternate_on} #{pane_title}", ";", "capture-pane", "-p")
	head, rest, _ := strings.Cut(out, "\n")
	field := strings.SplitN(head, " ", 5)
	s := screen{rows: strings.Split(strings.TrimSuffix(rest, "\n"), "\n"), cursor: field[2] == "1", alternate: field[3] == "1", title: field[4]}
	var errX, errY error
	s.x, errX = strconv.Atoi(field[0])
	s.y, errY = strconv.Atoi(field[1])
	if err := errors.Join(errX, errY); err != nil {
		x.t.Fatal(err)
	}
	for i, row := range s.rows {
		s.rows[i] = strings.TrimRight(row, " ")
	}
	return s
}

func (s screen) String() string {
	return fmt.Sprintf("%s\ncursor %d,%d shown: %v", strings.Join(s.rows, "\n"), s.x, s.y, s.cursor)
}

// row returns the number of the first row that has text in it, -1 for none.
func (s screen) row(text string) int {
	return slices.IndexFunc(s.rows, func(row string) bool { return strings.Contains(row, text) })
}

func (s screen) has(text string) bool { return s.row(text) >= 0 }

// until waits for the screen to be as it should, and returns it.
func (x *terminal) until(what string, is func(screen) bool) screen {
	x.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(15 * time.Millisecond) {
		s := x.screen()
		if is(s) {
			return s
		}
		if time.Now().After(end) {
			x.t.Fatalf("never seen: %s\n%v", what, s)
		}
	}
}

// sees waits until the screen shows all of some texts.
func (x *terminal) sees(texts ...string) screen {
	x.t.Helper()
	return x.until(fmt.Sprintf("%q", texts), func(s screen) bool {
		return !slices.ContainsFunc(texts, func(text string) bool { return !s.has(text) })
	})
}

// at waits for the cursor to be shown in a cell.
func (x *terminal) at(column, row int) screen {
	x.t.Helper()
	return x.until(fmt.Sprintf("cursor at %d,%d", column, row), func(s screen) bool {
		return s.x == column && s.y == row && s.cursor
	})
}

// asked waits for the terminal, of 16 rows at least, to be asked what it can
// do, which is done once the first frame stands. The frame after that is a
// whole one, and the answers no longer come in between the bytes that a test
// sends, or to the shell after lifelog has left.
func (x *terminal) asked() {
	x.t.Helper()
	x.until("the last question", func(screen) bool {
		sent := x.read("sent")
		if x.own != nil {
			sent = string(x.own.sent())
		}
		return strings.Contains(sent, "\x1b[c")
	})
}

// sent returns how many bytes were sent to the terminal, once no more come.
func (x *terminal) sent() int {
	x.t.Helper()
	const quiet = 150 * time.Millisecond
	last := 0
	for since := time.Now(); time.Since(since) < quiet; time.Sleep(10 * time.Millisecond) {
		if n := len(x.read("sent")); n != last {
			last, since = n, time.Now()
		}
	}
	return last
}

// drawn returns how many cells the terminal draws text in.
func (x *terminal) drawn(text string) int {
	x.t.Helper()
	x.tmux("new-window", "-d", "-n", "ruler", "printf '%s|' '"+text+"'; exec cat")
	defer x.tmux("kill-window", "-t", "ruler")
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if strings.Contains(x.tmux("capture-pane", "-p", "-t", "ruler"), "|") {
			cells, err := strconv.Atoi(strings.TrimSpace(x.tmux("display-message", "-p", "-t", "ruler", "#{cursor_x}")))
			if err != nil {
				x.t.Fatal(err)
			}
			return cells - 1
		}
	}
	x.t.Fatalf("%s was never drawn", text)
	return 0
}
