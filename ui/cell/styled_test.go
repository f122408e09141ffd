package cell

import (
	"html"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		in   string
		want Styled
	}{
		{"", Styled{}},
		{"plain", Styled{Text: "plain"}},
		{"a\x1b[1mb\x1b[0mc", Styled{"abc", []Span{{1, 2, "1", ""}}}},
		{"\x1b[1m\x1b[31mあ\x1b[22mい\x1b[mう", Styled{"あいう", []Span{{0, 3, "1;31", ""}, {3, 6, "31", ""}}}},
		{"\x1b[38;5;4;48;2;1;2;3mx", Styled{"x", []Span{{0, 1, "38;5;4;48;2;1;2;3", ""}}}},
		{"\x1b[38:2::1:2:3mx\x1b[38:5:9my", Styled{"xy", []Span{{0, 1, "38;2;1;2;3", ""}, {1, 2, "38;5;9", ""}}}},
		{"\x1b[4:3mx\x1b[4:0my", Styled{"xy", []Span{{0, 1, "4", ""}}}},
		{"\x1b[2;3;4;7;9;53;97;107mx", Styled{"x", []Span{{0, 1, "2;3;4;7;9;53;97;107", ""}}}},
		{"\x1b[1;2;3;4;7;9;53;31;41m\x1b[22;23;24;27;29;55;39;49mx", Styled{Text: "x"}},
		{"\x1b[1ma\x1b[1mb", Styled{"ab", []Span{{0, 2, "1", ""}}}},
		{"\x1b[;1mx\x1b[21my", Styled{"xy", []Span{{0, 1, "1", ""}, {1, 2, "1;4", ""}}}},
		// what is not wanted or not well made
		{"\x1b[8mhidden\x1b[5;6mx", Styled{Text: "hiddenx"}},
		{"\x1b[38;5mx\x1b[38;9;1my\x1b[48;5;300mz\x1b[999;1+1mw", Styled{Text: "xyzw"}},
		{"\x1b[58;5;3mx\x1b[58:2::1:2:3my", Styled{Text: "xy"}},
		{"\x1b[?1mx\x1b[>4;2my\x1b[1 mz", Styled{Text: "xyz"}},
		{"a\x1b[2J\x1b[H\x1b[6nb\x1b[?1049lc", Styled{Text: "abc"}},
		{"a\x1bcb\x1b(Bc\x1b#8d\x1b7e\x1b", Styled{Text: "abcde"}},
		{"a\x1bあ\x1b\tb\x1b\x1b[1mc", Styled{"aあ\tbc", []Span{{6, 7, "1", ""}}}},
		{"a\u009b1mb\x9b2Jc\u0085d", Styled{Text: "abcd"}},
		{"a\x1b[1;38;9;2mb\x1b[1$2;3me", Styled{"abe", []Span{{1, 3, "1", ""}}}},
		{"a\x1b[1", Styled{Text: "a"}},
		{"a\x1b[1\x07b\x1b[3あ", Styled{Text: "a␇bあ"}},
		{"a\x1b]0;title\x07b\x1b]52;c;AAAA\x1b\\c\x1bPq\x1b\\d\x1b_Ga=d\x1b\\e\x1b^x\x1b\\f\x1bXx\x1b\\g", Styled{Text: "abcdefg"}},
		{"a\u009d0;t\u009cb\x9d0;t\x9cc\x1b]0;t\u009cd\x1b]0;✜\x9ce", Styled{Text: "abcde"}},
		{"a\x1b]0;never ends\nb", Styled{Text: "a0;never ends\nb"}},
		{"a\x1b]0;cut\x1b[1mb", Styled{"a0;cutb", []Span{{6, 7, "1", ""}}}},
		{"a\x1b]0;cut\u009b1mb\x07", Styled{Text: "a0;cutb␇"}},
		{"\xe3\x1b[1m\x81\x82", Styled{Text: "\ufffd"}},
		// links
		{"\x1b]8;;https://example.com/\x1b\\x\x1b]8;;\x1b\\y", Styled{"xy", []Span{{0, 1, "", "https://example.com/"}}}},
		{"\x1b]8;id=1;mailto:a@example.com\x07\x1b[4mx\x1b[my", Styled{"xy", []Span{{0, 1, "4", "mailto:a@example.com"}, {1, 2, "", "mailto:a@example.com"}}}},
		{"\x1b]8;;https://example.com/旅;1\x07x", Styled{"x", []Span{{0, 1, "", "https://example.com/%E6%97%85;1"}}}},
		{"\x1b]8;;2022-05-01.md\x07x", Styled{"x", []Span{{0, 1, "", "2022-05-01.md"}}}},
		{"\x1b]8;;javascript:alert(1)\x07x\x1b]8;;JavaScript:x\x07y\x1b]8;;a b\x07z\x1b]8\x07w", Styled{Text: "xyzw"}},
		{"\x1b]8;;http://" + strings.Repeat("a", maxLink) + "\x07x", Styled{Text: "x"}},
		{"\u009d8;;http://example.com/\u009cx", Styled{Text: "x"}},
	} {
		if got := Parse(test.in); got.Text != test.want.Text || len(got.Spans)+len(test.want.Spans) > 0 && !reflect.DeepEqual(got.Spans, test.want.Spans) {
			t.Errorf("Parse(%+q)\n got %+v\nwant %+v", test.in, got, test.want)
		}
	}
}

