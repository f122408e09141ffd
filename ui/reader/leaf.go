package reader

import (
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lifelog/ui/cell"
)

// Glamour knows few kinds of inline elements, prints addresses after links,
// decodes entities after any filter, and writes to standard output about what
// it does not know. So a leaf is copied in the words it does know: text,
// emphasis, code, and marks.

// mark is a stretch of a leaf that is ours to style: a link, a tag, a
// reading. It travels through Glamour as an e-mail link whose address is its
// number, and is found again in the output by that.
type mark struct {
	is    markKind
	link  int // index into the leaf's links; -1 is none
	outer int // number of the mark around this one; -1 is none
}

type markKind uint8

const (
	linkMark markKind = iota
	addressMark
	tagMark
	highlightMark
	strikeMark
	readingMark
	footnoteMark
	captionMark
	fileMark
)

// Limits of a leaf that is read for its inlines; the inline parser's work
// grows with the square of them. A larger leaf is shown as it stands.
const (
	maxLeaf  = 32 << 10 // bytes
	maxLinks = 1000
)

// huge reports whether lines are too much to be read for their inlines.
func (d *Document) huge(lines *text.Segments) bool {
	bytes, links := 0, 0
	for i := range lines.Len() {
		seg := lines.At(i)
		bytes += seg.Len()
		links += strings.Count(d.text[seg.Start:seg.Stop], "](")
	}
	return bytes > maxLeaf || links > maxLinks
}

// copyist copies the inlines of a leaf.
type copyist struct {
	source []byte // of the document
	out    []byte // source of the copy
	pipes  bool   // `\|` in code is a pipe, as in the cells of a table
	join   bool   // newlines in a paragraph become spaces, or nothing between CJK characters
	affix  func(markKind) (prefix, suffix string)

	plain  strings.Builder // what is shown, without styles
	run    strings.Builder // text not yet written into the copy
	last   rune            // last character shown
	before rune            // character before the run
	soft   bool            // a soft break waits for the next character
	emph   []int           // levels of emphasis around
	inner  []int           // numbers of the marks around
	marks  []mark
	links  []Link
	ends   []int // bytes of the source where each line but the last ends
	at     int   // bytes of the source copied
}

// children copies what is inside n to the end of parent.
func (c *copyist) children(n, to ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.node(child, to)
	}
	c.flush(to)
}

func (c *copyist) node(n, to ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		value := n.Segment.Value(c.source)
		if !n.IsRaw() {
			value = util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(value)))
		}
		c.add(string(value))
		c.at = n.Segment.Stop
		switch {
		case n.HardLineBreak() || n.SoftLineBreak() && !c.join:
			c.newline()
		case n.SoftLineBreak():
			c.soft = true
		}
	case *ast.CodeSpan:
		c.flush(to)
		c.code(n, to)
	case *ast.Emphasis:
		c.flush(to)
		copied := ast.NewEmphasis(n.Level)
		c.emph = append(c.emph, n.Level)
		c.children(n, copied)
		c.emph = c.emph[:len(c.emph)-1]
		to.AppendChild(to, copied)
	case *extast.Strikethrough:
		c.mark(to, strikeMark, nil, func(in ast.Node) { c.children(n, in) })
	case *ast.Link:
		c.mark(to, linkMark, &Link{Kind: ToURL, Target: string(n.Destination)}, func(in ast.Node) { c.children(n, in) })
	case *ast.AutoLink:
		c.autoLink(n, to)
	case *ast.Image:
		c.image(n, to)
	case *ast.RawHTML:
		c.html(n)
	case *extra:
		c.extra(n, to)
	}
}

func (c *copyist) autoLink(n *ast.AutoLink, to ast.Node) {
	target := string(n.URL(c.source))
	if n.AutoLinkType == ast.AutoLinkEmail {
		target = "mailto:" + target
	}
	c.mark(to, addressMark, &Link{Kind: ToURL, Target: target}, func(ast.Node) { c.add(string(n.Label(c.source))) })
}

// image shows a picture as a frame in words: its caption and its file.
func (c *copyist) image(n *ast.Image, to ast.Node) {
	caption := copyist{source: c.source, join: true, affix: c.affix}
	caption.children(n, ast.NewTextBlock())
	c.frame(to, caption.plain.String(), string(n.Destination))
}

// The frame of a picture.
const frameStart, captionEnd, frameEnd = "[ ", "  ", " ]"

