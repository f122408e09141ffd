package reader

import (
	"hash/maphash"
	"strings"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Other limits beyond which a text is shown as plain lines.
const (
	maxMarkers  = 256     // quote and list marks at the start of one line
	binaryProbe = 8 << 10 // a NUL within these first bytes: not a text
	plainChunk  = 4 << 10 // bytes of plain text laid out at a time
)

// MaxMarkdown is the size in bytes up to which a text is parsed; its blocks
// take fifteen times as much memory. A larger one is shown as plain lines.
const MaxMarkdown = 4 << 20

// Document is a text made ready to be rendered: its blocks are known, what
// stands inside them is read when they are shown. A Document never changes
// and may be used from several goroutines.
type Document struct {
	text      string
	base      string
	source    []byte // the text, front matter blanked out
	pieces    []piece
	below     int  // how many of them stand below the text
	asPlain   bool // it is shown as lines that are not read as Markdown
	headings  []Heading
	refs      parser.Context // holds the link reference definitions
	footnotes map[string]int // label → byte offset of the definition
	frontErr  error
	seed      uint64 // stands for everything outside a block that changes how it looks
}

// Heading is one line of the outline.
type Heading struct {
	Level  int    // 1 to 6
	Text   string // without marks, safe to print
	Source int    // byte offset in the text
	Line   int    // line of the text, from 1
}

// blockParser knows the blocks only. Reading the inlines of a whole text
// takes four times as long as its blocks, and a screen shows forty of them.
var blockParser = parser.NewParser(
	parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(extension.NewFootnoteBlockParser(), 999),
	)...),
	parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
		util.Prioritized(tables{}, 200),
	)...),
)

var seed = maphash.MakeSeed()

// Parse reads the blocks of a Markdown text. A text that is very large,
// binary, or nested beyond reason becomes plain lines.
func Parse(src string) *Document {
	d := &Document{text: src, refs: parser.NewContext()}
	if len(src) > MaxMarkdown || strings.IndexByte(src[:min(len(src), binaryProbe)], 0) >= 0 || tooDeep(src) {
		d.plain()
		return d
	}
	body, err := frontMatter(src)
	d.frontErr = err
	// Blanks in place of what was taken out keep every offset as it is in the text.
	d.source = []byte(src)
	for i := range d.source[:body] {
		if d.source[i] != '\n' {
			d.source[i] = ' '
		}
	}
	root := blockParser.Parse(text.NewReader(d.source), parser.WithContext(d.refs))
	d.footnotes = map[string]int{}
	f := flattener{doc: d}
	if err != nil {
		end := frontEnd(src)
		f.add(piece{kind: notice, from: 0, to: 0})
		f.add(piece{kind: plainText, from: 0, to: end, gap: 1})
		f.skip = end
	}
	f.document(root)
	d.outline()
	d.seed = d.referencesHash()
	return d
}

// Plain reports whether the document is shown as plain lines, since it is very
// large, binary, or nested beyond reason.
func (d *Document) Plain() bool { return d.asPlain }

// Beside returns the document as that of something with a name, which its
// pictures are asked for with: one path can mean two files.
func (d *Document) Beside(base string) *Document {
	there := *d
	there.base = base
	there.seed += maphash.String(seed, base)
	return &there
}

// tooDeep reports whether some line opens more containers than anybody
// writes; the block parser's work grows with the square of their number.
func tooDeep(src string) bool {
	for line := range strings.Lines(src) {
		for marks := 0; ; marks++ {
			line = strings.TrimLeft(line, " \t")
			n := containerMark(line)
			if n == 0 {
				break
			}
			if marks == maxMarkers {
				return true
			}
			line = line[n:]
		}
	}
	return false
}

// containerMark returns the length of the quote or list mark that a line
// begins with, 0 if there is none.
func containerMark(line string) int {
	if strings.HasPrefix(line, ">") {
		return 1
	}
	n := 0
	for n < len(line) && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n == 0 && line != "" && strings.IndexByte("-+*:", line[0]) >= 0 || n > 0 && n < len(line) && strings.IndexByte(".)", line[n]) >= 0 {
		n++
	} else {
		return 0
	}
	if n < len(line) && line[n] == ' ' {
		return n
	}
	return 0
}

// plain cuts the text into chunks of lines.
func (d *Document) plain() {
	d.asPlain = true
	for at := 0; at < len(d.text); {
		end := min(at+plainChunk, len(d.text))
		if nl := strings.LastIndexByte(d.text[at:end], '\n'); nl >= 0 && end < len(d.text) {
			end = at + nl + 1
		} else {
			for end < len(d.text) && end > at+1 && d.text[end]&0xC0 == 0x80 {
				end--
			}
		}
		d.pieces = append(d.pieces, piece{kind: plainText, from: at, to: end})
		at = end
	}
}

// referencesHash covers the definitions that blocks elsewhere may use.
func (d *Document) referencesHash() uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, ref := range d.refs.References() {
		h.Write(ref.Label())
		h.WriteByte(0)
		h.Write(ref.Destination())
		h.WriteByte(0)
	}
	for label := range d.footnotes {
		h.WriteByte(byte(len(label)))
	}
	return h.Sum64()
}

// Headings returns the outline of the text.
func (d *Document) Headings() []Heading { return d.headings }

func (d *Document) outline() {
	line, at := 1, 0
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.kind != heading {
			continue
		}
		line += strings.Count(d.text[at:p.from], "\n")
		at = p.from
		d.headings = append(d.headings, Heading{Level: p.level, Text: d.plainText(p), Source: p.from, Line: line})
	}
}

// pieceAt returns the index of the piece of the text that holds the byte
// offset, or the last one before it.
func (d *Document) pieceAt(offset int) int {
	best := 0
	for i := range len(d.pieces) - d.below {
		if d.pieces[i].from <= offset && d.pieces[i].from >= d.pieces[best].from {
			best = i
		}
	}
	return best
}