var styled = Styled{"日記を書いた", []Span{{0, 6, "1", ""}, {9, 12, "31", "https://example.com/"}}}

func TestString(t *testing.T) {
	for _, test := range []struct {
		in   Styled
		want string
	}{
		{Styled{Text: "x"}, "x"},
		{styled, "\x1b[1m日記\x1b[mを\x1b]8;;https://example.com/\x1b\\\x1b[31m書\x1b[m\x1b]8;;\x1b\\いた"},
		{Styled{"ab", []Span{{0, 1, "", "2022-05-01.md"}}}, "ab"},
		{Styled{"a\x1bb", []Span{{0, 1, "1m\x1b[2J", "javascript:x"}}}, "a␛b"},
	} {
		if got := test.in.String(); got != test.want {
			t.Errorf("%+v: %+q, want %+q", test.in, got, test.want)
		}
	}
}

func TestSlice(t *testing.T) {
	for _, test := range []struct {
		from, to int
		want     Styled
	}{
		{0, 18, styled},
		{0, 0, Styled{}},
		{6, 9, Styled{Text: "を"}},
		{3, 12, Styled{"記を書", []Span{{0, 3, "1", ""}, {6, 9, "31", "https://example.com/"}}}},
	} {
		if got := styled.Slice(test.from, test.to); !reflect.DeepEqual(got, test.want) {
			t.Errorf("Slice(%d, %d) = %+v, want %+v", test.from, test.to, got, test.want)
		}
	}
}

func TestPaint(t *testing.T) {
	for _, test := range []struct {
		from, to int
		want     []Span
	}{
		{3, 3, styled.Spans},
		{0, 3, []Span{{0, 3, "1;7", ""}, {3, 6, "1", ""}, {9, 12, "31", "https://example.com/"}}},
		{6, 9, []Span{{0, 6, "1", ""}, {6, 9, "7", ""}, {9, 12, "31", "https://example.com/"}}},
		{3, 15, []Span{{0, 3, "1", ""}, {3, 6, "1;7", ""}, {6, 9, "7", ""}, {9, 12, "31;7", "https://example.com/"}, {12, 15, "7", ""}}},
		{12, 18, []Span{{0, 6, "1", ""}, {9, 12, "31", "https://example.com/"}, {12, 18, "7", ""}}},
	} {
		got := styled.Paint(test.from, test.to, "7")
		if got.Text != styled.Text || !reflect.DeepEqual(got.Spans, test.want) {
			t.Errorf("Paint(%d, %d): %+v, want %+v", test.from, test.to, got.Spans, test.want)
		}
	}
	if got := styled.Paint(0, 6, ""); !reflect.DeepEqual(got, styled) {
		t.Errorf("painting with the plain pen: %+v", got)
	}
}

