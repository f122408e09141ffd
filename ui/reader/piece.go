package reader

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// kind says what a piece is.
type kind uint8

const (
	paragraph kind = iota
	heading
	code
	htmlBlock
	table
	rule
	term         // of a definition list
	calloutTitle // the first line of a callout
	plainText    // lines shown as they stand
	footRule     // the short rule above the footnotes
	notice       // a line of ours about front matter that cannot be read
	footHead     // the first line of what stands below the text
	footLink     // a link there
)

// maxDepth is how many containers may stand in one another; what lies deeper
// is shown as text.
const maxDepth = 16

// piece is one leaf block of the text, with the containers around it. The
// whole document is a flat row of pieces, so that any of them can be laid out
// without the others.
type piece struct {
	kind     kind
	level    int            // of a heading
	gap      int            // blank rows above
	frame    *frame         // innermost container; nil at the top
	lines    *text.Segments // of the leaf
	node     ast.Node       // of fenced code; of a part of a table its first row, nil if that is not read
	head     int            // of a part of a table: the index of the first part
	sum      uint64         // of a part of a table: a hash of the whole
	title    string         // of a callout that has none of its own; the words of a line below the text
	target   string         // of a link below the text
	from, to int            // bytes of the text
}

// container says what a frame is.
type container uint8

const (
	quote container = iota
	callout
	item
	description
	footnote
)

// frame is one container around pieces: what it puts before their rows.
type frame struct {
	container container
	outer     *frame
	depth     int
	first     int    // index of the first piece inside
	number    int    // of an ordered item; -1 is a bullet
	digits    int    // of the longest number of the list
	task      byte   // ' ' or 'x'; 0 is no task
	label     string // of a footnote, kind of a callout
}

// isTask reports whether the piece at an index stands beside the box of a task.
func (p *piece) isTask(index int) bool {
	return p.frame != nil && p.frame.task != 0 && p.frame.first == index
}
