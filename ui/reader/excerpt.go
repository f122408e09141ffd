package reader

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lifelog/ui/cell"
)

// Excerpt is a part of a text that is taken elsewhere.
type Excerpt struct {
	Of   ExcerptKind
	Text string // "" for none
}

// ExcerptKind says what an excerpt is of.
type ExcerptKind uint8

// The kinds of excerpts.
const (
	OfWords ExcerptKind = iota // a paragraph, a heading, an item: what it says, without marks
	OfLink                     // where it leads
	OfCode                     // as written, without its fence
	OfTable                    // what its cells say, a tab between two of them
)

// Excerpt returns where the current link leads, else what stands where the eye
// is: the paragraph, code or table of the current hit if that is on the screen,
// else the first one.
func (s *Reader) Excerpt() Excerpt {
	if s.Empty() {
		return Excerpt{}
	}
	switch link, ok := s.Link(); {
	case !ok || link.Kind == ToTask || link.Kind == ToFootnote:
	case link.Kind == ToTag:
		return Excerpt{OfLink, "#" + cell.CleanLine(link.Target)}
	default:
		return Excerpt{OfLink, cell.CleanLine(link.Target)}
	}
	at := s.here()
	l, p := s.layout(at.piece), &s.doc.pieces[at.piece]
	switch p.kind {
	case rule, footRule, footHead, footLink:
		return Excerpt{}
	case code:
		return Excerpt{OfCode, s.doc.written(p)}
	case table:
		return Excerpt{OfTable, s.doc.tableText(at.piece)}
	case plainText:
		return Excerpt{Text: l.lines[max(0, l.rows[at.row].line)].Text}
	case paragraph:
		if len(l.links) == 1 && len(l.lines) == 1 && l.links[0].Kind == ToImage && l.lines[0].fits { // a picture and nothing else
			return Excerpt{OfLink, cell.CleanLine(l.links[0].Target)}
		}
	case htmlBlock, notice:
		var lines []string
		for _, line := range l.lines {
			lines = append(lines, line.Text)
		}
		return Excerpt{Text: strings.Join(lines, "\n")}
	}
	return Excerpt{Text: s.doc.says(p, s.options.Join)}
}

// written is the text of a leaf as it was written, without the marks of
// quotes and lists before it.
func (d *Document) written(p *piece) string {
	var b strings.Builder
	for i := range p.lines.Len() {
		seg := p.lines.At(i)
		b.Write(seg.Value(d.source))
	}
	return strings.Trim(cell.Clean(b.String()), "\n")
}

// says returns the words of a leaf without marks and styles.
func (d *Document) says(p *piece, join bool) string {
	switch {
	case p.title != "":
		return cell.CleanLine(p.title)
	case d.huge(p.lines):
		return d.written(p)
	}
	return plainly(d, d.inlines(p.lines), join, false)
}

// plainly returns the words of inlines without marks and styles.
func plainly(d *Document, inlines ast.Node, join, pipes bool) string {
	c := copyist{source: d.source, join: join, pipes: pipes, affix: func(markKind) (string, string) { return "", "" }}
	c.children(inlines, ast.NewTextBlock())
	return c.plain.String()
}

// maxRead is how many cells of a table are read for their marks when it is
// copied.
const maxRead = 10_000

// oneCell keeps the text of a cell from looking like several.
var oneCell = strings.NewReplacer("\t", " ", "\n", " ")

// tableText is what the whole table says that a piece is of.
func (d *Document) tableText(index int) string {
	head, parts := d.pieces[index].head, 1
	for d.sameTable(head, head+parts) {
		parts++
	}
	marked := parts*maxCells <= maxRead
	var b strings.Builder
	for part := range parts {
		for tr := range d.rowsOf(head + part) {
			if tr.Kind() != extast.KindTableHeader {
				b.WriteByte('\n')
			}
			for td := tr.FirstChild(); td != nil; td = td.NextSibling() {
				d.addCell(&b, td, marked)
			}
		}
	}
	return b.String()
}

// addCell adds what a cell of a table says, its marks read or not.
func (d *Document) addCell(b *strings.Builder, td ast.Node, marked bool) {
	if td.PreviousSibling() != nil {
		b.WriteByte('\t')
	}
	if td.Lines() == nil || td.Lines().Len() == 0 {
		return
	}
	seg := td.Lines().At(0)
	words := string(seg.Value(d.source))
	if marked && !d.huge(td.Lines()) {
		words = plainly(d, d.inlines(td.Lines()), true, true)
	}
	b.WriteString(oneCell.Replace(cell.Clean(words)))
}
