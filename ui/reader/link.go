package reader

import "strings"

// Link is something in a document that leads elsewhere.
type Link struct {
	Kind   LinkKind
	Target string // as written: an address, a path, the title of an entry, a tag without its mark
	Text   string // what is shown
	Source int    // byte offset, in the text, of the line or the block that holds it

	again bool // one more mark of the link before
}

// LinkKind says what a link leads to.
type LinkKind uint8

// The kinds of links.
const (
	ToURL      LinkKind = iota // an address, or a path beside the entry
	ToEntry                    // [[…]]
	ToImage                    // a picture: an address, or a path beside the entry
	ToTag                      // #tag
	ToFootnote                 // [^…]; Footnote says where it stands
)

// linkAt is a link of a piece, by its number there.
type linkAt struct{ piece, number int }

var noLink = linkAt{-1, -1}

// Footnote returns the byte offset of the footnote that a link of the kind
// ToFootnote leads to.
func (d *Document) Footnote(label string) (offset int, ok bool) {
	offset, ok = d.footnotes[label]
	return offset, ok
}

// Link returns the current link.
func (s *Reader) Link() (Link, bool) {
	if s.link == noLink {
		return Link{}, false
	}
	l := s.layout(s.link.piece)
	row := l.linkRow(s.link.number)
	link := l.links[s.link.number]
	link.Source = l.line(s.doc, s.link.piece, row, nil).Source
	return link, true
}

// NextLink makes the link after the current one the current one, or else the
// first on the screen; it reports whether there is one.
func (s *Reader) NextLink() bool { return s.stepLink(1) }

// PrevLink goes to the link before.
func (s *Reader) PrevLink() bool { return s.stepLink(-1) }

// NoLink lets go of the current link.
func (s *Reader) NoLink() { s.link = noLink }

func (s *Reader) stepLink(by int) bool {
	if s.Empty() {
		return false
	}
	at := s.link
	if at == noLink || !s.seen(at) {
		at = s.linkBefore(s.first(), by)
	} else {
		at.number += by
	}
	for ; at.piece >= 0 && at.piece < len(s.doc.pieces); at.piece += by {
		if s.doc.mayLink(at.piece) {
			links := s.layout(at.piece).links
			if by < 0 && at.number > len(links)-1 {
				at.number = len(links) - 1
			}
			if at.number >= 0 && at.number < len(links) {
				s.link = at
				s.reveal(place{at.piece, s.layout(at.piece).linkRow(at.number)})
				return true
			}
		}
		at.number = 0
		if by < 0 {
			at.number = int(^uint(0) >> 1)
		}
	}
	return false
}

// linkBefore returns where to look for a link from the upper edge of the
// screen: the first one on it, or the last one above.
func (s *Reader) linkBefore(top place, by int) linkAt {
	l := s.layout(top.piece)
	at := linkAt{piece: top.piece}
	for at.number < len(l.links) && l.linkRow(at.number) < top.row {
		at.number++
	}
	if by < 0 {
		at.number--
	}
	return at
}

// seen reports whether a link is on the screen.
func (s *Reader) seen(at linkAt) bool {
	row := place{at.piece, s.layout(at.piece).linkRow(at.number)}
	here := s.first()
	for range s.height {
		if here == row {
			return true
		}
		here = s.move(here, 1)
	}
	return false
}

// linkRow returns the first row on which a link is seen. A link of which
// nothing is seen, as one that was cut off, counts to the last row.
func (l *layout) linkRow(number int) int {
	for n := range l.rows {
		r := &l.rows[n]
		if r.line < 0 {
			continue
		}
		for _, span := range l.lines[r.line].links {
			if span.link == number && span.from < r.to && span.to > r.from {
				return n
			}
		}
	}
	return len(l.rows) - 1
}

// nameLinks gives the links of a piece the words they are shown with.
func (l *layout) nameLinks() {
	for _, line := range l.lines {
		for _, span := range line.links {
			l.links[span.link].Text += line.Text[span.from:span.to]
		}
	}
}

// mayLink reports whether a piece can hold a link at all.
func (d *Document) mayLink(piece int) bool {
	p := &d.pieces[piece]
	switch p.kind {
	case code, plainText, rule, footRule, notice, htmlBlock:
		return false
	}
	return strings.ContainsAny(d.text[p.from:p.to], "[<:#＃@.")
}
