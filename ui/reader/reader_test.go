package reader

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	gansi "charm.land/glamour/v2/ansi"
	"charm.land/glamour/v2/styles"

	"lifelog/ui/cell"
)

var update = flag.Bool("update", false, "write the golden files anew")

func sample(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "conference.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// plain renders a text in the dark style and returns the words of its lines.
func plain(text string, width int) []string {
	r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: width})
	return words(r, text)
}

func words(r *Renderer, text string) []string {
	var lines []string
	for l := range r.Lines(Parse(text)) {
		lines = append(lines, l.Text)
	}
	return lines
}

// bare is a style without margins, prefixes and colours.
func bare() gansi.StyleConfig {
	item := gansi.StylePrimitive{BlockPrefix: "• "}
	return gansi.StyleConfig{
		Item:        item,
		Enumeration: gansi.StylePrimitive{BlockPrefix: ". "},
		Task:        gansi.StyleTask{Ticked: "[x] ", Unticked: "[ ] "},
	}
}

func TestGolden(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			got := strings.Join(plain(sample(t), width), "\n") + "\n"
			file := filepath.Join("testdata", fmt.Sprintf("conference.%d.txt", width))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("differs from %s; look at it, then run with -update:\n%s", file, got)
			}
		})
	}
}

const (
	noStart = "、。，．・：；？！」』）】〕〉》｝］ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…"
	noEnd   = "（「『【〔〈《｛［"
)

// faults lists what is wrong with rendered lines: lines that begin or end
// with a forbidden character, cut Latin words, lines that are too wide.
func faults(text string, lines []string, width int) []string {
	known := map[string]bool{}
	for _, w := range latin(text) {
		known[w] = true
	}
	var all []string
	for _, l := range lines {
		shown := strings.TrimSpace(strings.TrimLeft(l, " │┃•"))
		if cell.Ruler.Width(cell.Ruler{}, l) > width {
			all = append(all, "too wide: "+l)
		}
		if shown == "" || strings.HasSuffix(shown, "…") || strings.ContainsAny(l, "─┼") || strings.Count(l, "│") > 1 {
			continue
		}
		first, last := []rune(shown)[0], []rune(shown)[len([]rune(shown))-1]
		if strings.ContainsRune(noStart, first) {
			all = append(all, "begins with a mark: "+l)
		}
		if strings.ContainsRune(noEnd, last) {
			all = append(all, "ends with a bracket: "+l)
		}
		for _, w := range latin(shown) {
			if !known[w] && !strings.Contains(text, w+"/") && len(w) < width/2 {
				all = append(all, fmt.Sprintf("cuts %q: %s", w, l))
			}
		}
	}
	return all
}

// latin returns the runs of Latin letters.
func latin(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !(r < 0x250 && unicode.IsLetter(r)) })
}

func TestJapaneseLines(t *testing.T) {
	text := sample(t)
	for width := 24; width <= 130; width += 7 {
		for _, join := range []bool{false, true} {
			r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: width, Join: join})
			for _, fault := range faults(text, words(r, text), width) {
				t.Errorf("width %d, join %v: %s", width, join, fault)
			}
		}
	}
}

// The rules above must be able to fail.
func TestFaultsAreFound(t *testing.T) {
	for _, line := range []string{"、始まり", "おわり「", "Conf", "とても長い行でございます"} {
		if len(faults("Conference", []string{line}, 20)) == 0 {
			t.Errorf("no fault found in %q", line)
		}
	}
}

