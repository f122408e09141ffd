package reader

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	gansi "charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lifelog/ui/cell"
)

// stylist renders one leaf at a time through Glamour, with its wrapping and
// its margins off. It is not safe for concurrent use; Glamour is not.
type stylist struct {
	style gansi.StyleConfig    // as given, for what is drawn around the leaves
	leaf  [2]renderer.Renderer // outside and inside of quotes
	marks map[markKind]string  // pens
	words string               // the pen of words without marks,
	even  bool                 // if the style does nothing to them but colour them
}

func newStylist(style gansi.StyleConfig, pens Pens) *stylist {
	g := &stylist{style: style}
	leaf := style
	bare := func(b *gansi.StyleBlock) {
		b.Margin, b.Indent, b.IndentToken = nil, nil, nil
		b.BlockPrefix, b.BlockSuffix = "", ""
	}
	for _, b := range []*gansi.StyleBlock{&leaf.Document, &leaf.Paragraph, &leaf.Heading, &leaf.H1, &leaf.H2, &leaf.H3,
		&leaf.H4, &leaf.H5, &leaf.H6, &leaf.CodeBlock.StyleBlock} {
		bare(b)
	}
	leaf.Document.Prefix, leaf.Document.Suffix = "", ""
	leaf.LinkText = gansi.StylePrimitive{} // links are marks, styled here
	g.leaf[0] = leafRenderer(leaf)
	leaf.Document.StylePrimitive = over(leaf.Document.StylePrimitive, style.BlockQuote.StylePrimitive)
	g.leaf[1] = leafRenderer(leaf)
	g.marks = map[markKind]string{
		linkMark:      g.pen(style.LinkText),
		addressMark:   g.pen(style.Link),
		tagMark:       g.pen(style.LinkText),
		highlightMark: pens.Highlight,
		strikeMark:    g.pen(style.Strikethrough),
		readingMark:   pens.Faint,
		footnoteMark:  pens.Faint,
		captionMark:   g.pen(style.ImageText),
		fileMark:      g.pen(style.Image),
	}
	g.words, g.even = g.evenly()
	return g
}

// evenly finds out how words without marks are styled; ok is false for a style
// that does more than that.
func (g *stylist) evenly() (pen string, ok bool) {
	const words = "ab Cd 1"
	c := &copyist{affix: g.affix}
	block := ast.NewParagraph()
	c.text(block, words)
	c.shown(words)
	t := g.render(block, c, false)
	for i, s := range t.Spans {
		if i > 0 && (s.Pen != pen || s.From != t.Spans[i-1].To) || s.Link != "" {
			return "", false
		}
		pen = s.Pen
	}
	whole := len(t.Spans) == 0 || t.Spans[0].From == 0 && t.Spans[len(t.Spans)-1].To == len(words)
	return pen, t.Text == words && whole
}

func leafRenderer(style gansi.StyleConfig) renderer.Renderer {
	r := gansi.NewRenderer(gansi.Options{PreserveNewLines: true, Styles: style})
	return renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(r, 1)))
}

// over returns the colours and weights of p, those of q before them.
func over(p, q gansi.StylePrimitive) gansi.StylePrimitive {
	for _, pair := range [][2]**string{{&p.Color, &q.Color}, {&p.BackgroundColor, &q.BackgroundColor}} {
		if *pair[1] != nil {
			*pair[0] = *pair[1]
		}
	}
	for _, pair := range [][2]**bool{{&p.Bold, &q.Bold}, {&p.Italic, &q.Italic}, {&p.Underline, &q.Underline}} {
		if *pair[1] != nil {
			*pair[0] = *pair[1]
		}
	}
	return p
}

// affix returns what a style puts around a mark in words.
func (g *stylist) affix(is markKind) (prefix, suffix string) {
	if is == strikeMark {
		s := g.style.Strikethrough
		return s.BlockPrefix + s.Prefix, s.Suffix + s.BlockSuffix
	}
	return "", ""
}

// pen returns the SGR parameters of a style.
func (g *stylist) pen(p gansi.StylePrimitive) string {
	p.Prefix, p.Suffix, p.BlockPrefix, p.BlockSuffix, p.Format = "", "", "", "", ""
	styled := g.element(gansi.BaseElement{Token: "x", Style: p})
	if len(styled.Spans) == 0 {
		return ""
	}
	return styled.Spans[0].Pen
}

