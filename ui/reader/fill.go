package reader

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	gansi "charm.land/glamour/v2/ansi"

	"lifelog/ui/cell"
)

// fill makes the logical lines of a piece.
func (r *Renderer) fill(l *layout, d *Document, index, width int) {
	switch p := &d.pieces[index]; p.kind {
	case paragraph, heading, term, calloutTitle:
		r.fillLeaf(l, d, p, width)
	case code:
		r.fillCode(l, d, p, width)
	case table:
		r.fillTable(l, d, index, width)
	case rule:
		l.lines = append(l.lines, logical{Styled: r.rule(width), fits: true})
	case footRule:
		l.lines = append(l.lines, logical{Styled: r.rule(min(width, 12)), fits: true})
	case plainText:
		l.plain(d.text[p.from:p.to], "")
	case htmlBlock:
		words := d.text[p.from:p.to]
		if bare := stripTags(words); bare != "" {
			words = bare
		}
		l.plain(words, r.pens.Faint)
	case notice:
		l.add(pen(cell.CleanLine(r.options.Notice+": "+d.frontErr.Error()), r.pens.Faint))
	case footHead, footLink:
		r.fillFoot(l, p, width)
	}
}

func (l *layout) add(t cell.Styled) { l.lines = append(l.lines, logical{Styled: t}) }

// plain adds lines of text as they stand.
func (l *layout) plain(words, style string) {
	start := 0
	for line := range strings.Lines(words) {
		shown := cell.CleanLine(expandTabs(strings.TrimRight(line, "\r\n")))
		l.lines = append(l.lines, logical{Styled: pen(shown, style), start: start})
		start += len(line)
	}
}

func (r *Renderer) rule(width int) cell.Styled {
	const dash = "─"
	n := width / max(1, r.options.Ruler.Width(dash))
	return pen(strings.Repeat(dash, n), r.g.pen(r.options.Style.HorizontalRule))
}

// fillLeaf renders a paragraph, a heading or the like.
func (r *Renderer) fillLeaf(l *layout, d *Document, p *piece, width int) {
	if p.title != "" {
		l.add(pen(cell.CleanLine(p.title), join(calloutPen(p.frame.label), r.pens.Strong)))
		return
	}
	if d.huge(p.lines) {
		r.fillHuge(l, d, p)
		return
	}
	c := r.g.copyist(d, r.options.Join)
	hang := 0
	var block ast.Node = ast.NewParagraph()
	if p.kind == heading {
		block = ast.NewHeading(p.level)
		hang = r.options.Ruler.Width(headingPrefix(r.options.Style, p.level))
	}
	c.children(d.inlines(p.lines), block)
	if !block.HasChildren() {
		l.add(cell.Styled{})
		return
	}
	leaf := r.g.render(block, c, quoted(p.frame))
	switch p.kind {
	case term:
		leaf.Styled = leaf.Paint(0, len(leaf.Text), r.pens.Strong)
	case calloutTitle:
		leaf.Styled = leaf.Paint(0, len(leaf.Text), join(calloutPen(p.frame.label), r.pens.Strong))
	}
	l.links = leaf.links
	for i, line := range leaf.split() {
		if i > 0 && i <= len(c.ends) {
			line.start = nextLine(p.lines, c.ends[i-1]) - p.from
		}
		line.hang = hang
		if bullet := writtenBullet(line.Text); p.kind == paragraph && bullet != "" {
			line.hang = r.options.Ruler.Width(bullet)
		}
		if l.isPicture(line) {
			line = r.fillPicture(l, d, line, width)
		}
		l.lines = append(l.lines, line)
	}
}

// writtenBullet returns the mark that a line of a list begins with which is
// none in Markdown, as in "・牛乳", with the space after it.
func writtenBullet(line string) string {
	for _, mark := range []string{"・", "•", "◦", "※"} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			return line[:len(line)-len(strings.TrimLeft(rest, " \u3000"))]
		}
	}
	return ""
}

// fillHuge shows a leaf that is too long for Glamour as it stands.
func (r *Renderer) fillHuge(l *layout, d *Document, p *piece) {
	for i := range p.lines.Len() {
		seg := p.lines.At(i)
		line := strings.TrimRight(string(seg.Value(d.source)), "\r\n")
		l.lines = append(l.lines, logical{Styled: cell.Styled{Text: cell.CleanLine(line)}, start: seg.Start - p.from})
	}
}

