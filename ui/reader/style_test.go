package reader

import (
	"os"
	"strings"
	"testing"

	gansi "charm.land/glamour/v2/ansi"

	"lifelog/ui/theme"
)

// honoured are the keys of a Glamour style that change what is shown, each
// with a text to see it in. docs/styles.md lists them.
var honoured = []struct {
	key, text string
	set       func(*gansi.StyleConfig)
}{
	{"document.color", "words", func(s *gansi.StyleConfig) { s.Document.Color = ink() }},
	{"document.margin", "words", func(s *gansi.StyleConfig) { s.Document.Margin = number(2) }},
	{"paragraph.bold", "words", func(s *gansi.StyleConfig) { s.Paragraph.Bold = yes() }},
	{"heading.color", "# one", func(s *gansi.StyleConfig) { s.Heading.Color = ink() }},
	{"h1.color", "# one", func(s *gansi.StyleConfig) { s.H1.Color = ink() }},
	{"h1.prefix", "# one", func(s *gansi.StyleConfig) { s.H1.Prefix = "§ " }},
	{"h2.bold", "## two", func(s *gansi.StyleConfig) { s.H2.Bold = yes() }},
	{"h3.underline", "### three", func(s *gansi.StyleConfig) { s.H3.Underline = yes() }},
	{"h4.italic", "#### four", func(s *gansi.StyleConfig) { s.H4.Italic = yes() }},
	{"h5.color", "##### five", func(s *gansi.StyleConfig) { s.H5.Color = ink() }},
	{"h6.color", "###### six", func(s *gansi.StyleConfig) { s.H6.Color = ink() }},
	{"text.color", "words", func(s *gansi.StyleConfig) { s.Text.Color = ink() }},
	{"emph.color", "*words*", func(s *gansi.StyleConfig) { s.Emph.Color = ink() }},
	{"strong.color", "**words**", func(s *gansi.StyleConfig) { s.Strong.Color = ink() }},
	{"strikethrough.crossed_out", "~~words~~", func(s *gansi.StyleConfig) { s.Strikethrough.CrossedOut = yes() }},
	{"code.color", "`words`", func(s *gansi.StyleConfig) { s.Code.Color = ink() }},
	{"code.prefix", "`words`", func(s *gansi.StyleConfig) { s.Code.Prefix = "<" }},
	{"code_block.margin", "```\nwords\n```", func(s *gansi.StyleConfig) { s.CodeBlock.Margin = number(4) }},
	{"code_block.chroma", "```go\nfunc main() {}\n```", func(s *gansi.StyleConfig) {
		s.CodeBlock.Chroma = &gansi.Chroma{Keyword: gansi.StylePrimitive{Color: ink()}}
	}},
	{"block_quote.color", "> words", func(s *gansi.StyleConfig) { s.BlockQuote.Color = ink() }},
	{"block_quote.indent_token", "> words", func(s *gansi.StyleConfig) { bar := "| "; s.BlockQuote.IndentToken = &bar }},
	{"item.block_prefix", "- words", func(s *gansi.StyleConfig) { s.Item.BlockPrefix = "* " }},
	{"enumeration.block_prefix", "1. words", func(s *gansi.StyleConfig) { s.Enumeration.BlockPrefix = ") " }},
	{"task.ticked", "- [x] words", func(s *gansi.StyleConfig) { s.Task.Ticked = "(x) " }},
	{"task.unticked", "- [ ] words", func(s *gansi.StyleConfig) { s.Task.Unticked = "( ) " }},
	{"hr.color", "a\n\n---\n\nb", func(s *gansi.StyleConfig) { s.HorizontalRule.Color = ink() }},
	{"link.color", "https://example.com", func(s *gansi.StyleConfig) { s.Link.Color = ink() }},
	{"link_text.color", "[words](https://example.com)", func(s *gansi.StyleConfig) { s.LinkText.Color = ink() }},
	{"image.color", "see ![](a.png)", func(s *gansi.StyleConfig) { s.Image.Color = ink() }},
	{"image_text.color", "see ![words](a.png)", func(s *gansi.StyleConfig) { s.ImageText.Color = ink() }},
}

func ink() *string        { c := "#ff0000"; return &c }
func yes() *bool          { b := true; return &b }
func number(n uint) *uint { return &n }

// TestStyleKeys: every key that is said to be honoured changes what is shown,
// and is in the documentation.
func TestStyleKeys(t *testing.T) {
	docs, err := os.ReadFile("../../docs/styles.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := func(style gansi.StyleConfig, text string) string {
		var lines []string
		for line := range NewRenderer(Options{Style: style, Width: 80}).Lines(Parse(text)) {
			lines = append(lines, line.String())
		}
		return strings.Join(lines, "\n")
	}
	for _, h := range honoured {
		style := bare()
		before := shown(style, h.text)
		if h.set(&style); shown(style, h.text) == before {
			t.Errorf("%s changes nothing in %q: %q", h.key, h.text, before)
		}
		if !strings.Contains(string(docs), "`"+h.key+"`") {
			t.Errorf("docs/styles.md does not list `%s`", h.key)
		}
	}
}

// TestHeadingsAreToldApart: in the program's own styles a heading of each
// level looks like no other, nor like a paragraph.
func TestHeadingsAreToldApart(t *testing.T) {
	for _, dark := range []bool{true, false} {
		r := NewRenderer(Options{Style: theme.New(dark).Glamour(), Width: 80})
		seen := map[string]string{}
		for _, text := range []string{"word", "# word", "## word", "### word", "#### word", "##### word", "###### word"} {
			for line := range r.Lines(Parse(text)) {
				if other, taken := seen[line.String()]; taken {
					t.Errorf("%q looks like %q: %q", text, other, line.String())
				}
				seen[line.String()] = text
			}
		}
	}
}
