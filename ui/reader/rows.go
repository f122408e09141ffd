package reader

import (
	"iter"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tables reads tables as GFM has them, but of a long one only the first rows:
// reading all its cells would take longer than all else of a text. The other
// rows stay lines until they are shown.
type tables struct{}

// maxReadRows is how many lines of a table are read with its text.
const maxReadRows = 50

var gfmTables = extension.NewTableParagraphTransformer()

// restRows are the lines of a table that were not read, and those that say what
// columns it has.
type restRows struct {
	head  []text.Segment // the titles, and the line below them
	lines []text.Segment
}

var restKey = parser.NewContextKey()

// restOf returns what was not read of a table.
func restOf(pc parser.Context, t *extast.Table) restRows {
	all, _ := pc.Get(restKey).(map[*extast.Table]restRows)
	return all[t]
}

func (tables) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := p.Lines().Sliced(0, p.Lines().Len())
	if len(lines) <= maxReadRows {
		gfmTables.Transform(p, r, pc)
		return
	}
	parent, before := p.Parent(), p.PreviousSibling()
	setLines(p, lines[:maxReadRows])
	gfmTables.Transform(p, r, pc)
	at, titles := p.NextSibling(), p.Lines().Len()
	if p.Parent() == nil { // nothing stood before the table
		if titles = 0; before != nil {
			at = before.NextSibling()
		} else {
			at = parent.FirstChild()
		}
	}
	t, ok := at.(*extast.Table)
	if !ok { // it may begin further down
		setLines(p, lines)
		gfmTables.Transform(p, r, pc)
		return
	}
	all, _ := pc.ComputeIfAbsent(restKey, func() any { return map[*extast.Table]restRows{} }).(map[*extast.Table]restRows)
	all[t] = restRows{lines[titles : titles+2], lines[maxReadRows:]}
}

func setLines(p *ast.Paragraph, lines []text.Segment) {
	segments := text.NewSegments()
	segments.AppendAll(lines)
	p.SetLines(segments)
}

// readRows reads lines of the table whose first part is a piece.
func (d *Document) readRows(head int, lines []text.Segment) iter.Seq[ast.Node] {
	return func(yield func(ast.Node) bool) {
		t, ok := d.pieces[head].node.Parent().(*extast.Table)
		if !ok {
			return
		}
		p, around := ast.NewParagraph(), ast.NewDocument()
		setLines(p, append(append([]text.Segment{}, restOf(d.refs, t).head...), lines...))
		around.AppendChild(around, p)
		gfmTables.Transform(p, text.NewReader(d.source), parser.NewContext())
		if around.FirstChild() == nil || around.FirstChild().FirstChild() == nil {
			return
		}
		for tr := around.FirstChild().FirstChild().NextSibling(); tr != nil && yield(tr); tr = tr.NextSibling() {
		}
	}
}
