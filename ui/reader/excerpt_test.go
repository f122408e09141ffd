package reader

import (
	"strings"
	"testing"
)

// What is copied is what is seen, not the Markdown it is written in.
func TestExcerpt(t *testing.T) {
	text := `# *Head* [^1]

> quoted **words** at [[2022-05-01|that day]]
> go on

` + "```go\nx := 1\n\ty()\n```" + `

- item with [a link](b.md), ` + "`code`" + ` and {漢字|かんじ}

|a|b *c*|
|-|-|
|d \| e|[f](g)|
||h|

![the sea](assets/sea.jpg)

> [!note]
> body

---

<div>some <b>html</b></div>

[^1]: Foot *note*.
`
	s := screen(text, 40, 2)
	for at, want := range map[string]Excerpt{
		"# ":      {OfWords, "Head [1]"},
		"quoted":  {OfWords, "quoted words at that day\ngo on"},
		"x := 1":  {OfCode, "x := 1\n\ty()"},
		"item":    {OfWords, "item with a link, code and 漢字(かんじ)"},
		"|a|":     {OfTable, "a\tb c\nd | e\tf\n\th"},
		"![the":   {OfLink, "assets/sea.jpg"},
		"[!note]": {OfWords, "Note"},
		"body":    {OfWords, "body"},
		"---":     {},
		"<div>":   {OfWords, "some html"},
		"Foot":    {OfWords, "Foot note."},
	} {
		s.Jump(strings.Index(text, at))
		if got := s.Excerpt(); got != want {
			t.Errorf("at %q: %q, want %q", at, got, want)
		}
	}
	s = screen(text, 40, 40)
	for _, want := range []Excerpt{
		{OfWords, "Head [1]"}, // the mark of a footnote leads nowhere outside
		{OfLink, "2022-05-01"}, {OfLink, "b.md"}, {OfLink, "g"}, {OfLink, "assets/sea.jpg"},
	} {
		s.NextLink()
		if got := s.Excerpt(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	s.Configure(func(o *Options) { o.Join = true })
	s.Show(Parse("one\ntwo #tag &amp; \x1b[2J"), -1)
	if got := s.Excerpt(); strings.ContainsAny(got.Text, "\x1b\n") || !strings.HasPrefix(got.Text, "one two #tag &") {
		t.Errorf("%q", got)
	}
	s.NextLink()
	if got := (Excerpt{OfLink, "#tag"}); s.Excerpt() != got {
		t.Errorf("%q", s.Excerpt())
	}
	s.Show(Parse(strings.Repeat("x\n", MaxMarkdown)+"last"), -1)
	if got := s.Excerpt(); got.Text != "x" {
		t.Errorf("of plain text: %q", got)
	}
}
