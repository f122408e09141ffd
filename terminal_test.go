//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long a test waits for what the screen, a file or a process
// should come to. A slow day makes a test slow, not wrong.
const patience = 30 * time.Second

// day is the file of the day on which every test takes place.
const day = "2022/05/2022-05-02.md"

// terminal is a terminal of its own (a tmux server with one window, or one
// inside this process) in a home of its own, with lifelog running in it. What it
// shows is lifelog's screen, without the rest of the machine.
type terminal struct {
	t      *testing.T
	home   string
	socket string
	env    []string
	own    window // the one inside this process
}

// window is a terminal inside this process.
type window interface {
	screen() screen
	send(bytes string) error
	sent() []byte // by the program, so far
	end()         // closes it and waits for the program in it
}

// inside is what runs in the window: lifelog, and when it has left, how it
// left and a program that echoes what is typed, to see what became of the
// terminal.
const inside = `sh -c 'echo $$ >"$HOME/pid"; exec lifelog "$@"' sh "$@"; echo "left with $?"; exec cat`

// start opens a terminal of a size and lifelog in it, with the environment
// given as NAME=VALUE beside what every test has. The first screen is not
// waited for.
func start(t *testing.T, width, height int, env ...string) *terminal {
	t.Helper()
	x := open(t, env...)
	x.run(width, height, "sh", "-c", inside, "sh")
	return x
}

// open makes a home for a terminal of tmux.
func open(t *testing.T, env ...string) *terminal {
	t.Helper()
	x := atHome(t, env...)
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("there is no tmux here, in whose terminals this is tried")
	}
	// The path of a socket may have 100 bytes, which t.TempDir may use up.
	short, err := os.MkdirTemp("", "lifelog")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(short) })
	x.socket = filepath.Join(short, "tmux")
	x.write("tmux.conf", `
		set -g status off
		set -g remain-on-exit on
		set -s escape-time 10
		set -g default-terminal tmux-256color
		set -g allow-passthrough on
		set -g allow-rename on
		set -s set-clipboard on
		set -g exit-empty off`)
	return x
}

// atHome makes a home for a terminal.
func atHome(t *testing.T, env ...string) *terminal {
	t.Helper()
	if testing.Short() {
		t.Skip("a real terminal waits on real time: it is tried without -short, and without the race detector's slowness")
	}
	t.Parallel()
	x := &terminal{t: t, home: t.TempDir()}
	x.env = append([]string{
		"HOME=" + x.home, "PATH=" + os.Getenv("PATH"), "SHELL=/bin/sh", "LANG=ja_JP.UTF-8", "COLORTERM=truecolor",
		"LIFELOG_NOW=2022-05-02T18:20:00+09:00", "GORACE=atexit_sleep_ms=0 log_path=" + filepath.Join(x.home, "race"),
	}, env...)
	return x
}

// run opens the window with a command in it; what is sent to the terminal goes
// to the file "sent", too. At the end of the test the window is closed and
// nothing of it goes on running.
func (x *terminal) run(width, height int, command ...string) {
	x.t.Helper()
	x.tmux(append([]string{"-f", filepath.Join(x.home, "tmux.conf"),
		"new-session", "-d", "-x", strconv.Itoa(width), "-y", strconv.Itoa(height), "--"}, append(command, ";", "pipe-pane", "exec cat >sent")...)...)
	x.t.Cleanup(func() {
		pid, _ := strconv.Atoi(strings.TrimSpace(x.read("pid"))) // none if lifelog was never started
		x.close()
		for end := time.Now().Add(patience); pid > 0 && alive(pid); time.Sleep(5 * time.Millisecond) {
			if time.Now().After(end) {
				x.t.Errorf("lifelog goes on although its terminal is gone")
				_ = syscall.Kill(pid, syscall.SIGKILL) // it may have ended by now
				break
			}
		}
		races, err := filepath.Glob(filepath.Join(x.home, "race.*"))
		if err != nil {
			x.t.Error(err)
		}
		for _, race := range races {
			x.t.Error(x.read(filepath.Base(race)))
		}
	})
}

// close ends the terminal, as when the person closes its window.
func (x *terminal) close() {
	if x.own != nil {
		x.own.end()
		return
	}
	_ = x.command("tmux", "-S", x.socket, "kill-server").Run() // fails when it was closed before
}

// alive reports whether a process goes on. One that nobody asked for its end
// yet has ended.
func alive(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return false
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err != nil || !bytes.Contains(stat, []byte(") Z "))
}

// pid is lifelog's process.
func (x *terminal) pid() int {
	x.t.Helper()
	pid, err := strconv.Atoi(strings.TrimSpace(x.read("pid")))
	if err != nil {
		x.t.Fatal(err)
	}
	return pid
}

func (x *terminal) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env, cmd.Dir = x.env, x.home
	return cmd
}

