package reader

import (
	"slices"
	"strings"
)

// hit is a found stretch of a logical line.
type hit struct {
	piece, line int
	from, to    int
}

// Find lights what match finds in the lines as they are shown (without their
// bullets and bars) and returns how many hits there are. match returns byte
// ranges, in order; nil puts the light out. The hits stay lit in documents
// shown later.
func (s *Reader) Find(match func(line string) [][2]int) int {
	s.match = match
	s.findAll()
	return len(s.hits)
}

func (s *Reader) findAll() {
	s.hits, s.hit = nil, -1
	if s.match == nil {
		return
	}
	for i := range s.doc.pieces {
		if len(s.match(s.doc.words(&s.doc.pieces[i]))) == 0 {
			continue // not worth being laid out
		}
		for n, line := range s.layout(i).lines {
			for _, m := range s.match(line.Text) {
				s.hits = append(s.hits, hit{i, n, m[0], m[1]})
			}
		}
	}
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

// NextHit goes to the next hit, around the end; it returns its number, from 1,
// and 0 if there is none.
func (s *Reader) NextHit() int { return s.stepHit(1) }

// PrevHit goes to the hit before.
func (s *Reader) PrevHit() int { return s.stepHit(-1) }

func (s *Reader) stepHit(by int) int {
	n := len(s.hits)
	if n == 0 {
		return 0
	}
	if s.hit < 0 {
		top := s.first()
		s.hit = slices.IndexFunc(s.hits, func(h hit) bool {
			at := s.hitRow(h)
			return at.piece > top.piece || at.piece == top.piece && at.row >= top.row
		})
		if s.hit < 0 {
			s.hit = 0
		}
		if by < 0 {
			s.hit = (s.hit + n - 1) % n
		}
	} else {
		s.hit = (s.hit + by + n) % n
	}
	s.reveal(s.hitRow(s.hits[s.hit]))
	return s.hit + 1
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

func (s *Reader) hitPaints(piece int, pens Pens) []paint {
	from, _ := slices.BinarySearchFunc(s.hits, piece, func(h hit, piece int) int { return h.piece - piece })
	var over []paint
	for i := from; i < len(s.hits) && s.hits[i].piece == piece; i++ {
		h := s.hits[i]
		pen := pens.Found
		if i == s.hit {
			pen = pens.Here
		}
		over = append(over, paint{h.line, h.from, h.to, pen})
	}
	return over
}
