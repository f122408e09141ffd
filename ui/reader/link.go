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
	ToTask                     // the box of a task
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

// Link returns the current link, if it is on the screen.
func (s *Reader) Link() (Link, bool) {
	if s.link == noLink || !s.seen(s.linkPlace(s.link)) {
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

func (s *Reader) stepLink(by int) bool {
	if s.Empty() {
		return false
	}
	at := s.link
	if at == noLink || !s.seen(s.linkPlace(at)) {
		from := s.first()
		if eye, _, ok := s.eye(); ok && s.link == noLink && s.seen(eye) {
			from = eye
		}
		at = s.linkBefore(from, by)
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
				s.link, s.goal = at, noGoal
				s.reveal(s.linkPlace(at))
				s.revealPicture(s.linkPlace(at))
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

// linkBefore returns where to look for a link from a row on: the first one
// from there, or the last one above.
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

// linkPlace returns the first row on which a link is seen.
func (s *Reader) linkPlace(at linkAt) place {
	return place{at.piece, s.layout(at.piece).linkRow(at.number)}
}

// Click makes the link under a cell of the screen the current one, and lets go
// of it where there is none; it reports whether there is one.
func (s *Reader) Click(x, y int) bool {
	s.link, s.goal = noLink, noGoal
	if s.Empty() || y < 0 || y >= s.rowsFrom(s.first(), s.height) {
		return false
	}
	at := s.move(s.first(), y)
	l := s.layout(at.piece)
	r := &l.rows[at.row]
	if r.picture {
		s.link = l.pictureLink(at)
		return true
	}
	if r.line < 0 {
		return false
	}
	if l.task.row == at.row && l.task.to > 0 {
		if from := s.options.Ruler.Width(r.lead.Text[:l.task.from]); x >= from && x < s.options.Ruler.Width(r.lead.Text) {
			s.link = linkAt{at.piece, 0}
			return true
		}
	}
	words := l.lines[r.line].Text
	lead := s.options.Ruler.Width(r.lead.Text)
	for _, span := range l.lines[r.line].links {
		from, to := max(span.from, r.from), min(span.to, r.to)
		if from >= to {
			continue
		}
		first := lead + s.options.Ruler.Width(words[r.from:from])
		if x >= first && x < first+s.options.Ruler.Width(words[from:to]) {
			s.link = linkAt{at.piece, span.link}
			return true
		}
	}
	return false
}

// linkRow returns the first row on which a link is seen. A link of which
// nothing is seen, as one that was cut off, counts to the last row.
func (l *layout) linkRow(number int) int {
	if number == 0 && l.task.to > 0 {
		return l.task.row
	}
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
	case footLink:
		return true
	case code, plainText, rule, footRule, notice, htmlBlock, footHead:
		return false
	}
	text := d.text[p.from:p.to]
	return p.isTask(piece) || strings.ContainsAny(text, "[<#＃@") || strings.Contains(text, "://") ||
		strings.Contains(strings.ToLower(text), "www.")
}
