package term

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// stream is a random frame that repaints every row, does something else and
// repaints again, on a screen of this height.
func stream(r *rand.Rand, height int) []byte {
	var b bytes.Buffer
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	repaints := func() {
		for y := range height {
			y++
			fmt.Fprintf(&b, "\x1b[?7l%s\x1b[%d;1H\x1b[K日%s\x1b[?7h\x1b[%d;%dH",
				pick("", "", "", "", pick(pens...)), y, pick("本", "記", "本"+pick(pens...)), y, 1+r.IntN(4))
			if r.IntN(4) == 0 {
				b.WriteString(pick("\x1b[m", "\x1b[m\x1b]8;;\x07", "\x1b[22m", "\x1b[24m", "\x1b[39;49m", "\x1b[59m", "\x1b[27;29m", "\x1b[53m", pick(pens...)))
			}
		}
		b.WriteString("\x1b[m\x1b]8;;\x07")
	}
	repaints()
	for range 1 + r.IntN(4) {
		n, y := 1+r.IntN(3), 1+r.IntN(height)
		b.WriteString(pick("", fmt.Sprintf("\x1b[%d;1H", y)) + pick(
			"\rtext", "\r日", "\n", "\n", "\r\n", "\x1bM", "\x1bM", "\b", "\t", "\x1b[?25h", "\x1b[3D", "\x1b[7G",
			fmt.Sprintf("\x1b[%d;%dH", y, n), fmt.Sprintf("\x1b[%d;%dH", y, n), fmt.Sprintf("\x1b[%dd", y),
			fmt.Sprintf("\x1b[%dA", n), fmt.Sprintf("\x1b[%dB", n), fmt.Sprintf("\x1b[%dL", n), fmt.Sprintf("\x1b[%dM", n),
			fmt.Sprintf("\x1b[%dS", n), fmt.Sprintf("\x1b[%dT", n), "\x1b[J", pick("\x1b[2J", "\x1b[?1049h", "\x1b7"),
			fmt.Sprintf("\x1b7%s\x1b[%d;1H日本\x1b8", pick(pens...), y), fmt.Sprintf("\x1b7\x1b[%d;1H\x1b[2K\x1b8…", y),
			"\x1b[K", "\x1b[1K", fmt.Sprintf("\x1b[%dX", n), fmt.Sprintf("\x1b[%d@", n), fmt.Sprintf("\x1b[%dP", n),
			fmt.Sprintf("\x1b[%d;%dr", n, height-r.IntN(2)), fmt.Sprintf("\x1b[1;%dr", height), fmt.Sprintf("\ra\x1b[%db", n),
		))
	}
	repaints()
	return b.Bytes()
}

func compareStreams(t *testing.T, seed uint64, known bool) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 2))
	want, got := newScreen(24, 6, ansi.WcWidth), newScreen(24, 6, ansi.WcWidth)
	var f filter
	if known {
		f.rows.height = func() int { return 6 }
	}
	for range 20 {
		b := stream(r, want.height)
		before := want.String()
		if _, err := want.Write(b); err != nil {
			t.Fatal(err)
		}
		sent := f.frame(b)
		if _, err := got.Write(sent); err != nil {
			t.Fatal(err)
		}
		if want.String() != got.String() {
			t.Fatalf("seed %d: %q was sent as %q\nbefore\n%s\nwithout the filter\n%s\nwith it\n%s", seed, b, sent, before, want, got)
		}
	}
}

func TestFilterFollowsTheScreen(t *testing.T) {
	for seed := range uint64(150) {
		compareStreams(t, seed, seed%2 == 0)
	}
}

func TestFilterFollowsOddCases(t *testing.T) {
	const (
		one  = "\x1b[?7l\x1b[1H\x1b[K一\x1b[?7h\x1b[1;3H"
		two  = "\x1b[?7l\x1b[2H\x1b[K二\x1b[?7h\x1b[2;3H"
		skip = "\x1b[2;3H"
	)
	for _, c := range []struct {
		name, before string // sent on a screen of two rows
		height       int    // to which it changes
		after        string
		want         string // sent for both rows
	}{
		{"nothing", "", 2, "", skip},
		{"ASCII in the first row", "\x1b[Habc", 2, "", one + skip},
		{"text in the first row that may spill over", "\x1b[H………", 2, "", one + two},
		{"a line feed in the last row", "\x1b[2H\n", 2, "", "\x1b[1;1H一\x1b[1;3H" + two},
		{"a line feed after growing", "", 3, "\x1b[2H\n", skip},
		{"a line feed after scrolling and growing", "\x1b[1;2r", 3, "\x1b[2H\n", skip},
		{"the last row by its number", "\x1b[999;1H\n", 2, "", one + two},
		{"up past the margin", "\x1b[2;2r\x1b[2H\x1b[5Aabc", 2, "", one + two},
	} {
		t.Run(c.name, func(t *testing.T) {
			height := 2
			var f filter
			f.rows.height = func() int { return height }
			f.frame([]byte(one + two + c.before))
			height = c.height
			f.frame([]byte(c.after))
			if got := string(f.frame([]byte(one + two))); got != c.want {
				t.Errorf("sent %q, want %q", got, c.want)
			}
		})
	}
}