func TestInline(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"bold beside brackets", "これは**「強調」**です。", "これは<1>「強調」</>です。"},
		{"bold before a colon", "**注意：**必ず", "<1>注意：</>必ず"},
		{"bold inside a word", "東**京**都", "東<1>京</>都"},
		{"no emphasis in snake_case_names", "snake_case_names", "snake_case_names"},
		{"one tilde is a range", "10:00~12:00と13:00~15:00", "10:00~12:00と13:00~15:00"},
		{"struck", "~~「古い」~~新しい", "<9>「古い」</>新しい"},
		{"entities", "a &amp;lt; b", "a &lt; b"},
		{"escapes", `\*a\* C:\dir`, `*a* C:\dir`},
		{"a tab", "a\tb", "a b"},
		{"a space of one character at the start stays", "　字下げ", "　字下げ"},
		{"furigana", "{漢字|かん|じ}を", "漢字<2>(かんじ)</>を"},
		{"braces", "{a|b}", "{a|b}"},
		{"address before kana", "http://example.com/です", "<u>http://example.com/</>です"},
		{"address after a colon", "表示：https://example.com/a。", "表示：<u>https://example.com/a</>。"},
		{"address in brackets", "(https://example.com/a_(b))", "(<u>https://example.com/a_(b)</>)"},
		{"address with underscores", "https://example.com/__init__.py", "<u>https://example.com/__init__.py</>"},
		{"mail", "me.too@example.com、", "<u>me.too@example.com</>、"},
		{"tag", "今日は #旅 へ、＃海/夏。#1 C#", "今日は <t>#旅</> へ、<t>＃海/夏</>。#1 C#"},
		{"tag with underscores", "#a_b_c d", "<t>#a_b_c</> d"},
		{"image", "![海](a/b.png)", "[ 海  b.png ]"},
		{"HTML", "a<br>b <u>c</u>", "a\nb c"},
		{"code keeps entities", "`&amp; \\*`", "<c>&amp; \\*</>"},
		{"unknown footnote", "a[^x]", "a[^x]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := marked(c.in); got != c.want {
				t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
			}
		})
	}
}

// marked renders a text with its styles written as <name>…</>.
func marked(text string) string {
	yes, two, three := true, "2", "3"
	style := bare()
	style.Strong.Bold, style.Strikethrough.CrossedOut = &yes, &yes
	style.Link.Underline = &yes
	style.LinkText.Color, style.Code.Color = &two, &three
	names := map[string]string{"1": "1", "9": "9", "2": "2", "4": "u", "32": "t", "33": "c"}
	r := NewRenderer(Options{Style: style, Width: 60})
	var lines []string
	for l := range r.Lines(Parse(text)) {
		var b strings.Builder
		at := 0
		for _, s := range l.Spans {
			if s.Pen == "" {
				continue
			}
			fmt.Fprintf(&b, "%s<%s>%s</>", l.Text[at:s.From], names[s.Pen], l.Text[s.From:s.To])
			at = s.To
		}
		lines = append(lines, b.String()+l.Text[at:])
	}
	return strings.Join(lines, "\n")
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"newlines stay", "一行目\n二行目", []string{"一行目", "二行目"}},
		{"hard break", "一行目  \n二行目\\\n三行目", []string{"一行目", "二行目", "三行目"}},
		{"list hangs", "- あいうえおかきくけこさし", []string{"• あいうえおかきくけ", "  こさし"}},
		{"written bullets hang", "・あいうえおかきくけこ\n• a b c d e f g h i j k", []string{"・あいうえおかきくけ", "  こ", "• a b c d e f g h i", "  j k"}},
		{"numbers line up", "9. a\n10. b", []string{" 9. a", "10. b"}},
		{"tasks", "- [ ] a\n- [X] b", []string{"[ ] a", "[x] b"}},
		{"empty item", "-\n- b", []string{"•", "• b"}},
		{"loose list", "- a\n\n- b", []string{"• a", "", "• b"}},
		{"quotes", "> a\n>\n> b\n>> c", []string{"│ a", "│", "│ b", "│", "│ │ c"}},
		{"callout", "> [!tip] 題\n> 文", []string{"┃ 題", "┃ 文"}},
		{"callout without a title", "> [!note]", []string{"┃ Note"}},
		{"rule", "***", []string{"────────────────────"}},
		{"code is cut", "```\n0123456789012345678901\n\n\ta\n```", []string{"0123456789012345678…", "", "    a"}},
		{"definition", "語\n: 意味", []string{"語", "  意味"}},
		{"footnote", "a[^1]\n\n[^1]: b", []string{"a[1]", "", "────────────", "[1] b"}},
		{"table", "|a|b|\n|-|-:|\n|1|2|", []string{"a │ b", "──┼──", "1 │ 2"}},
		{"reference defined below", "[a][x]\n\n[x]: http://example.com", []string{"a"}},
		{"front matter", "---\na: 1\n---\nb", []string{"b"}},
		{"two rules are no front matter", "---\nwords\n\n---\nb", []string{"────────────────────", "", "words", "", "────────────────────", "", "b"}},
		{"html", "<div>\n<b>a</b>\n</div>", []string{"a"}},
		{"carriage returns", "a\r\nb\r\n\r\nc", []string{"a", "b", "", "c"}},
		{"nothing", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := words(NewRenderer(Options{Style: bare(), Width: 20}), c.in)
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestBrokenFrontMatterIsShown(t *testing.T) {
	lines := words(NewRenderer(Options{Style: bare(), Width: 70}), "---\na: b: c\n---\n\nbody\n")
	all := strings.Join(lines, "\n")
	for _, want := range []string{"The front matter cannot be read: yaml: ", "a: b: c", "body"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not shown:\n%s", want, all)
		}
	}
}

