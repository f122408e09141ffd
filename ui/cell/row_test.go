package cell

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// rows cuts text as Rows says.
func rows(r Ruler, text string, width int) []string {
	var out []string
	at := 0
	for _, end := range r.Rows(text, width) {
		out = append(out, text[at:end])
		at = end
	}
	return out
}

func TestRows(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  string // rows joined by |
	}{
		{"", 10, ""},
		{"あいう", 10, "あいう"},
		{"あいうえおかきくけこ。さしすせそ", 20, "あいうえおかきくけ|こ。さしすせそ"},
		{"あいうえおかきくけ「こさしすせそ」", 20, "あいうえおかきくけ|「こさしすせそ」"},
		{"今日はPython Conference US 2022で登壇した", 20, "今日はPython |Conference US 2022で|登壇した"},
		{"一二三四五六七八九十一二三四五六七八九十", 21, "一二三四五六七八九十|一二三四五六七八九十"},
		{"❤\ufe0fと❤\ufe0fと", 3, "❤\ufe0fと|❤\ufe0fと"},
		{"実は、PyCon USでの登壇は、二回目です。", 30, "実は、PyCon USでの登壇は、二回|目です。"},
		// spaces hang, at the start of the paragraph they stay
		{"abc   def", 3, "abc   |def"},
		{"　字下げの文", 6, "　字下|げの文"},
		{"終わり！　次の文", 8, "終わり！　|次の文"},
		{"   あいう", 4, "   |あい|う"},
		{"          ", 4, "          "},
		{"a\u00a0b c", 3, "a\u00a0b |c"},
		{"abc\tdef", 3, "abc\t|def"},
		// what must stay whole
		{"あいう――えお", 7, "あいう|――えお"},
		{"あいう……えお", 7, "あい|う……え|お"},
		{"値段は１２，０００円", 10, "値段は|１２，００|０円"},
		{"値段は１２，０００円", 12, "値段は|１２，０００|円"},
		{"言語はC++です", 8, "言語は|C++です"},
		{"合計2,022円", 8, "合計|2,022円"},
		{"期間は4/28から", 8, "期間は|4/28から"},
		{"来月〜再来月", 4, "来|月〜|再来|月"},
		{"来月～再来月", 4, "来|月～|再来|月"},
		{"それは、“彼”", 8, "それは、|“彼”"},
		{"ああ 、b", 6, "あ|あ 、b"},
		{"か\u3099き\u3099く\u3099け\u3099", 4, "か\u3099き\u3099|く\u3099け\u3099"},
		{"\x1b[2Jabc def", 7, "\x1b[2Jabc |def"},
		// links
		{"https://example.com/slides/go-conference", 20, "https://example.com/|slides/go-conference"},
		{"https://example.com/slides/go-conference", 16, "https://|example.com/|slides/go-|conference"},
		// what fits nowhere
		{"supercalifragilistic", 8, "supercal|ifragili|stic"},
		{"「「「「「「", 8, "「「「「|「「"},
		{"、、、、、、", 8, "、、、、|、、"},
		{"ああ、、、、、", 8, "あ|あ、、、|、、"},
		{"a.verylongname", 11, "a.|verylongnam|e"},
		{"「「「「Python", 10, "「「「「Py|thon"},
		{"「「「「「Python", 10, "「「「「「|Python"},
		{"漢字", 1, "漢|字"},
		{"漢 字", 1, "漢 |字"},
		{"漢字", 0, "漢|字"},
		{"ab", -1, "a|b"},
	} {
		if got := strings.Join(rows(Ruler{}, test.text, test.width), "|"); got != test.want {
			t.Errorf("%q at %d: %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestRowsFollowTheTerminal(t *testing.T) {
	text := "❤\ufe0f❤\ufe0f①②③"
	if got := rows(byCluster, text, 4); !slices.Equal(got, []string{"❤\ufe0f❤\ufe0f", "①②③"}) {
		t.Errorf("where the selector widens: %q", got)
	}
	if got := rows(eastAsian, text, 4); !slices.Equal(got, []string{"❤\ufe0f❤\ufe0f", "①②", "③"}) {
		t.Errorf("where ambiguous characters are wide: %q", got)
	}
}

// One token of an alphabetic script or one number, as readers see it.
var token = regexp.MustCompile(`[0-9]+([.,:/][0-9]+)*|[A-Za-zÀ-ÿ]+`)

// TestProse holds what a reader of real text notices, at every width of a terminal. Only a run that is wider than the row
// may be cut in a way that shows, and from 24 cells on there is none.
func TestProse(t *testing.T) {
	for _, paragraph := range paragraphs {
		tokens := token.FindAllStringIndex(paragraph, -1)
		longest := widestRun(paragraph)
		if longest > 24 {
			t.Errorf("a run of %d cells in %q", longest, paragraph)
		}
		for width := 4; width <= 120; width++ {
			if width%12 == 4 { // slow
				checkRows(t, Ruler{}, paragraph, width)
			}
			if width < longest {
				continue
			}
			at := 0
			for _, row := range rows(Ruler{}, paragraph, width) {
				first, _ := utf8.DecodeRuneInString(row)
				if at > 0 && strings.ContainsRune(noStart, first) {
					t.Errorf("at %d a row begins %q", width, row)
				}
				at += len(row)
				last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(row, " 　"))
				if at < len(paragraph) && strings.ContainsRune(noEnd, last) {
					t.Errorf("at %d a row ends %q", width, row)
				}
				for _, span := range tokens {
					if span[0] < at && at < span[1] {
						t.Errorf("at %d %q is cut: %q", width, paragraph[span[0]:span[1]], row)
					}
				}
			}
		}
	}
}

// widestRun returns the cells of the widest run of text that may not be broken.
func widestRun(text string) int {
	rules := segment(text, Prev(text, len(text)))
	defer rules.release()
	widest, from := 0, 0
	for at := Next(text, 0); at < len(text); at = Next(text, at) {
		if badness(text, at, rules) == 0 {
			widest = max(widest, Ruler{}.Width(strings.TrimRight(text[from:at], " 　")))
			from = at
		}
	}
	return max(widest, Ruler{}.Width(text[from:]))
}

// checkRows fails unless the rows of text keep what Row promises, worked out here from the whole of what is left of the text
// rather than from the row.
func checkRows(t *testing.T, r Ruler, text string, width int) {
	t.Helper()
	at := 0
	for i, row := range rows(r, text, width) {
		rest := text[at:]
		if n := r.Row(rest, width); n != len(row) {
			t.Fatalf("%+q at %d: row %d is %+q, but %+q on its own", text, width, i, row, rest[:n])
		}
		if problem := wrong(r, rest, row, width); problem != "" {
			t.Fatalf("%+q at %d: row %d %+q %s", text, width, i, row, problem)
		}
		at += len(row)
	}
	if at != len(text) {
		t.Fatalf("%+q at %d: the rows end at %d", text, width, at)
	}
}

// wrong says what is wrong with row as the first row of text.
func wrong(r Ruler, text, row string, width int) string {
	if row == "" {
		if text != "" {
			return "is empty"
		}
		return ""
	}
	var boundaries []int
	for at, cluster := range Clusters(text) {
		if boundaries = append(boundaries, at+len(cluster)); at+len(cluster) > len(row) {
			break
		}
	}
	if !slices.Contains(boundaries, len(row)) {
		return "cuts a cluster"
	}
	ink := row
	for ink != "" && hangs(ink[Prev(ink, len(ink)):]) {
		ink = ink[:Prev(ink, len(ink))]
	}
	if Next(ink, 0) < len(ink) && r.Width(ink) > width {
		return "is too wide"
	}
	if len(row) == len(text) {
		return ""
	}
	if hangs(text[len(row):Next(text, len(row))]) {
		return "leaves a space to the next row"
	}
	limit := len(row)
	for limit < len(text) && r.Width(text[:Next(text, limit)]) <= width {
		limit = Next(text, limit)
	}
	rules := segment(text, Prev(text, len(text))) // all of it
	defer rules.release()
	best, found := badness(text, len(row), rules), len(row)
	for at := Next(text, 0); at <= limit && at < len(text); at = Next(text, at) {
		if b := badness(text, at, rules); b < best || b == best && at > found {
			return fmt.Sprintf("ends worse (%d) than it would at %d (%d)", best, at, b)
		}
	}
	return ""
}

// badness grades a place to break: 0 allowed, 1 outside of words, 2 inside a word, 3 against the tables, 4 before a space.
func badness(text string, at int, rules *segmentation) int {
	if hangs(text[at:Next(text, at)]) {
		return 4
	}
	switch p := placeAt(text, at); {
	case p.barred():
		return 3
	case rules.allow(at) && !p.tied():
		return 0
	case !p.inWord():
		return 1
	}
	return 2
}

// Text further away than two clusters past the row must not change the row.
func TestRowLooksNoFurther(t *testing.T) {
	for _, paragraph := range paragraphs {
		for width := 4; width <= 80; width += 7 {
			n := (Ruler{}).Row(paragraph, width)
			limit := (Ruler{}).fill(paragraph, width)
			seen := Next(paragraph, Next(paragraph, limit))
			if seen == len(paragraph) {
				continue
			}
			for _, tail := range []string{"", " x", "、", "”", "9", "\u0301x"[2:]} {
				if got := (Ruler{}).Row(paragraph[:seen]+tail, width); got != n {
					t.Errorf("row of %q at %d is %d bytes, with another end of the text %d", paragraph, width, n, got)
				}
			}
		}
	}
}

func FuzzRows(f *testing.F) {
	for i, paragraph := range paragraphs {
		f.Add((Ruler{}).Cut(paragraph, 150), 4+7*i)
	}
	f.Add("「「「「「Python、、、、、(((12,345)))", 7)
	f.Add("a \u3099 b 　\u3099", 3)
	f.Add("a  　 、か\u3099ﾊﾟ\x1b\r\n\xff👨\u200d👩\u200d👧🇯🇵🇺　", 5)
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 1 + int(uint(width)%150)
		if len(text) > 400 {
			return
		}
		for _, r := range []Ruler{{}, byCluster, eastAsian} {
			checkRows(t, r, text, width)
		}
	})
}

func BenchmarkRows(b *testing.B) {
	for name, text := range prose {
		for _, width := range []int{40, 100} {
			b.Run(fmt.Sprintf("%s/%d", name, width), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					Ruler{}.Rows(text, width)
				}
			})
		}
	}
}

// One row of a line of 1 MB costs what one row of a short line costs.
func BenchmarkRowOfLongLine(b *testing.B) {
	for name, text := range prose {
		text = strings.Repeat(text, 1+(1<<20)/len(text))
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Ruler{}.Row(text, 80)
			}
		})
	}
}
