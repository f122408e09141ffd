package cell

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, test := range []struct{ text, clean, line string }{
		{"", "", ""},
		{"旅の記録 ☀\ufe0f", "旅の記録 ☀\ufe0f", "旅の記録 ☀\ufe0f"},
		{"a\tb\nc\r\nd\re", "a\tb\nc\nd␍e", "a    b c d␍e"},
		{"\x00\x07\x08\x1b[2J\x7f", "␀␇␈␛[2J␡", "␀␇␈␛[2J␡"},
		{"\u009b2J\u0085", "\ufffd2J\ufffd", "\ufffd2J\ufffd"},
		{"\x9b2J\xe3\x81", "\ufffd2J\ufffd\ufffd", "\ufffd2J\ufffd\ufffd"},
		{"\u202etxt\u202c\u2066a\u2069", "\ufffdtxt\ufffd\ufffda\ufffd", "\ufffdtxt\ufffd\ufffda\ufffd"},
		{"a\u200bb\u2028c\u2029", "a␣b␤c␤", "a␣b␤c␤"},
		{"a\U000e0041b\U000e0001", "a\ufffdb\ufffd", "a\ufffdb\ufffd"},
		{"\ufffd", "\ufffd", "\ufffd"},
		// what writing needs
		{"👨\u200d👩\u200d👧👍🏽🇯🇵", "👨\u200d👩\u200d👧👍🏽🇯🇵", "👨\u200d👩\u200d👧👍🏽🇯🇵"},
		{"می\u200cخواهم \u200fא\u200e", "می\u200cخواهم \u200fא\u200e", "می\u200cخواهم \u200fא\u200e"},
		{"葛\U000e0100か\u3099", "葛\U000e0100か\u3099", "葛\U000e0100か\u3099"},
		{"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!"},
		// what only looks like a flag
		{"🏴\U000e0067\U000e0062", "🏴\ufffd\ufffd", "🏴\ufffd\ufffd"},
		{"🏴\U000e0067\U000e007f", "🏴\ufffd\ufffd", "🏴\ufffd\ufffd"},
	} {
		if got := Clean(test.text); got != test.clean {
			t.Errorf("Clean(%+q) = %+q, want %+q", test.text, got, test.clean)
		}
		if got := CleanLine(test.text); got != test.line {
			t.Errorf("CleanLine(%+q) = %+q, want %+q", test.text, got, test.line)
		}
	}
}

func TestCleanTextIsNotCopied(t *testing.T) {
	text := strings.Join(paragraphs, " ")
	if n := testing.AllocsPerRun(10, func() { CleanLine(text) }); n != 0 {
		t.Errorf("%v allocations for clean text", n)
	}
}

// payload is text that tries to drive the terminal, and what of it must not come through.
type payload struct{ name, text, forbidden string }

// payloads reads the collection of escapes, each on its own and in every place of a Markdown text.
func payloads(t testing.TB) []payload {
	t.Helper()
	file, err := os.Open("testdata/escapes.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var bare, all []payload
	places := []string{"%s"}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		fields := strings.Split(lines.Text(), "\t")
		for i, field := range fields {
			if i < 2 {
				continue
			}
			if fields[i], err = strconv.Unquote(field); err != nil {
				t.Fatalf("%s: %v", field, err)
			}
		}
		switch fields[0] {
		case "payload":
			bare = append(bare, payload{fields[1], fields[2], fields[3]})
		case "place":
			places = append(places, fields[2])
		}
	}
	for _, p := range bare {
		for _, place := range places {
			all = append(all, payload{p.name, strings.Replace(place, "%s", p.text, 1), p.forbidden})
		}
	}
	if len(bare) < 30 || len(places) < 15 {
		t.Fatalf("only %d payloads in %d places", len(bare), len(places))
	}
	return all
}

func TestCleanStopsEscapes(t *testing.T) {
	for _, p := range payloads(t) {
		for _, got := range []string{Clean(p.text), CleanLine(p.text)} {
			if p.forbidden != "" && strings.Contains(got, p.forbidden) {
				t.Errorf("%s comes through: %+q", p.name, got)
			}
			if problem := unsafe(got); problem != "" {
				t.Errorf("%s: %s in %+q", p.name, problem, got)
			}
		}
	}
}

// unsafe names what in text a terminal would act on, apart from line feeds and tabs.
func unsafe(text string) string {
	if !utf8.ValidString(text) {
		return "malformed UTF-8"
	}
	for _, c := range text {
		switch {
		case c < 0x20 && c != '\n' && c != '\t', c >= 0x7F && c < 0xA0:
			return "a control"
		case c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x2069:
			return "a bidi control"
		case c == 0x200B, c == 0x2028, c == 0x2029:
			return "an invisible separator"
		}
	}
	return ""
}

func FuzzClean(f *testing.F) {
	for _, p := range payloads(f) {
		f.Add(p.text)
	}
	f.Add("\x1b\u0301🏽\xff\ufe0f\rﾞ\x00\u200d👩")
	f.Add("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\U000e0067\r\r\n\n")
	f.Fuzz(func(t *testing.T, s string) {
		for name, clean := range map[string]func(string) string{"Clean": Clean, "CleanLine": CleanLine} {
			got := clean(s)
			if problem := unsafe(got); problem != "" {
				t.Fatalf("%s(%+q) = %+q: %s", name, s, got, problem)
			}
			if again := clean(got); again != got {
				t.Fatalf("%s(%+q) = %+q, and once more %+q", name, s, got, again)
			}
		}
		var piecewise strings.Builder
		for _, cluster := range Clusters(s) {
			drawn := CleanLine(cluster)
			for _, r := range []Ruler{{}, byCluster, eastAsian} {
				if r.Width(drawn) != r.Width(cluster) {
					t.Fatalf("%+q is %d cells, drawn %+q by %+v", cluster, r.Width(cluster), drawn, r)
				}
			}
			piecewise.WriteString(drawn)
		}
		whole := CleanLine(s)
		if piecewise.String() != whole {
			t.Fatalf("%+q by cluster: %+q, as a whole: %+q", s, piecewise.String(), whole)
		}
		for _, r := range []Ruler{{}, byCluster, eastAsian} {
			if r.Width(whole) != r.Width(s) {
				t.Fatalf("%+q is %d cells, drawn %d by %+v", s, r.Width(s), r.Width(whole), r)
			}
		}
	})
}

func BenchmarkClean(b *testing.B) {
	for name, text := range prose {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Clean(text)
			}
		})
	}
}