// Breaking a styled line is breaking its text.
func TestRowsOfStyledText(t *testing.T) {
	line := Parse("今日は\x1b[1mPython Conference\x1b[mで「\x1b]8;;https://example.com/\x1b\\登壇\x1b]8;;\x1b\\」した。")
	var got []string
	at := 0
	for _, end := range (Ruler{}).Rows(line.Text, 14) {
		got = append(got, line.Slice(at, end).String())
		at = end
	}
	want := []string{"今日は\x1b[1mPython \x1b[m", "\x1b[1mConference\x1b[mで", "「\x1b]8;;https://example.com/\x1b\\登壇\x1b]8;;\x1b\\」した。"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+q, want %+q", got, want)
	}
}

var (
	sgr  = regexp.MustCompile(`\x1b\[[0-9;]*m`)
	osc8 = regexp.MustCompile(`\x1b\]8;;(((https?|mailto|ftp|file):[!-~]*)?)\x1b\\`)
)

// escaping names what in rendered output is neither text nor on the white list.
func escaping(s string) string {
	for _, seq := range sgr.FindAllString(s, -1) {
		for _, param := range strings.Split(strings.Trim(seq, "\x1b[m"), ";") {
			if param == "8" && !strings.Contains(seq, "8;") { // as a colour's number 8 is harmless
				return "conceal"
			}
		}
	}
	return unsafe(osc8.ReplaceAllString(sgr.ReplaceAllString(s, ""), ""))
}

func TestParseStopsEscapes(t *testing.T) {
	for _, p := range payloads(t) {
		through := Parse(p.text).String()
		if problem := escaping(through); problem != "" {
			t.Errorf("%s: %s in %+q", p.name, problem, through)
		}
		if p.forbidden != "" && p.name != "OSC8 raw" && strings.Contains(through, p.forbidden) {
			t.Errorf("%s comes through the output filter: %+q", p.name, through)
		}
		// What the program does: the renderer between the two filters decodes entities.
		through = Parse(html.UnescapeString(Clean(p.text))).String()
		if problem := escaping(through); problem != "" {
			t.Errorf("%s through both filters: %s in %+q", p.name, problem, through)
		}
		if p.forbidden != "" && strings.Contains(through, p.forbidden) {
			t.Errorf("%s comes through both filters: %+q", p.name, through)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, p := range payloads(f) {
		f.Add(p.text)
	}
	f.Add("\x1b[1;38;5;4mあ\x1b]8;id=3;https://example.com/\x1b\\い\x1b[22mう\x1b]8;;\x07")
	f.Fuzz(func(t *testing.T, s string) {
		parsed := Parse(s)
		out := parsed.String()
		if problem := escaping(out); problem != "" {
			t.Fatalf("Parse(%+q).String() = %+q: %s", s, out, problem)
		}
		at := 0
		for _, span := range parsed.Spans {
			if span.From < at || span.To <= span.From || span.To > len(parsed.Text) || span.Pen+span.Link == "" {
				t.Fatalf("Parse(%+q): span %+v of %+q", s, span, parsed)
			}
			at = span.To
		}
		again := Parse(out)
		if again.Text != parsed.Text || again.String() != out {
			t.Fatalf("Parse(%+q).String() = %+q, read again %+q", s, out, again.String())
		}
		middle := Prev(parsed.Text, len(parsed.Text)*2/3)
		if halves := parsed.Slice(0, middle).Text + parsed.Slice(middle, len(parsed.Text)).Text; halves != parsed.Text {
			t.Fatalf("slices of %+q make %+q", parsed.Text, halves)
		}
		if painted := parsed.Paint(0, middle, "7"); painted.Slice(middle, len(painted.Text)).String() != parsed.Slice(middle, len(parsed.Text)).String() {
			t.Fatalf("painting up to %d changes what is after it: %+q", middle, painted)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for name, text := range prose {
		rendered := "\x1b[38;5;252m" + strings.ReplaceAll(text, "Go", "\x1b[0m\x1b[38;5;252;1mGo\x1b[0m\x1b[38;5;252m") + "\x1b[0m"
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(rendered)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(rendered)
			}
		})
	}
}