// split cuts a leaf at its newlines.
func (t styledLeaf) split() []logical {
	var lines []logical
	spans, links := t.Spans, t.at
	for from := 0; ; {
		end := strings.IndexByte(t.Text[from:], '\n')
		to := from + end
		if end < 0 {
			to = len(t.Text)
		}
		for len(spans) > 0 && spans[0].To <= from {
			spans = spans[1:]
		}
		for len(links) > 0 && links[0].to <= from {
			links = links[1:]
		}
		line := logical{Styled: cell.Styled{Text: t.Text[from:to]}}
		for i := 0; i < len(spans) && spans[i].From < to; i++ {
			s := spans[i]
			s.From, s.To = max(s.From, from)-from, min(s.To, to)-from
			if s.From < s.To {
				line.Spans = append(line.Spans, s)
			}
		}
		for i := 0; i < len(links) && links[i].from < to; i++ {
			line.links = append(line.links, linkSpan{max(links[i].from, from) - from, min(links[i].to, to) - from, links[i].link})
		}
		lines = append(lines, line)
		if end < 0 {
			return lines
		}
		from = to + 1
	}
}

func quoted(f *frame) bool {
	for ; f != nil; f = f.outer {
		if f.container == quote {
			return true
		}
	}
	return false
}

// nextLine returns the start of the first line that begins at or after an
// offset, or the offset.
func nextLine(lines *text.Segments, at int) int {
	for i := range lines.Len() {
		if start := lines.At(i).Start; start >= at {
			return start
		}
	}
	return at
}

func headingPrefix(style gansi.StyleConfig, level int) string {
	h := []gansi.StyleBlock{style.H1, style.H2, style.H3, style.H4, style.H5, style.H6}[level-1]
	if h.Prefix != "" {
		return h.Prefix
	}
	return style.Heading.Prefix
}

// fillCode renders a code block: coloured, never broken, cut at the width
// with a mark.
func (r *Renderer) fillCode(l *layout, d *Document, p *piece, width int) {
	var b strings.Builder
	for i := range p.lines.Len() {
		seg := p.lines.At(i)
		b.WriteString(cell.Clean(expandTabs(string(seg.Value(d.source)))))
	}
	language := ""
	if n, ok := p.node.(*ast.FencedCodeBlock); ok {
		language = cell.CleanLine(string(n.Language(d.source)))
	}
	shown := cell.Styled{Text: strings.TrimRight(b.String(), "\n")}
	if len(shown.Text) <= maxCode && shown.Text != "" {
		shown = r.g.code(shown.Text, language)
	}
	inset := 0
	if m := r.options.Style.CodeBlock.Margin; m != nil {
		inset = min(int(*m), width/8)
	}
	for i, line := range (styledLeaf{Styled: shown}).split() {
		line.Styled = concat(spaces(inset), r.clip(trimRight(line.Styled), width-inset))
		line.fits = true
		if i < p.lines.Len() {
			line.start = max(0, p.lines.At(i).Start-p.from)
		}
		l.lines = append(l.lines, line)
	}
}

// clip cuts a line to the width; a mark shows that something is gone.
func (r *Renderer) clip(t cell.Styled, width int) cell.Styled {
	ruler := r.options.Ruler
	if ruler.Width(t.Text) <= width {
		return t
	}
	const mark = "…"
	head := ruler.Cut(t.Text, width-ruler.Width(mark))
	return concat(t.Slice(0, len(head)), pen(ruler.Cut(mark, width), r.pens.Faint))
}

// expandTabs puts spaces in the place of tabs, to stops of four characters.
func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	column := 0
	for _, c := range s {
		if c != '\t' {
			b.WriteRune(c)
			column++
			continue
		}
		n := 4 - column%4
		b.WriteString("    "[:n])
		column += n
	}
	return b.String()
}

// stripTags returns the words of an HTML block.
func stripTags(s string) string {
	var b strings.Builder
	for s != "" {
		before, rest, found := strings.Cut(s, "<")
		b.WriteString(before)
		if !found {
			break
		}
		end := ">"
		if strings.HasPrefix(rest, "!--") {
			end = "-->"
		}
		_, s, found = strings.Cut(rest, end)
		if !found {
			break
		}
	}
	return strings.TrimSpace(b.String())
}
