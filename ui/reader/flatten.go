package reader

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// flattener turns the tree of blocks into the row of pieces.
type flattener struct {
	doc   *Document
	frame *frame
	gap   int // above the next piece
	skip  int // bytes at the start of the text that are shown already
	notes []*extast.Footnote
}

func (f *flattener) add(p piece) {
	p.frame = f.frame
	if len(f.doc.pieces) > 0 && p.gap == 0 {
		p.gap = f.gap
	}
	f.doc.pieces = append(f.doc.pieces, p)
	f.gap = 1
}

// document walks the whole tree; footnotes go to the end.
func (f *flattener) document(root ast.Node) {
	f.children(root, 1)
	if len(f.notes) == 0 {
		return
	}
	f.gap = 1
	at := len(f.doc.text)
	if n := f.notes[0].FirstChild(); n != nil {
		at, _ = extent(n, at)
	}
	f.add(piece{kind: footRule, from: at, to: at})
	f.gap = 0
	for _, note := range f.notes {
		f.inside(frame{container: footnote, label: string(note.Ref)}, func() { f.children(note, 1) })
		f.gap = 0
	}
}

// children walks the blocks inside a container, with so many blank rows
// between two of them.
func (f *flattener) children(parent ast.Node, between int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n.PreviousSibling() != nil {
			f.gap = between
		}
		f.block(n)
	}
}

// inside runs walk with one more container around.
func (f *flattener) inside(c frame, walk func()) {
	outer := f.frame
	c.outer, c.first = outer, len(f.doc.pieces)
	if outer != nil {
		c.depth = outer.depth + 1
	}
	f.frame = &c
	walk()
	f.frame = outer
}

func (f *flattener) block(n ast.Node) {
	from, to := extent(n, f.doc.lastEnd())
	if to <= f.skip && f.skip > 0 {
		return
	}
	if _, isList := n.(*ast.List); n.HasChildren() && n.Lines().Len() == 0 && !isList && f.frame != nil && f.frame.depth+1 >= maxDepth {
		f.add(piece{kind: plainText, from: from, to: to})
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		if f.gap > 0 && n.Level <= 2 && f.frame == nil {
			f.gap = 2
		}
		f.add(piece{kind: heading, level: n.Level, lines: n.Lines(), from: from, to: to})
	case *ast.Paragraph, *ast.TextBlock:
		f.add(piece{kind: paragraph, lines: n.Lines(), from: from, to: to})
	case *ast.FencedCodeBlock:
		f.add(piece{kind: code, node: n, lines: n.Lines(), from: from, to: to})
	case *ast.CodeBlock:
		f.add(piece{kind: code, lines: n.Lines(), from: from, to: to})
	case *ast.HTMLBlock:
		if n.HasClosure() {
			to = max(to, n.ClosureLine.Stop)
		}
		f.add(piece{kind: htmlBlock, from: from, to: to})
	case *ast.ThematicBreak:
		f.add(piece{kind: rule, from: from, to: to})
	case *extast.Table:
		f.table(n, from, to)
	case *ast.Blockquote:
		f.quote(n)
	case *ast.List:
		f.list(n)
	case *extast.DefinitionList:
		f.definitions(n)
	case *extast.FootnoteList:
		for note := n.FirstChild(); note != nil; note = note.NextSibling() {
			if note, ok := note.(*extast.Footnote); ok {
				f.notes = append(f.notes, note)
				f.doc.footnotes[string(note.Ref)] = from
				if first := note.FirstChild(); first != nil {
					f.doc.footnotes[string(note.Ref)], _ = extent(first, from)
				}
			}
		}
	}
}

// quote walks a block quote, or a callout: a quote whose first line is
// "[!kind] title".
func (f *flattener) quote(n *ast.Blockquote) {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok {
		f.inside(frame{container: quote}, func() { f.children(n, 1) })
		return
	}
	seg := first.Lines().At(0)
	line := string(seg.Value(f.doc.source))
	name, title, ok := calloutHead(line)
	if !ok {
		f.inside(frame{container: quote}, func() { f.children(n, 1) })
		return
	}
	f.inside(frame{container: callout, label: name}, func() {
		head := text.NewSegments()
		p := piece{kind: calloutTitle, lines: head, from: seg.Start, to: seg.Stop}
		if title == "" {
			p.title = strings.ToUpper(name[:1]) + name[1:]
		} else {
			start := seg.Stop - len(line) + strings.Index(line, title)
			head.Append(text.NewSegment(start, start+len(title)))
		}
		f.add(p)
		f.gap = 0
		if rest := first.Lines().Len(); rest > 1 {
			body := text.NewSegments()
			body.AppendAll(first.Lines().Sliced(1, rest))
			f.add(piece{kind: paragraph, lines: body, from: body.At(0).Start, to: body.At(rest - 2).Stop})
		}
		for c := first.NextSibling(); c != nil; c = c.NextSibling() {
			f.block(c)
			f.gap = 1
		}
	})
}

