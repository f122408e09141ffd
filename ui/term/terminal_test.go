package term

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// recorder is a program on a real terminal: it shows what arrives, and what the
// terminal answered to a probe of its blank last but one row.
type recorder struct {
	arrived []string
	probe   *Probe
	profile string
	width   int
	height  int
}

func (r recorder) Init() tea.Cmd { return nil }

func (r recorder) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.width, r.height = msg.Width, msg.Height
		r.probe = NewProbe(msg.Height - 1)
		return r, tea.Tick(100*time.Millisecond, func(time.Time) tea.Msg { return r.probe })
	case *Probe:
		return r, tea.Raw(msg)
	case tea.CursorPositionMsg:
		if r.probe.Answer(msg.X, msg.Y) {
			p := r.probe.Profile()
			r.profile = fmt.Sprintf("measured %d%d%d%d%d%d", p.Ambiguous, p.VS16, p.ZWJ, p.Skin, p.Flag, p.Kana)
		}
	case tea.PasteMsg:
		r.arrived = append(r.arrived, fmt.Sprintf("paste(%s)", msg.Content))
	case tea.KeyPressMsg:
		if msg.String() == "q" {
			return r, tea.Quit
		}
		r.arrived = append(r.arrived, msg.String())
	}
	return r, nil
}

func (r recorder) View() tea.View {
	v := tea.NewView(fmt.Sprintf("今日は日記を書く。\n%s\n%s", strings.Join(r.arrived, " "), r.profile))
	v.AltScreen = true
	v.Cursor = tea.NewCursor(0, 1)
	return v
}

const inTerminal = "LIFELOG_TEST_IN_TERMINAL"

func TestMain(m *testing.M) {
	if os.Getenv(inTerminal) == "" {
		os.Exit(m.Run())
	}
	program := tea.NewProgram(recorder{}, tea.WithInput(NewInput(os.Stdin)), tea.WithOutput(NewOutput(os.Stdout)))
	if _, err := program.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// tmux is a terminal of 60x10 that runs this test binary as a recorder.
type tmux struct {
	t      *testing.T
	socket string
}

func startTmux(t *testing.T) tmux {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("tmux is not installed, so there is no real terminal to try this in")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "term") // t.TempDir is too long for the name of a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	term := tmux{t, filepath.Join(dir, "s")}
	term.run("-f", os.DevNull, "-u", "new-session", "-d", "-x", "60", "-y", "10", inTerminal+"=1 exec '"+self+"'")
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", term.socket, "kill-server").Run() }) // it may have ended by itself
	return term
}

func (x tmux) run(args ...string) string {
	x.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-S", x.socket}, args...)...).CombinedOutput()
	if err != nil {
		x.t.Fatalf("tmux %q: %v: %s", args, err, out)
	}
	return string(out)
}

// wait waits until the screen has want in it and returns the screen.
func (x tmux) wait(want string) string {
	x.t.Helper()
	var shown string
	for start := time.Now(); time.Since(start) < 20*time.Second; time.Sleep(10 * time.Millisecond) {
		if shown = x.run("capture-pane", "-p"); strings.Contains(shown, want) {
			return shown
		}
	}
	x.t.Fatalf("%q does not appear:\n%s", want, shown)
	return ""
}

func TestInTmux(t *testing.T) {
	t.Parallel()
	x := startTmux(t)
	shown := x.wait("measured ")
	if strings.Contains(shown, "measured 0") || strings.Contains(shown, "👍") {
		t.Errorf("after the probe:\n%s", shown)
	}
	if rows := strings.Split(shown, "\n"); rows[0] != "今日は日記を書く。" || strings.Join(rows[3:], "") != "" {
		t.Errorf("the probe changed the screen:\n%s", shown)
	}
	x.run("send-keys", "-l", "日本語")
	x.wait("paste(日本語)")
	x.run("send-keys", "j", "Down", "C-a", "Escape")
	x.wait("paste(日本語) j down ctrl+a esc")
	x.run("send-keys", "-H", "1b", "e3", "81", "82")
	x.wait("esc esc あ")
	x.run("set-buffer", "貼る\tabc")
	x.run("paste-buffer", "-p")
	x.wait("paste(貼る")
	x.run("send-keys", "q")
}
