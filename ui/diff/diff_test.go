package diff

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// texts returns the two texts that a difference is of.
func texts(d Diff) (old, new string) {
	for _, p := range d {
		old += Join(p.Old)
		new += Join(p.New)
	}
	return old, new
}

// marked writes the lines of hunks with what is lit in brackets.
func marked(d Diff) string {
	var b strings.Builder
	put := func(mark string, list []Line) {
		for _, l := range list {
			whole, at := l.Text+l.End, 0
			b.WriteString(mark)
			for _, s := range l.Lit {
				b.WriteString(whole[at:s.From] + "[" + whole[s.From:s.To] + "]")
				at = s.To
			}
			b.WriteString(whole[at:] + "|")
		}
	}
	for _, p := range d {
		if p.Same {
			put(" ", p.New)
			continue
		}
		put("-", p.Old)
		put("+", p.New)
	}
	return strings.NewReplacer("\r", `\r`, "\n", "").Replace(b.String())
}

func TestOf(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"nothing", "", "", ""},
		{"the same", "a\nb\n", "a\nb\n", " a| b|"},
		{"no end of the last line", "a\nb", "a\nb\n", " a| b|"},
		{"a line more", "a\n", "a\nb\n", " a|+[b]|"},
		{"a line more after one without an end", "a", "a\nb\n", " a|+[b]|"},
		{"a line less", "a\nb\nc\n", "a\nc\n", " a|-[b]| c|"},
		{"a word", "the old house\n", "the new house\n", "-the [old] house|+the [new] house|"},
		{"a Japanese word", "今日は雨が降った。\n", "今日は雪が降った。\n", "-今日は[雨]が降った。|+今日は[雪]が降った。|"},
		{"words put in", "今日は雨\n", "今日は朝から雨\n", "-今日は雨|+今日は[朝から]雨|"},
		{"nothing in common", "one two three\n", "quite other words\n", "-[one two three]|+[quite other words]|"},
		{"a line cut in two", "one two three four\n", "one two\nthree four\n", "-one two[ ]three four|+one two[]|+three four|"},
		{"how the last line ends", "a b\nc d", "a b\nc x\n", " a b|-c [d]|+c [x]|"},
		{"how a line ends", "a b\r\n", "a b\n", `-a b[\r]|+a b[]|`},
		{"begun on both sides", "", "a\n", "+[a]|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Of(c.old, c.new)
			if got := marked(d); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if old, new := texts(d); old != c.old || new != c.new {
				t.Errorf("the difference is of %q and %q", old, new)
			}
		})
	}
}

// A difference holds both texts, byte for byte, and what it calls the same is.
func TestOfHoldsBoth(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 6))
	pieces := []string{"a", "b c", "\n", "\n", "\r\n", "雨が", "降った。", "\xff", "\t", " ", "long word "}
	some := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return b.String()
	}
	for range 20_000 {
		head, tail := some(rng.IntN(12)), some(rng.IntN(12))
		old, new := head+some(rng.IntN(6))+tail, head+some(rng.IntN(6))+tail
		d := Of(old, new)
		if o, n := texts(d); o != old || n != new {
			t.Fatalf("the difference of %q and %q is of %q and %q", old, new, o, n)
		}
		for i, p := range d {
			switch {
			case i > 0 && p.Same == d[i-1].Same:
				t.Fatalf("%q, %q: two parts that are one", old, new)
			case p.Same && len(p.Old) != len(p.New), !p.Same && len(p.Old)+len(p.New) == 0:
				t.Fatalf("%q, %q: part %d holds %d and %d lines", old, new, i, len(p.Old), len(p.New))
			}
			for _, side := range [][]Line{p.Old, p.New} {
				for _, l := range side {
					at := 0
					for _, s := range l.Lit {
						if p.Same || s.From < at || s.To <= s.From || s.To > len(l.Text+l.End) {
							t.Fatalf("%q, %q: %+v is lit", old, new, l)
						}
						at = s.To
					}
				}
			}
		}
	}
}

func BenchmarkOf(b *testing.B) {
	day := strings.Repeat("今日は朝から雨が降っていたので、家で本を読んだ。\n\n", 40)
	for name, pair := range map[string][2]string{
		"a word in a day": {day, strings.Replace(day, "本を読んだ", "手紙を書いた", 1)},
		"a megabyte":      {strings.Repeat(day, 400), strings.Repeat(day, 399) + "end\n"},
		"nothing alike":   {strings.Repeat("a b c d e f g\n", 5000), strings.Repeat("h i j k l m n\n", 5000)},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(pair[0])))
			for b.Loop() {
				Of(pair[0], pair[1])
			}
		})
	}
}
