package reader

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/styles"
)

// entry returns about n bytes of Japanese Markdown in which no two blocks are
// the same.
func entry(b *testing.B, n int) string {
	text := sample(b)
	_, text, _ = strings.Cut(text, "\n---\n")
	var out strings.Builder
	for i := 0; out.Len() < n; i++ {
		out.WriteString(strings.ReplaceAll(text, "。", fmt.Sprintf("%d。", i)))
	}
	return strings.ToValidUTF8(out.String()[:n], "")
}

func sizes(b *testing.B, run func(b *testing.B, text string)) {
	for _, n := range []int{1 << 10, 10 << 10, 100 << 10, 1 << 20} {
		b.Run(fmt.Sprintf("%dKB", n>>10), func(b *testing.B) { run(b, entry(b, n)) })
	}
}

// From the text to the first screen of 50 lines, nothing remembered.
func BenchmarkFirstScreen(b *testing.B) {
	sizes(b, func(b *testing.B, text string) {
		for b.Loop() {
			s := New()
			s.SetStyle(styles.DarkStyleConfig)
			s.Resize(80, 50)
			s.SetText(text)
			s.View()
		}
	})
}

// The first screen of a table of so many rows.
func BenchmarkFirstScreenOfTable(b *testing.B) {
	for _, rows := range []int{100, 50_000} {
		text := longTable(rows)
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			for b.Loop() {
				s := New()
				s.SetStyle(styles.DarkStyleConfig)
				s.Resize(80, 50)
				s.SetText(text)
				s.View()
			}
		})
	}
}

// The same text through Glamour as it comes, for comparison: it renders all
// of it.
func BenchmarkStockGlamour(b *testing.B) {
	sizes(b, func(b *testing.B, text string) {
		r, err := glamour.NewTermRenderer(glamour.WithStyles(styles.DarkStyleConfig), glamour.WithWordWrap(80))
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := r.Render(text); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	sizes(b, func(b *testing.B, text string) {
		for b.Loop() {
			Parse(text)
		}
	})
}

// All lines of a text, nothing remembered.
func BenchmarkWholeText(b *testing.B) {
	sizes(b, func(b *testing.B, text string) {
		for b.Loop() {
			r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: 80})
			for l := range r.Lines(Parse(text)) {
				_ = l
			}
		}
	})
}

// One key down and the frame after it, through text not seen before.
func BenchmarkScrollKey(b *testing.B) {
	sizes(b, func(b *testing.B, text string) {
		s := New()
		s.SetStyle(styles.DarkStyleConfig)
		s.Resize(80, 50)
		s.SetText(text)
		s.View()
		for b.Loop() {
			s.Scroll(1)
			if _, more := s.Percent(); !more {
				s.ToTop()
			}
			s.View()
		}
	})
}

// All hits of a word that stands in few paragraphs, and of one in nearly all,
// nothing remembered.
func BenchmarkFind(b *testing.B) {
	for _, word := range []string{"灯台", "の"} {
		b.Run(word, func(b *testing.B) {
			sizes(b, func(b *testing.B, text string) {
				doc, match := Parse(text), find(word)
				for b.Loop() {
					NewRenderer(Options{Style: styles.DarkStyleConfig, Width: 80}).Find(b.Context(), doc, match)
				}
			})
		})
	}
}

// A key that changes the words looked for, and the frame after it.
func BenchmarkLightKey(b *testing.B) {
	sizes(b, func(b *testing.B, text string) {
		s := New()
		s.SetStyle(styles.DarkStyleConfig)
		s.Resize(80, 50)
		s.SetText(text)
		s.View()
		for b.Loop() {
			s.Light(find("の"))
			s.View()
		}
	})
}

// What somebody might make on purpose.
func BenchmarkHostile(b *testing.B) {
	for name, text := range map[string]string{
		"100Quotes":   strings.Repeat("> ", 100) + "x",
		"QuotesLists": strings.Repeat("> - ", 60) + "x",
		"Brackets":    strings.Repeat("[", maxLeaf-1),
		"Images":      strings.Repeat("![", maxLeaf/2-1),
		"Links":       strings.Repeat("[a](", maxLeaf/4-1),
		"Stars":       strings.Repeat("*a **a ", maxLeaf/7-1),
		"Backticks":   backticks(),
		"Tags":        strings.Repeat("<a ", maxLeaf/3-1),
		"Wide":        strings.Repeat("|a", 2000) + "|\n" + strings.Repeat("|-", 2000) + "|\n" + strings.Repeat("|b", 2000) + "|\n",
		"LongLine":    strings.Repeat("長い一行です。", 1<<20/21),
		"LongTable":   "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", 50_000),
		"LongCode":    "```go\n" + strings.Repeat("x := 1 // a\n", 5_000) + "```\n",
		"50MB":        strings.Repeat("plain words of a very long log\n", 50<<20/31),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s := New()
				s.SetStyle(styles.DarkStyleConfig)
				s.Resize(80, 50)
				s.SetText(text)
				s.View()
			}
		})
	}
}

func backticks() string {
	var b strings.Builder
	for i := 1; b.Len() < maxLeaf-500; i++ {
		b.WriteString(strings.Repeat("`", i) + " a ")
	}
	return b.String()
}
