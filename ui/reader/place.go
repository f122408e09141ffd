package reader

import "strings"

// Place is where somebody was in a document: the upper edge of the screen,
// the current link and the current hit.
type Place struct {
	Source int // byte offset, in the text, of the first paragraph on the screen
	top    anchor
	link   linkAt
	hit    int
}

// Place returns where the Reader is.
func (s *Reader) Place() Place { return Place{s.Top(), s.top, s.link, s.hit} }

// Return goes back to a place of the document that is shown. If the text has
// changed around it since, the paragraph at its offset comes to the top.
func (s *Reader) Return(p Place) {
	if s.Empty() {
		return
	}
	s.top = p.top
	if p.top.piece >= len(s.doc.pieces) || s.Top() != p.Source {
		s.ShowSource(p.Source)
	}
	s.hit, s.link, s.goal = p.hit, noLink, noGoal
	if s.hits != nil {
		s.hit = min(s.hit, len(s.hits.all)-1)
	}
	if at := p.link; at.piece >= 0 && at.piece < len(s.doc.pieces) && at.number < len(s.layout(at.piece).links) && s.seen(s.linkPlace(at)) {
		s.link = at
	}
}

// here is the row where the eye is: that of the current link, jump or hit as
// long as it is on the screen, else the first row with words.
func (s *Reader) here() place {
	if at, _, ok := s.eye(); ok && s.seen(at) {
		return at
	}
	at := s.first()
	for range s.height {
		if s.layout(at.piece).rows[at.row].line >= 0 {
			break
		}
		at = s.move(at, 1)
	}
	return at
}

// Task returns the byte offset of a line of the text that is a task: that of
// the current link or hit, else the first on the screen.
func (s *Reader) Task() (offset int, ok bool) {
	if s.Empty() {
		return 0, false
	}
	line := func(piece int) int { return strings.LastIndexByte(s.doc.text[:s.doc.pieces[piece].from], '\n') + 1 }
	if at, _, ok := s.eye(); ok && s.seen(at) && s.doc.pieces[at.piece].isTask(at.piece) {
		return line(at.piece), true
	}
	at := s.first()
	for range s.height {
		if l := s.layout(at.piece); l.task.to > 0 && l.task.row == at.row {
			return line(at.piece), true
		}
		at = s.move(at, 1)
	}
	return 0, false
}
