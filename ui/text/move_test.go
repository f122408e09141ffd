package text

import (
	"strings"
	"testing"
)

// walks draws every place a movement comes through, from one end of the text until it stays.
func walks(t *testing.T, text string, start, move func(*Buffer, Pos) Pos) string {
	t.Helper()
	b := New(text)
	at := map[int]bool{}
	p := start(b, Pos{})
	for !at[b.Offset(p)] {
		at[b.Offset(p)] = true
		p = move(b, p)
	}
	var out strings.Builder
	for i := range len(text) + 1 {
		if at[i] {
			out.WriteByte('|')
		}
		if i < len(text) {
			out.WriteByte(text[i])
		}
	}
	return out.String()
}

func TestWalks(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"clusters", "|a|日|か\u3099|👨\u200d👩\u200d👧|🇯🇵|❤\ufe0f|ﾊﾟ|"},
		{"line ends", "|a|\r\n|\n|b|\r|"},
		{"byte order mark", bom + "|a|\n|" + bom + "|"},
		{"bad bytes", "|\xff|\xe3|\x81|あ|"},
	} {
		text := strings.ReplaceAll(c.want, "|", "")
		right, left := walks(t, text, BufferStart, Right), walks(t, text, BufferEnd, Left)
		if right != c.want {
			t.Errorf("%s, right: %q, want %q", c.name, right, c.want)
		}
		if left != c.want {
			t.Errorf("%s, left: %q, want %q", c.name, left, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, right, left string }{
		{"scripts", "|今日|は|Python|3|データ|を|見|た|。|", "|今日|は|Python|3|データ|を|見|た|。|"},
		{"spaces", "|one|  two|\u3000三| |", "|one  |two\u3000|三 |"},
		{"long kana", "|らーめん|スーパー|えー|ス|", "|らーめん|スーパー|えー|ス|"},
		{"long without kana", "|漢|ーーカ|", "|漢|ーーカ|"},
		{"long after long", "|ひーー|カーー|", "|ひーー|カーー|"},
		{"decomposed", "|か\u3099き|ハ\u309a|", "|か\u3099き|ハ\u309a|"},
		{"apostrophe", "|don't| '|quote|'|", "|don't |'|quote|'|"},
		{"names", "|snake_case|.|go|", "|snake_case|.|go|"},
		{"marks", "|時々|は|〆切|と|関|ヶ|原|", "|時々|は|〆切|と|関|ヶ|原|"},
		{"lines", "|one|\r\n|  two|\n|\n|", "|one|\r\n|  |two|\n|\n|"},
	} {
		text := strings.ReplaceAll(c.right, "|", "")
		if got := walks(t, text, BufferStart, WordRight); got != c.right {
			t.Errorf("%s, right: %q, want %q", c.name, got, c.right)
		}
		if got := walks(t, text, BufferEnd, WordLeft); got != c.left {
			t.Errorf("%s, left: %q, want %q", c.name, got, c.left)
		}
	}
}

func TestWord(t *testing.T) {
	for _, c := range []struct{ at, want string }{
		{"|", "{|"},
		{"今|日は", "{今日|は"},
		{"今日|は", "今日{は|"},
		{"データ|", "{データ|"},
		{"らー|めん", "{らーめん|"},
		{"a | b", "a{  |b"},
		{"one\nt|wo\n", "one\n{two|\n"},
		{"a。|", "a{。|"},
	} {
		b, sel := drawn(t, c.at)
		if got := selection(b, Word(b, sel.To)); got != c.want {
			t.Errorf("the word at %q: %q, want %q", c.at, got, c.want)
		}
	}
}

func TestLinesAndParagraphs(t *testing.T) {
	for _, c := range []struct {
		name     string
		move     func(*Buffer, Pos) Pos
		at, want string
	}{
		{"line start", LineStart, "a\nbc|d\n", "a\n|bcd\n"},
		{"line start behind the mark", LineStart, bom + "ab|", bom + "|ab"},
		{"line end", LineEnd, "a\nb|c\r\nd", "a\nbc|\r\nd"},
		{"paragraph start", ParagraphStart, "a\n\nb\nc|\n", "a\n\n|b\nc\n"},
		{"paragraph before", ParagraphStart, "a\nb\n \n|c", "|a\nb\n \nc"},
		{"first paragraph", ParagraphStart, "\n\n|a", "|\n\na"},
		{"paragraph end", ParagraphEnd, "|a\nb\n\nc", "a\nb|\n\nc"},
		{"paragraph after", ParagraphEnd, "a|\n\u3000\nb\nc\n", "a\n\u3000\nb\nc|\n"},
		{"last paragraph", ParagraphEnd, "a|\n\n", "a\n\n|"},
	} {
		b, sel := drawn(t, c.at)
		if got := caret(b, c.move(b, sel.To)); got != c.want {
			t.Errorf("%s from %q: %q, want %q", c.name, c.at, got, c.want)
		}
	}
}

func TestClamp(t *testing.T) {
	b := New("aか\u3099\r\n👨\u200d👩b\n")
	for _, c := range []struct{ p, want Pos }{
		{Pos{0, 1}, Pos{0, 1}},
		{Pos{0, 2}, Pos{0, 7}}, // inside か
		{Pos{0, 4}, Pos{0, 7}}, // before its voicing mark
		{Pos{0, 7}, Pos{0, 7}},
		{Pos{0, 8}, Pos{0, 7}}, // between \r and \n
		{Pos{0, 99}, Pos{0, 7}},
		{Pos{1, 4}, Pos{1, 11}},
		{Pos{1, 7}, Pos{1, 11}},
		{Pos{1, 12}, Pos{1, 12}},
		{Pos{2, 1}, Pos{2, 0}},
		{Pos{7, 1}, Pos{2, 0}},
		{Pos{-1, 5}, Pos{0, 0}},
		{Pos{1, -5}, Pos{1, 0}},
	} {
		if got := Clamp(b, c.p); got != c.want {
			t.Errorf("Clamp(%v) = %v, want %v", c.p, got, c.want)
		}
	}
	if got := Clamp(New(bom), Pos{}); got != (Pos{0, 3}) {
		t.Errorf("Clamp before a byte order mark = %v", got)
	}
}