func TestJoin(t *testing.T) {
	for in, want := range map[string]string{
		"日本語の\n行です":  "日本語の行です",
		"one\ntwo":   "one two",
		"日本語\nword":  "日本語 word",
		"「強い\n**力**": "「強い力",
		"한국어\n문장":    "한국어 문장",
		"hard  \nb":  "hard\nb",
	} {
		r := NewRenderer(Options{Style: bare(), Width: 60, Join: true})
		if got := strings.Join(words(r, in), "\n"); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestLinesKnowTheirSource(t *testing.T) {
	text := sample(t)
	r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: 60})
	for l := range r.Lines(Parse(text)) {
		head := strings.TrimLeft(l.Text, " \u00a0　#│┃•0123456789.[]x✓─…")
		if n := strings.IndexFunc(head, func(r rune) bool { return r < 0x3040 }); n >= 0 {
			head = head[:n]
		}
		if head = (cell.Ruler{}).Cut(head, 6); head == "" {
			continue
		}
		paragraph, _, _ := strings.Cut(text[l.Source:], "\n\n")
		if !strings.Contains(paragraph, head) {
			t.Errorf("line %q is said to come from %q", l.Text, paragraph)
		}
	}
}

func TestEveryStyleOfGlamour(t *testing.T) {
	text := sample(t)
	for name, style := range styles.DefaultStyles {
		r := NewRenderer(Options{Style: *style, Width: 50})
		for l := range r.Lines(Parse(text)) {
			if w := (cell.Ruler{}).Width(l.Text); w > 50 {
				t.Errorf("%s: %d cells: %q", name, w, l.Text)
			}
		}
	}
}

func TestNarrowAndDeep(t *testing.T) {
	text := sample(t) + "\n\n" + strings.Repeat("> - ", 30) + "深い\n"
	for width := 2; width < 24; width += 3 {
		for _, l := range plain(text, width) {
			if w := (cell.Ruler{}).Width(l); w > max(width, 3) { // beside a bullet of one cell
				t.Errorf("width %d: %d cells: %q", width, w, l)
			}
		}
	}
}

func TestHugeAndBinary(t *testing.T) {
	for name, text := range map[string]string{
		"binary":       "\x00\x01\xff\n# not a heading",
		"large":        strings.Repeat("# line\n", MaxMarkdown/7+1),
		"long line":    strings.Repeat("長い", 40_000),
		"100 quotes":   strings.Repeat("> ", 100) + "x",
		"20000 quotes": strings.Repeat("> ", 20_000) + "x",
		"lists":        strings.Repeat("- ", 5_000) + "x",
	} {
		s := New()
		s.Resize(80, 30)
		s.SetText(text)
		if got := len(s.Lines()); got == 0 {
			t.Errorf("%s: nothing is shown", name)
		}
		s.ToBottom()
		if got := strings.Join(s.Lines(), ""); got == "" {
			t.Errorf("%s: no end is shown", name)
		}
	}
}
