package reader

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// inlineParser reads the inside of one leaf. Its block parser makes a single
// block of the lines that the context holds.
var inlineParser = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(leafBlock{}, 1)),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(wikiLinks{}, 150),
		util.Prioritized(footnoteRefs{}, 160),
		util.Prioritized(furigana{}, 170),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(delimiters{}, 500),
		util.Prioritized(bareLinks{}, 600),
	),
)

var (
	linesKey     = parser.NewContextKey()
	footnotesKey = parser.NewContextKey()
)

// inlines parses the given lines of the document as the inside of a leaf.
// Positions in the result are bytes of the document.
func (d *Document) inlines(lines *text.Segments) ast.Node {
	pc := leafContext{Context: parser.NewContext(), refs: d.refs}
	pc.Set(linesKey, lines)
	pc.Set(footnotesKey, d.footnotes)
	root := inlineParser.Parse(leafReader{text.NewReader([]byte("leaf")), d.source}, parser.WithContext(pc))
	if first := root.FirstChild(); first != nil {
		return first
	}
	return root
}

// leafContext looks link references up in the whole document.
type leafContext struct {
	parser.Context
	refs parser.Context
}

func (c leafContext) Reference(label string) (parser.Reference, bool) {
	return c.refs.Reference(label)
}

// leafReader lets the block parser see one made-up line, and the inline
// parsers the document.
type leafReader struct {
	text.Reader
	source []byte
}

func (r leafReader) Source() []byte { return r.source }

// leafBlock is the one block of a leaf.
type leafBlock struct{}

func (leafBlock) Trigger() []byte { return nil }

func (leafBlock) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	block := ast.NewTextBlock()
	if lines, ok := pc.Get(linesKey).(*text.Segments); ok {
		block.SetLines(lines)
	}
	r.AdvanceToEOL()
	return block, parser.NoChildren
}

func (leafBlock) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (leafBlock) Close(ast.Node, text.Reader, parser.Context)                 {}
func (leafBlock) CanInterruptParagraph() bool                                 { return false }
func (leafBlock) CanAcceptIndentedLine() bool                                 { return true }

// extra is an inline element that CommonMark and GFM do not have.
type extra struct {
	ast.BaseInline
	is     extraKind
	text   string // what is shown; for furigana the base
	target string // where a link leads; for furigana the reading
}

type extraKind uint8

const (
	highlightExtra extraKind = iota // its children are shown
	wikiExtra
	embedExtra
	footnoteExtra
	furiganaExtra
)

var kindExtra = ast.NewNodeKind("ReaderExtra")

func (*extra) Kind() ast.NodeKind { return kindExtra }

func (n *extra) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"text": n.text, "target": n.target}, nil)
}