// tmux does something to the terminal, and returns what tmux says.
func (x *terminal) tmux(args ...string) string {
	x.t.Helper()
	return x.tmuxWith("", args...)
}

func (x *terminal) tmuxWith(stdin string, args ...string) string {
	x.t.Helper()
	cmd := x.command("tmux", append([]string{"-u", "-S", x.socket}, args...)...)
	cmd.Stdin = strings.NewReader(stdin)
	out, err := cmd.CombinedOutput()
	if err != nil {
		x.t.Fatalf("tmux %.60q: %v: %s", args, err, out)
	}
	return string(out)
}

// lifelog runs lifelog outside of the terminal, and returns what it writes.
func (x *terminal) lifelog(args ...string) string {
	x.t.Helper()
	out, err := x.command("lifelog", args...).CombinedOutput()
	if err != nil {
		x.t.Fatalf("lifelog %q: %v: %s", args, err, out)
	}
	return string(out)
}

// again starts lifelog again in the window.
func (x *terminal) again() {
	x.t.Helper()
	x.tmux("respawn-pane", "-k", "--", "sh", "-c", inside, "sh")
}

// sequences is what a terminal sends for a key, by the names tmux has for them.
var sequences = map[string]string{
	"Enter": "\r", "Escape": "\x1b", "BSpace": "\x7f", "Tab": "\t", "Space": " ",
	"Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D", "Home": "\x1b[H", "End": "\x1b[F",
	"Delete": "\x1b[3~", "PPage": "\x1b[5~", "NPage": "\x1b[6~",
	"C-Home": "\x1b[1;5H", "C-End": "\x1b[1;5F", "C-Left": "\x1b[1;5D", "C-Right": "\x1b[1;5C",
	"M-Up": "\x1b[1;3A", "M-Down": "\x1b[1;3B",
	"F1": "\x1bOP", "F2": "\x1bOQ", "F4": "\x1bOS", "F5": "\x1b[15~", "F7": "\x1b[18~", "F8": "\x1b[19~", "F9": "\x1b[20~",
}

// keyBytes is what a terminal sends for a key. C-s and the like are control
// characters; any other name is the text itself.
func keyBytes(name string) string {
	if s, ok := sequences[name]; ok {
		return s
	}
	if letter, ok := strings.CutPrefix(name, "C-"); ok && len(letter) == 1 {
		return string(rune(letter[0] & 0x1f))
	}
	return name
}

// key presses keys by the names tmux has for them: Enter, Escape, BSpace, C-s,
// M-f, Up, F1, j.
func (x *terminal) key(names ...string) {
	x.t.Helper()
	if x.own != nil {
		for _, name := range names {
			x.bytes(keyBytes(name))
		}
		return
	}
	x.tmux(append([]string{"send-keys", "--"}, names...)...)
}

// typ sends text in one go, as an input method commits it.
func (x *terminal) typ(text string) {
	x.t.Helper()
	if x.own != nil {
		x.bytes(text)
		return
	}
	x.tmux("send-keys", "-l", "--", text)
}

// bytes sends bytes as they are.
func (x *terminal) bytes(s string) {
	x.t.Helper()
	if x.own != nil {
		if err := x.own.send(s); err != nil {
			x.t.Fatal(err)
		}
		return
	}
	args := []string{"send-keys", "-H", "--"}
	for _, b := range []byte(s) {
		args = append(args, strconv.FormatInt(int64(b), 16))
	}
	x.tmux(args...)
}

// paste pastes text with the marks of bracketed paste.
func (x *terminal) paste(text string) {
	x.t.Helper()
	if x.own != nil {
		x.bytes("\x1b[200~" + text + "\x1b[201~")
		return
	}
	x.tmuxWith(text, "load-buffer", "-")
	x.tmux("paste-buffer", "-p", "-r", "-d")
}

// write puts a file into the home.
func (x *terminal) write(name, text string) {
	x.t.Helper()
	path := filepath.Join(x.home, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		x.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		x.t.Fatal(err)
	}
}

// read returns a file of the home, "" if there is none.
func (x *terminal) read(name string) string {
	x.t.Helper()
	got, err := os.ReadFile(filepath.Join(x.home, name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		x.t.Fatal(err)
	}
	return string(got)
}

// entry waits for the day's file to hold a text.
func (x *terminal) entry(want string) {
	x.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		got := x.read(filepath.Join("lifelog", day))
		if got == want {
			return
		}
		if time.Now().After(end) {
			x.t.Fatalf("the file holds %d bytes, not %d: %s\n%v", len(got), len(want), difference(got, want), x.screen())
		}
	}
}

// difference shows two texts where they part.
func difference(got, want string) string {
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	part := func(s string) string { return s[max(0, at-20):min(len(s), at+20)] }
	return fmt.Sprintf("%q, not %q, from byte %d on", part(got), part(want), at)
}
