package term

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// painter draws frames with the renderer as Bubble Tea drives it and sends them
// to a writer.
type painter struct {
	renderer *uv.TerminalRenderer
	buffer   uv.ScreenBuffer
	queue    bytes.Buffer
}

func newPainter(width, height int, termType string) *painter {
	p := &painter{buffer: uv.NewScreenBuffer(width, height)}
	p.renderer = uv.NewTerminalRenderer(&p.queue, []string{"TERM=" + termType})
	p.renderer.SetColorProfile(colorprofile.TrueColor)
	p.renderer.SetTabStops(width)
	p.renderer.SetBackspace(true)
	p.renderer.SetScrollOptim(true)
	p.renderer.Resize(width, height)
	p.renderer.EnterAltScreen()
	return p
}

// frame returns the bytes that show lines with the cursor at x, y.
func (p *painter) frame(lines []string, x, y int) []byte {
	p.buffer.Clear()
	uv.NewStyledString(strings.Join(lines, "\n")).Draw(p.buffer, p.buffer.Bounds())
	p.renderer.Render(p.buffer.RenderBuffer)
	p.renderer.MoveTo(x, y)
	return p.flush()
}

func (p *painter) flush() []byte {
	if err := p.renderer.Flush(); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	sent := bytes.Clone(p.queue.Bytes())
	p.queue.Reset()
	return append(append([]byte("\x1b[?25l"), sent...), "\x1b[?25h"...)
}

func (p *painter) resize(width, height int) {
	p.renderer.Erase()
	p.renderer.Resize(width, height)
	p.buffer.Touched = nil
	p.buffer.Resize(width, height)
}