// calloutHead reads "[!note]- A title".
func calloutHead(line string) (name, title string, ok bool) {
	rest, ok := strings.CutPrefix(line, "[!")
	if !ok {
		return "", "", false
	}
	name, rest, ok = strings.Cut(rest, "]")
	if !ok || name == "" || len(name) > 20 || strings.Trim(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz-") != "" {
		return "", "", false
	}
	return strings.ToLower(name), strings.TrimSpace(strings.TrimLeft(rest, "+-")), true
}

func (f *flattener) list(n *ast.List) {
	digits := 1
	for v := n.Start + n.ChildCount() - 1; v >= 10; v /= 10 {
		digits++
	}
	between := 1
	if n.IsTight {
		between = 0
	}
	number := n.Start
	for it := n.FirstChild(); it != nil; it = it.NextSibling() {
		if it.PreviousSibling() != nil {
			f.gap = between
		}
		c := frame{container: item, number: -1, digits: digits}
		if n.IsOrdered() {
			c.number = number
			number++
		}
		c.task = f.takeTask(it)
		f.inside(c, func() {
			if it.FirstChild() == nil {
				at := f.doc.lastEnd()
				f.add(piece{kind: paragraph, lines: text.NewSegments(), from: at, to: at})
				return
			}
			f.children(it, between)
		})
	}
}

// takeTask recognises "[ ] " and "[x] " at the start of an item and takes it
// out of the item's text. It returns ' ', 'x', or 0.
func (f *flattener) takeTask(it ast.Node) byte {
	first := it.FirstChild()
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 || ast.IsParagraph(first) && first.Kind() == ast.KindHeading {
		return 0
	}
	if k := first.Kind(); k != ast.KindParagraph && k != ast.KindTextBlock {
		return 0
	}
	seg := first.Lines().At(0)
	v := seg.Value(f.doc.source)
	if len(v) < 4 || v[0] != '[' || v[2] != ']' || v[3] != ' ' && v[3] != '\t' || bytes.IndexByte([]byte(" xX"), v[1]) < 0 {
		return 0
	}
	first.Lines().Set(0, seg.WithStart(seg.Start+4))
	return v[1] | 0x20
}

func (f *flattener) definitions(n *extast.DefinitionList) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		from, to := extent(c, f.doc.lastEnd())
		if c.Kind() == extast.KindDefinitionTerm {
			f.add(piece{kind: term, lines: c.Lines(), from: from, to: to})
			f.gap = 0
			continue
		}
		f.inside(frame{container: description}, func() { f.children(c, 1) })
		f.gap = 1
		if next := c.NextSibling(); next != nil && next.Kind() == extast.KindDefinitionDescription {
			f.gap = 0
		}
	}
}

// lastEnd returns where the last piece ends: the place of blocks that the
// parser gives none.
func (d *Document) lastEnd() int {
	if len(d.pieces) == 0 {
		return 0
	}
	return d.pieces[len(d.pieces)-1].to
}

// extent returns the bytes of the text from the start of a block to its last
// line. Blocks without text of their own are given the place at.
func extent(n ast.Node, at int) (from, to int) {
	from, to = -1, -1
	if p := n.Pos(); p >= 0 {
		from, to = p, p
	}
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines() != nil && c.Lines().Len() > 0 {
			if start := c.Lines().At(0).Start; from < 0 || c == n && n.Kind() != ast.KindFencedCodeBlock {
				from = start
			}
			break
		}
	}
	for c := n; c != nil; c = c.LastChild() {
		if c.Type() == ast.TypeBlock && c.Lines() != nil && c.Lines().Len() > 0 {
			to = max(to, c.Lines().At(c.Lines().Len()-1).Stop)
		}
	}
	if from < 0 {
		from = at
	}
	return from, max(from, to)
}
