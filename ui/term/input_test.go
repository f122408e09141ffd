package term

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
)

// step is one arrival of bytes, after a gap.
type step struct {
	gap  time.Duration
	data string
}

// arrivals feeds an Input from a script instead of a terminal, without a clock.
type arrivals []step

func (a *arrivals) input() *Input { return &Input{read: a.read, ready: a.ready} }

func (a *arrivals) read(p []byte) (int, error) {
	if len(*a) == 0 {
		return 0, io.EOF
	}
	next := &(*a)[0]
	n := copy(p, next.data)
	next.data, next.gap = next.data[n:], 0
	if next.data == "" {
		*a = (*a)[1:]
	}
	return n, nil
}

func (a *arrivals) ready(d time.Duration) bool { return len(*a) > 0 && (*a)[0].gap <= d }

// reads returns what each Read gives until the end of input, empty ones left out.
func reads(t testing.TB, in *Input) []string {
	t.Helper()
	var all []string
	buf := make([]byte, 4096)
	for {
		n, err := in.Read(buf)
		if n > 0 {
			all = append(all, string(buf[:n]))
		}
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

const (
	later   = time.Second
	on, off = "\x1b[200~", "\x1b[201~"
)

func TestInputReads(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []step
		want []string
	}{
		{"a character cut in two", []step{{later, "\xe3"}, {later, "\x81\x82"}}, []string{"あ"}},
		{"a character cut in three", []step{{later, "a\xe3"}, {later, "\x81"}, {later, "\x82"}, {later, "b"}}, []string{"a", "あ", "b"}},
		{"a character that never comes", []step{{later, "\xe3"}, {later, "a"}}, []string{"\xe3a"}},
		{"the start of a character at the end", []step{{later, "a\xf0\x9f"}}, []string{"a", "\xf0\x9f"}},
		{"bytes that are no UTF-8", []step{{later, "\x82\xff\xc0a"}}, []string{"\x82\xff\xc0a"}},

		{"Escape", []step{{later, "\x1b"}, {later, "x"}}, []string{"\x1b[27u", "x"}},
		{"Escape and text", []step{{later, "\x1bあ"}}, []string{"\x1b[27uあ"}},
		{"Escape and half a character", []step{{later, "\x1b\xe3"}, {later, "\x81\x82"}}, []string{"\x1b[27u", "あ"}},
		{"Escape and text soon", []step{{later, "\x1b"}, {time.Millisecond, "あ"}}, []string{"\x1b[27uあ"}},
		{"Alt and a letter", []step{{later, "\x1ba"}}, []string{"\x1ba"}},
		{"an arrow in two reads", []step{{later, "\x1b["}, {time.Millisecond, "A"}}, []string{"\x1b[A"}},
		{"Alt and [", []step{{later, "\x1b["}, {later, "x"}}, []string{"\x1b[", "x"}},
		{"arrows held down", []step{{later, strings.Repeat("\x1b[B", 200)}}, []string{strings.Repeat("\x1b[B", 200)}},
		{"a report", []step{{later, "\x1b]11;rgb:00/00/00\x1b\\"}}, []string{"\x1b]11;rgb:00/00/00\x1b\\"}},

		{"F1 in two reads", []step{{later, "\x1bO"}, {time.Millisecond, "P"}}, []string{"\x1bOP"}},
		{"a report and then a commit", []step{{later, "\x1b]11;rgb:00/00/00\x07"}, {later, "日本"}},
			[]string{"\x1b]11;rgb:00/00/00\x07", on + "日本" + off}},

		{"one character", []step{{later, "あ"}}, []string{"あ"}},
		{"one cluster", []step{{later, "か\u3099"}}, []string{"か\u3099"}},
		{"a commit", []step{{later, "日本語"}}, []string{on + "日本語" + off}},
		{"a commit and Enter", []step{{later, "日本語\r"}}, []string{on + "日本語" + off + "\r"}},
		{"one character and Enter", []step{{later, "あ\r"}}, []string{"あ\r"}},
		{"a commit cut in a character", []step{{later, "日本\xe8"}, {time.Millisecond, "\xaa\x9e"}}, []string{on + "日本", "語" + off}},
		{"a commit cut for long", []step{{later, "日本\xe8"}, {later, "\xaa\x9e"}}, []string{on + "日本" + off, "語"}},
		{"fast typing", []step{{later, "hjkl"}}, []string{"hjkl"}},
		{"a key held down", []step{{later, strings.Repeat("j", 40)}}, []string{strings.Repeat("j", 40)}},
		{"a line", []step{{later, "git commit --amend"}}, []string{on + "git commit --amend" + off}},
		{"two lines", []step{{later, "日本\r語\r"}}, []string{on + "日本\r語\r" + off}},
		{"text and Tab", []step{{later, "日本\t語"}}, []string{"日本\t語"}},
		{"text and Backspace", []step{{later, "日本\x7f"}}, []string{"日本\x7f"}},
		{"text and an arrow", []step{{later, "日本\x1b[D"}}, []string{"日本\x1b[D"}},
		{"a burst and then keys", []step{{later, "日本"}, {0, "\x1b[D"}}, []string{on + "日本", off + "\x1b[D"}},
		{"two bursts apart", []step{{later, "日本"}, {later, "語学"}}, []string{on + "日本" + off, on + "語学" + off}},
		{"two bursts together", []step{{later, "日本"}, {0, "語\t学"}}, []string{on + "日本", "語\t学" + off}},
		{"a burst at the end of input", []step{{later, "日本\xe8"}}, []string{on + "日本" + off, "\xe8"}},
		{"text inside a cut sequence", []step{{later, "\x1b[20"}, {later, "0~日本"}}, []string{"\x1b[20", "0~日本"}},

		{"a paste", []step{{later, on + "日本\t\x1b[Aあ" + off + "x"}}, []string{on + "日本\t\U0010FE1B[Aあ" + off + "x"}},
		{"a paste cut everywhere", []step{{later, "\x1b[2"}, {0, "00~\xe3"}, {later, "\x81\x82\x1b[20"}, {later, "1~"}},
			[]string{on, "あ", off}},
		{"Escape inside a paste", []step{{later, on + "\x1bあ" + off}}, []string{on + "\U0010FE1Bあ" + off}},
		{"no text inside a paste", []step{{later, on + "\xffa\xed\xa0\x80" + off}}, []string{on + "\U0010FEFFa\U0010FEED\U0010FEA0\U0010FE80" + off}},
		{"a veiled byte that is pasted", []step{{later, "日本\U0010FE1B\r"}}, []string{on + "日本\U0010FEF4\U0010FE8F\U0010FEB8\U0010FE9B" + off + "\r"}},
		{"a key cut in two behind the end of a paste", []step{{later, on + "xx"}, {0, "yy" + off + "\x1b"}, {0, "[A"}},
			[]string{on + "xx", "yy" + off + "\x1b[A"}},
		{"a key cut in two behind a whole paste", []step{{later, on + "xx" + off + "\x1b["}, {0, "A"}}, []string{on + "xx" + off + "\x1b[A"}},
		{"Escape behind a paste", []step{{later, on + "xx" + off + "\x1b"}, {later, "j"}}, []string{on + "xx" + off + "\x1b[27u", "j"}},
		{"Escape inside a paste that goes on", []step{{later, "a" + on + "xx\x1b"}, {later, "あ" + off}}, []string{"a" + on + "xx", "\U0010FE1Bあ" + off}},
		{"a paste after a burst", []step{{later, "日本"}, {0, on + "語" + off}}, []string{on + "日本", off + on + "語" + off}},
	} {
		t.Run(c.name, func(t *testing.T) {
			script := arrivals(c.in)
			got := reads(t, script.input())
			if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestInputLongBurstIsOnePaste(t *testing.T) {
	text := strings.Repeat("今日は晴れ。\r", 5000)
	script := arrivals{{later, text}}
	got := strings.Join(reads(t, script.input()), "")
	if got != on+text+off {
		t.Errorf("%d bytes in one go became %d bytes with %d paste marks", len(text), len(got), strings.Count(got, on))
	}
	script = arrivals{{later, text[:3000]}, {bulkWait, text[3000:6000]}, {bulkWait, text[6000:]}}
	if got := strings.Join(reads(t, script.input()), ""); got != on+text+off {
		t.Errorf("packets close to each other became %d pastes", strings.Count(got, on))
	}
}

// A Read must never give less than is there, since Bubble Tea calls it only
// when the terminal has something new.
func TestInputLeavesNothingBehind(t *testing.T) {
	for _, data := range []string{
		strings.Repeat("\x1bあ", 1000), strings.Repeat("\x1b\xff", 2000), strings.Repeat("日本語", 1000), on + strings.Repeat("\x1b\xff", 2000),
	} {
		script := arrivals{{later, data}}
		in := script.input()
		buf := make([]byte, 4096)
		for len(script) > 0 {
			if _, err := in.Read(buf); err != nil {
				t.Fatal(err)
			}
			if len(in.out) > 0 {
				t.Fatalf("%d bytes of %.10q… stay behind", len(in.out), data)
			}
		}
	}
}

// same reports whether out can be in with paste marks put in, with the Escape
// key for some of its ESC, and with some of its bytes veiled.
func same(in, out []byte) bool {
	type place struct{ in, out int }
	seen := map[place]bool{}
	todo := []place{{0, 0}}
	for len(todo) > 0 {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[p] {
			continue
		}
		seen[p] = true
		from, to := in[p.in:], out[p.out:]
		if len(from) == 0 && len(to) == 0 {
			return true
		}
		if bytes.HasPrefix(to, pasteBegin) || bytes.HasPrefix(to, pasteEnd) {
			todo = append(todo, place{p.in, p.out + len(pasteBegin)})
		}
		if len(from) > 0 && from[0] == 0x1b && bytes.HasPrefix(to, escapeKey) {
			todo = append(todo, place{p.in + 1, p.out + len(escapeKey)})
		}
		if r, n := utf8.DecodeRune(to); len(from) > 0 && r == veil+rune(from[0]) {
			todo = append(todo, place{p.in + 1, p.out + n})
		}
		if len(from) > 0 && len(to) > 0 && from[0] == to[0] {
			todo = append(todo, place{p.in + 1, p.out + 1})
		}
	}
	return false
}

func FuzzInput(f *testing.F) {
	f.Add([]byte("a\x1b[200~日本\x1b[201~語です\x1bあ\x1b"), []byte{1, 130, 3, 7, 200})
	f.Add([]byte("\xe3\x81\x82\xff\xf0\x9f\x91\x1b[A日本語\r"), []byte{1, 1, 129, 1})
	f.Add([]byte("日本語\x1b[20"+"1~\x1b[2"+"00~"), []byte{9, 4, 2, 4})
	f.Add([]byte("\x1b[27u\x1b\x1b[27u\x1b\x1bあ"), []byte{2, 5})
	f.Fuzz(func(t *testing.T, data, cuts []byte) {
		var script arrivals
		left := string(data)
		for i := 0; left != ""; i++ {
			n, gap := len(left), time.Duration(0)
			if i < len(cuts) { // the low bits are the size, the high bit is a gap
				n, gap = min(n, 1+int(cuts[i]&0x7f)), time.Duration(cuts[i]>>7)*later
			}
			script = append(script, step{gap, left[:n]})
			left = left[n:]
		}
		in := script.input()
		got := []byte(strings.Join(reads(t, in), ""))
		if !same(data, got) {
			t.Errorf("in  %q\nout %q", data, got)
		}
		if in.burst {
			t.Errorf("%q leaves a paste open: %q", data, got)
		}
	})
}

// events writes each part into a pipe, the gap apart, and returns what Bubble
// Tea's own reader makes of it through wrap.
func events(t *testing.T, gap time.Duration, wrap func(*os.File) io.Reader, parts ...string) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	cancel, err := uv.NewCancelReader(wrap(r))
	if err != nil {
		t.Fatal(err)
	}
	found := make(chan uv.Event)
	go func() {
		defer close(found)
		if err := uv.NewTerminalReader(cancel, "xterm-256color").StreamEvents(context.Background(), found); err != nil {
			t.Error(err)
		}
	}()
	go func() {
		defer w.Close()
		for i, part := range parts {
			if i > 0 {
				time.Sleep(gap)
			}
			if _, err := io.WriteString(w, part); err != nil {
				t.Error(err)
			}
		}
		time.Sleep(2 * gap) // the end of input is not the end of an escape sequence
	}()
	var names []string
	for e := range found {
		switch e := e.(type) {
		case uv.PasteEvent:
			names = append(names, fmt.Sprintf("paste(%s)", Pasted(e.Content)))
		case uv.PasteStartEvent, uv.PasteEndEvent:
		case uv.KeyPressEvent:
			names = append(names, e.String())
		default:
			names = append(names, fmt.Sprintf("%T", e))
		}
	}
	return strings.Join(names, " ")
}

func TestBubbleTeaReadsInput(t *testing.T) {
	wrapped := func(f *os.File) io.Reader { return NewInput(f) }
	plain := func(f *os.File) io.Reader { return f }
	for _, c := range []struct {
		name      string
		gap       time.Duration
		parts     []string
		want, raw string // what arrives through an Input, and without one; "?" if that depends on time
	}{
		{"a character cut by a slow line", 120 * time.Millisecond, []string{"\xe3", "\x81\x82"},
			"あ", "uv.UnknownEvent ctrl+alt+A ctrl+alt+B"},
		{"a paste cut in a character", 120 * time.Millisecond, []string{on + "日\xe6", "\x9c\xac" + off},
			"paste(日本)", "paste(日)"},
		{"a paste cut in its end mark", 120 * time.Millisecond, []string{on + "日本\x1b[20", "1~"},
			"paste(日本)", ""},
		{"Escape and text", 10 * time.Millisecond, []string{"\x1bあ"}, "esc あ", "alt+あ"},
		{"Escape and text soon after", 10 * time.Millisecond, []string{"\x1b", "あ"}, "esc あ", "?"},
		{"Escape", 600 * time.Millisecond, []string{"\x1b", "j"}, "esc j", "esc j"},
		{"a paste of control characters", 10 * time.Millisecond, []string{on + "a\x1b[31mb\x00\x07\t\x1b]0;c\a\x7f\u009b\u2028\xffd\xed\xa0\x80e" + off},
			"paste(a\x1b[31mb\x00\x07\t\x1b]0;c\a\x7f\u009b\u2028\xffd\xed\xa0\x80e)", "?"},
		{"a commit", 600 * time.Millisecond, []string{"日本\r"}, "paste(日本) enter", "日 本 enter"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := events(t, c.gap, wrapped, c.parts...); got != c.want {
				t.Errorf("through Input: %q, want %q", got, c.want)
			}
			if c.raw == "?" {
				return
			}
			if got := events(t, c.gap, plain, c.parts...); got != c.raw {
				t.Errorf("without Input: %q, want %q; if Bubble Tea mended it, Input can go", got, c.raw)
			}
		})
	}
}