func (c *copyist) frame(to ast.Node, caption, target string) {
	kind := ToImage
	if OnTheWeb(target) { // which is not fetched
		kind = ToURL
	}
	c.mark(to, captionMark, nil, func(ast.Node) { c.add(frameStart) })
	again := false
	if caption != "" {
		c.mark(to, captionMark, &Link{Kind: kind, Target: target}, func(ast.Node) { c.add(caption + captionEnd) })
		again = true
	}
	file, is := target[strings.LastIndexByte(strings.TrimRight(target, "/"), '/')+1:], fileMark
	if kind == ToURL {
		file, is = target, addressMark
	}
	c.mark(to, is, &Link{Kind: kind, Target: target, again: again}, func(ast.Node) { c.add(file) })
	c.mark(to, captionMark, nil, func(ast.Node) { c.add(frameEnd) })
}

// html leaves tags out; <br> is a newline.
func (c *copyist) html(n *ast.RawHTML) {
	tag := strings.ToLower(string(n.Segments.Value(c.source)))
	if strings.HasPrefix(tag, "<br") && strings.Trim(tag[3:], " />") == "" {
		c.newline()
	}
}

func (c *copyist) extra(n *extra, to ast.Node) {
	words := func(ast.Node) { c.add(n.text) }
	switch n.is {
	case highlightExtra:
		c.mark(to, highlightMark, nil, func(in ast.Node) { c.children(n, in) })
	case wikiExtra:
		c.mark(to, linkMark, &Link{Kind: ToEntry, Target: n.target}, words)
	case embedExtra:
		if path.Ext(n.target) == "" { // another entry, which is not shown within this one
			c.mark(to, linkMark, &Link{Kind: ToEntry, Target: n.target}, words)
			return
		}
		caption := n.text
		if caption == n.target {
			caption = ""
		}
		c.frame(to, caption, n.target)
	case footnoteExtra:
		c.mark(to, footnoteMark, &Link{Kind: ToFootnote, Target: n.target}, words)
	case furiganaExtra:
		c.add(n.text)
		c.mark(to, readingMark, nil, func(ast.Node) { c.add("(" + n.target + ")") })
	}
}

// code copies a code span; Glamour decodes entities in it.
func (c *copyist) code(n *ast.CodeSpan, to ast.Node) {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			b.Write(t.Segment.Value(c.source))
		}
	}
	words := strings.ReplaceAll(tidy(b.String()), "\n", " ")
	if c.pipes {
		words = strings.ReplaceAll(words, `\|`, "|")
	}
	c.breakBefore(words)
	c.flush(to)
	c.shown(words)
	span := ast.NewCodeSpan()
	span.AppendChild(span, c.word(escape(words, len(c.inner))))
	to.AppendChild(to, span)
}

// mark copies what inside writes as a mark. Emphasis around the mark is
// repeated inside it, since Glamour does not hand it down.
func (c *copyist) mark(to ast.Node, is markKind, link *Link, inside func(ast.Node)) {
	c.flush(to)
	m := mark{is: is, link: -1, outer: -1}
	if n := len(c.inner); n > 0 {
		m.outer = c.inner[n-1]
	}
	if link != nil {
		if link.again && len(c.links) > 0 {
			m.link = len(c.links) - 1
		} else {
			m.link = len(c.links)
			c.links = append(c.links, *link)
		}
	}
	number := len(c.marks)
	c.marks = append(c.marks, m)
	address := ast.NewAutoLink(ast.AutoLinkEmail, c.word(markAddress(number)))
	var in ast.Node = address
	for _, level := range c.emph {
		e := ast.NewEmphasis(level)
		in.AppendChild(in, e)
		in = e
	}
	c.inner = append(c.inner, number)
	outerEmph := c.emph
	c.emph = nil
	prefix, suffix := c.affix(is)
	c.add(prefix)
	inside(in)
	c.add(suffix)
	c.flush(in)
	c.emph = outerEmph
	c.inner = c.inner[:len(c.inner)-1]
	if in.HasChildren() {
		to.AppendChild(to, address)
	}
}

// plainText returns the words of a leaf, without styles.
func (d *Document) plainText(p *piece) string {
	if d.huge(p.lines) {
		return cell.CleanLine(d.text[p.from:p.to])
	}
	return plainly(d, d.inlines(p.lines), true, false)
}
