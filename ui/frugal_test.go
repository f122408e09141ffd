package ui

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"lifelog/ui/term"
)

// line is a terminal's line that counts what is sent over it: frames of the
// program, painted by Bubble Tea's renderer as Bubble Tea drives it, through
// the output filter.
type line struct {
	t        *testing.T
	d        *driver
	file     *os.File
	out      *term.Output
	renderer *uv.TerminalRenderer
	buffer   uv.ScreenBuffer
	queue    bytes.Buffer
}

func (d *driver) line() *line {
	d.t.Helper()
	file, err := os.Create(filepath.Join(d.t.TempDir(), "sent"))
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { file.Close() })
	w, h := d.m.width, d.m.height
	l := &line{t: d.t, d: d, file: file, out: term.NewOutput(file), buffer: uv.NewScreenBuffer(w, h)}
	l.renderer = uv.NewTerminalRenderer(&l.queue, []string{"TERM=xterm-256color"})
	l.renderer.SetColorProfile(colorprofile.TrueColor)
	l.renderer.SetScrollOptim(true)
	l.renderer.Resize(w, h)
	l.renderer.EnterAltScreen()
	l.frame()
	return l
}

// frame sends the frame of now and returns how many bytes that took.
func (l *line) frame() int64 {
	l.t.Helper()
	v := l.d.m.View()
	l.buffer.Clear()
	uv.NewStyledString(v.Content).Draw(l.buffer, l.buffer.Bounds())
	l.renderer.Render(l.buffer.RenderBuffer)
	l.renderer.MoveTo(v.Cursor.X, v.Cursor.Y)
	if err := l.renderer.Flush(); err != nil {
		l.t.Fatal(err)
	}
	return l.write(l.queue.String())
}

func (l *line) write(s string) int64 {
	l.t.Helper()
	l.queue.Reset()
	before, err := l.file.Stat()
	if err != nil {
		l.t.Fatal(err)
	}
	if _, err := l.out.WriteString(s); err != nil {
		l.t.Fatal(err)
	}
	after, err := l.file.Stat()
	if err != nil {
		l.t.Fatal(err)
	}
	return after.Size() - before.Size()
}

// month is an entry of many paragraphs, of which no two are the same.
func month() string {
	var b strings.Builder
	for day := range 30 {
		fmt.Fprintf(&b, "## %d日目\n\n", day+1)
		for hour := range 8 {
			fmt.Fprintf(&b, "%d時に起きて川沿いの道を%d分だけ歩いた。「今日は%d度らしいよ」と**隣の席**の人が言う。", hour+5, day*7+hour, day+hour)
			fmt.Fprintf(&b, "朝ごはんはpancake %d枚とコーヒー。", day+1)
		}
		b.WriteString("\n\n- 写真を選ぶ\n- [ ] 手紙を書く #旅\n\n")
	}
	return b.String()
}

// TestFrugalKeys: on a screen of 160×50 full of Japanese, a key that does not
// bring other text into sight sends a kilobyte at most, wherever the caret is,
// also where the text is as wide as the window.
func TestFrugalKeys(t *testing.T) {
	keys := strings.Fields("あ backspace x backspace 、 ctrl+z ctrl+y backspace enter backspace delete ctrl+z space ctrl+z tab shift+tab " +
		"alt+down alt+up ctrl+t ctrl+z ctrl+d ctrl+z ctrl+w ctrl+z left right up down home end ctrl+left ctrl+right shift+left shift+right " +
		"shift+down shift+up right ctrl+s ctrl+f esc あ backspace")
	for _, width := range []int{80, 0} {
		d := begin(t, map[string]string{"2022-05-02": month()}, japanese, func(o *Options) { o.Settings.TextWidth = width })
		d.size(160, 50)
		d.press("enter")
		for _, row := range []int{0, 2, 3, 6, 10, 20, 40} {
			d.press("ctrl+home")
			for range row {
				d.press("down")
			}
			d.press("home", "right", "right", "right")
			l := d.line()
			for _, key := range keys {
				if key > "~" {
					d.typ(key)
				} else {
					d.press(key)
				}
				if sent := l.frame(); sent > 1024 {
					t.Errorf("text width %d, row %d: %s sent %d bytes", width, row, key, sent)
				}
			}
		}
	}
}

// TestFrugalSave: a save by itself sends how things stand, also when nothing
// was sent before it but what the terminal is asked.
func TestFrugalSave(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": month()}, japanese)
	d.size(160, 50)
	d.press("enter")
	l := d.line()
	d.typ("あ")
	l.frame()
	l.write(term.NewProbe(48).String())
	d.wait().sees("保存済み")
	if sent := l.frame(); sent > 300 {
		t.Errorf("%d bytes after the probe", sent)
	}
	d.typ("あ")
	l.frame()
	d.wait().sees("保存済み")
	if sent := l.frame(); sent > 120 {
		t.Errorf("%d bytes", sent)
	}
}

func TestOneWidth(t *testing.T) {
	for _, c := range []struct {
		mode ansi.Mode
		kept bool
	}{{ansi.ModeUnicodeCore, false}, {ansi.ModeSynchronizedOutput, true}} {
		if kept := oneWidth(nil, tea.ModeReportMsg{Mode: c.mode, Value: ansi.ModeSet}) != nil; kept != c.kept {
			t.Errorf("that the terminal has mode %v comes through: %v", c.mode, kept)
		}
	}
}
