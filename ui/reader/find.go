package reader

import (
	"context"
	"slices"
	"sort"
	"strings"
)

// Match finds something in one line: byte ranges, in order and apart from
// each other.
type Match = func(line string) [][2]int

// Hits are all places of a document where something was found.
type Hits struct {
	doc *Document
	all []hit
}

// hit is a found stretch of a logical line.
type hit struct {
	piece, line int
	from, to    int
}

// maxLit is how many bytes of one line are searched while it is drawn; what a
// longer line holds is lit when Find has found it.
const maxLit = 64 << 10

// Light lights what match finds in the lines as they are shown (without their
// bullets and bars); nil puts the light out. What is shown later is lit too.
// To be walked and counted the hits have to be found by Find.
func (s *Reader) Light(match Match) { s.match, s.hits, s.hit = match, nil, -1 }

// Find finds all hits in a document. It takes its time with a large one, so
// it is for another goroutine; the Hits are for Reader.Found. It returns nil
// if the context ends.
func (r *Renderer) Find(ctx context.Context, d *Document, match Match) *Hits {
	h := &Hits{doc: d}
	for i := range d.pieces {
		if ctx.Err() != nil {
			return nil
		}
		if len(match(d.words(&d.pieces[i]))) == 0 {
			continue // not worth being laid out
		}
		for n, line := range r.layout(d, i).lines {
			for _, m := range match(line.Text) {
				h.all = append(h.all, hit{i, n, m[0], m[1]})
			}
		}
	}
	return h
}

// words returns what a piece says, as far as that is quick to know.
func (d *Document) words(p *piece) string {
	raw := d.text[p.from:p.to]
	switch p.kind {
	case paragraph, heading, term, calloutTitle:
		if p.title != "" {
			return p.title
		}
		if p.lines.Len() > 1 || strings.ContainsAny(raw, "\\`*_~=[]<>&{|") {
			return d.plainText(p)
		}
	}
	return raw
}

// Found takes in what Find found; it reports whether that belongs to the
// document that is shown.
func (s *Reader) Found(h *Hits) bool {
	if h == nil || h.doc != s.doc || s.match == nil {
		return false
	}
	s.hits = h
	s.hit = min(s.hit, len(h.all)-1)
	return true
}

// Hit returns the number of the current hit, from 1, 0 for none, and how many
// there are; ok is false while they are not known.
func (s *Reader) Hit() (at, all int, ok bool) {
	if s.hits == nil {
		return 0, 0, false
	}
	return s.hit + 1, len(s.hits.all), true
}

// NextHit goes to the next hit, around the end; it returns its number, from 1,
// and 0 if there is none.
func (s *Reader) NextHit() int { return s.stepHit(1) }

// PrevHit goes to the hit before.
func (s *Reader) PrevHit() int { return s.stepHit(-1) }

// SeekHit goes to the first hit in the paragraph at a byte offset of the text
// or after it, around the end. It returns the hit's number, 0 if there is none.
func (s *Reader) SeekHit(offset int) int {
	if s.hits == nil || len(s.hits.all) == 0 {
		return 0
	}
	return s.goHit(s.hitFrom(s.placeOf(offset)))
}

func (s *Reader) stepHit(by int) int {
	if s.hits == nil || len(s.hits.all) == 0 {
		return 0
	}
	n := len(s.hits.all)
	at := s.hit + by
	if s.hit < 0 || !s.seen(s.hitRow(s.hits.all[s.hit])) { // scrolled away: on from what is seen
		if at = s.hitFrom(s.first()); by < 0 {
			at--
		}
	}
	return s.goHit((at + n) % n)
}

func (s *Reader) goHit(at int) int {
	s.hit, s.link, s.goal = at, noLink, noGoal
	s.reveal(s.hitRow(s.hits.all[at]))
	return at + 1
}

// hitFrom returns the index of the first hit at a place or after it, or 0.
func (s *Reader) hitFrom(top place) int {
	all := s.hits.all
	n := sort.Search(len(all), func(i int) bool {
		if all[i].piece != top.piece {
			return all[i].piece > top.piece
		}
		return s.hitRow(all[i]).row >= top.row
	})
	return n % len(all)
}

// hitRow returns the row on which a hit begins.
func (s *Reader) hitRow(h hit) place {
	at := place{h.piece, 0}
	l := s.layout(h.piece)
	for n := range l.rows {
		if r := &l.rows[n]; r.line == h.line && r.from <= h.from {
			at.row = n
		}
	}
	return at
}

// currentHit returns the hit that is the current one.
func (s *Reader) currentHit() (h hit, ok bool) {
	if s.hits == nil || s.hit < 0 {
		return hit{}, false
	}
	return s.hits.all[s.hit], true
}

// hitPaints are the hits in the lines from … to of a piece.
func (s *Reader) hitPaints(piece int, l *layout, from, to int, pens Pens) []paint {
	if s.match == nil || s.doc.isBelow(piece) {
		return nil
	}
	here, _ := s.currentHit()
	var over []paint
	for n := from; n <= to; n++ {
		for _, m := range s.matches(piece, n, l.lines[n].Text) {
			pen := pens.Found
			if here == (hit{piece, n, m[0], m[1]}) {
				pen = pens.Here
			}
			over = append(over, paint{line: n, from: m[0], to: m[1], pen: pen})
		}
	}
	return over
}

// matches finds what is to be lit in one line.
func (s *Reader) matches(piece, line int, text string) [][2]int {
	if len(text) <= maxLit {
		return s.match(text)
	}
	var known [][2]int
	if s.hits != nil {
		at, _ := slices.BinarySearchFunc(s.hits.all, piece, func(h hit, piece int) int { return h.piece - piece })
		for _, h := range s.hits.all[at:] {
			if h.piece != piece {
				break
			}
			if h.line == line && h.to <= len(text) {
				known = append(known, [2]int{h.from, h.to})
			}
		}
	}
	return known
}
