package term

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// compare paints frames and holds the screen behind an Output to the one that
// gets everything.
func compare(t *testing.T, seed uint64, frames int, method ansi.Method) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	width, height := 20+r.IntN(30), 5+r.IntN(10)
	want, got := newScreen(width, height, method), newScreen(width, height, method)
	out := &Output{on: true, write: got.Write}
	out.filter.rows.height = func() int { return got.height }
	out.filter.width = func() int { return got.width }
	send := func(b []byte) {
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
}

func TestOutputShowsTheSame(t *testing.T) {
	for seed := range uint64(48) {
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
