//go:build unix

package main

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestTerminalSignals: whatever ends the program, what was typed is in the file
// and the terminal is as it was.
func TestTerminalSignals(t *testing.T) {
	for _, test := range []struct {
		name   string
		signal syscall.Signal
		status string
	}{
		{"hangup", syscall.SIGHUP, "0"},
		{"terminate", syscall.SIGTERM, "0"},
		{"interrupt", syscall.SIGINT, "130"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := compose(t, 80, 24)
			d.typ("まだ保存していない文")
			d.shows("まだ保存していない文", 20, 0)
			if err := syscall.Kill(d.pid(), test.signal); err != nil {
				t.Fatal(err)
			}
			d.ends()
			d.entry("まだ保存していない文")
			d.restored("left with " + test.status)
		})
	}
}

// TestTerminalClosed: the window is closed, or the connection breaks.
func TestTerminalClosed(t *testing.T) {
	d := compose(t, 80, 24)
	d.typ("閉じる前の文")
	d.shows("閉じる前の文", 12, 0)
	d.close()
	d.ends()
	d.entry("閉じる前の文")
}

// TestTerminalQuit: Ctrl-Q saves and leaves, from within the text too.
func TestTerminalQuit(t *testing.T) {
	d := compose(t, 80, 24)
	d.typ("おやすみ")
	d.key("C-q")
	d.ends()
	d.entry("おやすみ")
	d.restored("left with 0")
}

// TestTerminalSuspend: Ctrl-Z outside of text gives the shell its terminal, and
// fg brings the screen back.
func TestTerminalSuspend(t *testing.T) {
	x := open(t, "PS1=ready> ", "ENV=")
	x.run(80, 24, "sh", "-i")
	x.sees("ready>")
	x.typ(`sh -c 'echo $$ >"$HOME/pid"; exec lifelog'`)
	x.key("Enter")
	x.sees("今日")
	x.asked()
	x.key("Enter")
	x.sees("0文字")
	x.typ("席を立つ")
	x.sees("席を立つ")
	x.key("Escape")
	x.sees("Enter 開く")
	x.key("C-z")
	x.restored("ready>")
	x.entry("席を立つ")
	x.typ("fg")
	x.key("Enter")
	x.sees("Enter 開く", "席を立つ")
	x.key("Enter")
	x.sees("4文字")
	x.typ("、戻る")
	x.sees("席を立つ、戻る")
	x.key("C-q")
	x.restored("ready>")
	x.entry("席を立つ、戻る")
}

// TestTerminalNoShell: where no shell could have it go on, lifelog does not
// stop, and says so.
func TestTerminalNoShell(t *testing.T) {
	x := start(t, 80, 24)
	x.sees("今日")
	x.asked()
	x.key("C-z")
	x.sees("戻り先のシェルがありません")
	x.key("Enter")
	x.sees("0文字")
	x.typ("続ける")
	x.sees("続ける")
}

// ends waits for lifelog to end.
func (x *terminal) ends() {
	x.t.Helper()
	pid := x.pid()
	for end := time.Now().Add(patience); alive(pid); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			x.t.Fatal("lifelog does not end")
		}
	}
}

// restored waits for the screen of before, with a text on it, where the cursor is
// shown and what is typed is echoed.
func (x *terminal) restored(text string) {
	x.t.Helper()
	x.until(text+" on the terminal as it was", func(s screen) bool { return s.has(text) && !s.alternate && s.cursor })
	x.typ("true echoed")
	x.sees("true echoed")
	x.key("C-u")
}

// TestTerminalInterruptedEditor: Ctrl-C in $EDITOR is for the editor alone.
func TestTerminalInterruptedEditor(t *testing.T) {
	x := open(t, "EDITOR=sh editor", "PS1=ready> ", "ENV=")
	x.write("editor", `
		trap 'echo interrupted' INT
		echo begun
		until read -r line; do :; done
		printf '%s\n' "$line" >"$1"`)
	x.run(80, 24, "sh", "-i")
	x.sees("ready>")
	x.typ(`sh -c 'echo $$ >"$HOME/pid"; exec lifelog'`)
	x.key("Enter")
	x.sees("今日")
	x.asked()
	x.key("Enter")
	x.sees("0文字")
	x.typ("前の文")
	x.sees("前の文")
	x.key("C-e")
	x.sees("begun")
	x.key("C-c")
	x.sees("interrupted")
	x.typ("edited")
	x.key("Enter")
	x.sees("edited", "6文字")
	x.typ("、続き")
	x.sees("、続き")
}

// TestTerminalLeaveAtOnce: what the terminal answers does not go to the shell
// when one leaves at once, nor to $EDITOR.
func TestTerminalLeaveAtOnce(t *testing.T) {
	x := open(t)
	x.run(80, 24, "sh", "-c", inside, "sh")
	for round := range 5 {
		x.until("the list", func(s screen) bool { return s.alternate && s.has("今日") })
		time.Sleep(time.Duration(round) * 40 * time.Millisecond)
		x.key("C-q")
		x.restored("left with 0")
		for _, row := range x.screen().rows {
			if row != "" && !strings.HasPrefix(row, "left with 0") && !strings.HasPrefix(row, "true echoed") {
				t.Errorf("left %d ms after the first frame, the shell got %q", round*40, row)
			}
		}
		x.again()
	}
}
