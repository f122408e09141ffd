package text

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	for _, s := range []string{
		"", "a", "\n", "\r\n", "\r", "a\n", "a\r\n", "a\rb", "a\n\nb", "a\r\r\nb\n\r", "a\r\nb\nc\r\nd", bom + "a\n",
		"nul\x00\n", "\xff\xfe\n\x80", "か\u3099\n", "no last newline\nlast", "\t tab\u3000\n",
	} {
		if got := New(s).String(); got != s {
			t.Errorf("New(%q).String() = %q", s, got)
		}
	}
}

func TestLines(t *testing.T) {
	b := New("one\r\ntwo\n\rthree\r\r\nfour\r")
	want := []string{"one", "two", "\rthree\r", "four\r"}
	if b.Len() != len(want) {
		t.Fatalf("Len() = %d, want %d", b.Len(), len(want))
	}
	for i, line := range want {
		if got := b.Line(i); got != line {
			t.Errorf("Line(%d) = %q, want %q", i, got, line)
		}
	}
	if want := (Pos{3, 5}); b.End() != want {
		t.Errorf("End() = %v, want %v", b.End(), want)
	}
}

func TestReplace(t *testing.T) {
	for _, c := range []struct{ picture, text, want string }{
		{"|", "a", "a"},
		{"a|c", "b", "abc"},
		{"{abc|", "", ""},
		{"a{\r\n|b\n", "", "ab\n"},
		{"a|b\r\n", "\n", "a\nb\r\n"},
		{"one\nt{wo\nthr|ee\r\n", "X\r\nY\n", "one\ntX\r\nY\nee\r\n"},
		{"a|\nb", "\r", "a\r\nb"},   // now an ending
		{"a\r{b|\nc", "", "a\r\nc"}, // and here
		{"a|b", "x\ny\nz", "ax\ny\nzb"},
	} {
		b, sel := drawn(t, c.picture)
		was := b.String()
		inverse := b.Replace(Edit{sel, c.text})
		if got := b.String(); got != c.want {
			t.Errorf("%q with %q = %q, want %q", c.picture, c.text, got, c.want)
		}
		again := b.Replace(inverse)
		if got := b.String(); got != was {
			t.Errorf("%q with %q and back = %q", c.picture, c.text, got)
		}
		b.Replace(again)
		if got := b.String(); got != c.want {
			t.Errorf("%q with %q, back and again = %q, want %q", c.picture, c.text, got, c.want)
		}
	}
}

func TestReplaceOutside(t *testing.T) {
	b := New("ab\r\ncd")
	inverse := b.Replace(Edit{Span{Pos{9, 9}, Pos{-1, 3}}, "x"})
	if got := b.String(); got != "x" {
		t.Errorf("all replaced by %q, want %q", got, "x")
	}
	b.Replace(inverse)
	if got := b.String(); got != "ab\r\ncd" {
		t.Errorf("and back = %q", got)
	}
	if got := b.Text(Span{Pos{0, 9}, Pos{1, -1}}); got != "\n" {
		t.Errorf("Text from behind a line = %q, want its newline", got)
	}
}

// odd returns a random piece of text, of all that may be found in a file or typed.
func odd(r *rand.Rand) string {
	pieces := [...]string{
		"\n", "\n", "\r\n", "\r\n", "\r", "a", "word ", "  ", "\t", "\u3000", "漢字", "かな", "ー", "。", "か\u3099",
		"\u0301", "👨\u200d👩\u200d👧", "🇯", "🇵", "❤\ufe0f", "ﾊﾟ", "\x00", "\xff", "\xe3\x81", bom, "\u200d",
		"- [ ] ", "> ", "1. ", "葛\U000e0101",
	}
	return pieces[r.IntN(len(pieces))]
}

func oddText(r *rand.Rand, pieces int) string {
	var s strings.Builder
	for range r.IntN(pieces + 1) {
		s.WriteString(odd(r))
	}
	return s.String()
}

func TestOtherLinesKeepTheirBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		s := oddText(r, 40)
		b := New(s)
		if got := b.String(); got != s {
			t.Fatalf("New(%q).String() = %q", s, got)
		}
		before := strings.SplitAfter(s, "\n")
		i := r.IntN(b.Len())
		line := b.Line(i)
		at := r.IntN(len(line) + 1)
		inverse := b.Replace(Edit{Span{Pos{i, at}, Pos{i, len(line)}}, "typed"})
		after := strings.SplitAfter(b.String(), "\n")
		if len(after) != len(before) {
			t.Fatalf("%q: %d lines became %d", s, len(before), len(after))
		}
		for j := range before {
			want := before[j]
			if j == i {
				want = line[:at] + "typed" + before[j][len(line):]
			}
			if after[j] != want {
				t.Fatalf("%q, line %d edited: line %d is %q, want %q", s, i, j, after[j], want)
			}
		}
		b.Replace(inverse)
		if got := b.String(); got != s {
			t.Fatalf("%q edited and back = %q", s, got)
		}
	}
}

func TestOffset(t *testing.T) {
	b := New("ab\r\nc\n\nd")
	for offset := range len(b.String()) + 1 {
		p := b.At(offset)
		if got := b.Offset(p); got != offset {
			t.Errorf("Offset(At(%d) = %v) = %d", offset, p, got)
		}
	}
	for offset, want := range map[int]Pos{-1: {}, 0: {}, 4: {1, 0}, 6: {2, 0}, 7: {3, 0}, 8: {3, 1}, 99: {3, 1}} {
		if got := b.At(offset); got != want {
			t.Errorf("At(%d) = %v, want %v", offset, got, want)
		}
	}
}

func TestTyped(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
		want string
	}{
		{"", 0, "\n"},
		{"a", 0, "\n"},
		{"a\nb", 1, "\n"},
		{"a\r\nb", 0, "\r\n"},
		{"a\r\nb", 1, "\r\n"},
		{"a\r\nb\nc", 1, "\n"},
		{"a\r\nb\nc", 2, "\n"},
	} {
		got := New(c.text).Typed(c.line, "1\n2\r3\r\n\r4")
		want := fmt.Sprintf("1%[1]s2%[1]s3%[1]s%[1]s4", c.want)
		if got != want {
			t.Errorf("typed on line %d of %q: %q, want %q", c.line, c.text, got, want)
		}
	}
}

func TestSnapshotStays(t *testing.T) {
	b := New("one\ntwo\nthree")
	snapshot := b.Snapshot()
	b.Replace(Edit{Span{Pos{0, 0}, Pos{1, 1}}, "x"})
	b.Replace(Edit{Span{b.End(), b.End()}, "\nmore\n"})
	if got := snapshot.String(); got != "one\ntwo\nthree" {
		t.Errorf("the snapshot became %q", got)
	}
	snapshot.Replace(Edit{Span{}, "y"})
	if got := b.String(); got != "xwo\nthree\nmore\n" {
		t.Errorf("the buffer became %q with its snapshot", got)
	}
}
