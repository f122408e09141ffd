package text

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestReplaceAll(t *testing.T) {
	for _, c := range []struct {
		old, now string
		want     Edit
	}{
		{"same\n", "same\n", Edit{Span{Pos{1, 0}, Pos{1, 0}}, ""}},
		{"a\nb\nc\n", "a\nX\nc\n", Edit{Span{Pos{1, 0}, Pos{1, 1}}, "X"}},
		{"か", "か\u3099", Edit{Span{Pos{0, 0}, Pos{0, 3}}, "か\u3099"}},
		{"あ", "い", Edit{Span{Pos{0, 0}, Pos{0, 3}}, "い"}}, // they share two of their three bytes
		{"a\n", "a\r\n", Edit{Span{Pos{0, 1}, Pos{1, 0}}, "\r\n"}},
		{"aa", "aaa", Edit{Span{Pos{0, 2}, Pos{0, 2}}, "a"}},
		{"", "new\n", Edit{Span{}, "new\n"}},
		{"old\n", "", Edit{Span{Pos{0, 0}, Pos{1, 0}}, ""}},
	} {
		b := New(c.old)
		if got := ReplaceAll(b, c.now); got != c.want {
			t.Errorf("%q into %q: %v, want %v", c.old, c.now, got, c.want)
		}
		if b.Replace(c.want); b.String() != c.now {
			t.Errorf("%q into %q makes %q", c.old, c.now, b.String())
		}
	}
}

func TestReplaceAllOfOddTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		old := oddText(r, 12)
		now := oddText(r, 12)
		if r.IntN(2) == 0 {
			at := r.IntN(len(old) + 1)
			now = old[:at] + odd(r) + old[at:]
		}
		b := New(old)
		e := ReplaceAll(b, now)
		for _, p := range []Pos{e.Span.From, e.Span.To} {
			if on := Clamp(b, p); on != p && p.Col >= b.first(p.Line) {
				t.Fatalf("%q into %q: %v is inside a cluster", old, now, p)
			}
		}
		if inverse := b.Replace(e); b.String() != now {
			t.Fatalf("%q into %q makes %q", old, now, b.String())
		} else if b.Replace(inverse); b.String() != old {
			t.Fatalf("%q into %q and back makes %q", old, now, b.String())
		}
	}
}

func TestCaretStaysThroughReload(t *testing.T) {
	for _, c := range []struct{ name, was, want string }{
		{"changed below", "a\nb|c\nd", "a\nb|c\nX\nd"},
		{"changed above", "a\nb|c\nd", "X\na\nb|c\nd"},
		{"inserted at the caret", "a|b", "a|Xb"},
		{"appended behind the caret", "a\nb|", "a\nb|\nX"},
		{"both sides of the caret's line", "top\na\nmid|dle\nb\nend", "TOP\n1\na\nmid|dle\nb\nEND"},
		{"the same line elsewhere too", "top\n\nx\n|\ny\n\nend", "TOP\n1\n2\n\nx\n|\ny\n\nEND"},
		{"the same line elsewhere, nothing else the same", "1\n2\nx|\n3", "x\nB\nx|\nC"},
		{"left part of its line changed", "top\nsome wo|rds\nend", "TOP\nother wo|rds\nEND"},
		{"right part of its line changed", "top\nkeep| it so\nend", "TOP\nkeep| at no\nEND"},
		{"its line changed, the one above not", "top\nmark\nol|d\nend", "TOP\n1\n2\nmark\nnew|\nEND"},
		{"its line gone", "top\na|b\nc\nd\nend", "TOP|"},
		{"line ends changed", "a\nb|c\nd\n", "a\r\nb|c\r\nd\r\n"},
	} {
		b, sel := drawn(t, c.was)
		e := ReplaceAll(b, strings.ReplaceAll(c.want, "|", ""))
		p := Shift(b, sel.To, e)
		b.Replace(e)
		if got := caret(b, Clamp(b, p)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestShift(t *testing.T) {
	e := Edit{Span{Pos{1, 2}, Pos{2, 1}}, "x\nyy\nz"}
	b := New("aaaa\nbbbb\ncccc\ndddd")
	for _, c := range []struct{ p, want Pos }{
		{Pos{0, 3}, Pos{0, 3}},
		{Pos{1, 2}, Pos{1, 2}},
		{Pos{2, 1}, Pos{3, 1}},
		{Pos{2, 4}, Pos{3, 4}},
		{Pos{3, 2}, Pos{4, 2}},
	} {
		if got := Shift(b, c.p, e); got != c.want {
			t.Errorf("%v goes to %v, want %v", c.p, got, c.want)
		}
	}
}
