package text

import (
	"math/rand/v2"
	"testing"
)

// What Changed is told, made on plain bytes, gives the text of the buffer:
// through edits anywhere, undo and redo.
func TestChangedTellsEveryChange(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"", "a", "雨\n", "\r\n", "one\ntwo\nthree", "👨‍👩‍👧", "\xff"}
	for range 200 {
		plain := "# 一日\r\n\r\nline\n\nlast"
		b, h := New(plain), History{}
		b.Changed = func(from, to int, text string) { plain = plain[:from] + text + plain[to:] }
		place := func() Pos { return Pos{rng.IntN(b.Len()), rng.IntN(20)} }
		for range 40 {
			switch rng.IntN(5) {
			case 0:
				h.Undo(b)
			case 1:
				h.Redo(b)
			default:
				e := Edit{Span{place(), place()}, pieces[rng.IntN(len(pieces))]}
				h.Add(b.Replace(e), Selection{}, Selection{}, rng.IntN(2) == 0)
			}
			if b.String() != plain {
				t.Fatalf("the buffer holds %q, what it told gives %q", b.String(), plain)
			}
		}
	}
}

// The price of one character in the middle of 1 MB, with somebody listening.
func BenchmarkChanged(bench *testing.B) {
	b := New(diary())
	told := 0
	b.Changed = func(from, _ int, _ string) { told += from }
	at := Pos{b.Len() / 2, 0}
	for bench.Loop() {
		b.Replace(Edit{Span{at, at}, "a"})
		b.Replace(Edit{Span{at, Pos{at.Line, 1}}, ""})
	}
}
