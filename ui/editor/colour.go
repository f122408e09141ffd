package editor

import (
	"regexp"
	"strings"

	"lifelog/ui/cell"
	"lifelog/ui/text"
)

// Colours are the SGR parameters of the parts of Markdown; "" leaves a part
// as it is.
type Colours struct {
	Heading, Strong, Emphasis, Code, Link, Tag, Mark, Quote, Done string
}

// block is what a line is part of: prose, or text that means what it says
// (front matter and fenced code).
type block struct {
	verbatim bool
	fence    string // what ends it: ``` or ~~~; "---" for front matter; "" outside
}

// enter returns the block of a line that follows one in block b. first is for
// the first line of a text.
func (b block) enter(line string, first bool) block {
	bare := strings.TrimLeft(line, " ")
	switch {
	case first && line == "---":
		return block{true, "---"}
	case b.fence == "---" && (line == "---" || line == "..."),
		b.fence != "" && b.fence != "---" && strings.HasPrefix(bare, b.fence):
		return block{verbatim: true}
	case b.fence != "":
		return b
	case strings.HasPrefix(bare, "```"), strings.HasPrefix(bare, "~~~"):
		return block{true, bare[:3]}
	}
	return block{}
}

// blockOf returns the block of a line, found from the start of the text on.
func blockOf(b *text.Buffer, line int) (in block) {
	for i := 0; i <= line; i++ {
		in = in.enter(b.Line(i), i == 0)
	}
	return in
}

// marks are the parts of a line of prose. No part begins or ends within one
// before it that is taken whole.
var marks = []struct {
	is    *regexp.Regexp // its last group is painted
	pen   func(Colours) string
	whole bool
}{
	{regexp.MustCompile("`[^`]+`"), func(c Colours) string { return c.Code }, true},
	{regexp.MustCompile(`!?\[[^\]]*\]\([^)]*\)|\[\[[^\]]+\]\]|https?://[^\s\p{Z}、。）」]+`), func(c Colours) string { return c.Link }, true},
	{regexp.MustCompile(`\*\*[^\s*](?:[^*]*[^\s*])?\*\*|__[^\s_](?:[^_]*[^\s_])?__`), func(c Colours) string { return c.Strong }, true},
	{regexp.MustCompile(`\*[^\s*](?:[^*]*[^\s*])?\*|\b_[^\s_](?:[^_]*[^\s_])?_\b`), func(c Colours) string { return c.Emphasis }, false},
	{regexp.MustCompile(`(?:^|[\s\p{Z}、。（「])([#＃][\p{L}\p{N}_][\p{L}\p{M}\p{N}_/ー-]*)`), func(c Colours) string { return c.Tag }, false},
	{regexp.MustCompile(`^\s*(>[> ]*)`), func(c Colours) string { return c.Quote }, false},
	{regexp.MustCompile(`^\s*(?:>[> ]*)?((?:[-*+]|\d{1,9}[.)])(?: \[[ xX]\])?)\s`), func(c Colours) string { return c.Mark }, false},
}

var (
	heading = regexp.MustCompile(`^ {0,3}#{1,6}(?:\s|$)`)
	done    = regexp.MustCompile(`^\s*(?:[-*+]|\d{1,9}[.)]) \[[xX]\]\s`)
)

// most is the length in bytes up to which a line is coloured as a whole; of a
// longer one each row is coloured by itself, so that its length costs nothing.
const most = 4096

// painter colours lines and remembers those of the last frame: a key changes
// one line, and lines are never changed in place.
type painter struct {
	last, frame map[painted]cell.Styled
}

type painted struct {
	line     string
	verbatim bool
	colours  Colours
}

// begin starts a frame: what the one before did not show is forgotten.
func (p *painter) begin() { p.last, p.frame = p.frame, map[painted]cell.Styled{} }

// row returns the bytes from..to of a line in colours.
func (p *painter) row(line string, from, to int, verbatim bool, c Colours) cell.Styled {
	if len(line) > most {
		line, from, to = line[from:to], 0, to-from
	}
	key := painted{line, verbatim, c}
	whole, ok := p.frame[key]
	if !ok {
		if whole, ok = p.last[key]; !ok {
			whole = colour(line, verbatim, c)
		}
		p.frame[key] = whole
	}
	return whole.Slice(from, to)
}

func colour(s string, verbatim bool, c Colours) cell.Styled {
	row := cell.Styled{Text: s}
	whole := func(pen string) cell.Styled { return row.Paint(0, len(s), pen) }
	switch {
	case verbatim:
		return whole(c.Code)
	case heading.MatchString(s):
		return whole(c.Heading)
	case done.MatchString(s):
		return whole(c.Done)
	}
	left := []byte(s)
	for _, m := range marks {
		for _, at := range m.is.FindAllSubmatchIndex(left, -1) {
			at = at[len(at)-2:]
			row = row.Paint(at[0], at[1], m.pen(c))
			if m.whole {
				clear(left[at[0]:at[1]])
			}
		}
	}
	return row
}
