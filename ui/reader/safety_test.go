package reader

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/glamour/v2/styles"

	"lifelog/ui/cell"
)

// harmless is all that may reach the terminal besides text: styles, and links
// to where it is safe to go.
var harmless = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;;((https?|mailto|ftp|file):[!-~]*)?\x1b\\\\")

// acts returns the first thing in a line that a terminal would act on.
func acts(line string) string {
	for i, r := range harmless.ReplaceAllString(line, "") {
		switch {
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069,
			r == utf8.RuneError && line[i:] != "" && !strings.Contains(line, "\ufffd"), r == 0x200b, r >= 0xe0000 && r < 0xe0100:
			return strconv.QuoteRune(r)
		}
	}
	return ""
}

func TestNothingDrivesTheTerminal(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "escapes.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	type row struct{ name, value, never string }
	var payloads, places []row
	unquote := func(s string) string {
		v, err := strconv.Unquote(s)
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		return v
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case f[0] == "payload" && f[1] != "name":
			payloads = append(payloads, row{f[1], unquote(f[2]), unquote(f[3])})
		case f[0] == "place":
			places = append(places, row{f[1], unquote(f[2]), ""})
		}
	}
	if len(payloads) < 30 || len(places) < 19 {
		t.Fatalf("the corpus holds %d payloads and %d places", len(payloads), len(places))
	}
	// Places that the corpus does not have: the elements of our own.
	for name, text := range map[string]string{
		"wiki": "[[a|%s]]", "wiki target": "[[%s]]", "highlight": "==%s==", "callout": "> [!note] %s", "furigana": "{漢%s|か%s}",
		"footnote": "a[^%s]\n\n[^%s]: b %s", "tag": "#a%s", "definition": "a%s\n: b%s", "front": "---\na: %s: b\n---\n%s",
		"html": "<div %s", "reference": "[a][x]\n\n[x]: <http://x.example/%s>", "embed": "![[a%s.png]]",
	} {
		places = append(places, row{name, text, ""})
	}
	r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: 60})
	for _, place := range places {
		for _, p := range payloads {
			for l := range r.Lines(Parse(strings.ReplaceAll(place.value, "%s", p.value))) {
				out := l.String()
				if what := acts(out); what != "" {
					t.Errorf("%s in %s: %s gets out: %q", p.name, place.name, what, out)
				}
				if p.never != "" && strings.Contains(withoutHonestLinks(l).String(), p.never) {
					t.Errorf("%s in %s: %q gets out: %q", p.name, place.name, p.never, out)
				}
			}
		}
	}
}

// withoutHonestLinks takes away the links whose address is what is shown: an
// address in a text may be a link to itself.
func withoutHonestLinks(l Line) cell.Styled {
	t := cell.Styled{Text: l.Text}
	for _, s := range l.Spans {
		if strings.Contains(s.Link, l.Text[s.From:s.To]) {
			s.Link = ""
		}
		t.Spans = append(t.Spans, s)
	}
	return t
}

func TestActsIsAwake(t *testing.T) {
	for _, s := range []string{"\x1b[2J", "\x1b]52;c;a\a", "\u009b2J", "\x07", "\x1b]8;;javascript:x\x1b\\", "\u202e", "\x1b[8m\x00"} {
		if acts(s) == "" {
			t.Errorf("%q passes", s)
		}
	}
	if got := acts("\x1b[1;38;5;4mあ\x1b[m\x1b]8;;https://a.example/\x1b\\b\x1b]8;;\x1b\\"); got != "" {
		t.Errorf("%s is taken for harmful", got)
	}
}

func FuzzRender(f *testing.F) {
	for _, s := range []string{"", "0:", "---\n---", "# a\n\n- b\n  > c", "|a|\n|-|\n|[[x]]|", "---\na: 1\n---\n==b== {漢|か} #c", "a[^1]\n\n[^1]: b", "a\n: b\n\n```go\nc\n```", "> [!x]\n>- [ ] http://a.b/", "&#27;[2J\x1b\u009b\r\n\t"} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 2 + max(0, width)%100
		d := Parse(text)
		r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: width})
		for l := range r.Lines(d) {
			if what := acts(l.String()); what != "" {
				t.Fatalf("%s gets out: %q", what, l.String())
			}
			if w := (cell.Ruler{}).Width(l.Text); w > width {
				t.Fatalf("%d cells at width %d: %q", w, width, l.Text)
			}
			if l.Source < 0 || l.Source > len(text) {
				t.Fatalf("a line comes from byte %d of %d", l.Source, len(text))
			}
		}
		s := New()
		s.Resize(width, 10)
		s.Show(d, len(text)/2)
		light(s, func(string) [][2]int { return nil })
		for range 5 {
			s.Scroll(3)
			s.NextLink()
			if n := len(s.Lines()); n > 10 {
				t.Fatalf("%d lines on a screen of 10", n)
			}
		}
	})
}