// element renders one of Glamour's own small elements: a bullet, a rule.
func (g *stylist) element(e gansi.BaseElement) cell.Styled {
	var b bytes.Buffer
	// Writing into a buffer fails only for a style's template that is wrong; then there is nothing to show.
	if err := e.Render(&b, gansi.NewRenderContext(gansi.Options{Styles: g.style})); err != nil {
		return cell.Styled{}
	}
	return cell.Parse(b.String())
}

// copyist returns a copyist of the leaf language for a document.
func (g *stylist) copyist(d *Document, join bool) *copyist {
	return &copyist{source: d.source, join: join, affix: g.affix}
}

const addressScheme = "mailto:"

func markAddress(number int) string { return addressScheme + strconv.Itoa(number) }

// render renders the block that c copied into. If Glamour fails, the words
// are shown without styles.
func (g *stylist) render(block ast.Node, c *copyist, quoted bool) styledLeaf {
	doc := ast.NewDocument()
	doc.AppendChild(doc, block)
	var b bytes.Buffer
	leaf := g.leaf[0]
	if quoted {
		leaf = g.leaf[1]
	}
	if err := leaf.Render(&b, c.out, doc); err != nil {
		return styledLeaf{Styled: cell.Styled{Text: c.plain.String()}, links: c.links}
	}
	return g.resolve(trim(cell.Parse(b.String())), c)
}

// trim drops the newlines around a leaf.
func trim(t cell.Styled) cell.Styled {
	from := len(t.Text) - len(strings.TrimLeft(t.Text, "\n"))
	return t.Slice(from, max(from, len(strings.TrimRight(t.Text, "\n"))))
}

// styledLeaf is a leaf as it is shown, not yet broken into rows.
type styledLeaf struct {
	cell.Styled
	links []Link     // of the leaf
	at    []linkSpan // where they are, in order
}

// linkSpan is a stretch of text that belongs to a link.
type linkSpan struct{ from, to, link int }

// resolve puts pens and targets in the place of the marks.
func (g *stylist) resolve(t cell.Styled, c *copyist) styledLeaf {
	leaf := styledLeaf{Styled: t, links: c.links}
	for i := range t.Spans {
		s := &t.Spans[i]
		number, err := strconv.Atoi(strings.TrimPrefix(s.Link, addressScheme))
		s.Link = ""
		if err != nil || number < 0 || number >= len(c.marks) {
			continue
		}
		link := -1
		for n := number; n >= 0; n = c.marks[n].outer {
			s.Pen = join(s.Pen, g.marks[c.marks[n].is])
			if link < 0 {
				link = c.marks[n].link
			}
		}
		if link < 0 {
			continue
		}
		if l := c.links[link]; l.Kind == ToURL {
			s.Link = l.Target
		}
		if n := len(leaf.at); n > 0 && leaf.at[n-1].link == link && leaf.at[n-1].to == s.From {
			leaf.at[n-1].to = s.To
			continue
		}
		leaf.at = append(leaf.at, linkSpan{s.From, s.To, link})
	}
	return leaf
}

// join adds SGR parameters to others.
func join(pen, over string) string {
	if pen == "" || over == "" {
		return pen + over
	}
	return pen + ";" + over
}

// chroma is the style of code that Glamour registered last: it keeps the
// first one for good, so that a change of theme would not reach code.
var chroma struct {
	sync.Mutex
	style *gansi.Chroma
	known map[string]bool // languages looked up before
}

// knownLanguage reports whether there are colours for a language. A name that
// is not known costs as much as reading a page.
func knownLanguage(name string) bool {
	if name == "" || len(name) > 20 || strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return false
	}
	known, asked := chroma.known[name]
	if !asked {
		if len(chroma.known) > 1000 || chroma.known == nil {
			chroma.known = map[string]bool{}
		}
		known = lexers.Get(name) != nil
		chroma.known[name] = known
	}
	return known
}

// code renders a code block with the colours of its language.
func (g *stylist) code(source, language string) cell.Styled {
	chroma.Lock()
	defer chroma.Unlock()
	if !knownLanguage(language) {
		language = "plaintext" // else all languages are tried
	}
	if s := g.style.CodeBlock.Chroma; s != nil && s != chroma.style {
		delete(styles.Registry, "charm")
		chroma.style = s
	}
	out := []byte(source + language)
	block := ast.NewFencedCodeBlock(ast.NewTextSegment(text.NewSegment(len(source), len(out))))
	block.Lines().Append(text.NewSegment(0, len(source)))
	doc := ast.NewDocument()
	doc.AppendChild(doc, block)
	var b bytes.Buffer
	if err := g.leaf[0].Render(&b, out, doc); err != nil {
		return cell.Styled{Text: source}
	}
	return trim(cell.Parse(b.String()))
}
