package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"lifelog/ui/cell"
)

// How a copyist writes: characters are gathered into runs, and runs become
// text nodes of the copy.

func (c *copyist) newline() {
	c.ends = append(c.ends, c.at)
	c.run.WriteByte('\n')
	c.plain.WriteByte('\n')
	c.last = '\n'
}

// add shows words, which may hold entities that were decoded: they are
// cleaned here.
func (c *copyist) add(words string) {
	if words == "" {
		return
	}
	words = tidy(words)
	c.breakBefore(words)
	if c.run.Len() == 0 {
		c.before = c.last
	}
	c.run.WriteString(words)
	c.shown(words)
}

// breakBefore writes the soft break that waits, now that both its sides are
// known: nothing between two characters that are written without spaces.
func (c *copyist) breakBefore(words string) {
	if !c.soft || words == "" {
		return
	}
	c.soft = false
	next, _ := utf8.DecodeRuneInString(words)
	if spaceless(c.last) && spaceless(next) || c.last == ' ' {
		return
	}
	c.run.WriteByte(' ')
	c.plain.WriteByte(' ')
}

func spaceless(r rune) bool { return cjk(r) && !unicode.Is(unicode.Hangul, r) }

func (c *copyist) shown(words string) {
	c.plain.WriteString(words)
	c.last, _ = utf8.DecodeLastRuneInString(words)
}

// flush writes the text that was gathered, its #tags as marks.
func (c *copyist) flush(to ast.Node) {
	words, before := c.run.String(), c.before
	c.run.Reset()
	for len(c.inner) == 0 {
		from, end, ok := nextTag(words, before)
		if !ok {
			break
		}
		c.text(to, words[:from])
		tag := words[from:end]
		c.mark(to, tagMark, &Link{Kind: ToTag, Target: strings.TrimLeft(tag, "#＃")}, func(ast.Node) { c.run.WriteString(tag) })
		before, _ = utf8.DecodeLastRuneInString(tag)
		words = words[end:]
	}
	c.text(to, words)
}

func (c *copyist) text(to ast.Node, words string) {
	if words != "" {
		to.AppendChild(to, c.word(escape(words, max(1, len(c.inner)))))
	}
}

// word returns a text node of the copy.
func (c *copyist) word(s string) *ast.Text {
	from := len(c.out)
	c.out = append(c.out, s...)
	return ast.NewTextSegment(text.NewSegment(from, len(c.out)))
}

// tidy makes words safe and of one kind of space.
func tidy(words string) string {
	return strings.ReplaceAll(cell.Clean(strings.TrimSuffix(words, "\r")), "\t", " ")
}

// escape protects words from what Glamour does to them: it decodes entities
// once, and takes backslashes away as many times as given.
func escape(words string, times int) string {
	for range times {
		words = strings.ReplaceAll(words, `\`, `\\`)
	}
	return strings.ReplaceAll(words, "&", "&amp;")
}