// text is what the renderer believes the screen to show.
func (p *painter) text() string {
	var b strings.Builder
	for y := range p.buffer.Height() {
		for x := range p.buffer.Width() {
			b.WriteString(p.buffer.CellAt(x, y).Content)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// page is a screen of text that changes as a user would change it.
type page struct {
	rand  *rand.Rand
	lines []string
}

var (
	words = []string{
		"今日は", "カンファレンスで", "登壇した。", "東京", "ー、", "「強調」", "plain", "words", "Python", "2022-05-02", " ", "    ",
		"ｶﾞｷﾞ", "か\u3099", "👨‍👩‍👧", "❤️", "…", "─", "é", "🇯🇵", "葛\U000E0100", "----------------------", "　",
	}
	pens = []string{
		"", "", "", "\x1b[1m", "\x1b[31m", "\x1b[38;5;4m", "\x1b[48;2;1;2;3m", "\x1b[4:3m", "\x1b[7m", "\x1b[2;3;9m", "\x1b[1;38;5;200;44m",
		"\x1b]8;;https://example.org/a\x07", "\x1b]8;id=1;file:///b\x1b\\", "\x1b[58;5;3m",
	}
)

func (p *page) line() string {
	var b strings.Builder
	for range p.rand.IntN(8) {
		b.WriteString(pens[p.rand.IntN(len(pens))] + words[p.rand.IntN(len(words))])
		if p.rand.IntN(2) == 0 {
			b.WriteString("\x1b[m\x1b]8;;\x07")
		}
	}
	return b.String() + "\x1b[m\x1b]8;;\x07"
}

func (p *page) change() {
	at := p.rand.IntN(len(p.lines))
	height := len(p.lines)
	switch p.rand.IntN(8) {
	case 0:
		p.lines = slices.Insert(p.lines, at, p.line())[:height]
	case 1:
		p.lines = append(slices.Delete(p.lines, at, at+1), "")
	case 2, 3:
		p.lines[at] += words[p.rand.IntN(len(words))]
	case 4:
		n := 1 + p.rand.IntN(3)
		p.lines = append(slices.Delete(p.lines, 0, n), make([]string, n)...)
	case 5:
		p.lines = slices.Insert(p.lines, 0, p.line(), p.line())[:height]
	case 6:
		p.lines[height-1] = fmt.Sprintf("row %d, %d characters", at, p.rand.IntN(1000))
	case 7:
		clear(p.lines[at:])
	}
}

// compare paints frames and holds the screen behind an Output to the one that
// gets everything. It returns the bytes sent to both.
func compare(t *testing.T, seed uint64, frames int, method ansi.Method) (filtered, plain int) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	width, height := 20+r.IntN(30), 5+r.IntN(10)
	want, got := newScreen(width, height, method), newScreen(width, height, method)
	out := &Output{on: true, write: func(b []byte) (int, error) {
		filtered += len(b)
		return got.Write(b)
	}}
	out.filter.rows.height = func() int { return got.height }
	send := func(b []byte) {
		plain += len(b)
		if _, err := want.Write(b); err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	p := newPainter(width, height, []string{"xterm-256color", "tmux-256color", "linux"}[r.IntN(3)])
	text := page{rand: r, lines: make([]string, height)}
	for i := range text.lines {
		text.lines[i] = text.line()
	}
	strayed := method != ansi.WcWidth // the renderer's own idea of the screen is wrong
	for n := range frames {
		switch r.IntN(30) {
		case 0:
			strayed = true
			send([]byte("\x1b7\x1b[" + fmt.Sprint(1+r.IntN(height)) + ";1H日本 raw\x1b[6n\x1b8"))
		case 1:
			p.renderer.Erase()
		case 2:
			width, height = 20+r.IntN(30), 5+r.IntN(10)
			p.resize(width, height)
			want.resize(width, height)
			got.resize(width, height)
			text.lines = append(text.lines, make([]string, height)...)[:height]
		case 3:
			p.renderer.ExitAltScreen()
			send(p.flush())
			p.renderer.EnterAltScreen()
		}
		text.change()
		send(p.frame(text.lines, r.IntN(width), r.IntN(height)))
		if want.String() != got.String() {
			t.Fatalf("seed %d, frame %d\nwithout the filter\n%s\n\nwith it\n%s", seed, n, want, got)
		}
	}
	if !strayed && want.text() != p.text() {
		t.Fatalf("seed %d\nthis screen\n%s\nthe renderer's\n%s", seed, want.text(), p.text())
	}
	if len(want.unknown) > 0 {
		t.Fatalf("the renderer sends what this screen does not know: %q", want.unknown)
	}
	return filtered, plain
}

func TestOutputShowsTheSame(t *testing.T) {
	for seed := range uint64(24) {
		compare(t, seed, 40, []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth}[seed%2])
	}
}

func FuzzOutput(f *testing.F) {
	f.Add(uint64(1), true)
	f.Fuzz(func(t *testing.T, seed uint64, wc bool) {
		method := ansi.GraphemeWidth
		if wc {
			method = ansi.WcWidth
		}
		compare(t, seed, 40, method)
	})
}

// typing is what the screens of 50 rows of 160 cells show while a sentence of
// Japanese is typed in the middle of a full page, with a count in the last row.
func typing(p *painter, send func([]byte)) (keys int) {
	lines := make([]string, 50)
	for y := range lines {
		lines[y] = strings.Repeat("今日はカンファレンスで登壇した。", 5)
	}
	row := ""
	for _, c := range "昨日の夜に東京へ着いて、朝から会場を歩いた。" {
		row += string(c)
		keys++
		lines[25] = row
		lines[49] = fmt.Sprintf("%d characters", 3000+keys)
		send(p.frame(lines, ansi.StringWidth(row), 25))
	}
	return keys
}

func TestOutputBytesPerKey(t *testing.T) {
	sent, all, first := 0, 0, 0
	out := &Output{on: true, write: func(b []byte) (int, error) {
		sent += len(b)
		return len(b), nil
	}}
	out.filter.rows.height = func() int { return 50 }
	keys := typing(newPainter(160, 50, "xterm-256color"), func(b []byte) {
		if _, err := out.Write(b); err != nil {
			t.Fatal(err)
		}
		all += len(b)
		if first == 0 {
			first, all, sent = len(b), 0, 0
		}
	})
	keys-- // the first frame is the whole page
	t.Logf("page %d bytes; per key %d bytes, %d without the filter", first, sent/keys, all/keys)
	if sent/keys > 1024 {
		t.Errorf("%d bytes for a key, %d without the filter", sent/keys, all/keys)
	}
}

// A page that moves by a row is moved by the terminal, and only the new row is
// sent.
func TestOutputBytesPerScroll(t *testing.T) {
	lines := make([]string, 100)
	for i := range lines {
		lines[i] = strings.Repeat(fmt.Sprintf("%d行目に書いた文。", i), 9)
	}
	p := newPainter(160, 50, "xterm-256color")
	var f filter
	f.rows.height = func() int { return 50 }
	f.frame(p.frame(lines[:50], 0, 0))
	for top := 1; top < 10; top++ {
		b := p.frame(lines[top:top+50], 0, 0)
		if sent := f.frame(b); len(sent) > 1024 {
			t.Errorf("%d bytes for a row, %d without the filter", len(sent), len(b))
		}
	}
}

func TestOutputPassesWhatItDoesNotKnow(t *testing.T) {
	for _, b := range []string{
		"", "plain", "\x1b", "\x1b[", "\x1b[38;5", "\x1b]0;title", "\x1bPq#0;2;0;0;0\x1b\\", "\x1b_Ga=T;AAAA\x1b\\", "\x1bc", "\x1b(B",
		"\x1b[?7l", "\x1b[?7labc\x1b[?7h", "\x1b[?7l\x1b[Kabc\x1b[?7h", "\x1b[?7l\x1b[Kabc\x1b[?7h\x1b[3H", "\x1b[?7l\x1b[K\x1b[2J\x1b[?7h\x1b[1;1H",
		"\x1b[99m\x1b[?7l\x1b[Kabc\x1b[?7h\x1b[1;4H", "\x1b[?7l\x1b[Kabc\x1b[?7h\x1b[99999;1H", "\x1b[999;999H\n\x1b[6n",
	} {
		var f filter
		for range 2 {
			if got := string(f.frame([]byte(b))); got != b {
				t.Errorf("%q became %q", b, got)
			}
		}
	}
}

func TestOutputFilterCanBeSwitchedOff(t *testing.T) {
	var got []string
	out := &Output{on: true, write: func(b []byte) (int, error) {
		got = append(got, string(b))
		return len(b), nil
	}}
	const frame = "\x1b[?7l\x1b[H\x1b[K\x1b[31mあ\x1b[?7h\x1b[1;3H\x1b[m"
	for range 2 {
		if n, err := out.WriteString(frame); n != len(frame) || err != nil {
			t.Fatal(n, err)
		}
	}
	out.SetFilter(false)
	if _, err := out.WriteString(frame); err != nil {
		t.Fatal(err)
	}
	if want := []string{frame, "\x1b[1;3H", frame}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOutputForgetsAfterAnError(t *testing.T) {
	var got []string
	fail := errors.New("the terminal is gone")
	out := &Output{on: true, write: func(b []byte) (int, error) {
		got = append(got, string(b))
		return 0, fail
	}}
	const frame = "\x1b[m\x1b[?7l\x1b[H\x1b[Kあ\x1b[?7h\x1b[1;3H"
	for range 2 {
		if _, err := out.WriteString(frame); err != fail {
			t.Fatalf("error %v", err)
		}
	}
	if got[0] != frame || got[1] != frame {
		t.Errorf("sent %q", got)
	}
}

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

func BenchmarkOutputKey(b *testing.B) {
	var frames [][]byte
	typing(newPainter(160, 50, "xterm-256color"), func(f []byte) { frames = append(frames, f) })
	var f filter
	f.rows.height = func() int { return 50 }
	sent, i := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		sent += len(f.frame(frames[1+i%(len(frames)-1)]))
		i++
	}
	b.ReportMetric(float64(sent)/float64(i), "B/key")
}
