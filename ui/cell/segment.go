package cell

import (
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// segmentation holds the places where UAX #14 allows to break one row and a little beyond. Its storage is used again.
type segmentation struct {
	segmenter segmenter.Segmenter
	runes     []rune
	starts    []int // byte offset of each of runes
	breaks    []int // byte offsets of the allowed breaks, ascending
}

var segmentations = sync.Pool{New: func() any { return new(segmentation) }}

// segment applies UAX #14 to s up to byte limit. No rule looks further than one code point past the one after the break,
// so two clusters more decide as the whole of s would.
func segment(s string, limit int) *segmentation {
	g := segmentations.Get().(*segmentation)
	g.runes, g.starts, g.breaks = g.runes[:0], g.starts[:0], g.breaks[:0]
	end := Next(s, Next(s, limit))
	for at := 0; at < end; {
		c, size := utf8.DecodeRuneInString(s[at:])
		g.runes = append(g.runes, shown(c))
		g.starts = append(g.starts, at)
		at += size
		if c == blackFlag {
			at += flagTags(s[at-size:])
		}
	}
	g.starts = append(g.starts, end)
	g.segmenter.Init(g.runes)
	for lines := g.segmenter.LineIterator(); lines.Next(); {
		line := lines.Line()
		g.breaks = append(g.breaks, g.starts[line.Offset+len(line.Text)])
	}
	return g
}

// shown returns the code point that CleanLine draws c as.
func shown(c rune) rune {
	if c == '\n' || c == '\t' {
		return ' '
	}
	if m := mark(c); m != 0 {
		return m
	}
	return c
}

func (g *segmentation) allow(at int) bool {
	_, found := slices.BinarySearch(g.breaks, at)
	return found
}

func (g *segmentation) release() {
	if g != nil {
		segmentations.Put(g)
	}
}
