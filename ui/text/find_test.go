package text

import (
	"slices"
	"strings"
	"testing"
)

// plainly matches a literal without regard to the case of ASCII letters.
func plainly(literal string) func(string) [][2]int {
	lower := func(s string) string {
		folded := []byte(s)
		for i, c := range folded {
			if c >= 'A' && c <= 'Z' {
				folded[i] = c + 'a' - 'A'
			}
		}
		return string(folded)
	}
	literal = lower(literal)
	return func(line string) [][2]int {
		var found [][2]int
		line = lower(line)
		for at := 0; literal != ""; {
			n := strings.Index(line[at:], literal)
			if n < 0 {
				break
			}
			found = append(found, [2]int{at + n, at + n + len(literal)})
			at += n + len(literal)
		}
		return found
	}
}

func TestFind(t *testing.T) {
	b := New("Go go\r\n日本GO\n\ngo")
	want := []Span{{Pos{0, 0}, Pos{0, 2}}, {Pos{0, 3}, Pos{0, 5}}, {Pos{1, 6}, Pos{1, 8}}, {Pos{3, 0}, Pos{3, 2}}}
	if got := Find(b, plainly("go")); !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	between := func(string) [][2]int { return [][2]int{{0, 0}} } // as a regular expression may
	if got := Find(b, between); len(got) != 0 {
		t.Errorf("found nothing at %v", got)
	}
	decomposed := New("xか\u3099か xか")
	if got, want := Find(decomposed, plainly("か")), []Span{{Pos{0, 7}, Pos{0, 10}}, {Pos{0, 12}, Pos{0, 15}}}; !slices.Equal(got, want) {
		t.Errorf("found か at %v, want %v: not in が", got, want)
	}
	if got, want := Find(decomposed, plainly("xか")), []Span{{Pos{0, 11}, Pos{0, 15}}}; !slices.Equal(got, want) {
		t.Errorf("found xか at %v, want %v: not in が", got, want)
	}
}

func TestNextAndPrevMatch(t *testing.T) {
	found := Find(New("a-a\na"), plainly("a"))
	for _, c := range []struct {
		p          Pos
		next, prev int
	}{
		{Pos{0, 0}, 0, 2},
		{Pos{0, 1}, 1, 0},
		{Pos{0, 2}, 1, 0},
		{Pos{0, 3}, 2, 1},
		{Pos{1, 0}, 2, 1},
		{Pos{1, 1}, 0, 2},
	} {
		if got := NextMatch(found, c.p); got != c.next {
			t.Errorf("next match from %v = %d, want %d", c.p, got, c.next)
		}
		if got := PrevMatch(found, c.p); got != c.prev {
			t.Errorf("match before %v = %d, want %d", c.p, got, c.prev)
		}
	}
	if NextMatch(nil, Pos{}) != -1 || PrevMatch(nil, Pos{}) != -1 {
		t.Error("a match among none")
	}
}

func TestReplaceMatches(t *testing.T) {
	const text = "x = 1\r\ny = x\n"
	b := New(text)
	inverse := b.Replace(ReplaceMatches(b, Find(b, plainly("x")), "z²"))
	if got := b.String(); got != "z² = 1\r\ny = z²\n" {
		t.Errorf("replaced: %q", got)
	}
	if b.Replace(inverse); b.String() != text {
		t.Errorf("and taken back: %q", b.String())
	}
	if e := ReplaceMatches(b, nil, "z"); !e.Empty() {
		t.Errorf("no match replaced by %v", e)
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		s                 string
		characters, words int
	}{
		{"", 0, 0},
		{" \t\r\n\u3000", 0, 0},
		{"don't panic", 10, 2},
		{"it’s", 4, 1},
		{"日本語", 3, 0},
		{"PyCon USに3回", 10, 3},
		{"か\u3099👨\u200d👩\u200d👧🇯🇵", 3, 0},
		{"well-known, foo—bar", 18, 3},
		{"Go、Rust", 7, 2},
		{"-- ** --", 6, 0},
		{bom + "a\x00b\u200bc", 3, 1},
		{"e\u0301te\u0301", 3, 1},
		{"\xff\xfe", 2, 0},
		{"Привет мир", 9, 2},
	} {
		if characters, words := Count(c.s); characters != c.characters || words != c.words {
			t.Errorf("Count(%q) = %d, %d, want %d, %d", c.s, characters, words, c.characters, c.words)
		}
	}
}

func TestCountIsSumOfLines(t *testing.T) {
	s := strings.Repeat("日記 diary no. 1\r\n\nか\u3099 e\u0301\r\r\n", 3)
	characters, words := Count(s)
	b := New(s)
	for i := range b.Len() {
		c, w := Count(b.Line(i))
		characters, words = characters-c, words-w
	}
	if characters != 0 || words != 0 {
		t.Errorf("the lines lack %d characters and %d words", characters, words)
	}
}
