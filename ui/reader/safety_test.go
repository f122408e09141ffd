package reader

import (
	"testing"

	"charm.land/glamour/v2/styles"

	"lifelog/ui/cell"
	"lifelog/ui/cell/celltest"
)

func TestNothingDrivesTheTerminal(t *testing.T) {
	payloads, places := celltest.Corpus(t)
	r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: 60})
	for _, place := range places {
		for _, p := range payloads {
			for l := range r.Lines(Parse(place.Fill(p))) {
				if what := p.GetsOut(l.String()); what != "" {
					t.Errorf("%s in %s: %s gets out: %q", p.Name, place.Name, what, l.String())
				}
			}
		}
	}
}

func FuzzRender(f *testing.F) {
	for _, s := range []string{"", "0:", "---\n---", "# a\n\n- b\n  > c", "|a|\n|-|\n|[[x]]|", longTable(55), "---\na: 1\n---\n==b== {漢|か} #c", "a[^1]\n\n[^1]: b", "a\n: b\n\n```go\nc\n```", "> [!x]\n>- [ ] http://a.b/", "&#27;[2J\x1b\u009b\r\n\t"} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 2 + max(0, width)%100
		d := Parse(text)
		r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: width})
		for l := range r.Lines(d) {
			if what := celltest.Acts(l.String()); what != "" {
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
