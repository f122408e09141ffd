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

// block is what a line is part of, as far as it changes how the line is
// coloured.
type block int

const (
	prose block = iota
	verbatim
)

// blockOf tells what a line is part of: front matter and fenced code are
// found from the start of the text on.
func blockOf(b *text.Buffer, line int) block {
	in, front, fence := prose, b.Line(0) == "---", ""
	for i := 0; i <= line; i++ {
		s := b.Line(i)
		switch {
		case front && i > 0 && (s == "---" || s == "..."):
			front = false
			in = verbatim
		case front:
			in = verbatim
		case fence != "":
			in = verbatim
			if strings.HasPrefix(strings.TrimLeft(s, " "), fence) {
				fence = ""
			}
		default:
			in = prose
			bare := strings.TrimLeft(s, " ")
			if strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~") {
				fence, in = bare[:3], verbatim
			}
		}
	}
	return in
}

// marks are the parts of a line of prose, in the order they are laid on.
var marks = []struct {
	is  *regexp.Regexp // its last group is painted
	pen func(Colours) string
}{
	{regexp.MustCompile(`\*[^\s*](?:[^*]*[^\s*])?\*|\b_[^\s_](?:[^_]*[^\s_])?_\b`), func(c Colours) string { return c.Emphasis }},
	{regexp.MustCompile(`\*\*[^\s*](?:[^*]*[^\s*])?\*\*|__[^\s_](?:[^_]*[^\s_])?__`), func(c Colours) string { return c.Strong }},
	{regexp.MustCompile(`(?:^|[\s\p{Z}、。（「])([#＃][\p{L}\p{N}_][\p{L}\p{M}\p{N}_/ー-]*)`), func(c Colours) string { return c.Tag }},
	{regexp.MustCompile(`!?\[[^\]]*\]\([^)]*\)|\[\[[^\]]+\]\]|https?://[^\s\p{Z}、。）」]+`), func(c Colours) string { return c.Link }},
	{regexp.MustCompile("`[^`]+`"), func(c Colours) string { return c.Code }},
	{regexp.MustCompile(`^\s*(>[> ]*)`), func(c Colours) string { return c.Quote }},
	{regexp.MustCompile(`^\s*(?:>[> ]*)?((?:[-*+]|\d{1,9}[.)])(?: \[[ xX]\])?)\s`), func(c Colours) string { return c.Mark }},
}

var (
	heading = regexp.MustCompile(`^ {0,3}#{1,6}(?:\s|$)`)
	done    = regexp.MustCompile(`^\s*(?:[-*+]|\d{1,9}[.)]) \[[xX]\]\s`)
)

// most is the length in bytes up to which a line is coloured as a whole; of a
// longer one each row is coloured by itself, so that its length costs nothing.
const most = 4096

// styled returns the bytes from..to of a line in colours, as they may be sent
// to a terminal.
func styled(b *text.Buffer, line, from, to int, in block, c Colours) cell.Styled {
	s := b.Line(line)
	if len(s) > most {
		return colour(s[from:to], in, c)
	}
	return colour(s, in, c).Slice(from, to)
}

func colour(s string, in block, c Colours) cell.Styled {
	row := cell.Styled{Text: s}
	whole := func(pen string) cell.Styled { return row.Paint(0, len(s), pen) }
	switch {
	case in == verbatim:
		return whole(c.Code)
	case heading.MatchString(s):
		return whole(c.Heading)
	case done.MatchString(s):
		return whole(c.Done)
	}
	for _, m := range marks {
		for _, at := range m.is.FindAllStringSubmatchIndex(s, -1) {
			if len(at) > 2 {
				at = at[2:]
			}
			row = row.Paint(at[0], at[1], m.pen(c))
		}
	}
	return row
}