// An attribute that the filter does not know gets through after a repaint that
// was left out, and the pen of the repaint before it.
func TestFilterPassesUnknownAttributes(t *testing.T) {
	var f filter
	const red = "\x1b[m\x1b[?7l\x1b[1H\x1b[K\x1b[31m日\x1b[?7h\x1b[1;3H"
	f.frame([]byte(red + "\x1b[m"))
	if got, want := string(f.frame([]byte(red+"\x1b[53mx"))), "\x1b[m\x1b[0;31m\x1b[53m\x1b[1;3Hx"; got != want {
		t.Errorf("sent %q, want %q", got, want)
	}
}

func FuzzFilter(f *testing.F) {
	f.Add(uint64(1), false)
	f.Fuzz(compareStreams)
}

// Whatever is sent, what holds no repaint passes as it is.
func FuzzFilterBytes(f *testing.F) {
	f.Add([]byte("a\x1b[3;9r\x1b[5S\x1bM\n\x1b[2L\x1b[99999999999999999999B\x1b[J"), []byte("\x1b[9223372036854775807B\x1b[4M"), uint8(3))
	f.Add([]byte("\x1b[?7l\x1b[H\x1b[Kあ\x1b[?7h\x1b[1;3H\x1b[38;5"), []byte("\x1b[?7l\r\x1b[Kあ\x1b[?7h\x1b[1;3H\x1b[31;99m"), uint8(0))
	f.Fuzz(func(t *testing.T, one, two []byte, height uint8) {
		var f filter
		f.rows.height = func() int { return int(height) }
		for _, b := range [][]byte{one, two, one, two} {
			if got := f.frame(b); !bytes.Contains(b, repaintBegin) && !bytes.Equal(got, b) {
				t.Errorf("%q became %q", b, got)
			}
		}
	})
}

// What the terminal is asked costs the row that it is asked in, and the one
// below it, which a sample may have run into.
func TestFilterFollowsTheProbe(t *testing.T) {
	var f filter
	f.rows.height = func() int { return 4 }
	frame := ""
	for y := 1; y <= 4; y++ {
		frame += fmt.Sprintf("\x1b[?7l\x1b[%d;1H\x1b[K\x1b[31m文\x1b[m\x1b[?7h\x1b[%d;3H", y, y)
	}
	f.frame([]byte("\x1b[m" + frame + "\x1b[34m"))
	asked := NewProbe(3).String()
	if got := string(f.frame([]byte(asked))); got != asked {
		t.Errorf("the probe is sent as %q", got)
	}
	const third, fourth = "\x1b[?7l\x1b[3;1H\x1b[K\x1b[31m文\x1b[m\x1b[?7h\x1b[3;3H", "\x1b[?7l\x1b[4;1H\x1b[K\x1b[31m文\x1b[m\x1b[?7h\x1b[4;3H"
	if got, want := string(f.frame([]byte("\x1b[m"+frame))), "\x1b[m\x1b[2;3H"+third+fourth; got != want {
		t.Errorf("the frame after it is sent as %q, want %q", got, want)
	}
}

// A window that becomes taller while a frame is made does not keep the height
// it had as a scrolling region.
func TestFilterEndsStaleRegions(t *testing.T) {
	for _, c := range []struct{ name, was, sent string }{
		{"the old height", "\x1b[3;9r\x1b[2S\x1b[1;16r", "\x1b[r"},
		{"the whole screen", "\x1b[3;9r\x1b[2S\x1b[1;24r", ""},
		{"no region", "", ""},
	} {
		var f filter
		f.rows.height = func() int { return 24 }
		f.frame([]byte(c.was))
		const erase = "\x1b[H\x1b[2J"
		if got, want := string(f.frame([]byte(erase))), "\x1b[H"+c.sent+"\x1b[2J"; got != want {
			t.Errorf("%s: erasing is sent as %q, want %q", c.name, got, want)
		}
		if got := string(f.frame([]byte(erase))); got != erase {
			t.Errorf("%s: erasing again is sent as %q", c.name, got)
		}
	}
}
