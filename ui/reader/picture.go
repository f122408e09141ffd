package reader

import (
	"slices"
	"strings"

	"lifelog/ui/cell"
)

// Want is a picture that a document shows.
type Want struct {
	Base   string // of the document
	Target string // as written
	Width  int    // cells that there are for it
}

// Picture is what is known of a picture.
type Picture struct {
	Rows []cell.Styled // it, drawn; none if it cannot be, or is not known yet
	Note string        // words after its name: its size, or why it is not drawn
	Wait bool          // it is not known yet
}

// Wanted returns the pictures that have to be waited for on the screen and in
// so many rows below it.
func (s *Reader) Wanted(below int) []Want {
	if s.Empty() {
		return nil
	}
	var list []Want
	at := s.first()
	for rows := s.height + below + at.row; rows > 0 && at.piece < len(s.doc.pieces); at.piece++ {
		l := s.layout(at.piece)
		rows -= len(l.rows)
		list = append(list, l.waits...)
	}
	return list
}

// OnTheWeb reports whether a target is an address on the web.
func OnTheWeb(target string) bool {
	target = strings.ToLower(target[:min(len(target), 8)])
	return strings.HasPrefix(target, "http://") || strings.HasPrefix(target, "https://")
}

// isPicture reports whether a line is the frame of a picture and nothing else.
func (l *layout) isPicture(line logical) bool {
	return len(line.links) == 1 && line.links[0].from == len(frameStart) && l.links[line.links[0].link].Kind == ToImage &&
		line.links[0].to == len(line.Text)-len(frameEnd)
}

// fillPicture returns the line for a picture: its frame in words, or below
// what is drawn only its caption, else its name.
func (r *Renderer) fillPicture(l *layout, d *Document, line logical, width int) logical {
	var shown Picture
	if r.options.Picture != nil {
		want := Want{d.base, l.links[line.links[0].link].Target, width}
		if shown = r.options.Picture(want); shown.Wait {
			l.waits = append(l.waits, want)
		}
	}
	for _, row := range shown.Rows {
		line.above = append(line.above, r.clip(row, width))
	}
	if len(shown.Rows) > 0 {
		from, to := len(frameStart), len(line.Text)-len(frameEnd)
		if caption := strings.LastIndex(line.Text[from:to], captionEnd); caption >= 0 {
			to = from + caption
		}
		line.Styled = line.Slice(from, to)
		line.links[0].from, line.links[0].to = 0, to-from
	}
	if shown.Note != "" { // a long name gives way to it
		note := pen("  "+cell.CleanLine(shown.Note), r.pens.Faint)
		line.Styled = concat(r.clip(line.Styled, max(width/3, width-r.options.Ruler.Width(note.Text))), note)
	}
	line.Styled, line.fits = r.clip(line.Styled, width), true
	line.links[0].to = min(line.links[0].to, len(line.Text))
	return line
}

// known reports whether any of some pictures need not be waited for any more.
func (r *Renderer) known(waits []Want) bool {
	return slices.ContainsFunc(waits, func(w Want) bool { return !r.options.Picture(w).Wait })
}

// placePicture adds the rows of a picture above the line that names it.
func (l *layout) placePicture(rows []cell.Styled, first, rest cell.Styled, begins bool) {
	for n, drawn := range rows {
		lead := rest
		if begins && n == 0 {
			lead = first
		}
		l.rows = append(l.rows, row{lead: concat(lead, drawn), line: -1, picture: true})
	}
}

// pictureLink is the link of the picture that a row shows a part of.
func (l *layout) pictureLink(at place) linkAt {
	row := at.row
	for l.rows[row].picture {
		row++
	}
	return linkAt{at.piece, l.lines[l.rows[row].line].links[0].link}
}

// pictureTop is the first row of the picture that stands above a row; the row
// if there is none.
func (l *layout) pictureTop(row int) int {
	for row > 0 && l.rows[row-1].picture {
		row--
	}
	return row
}

// revealPicture scrolls up so far that the picture above a row is seen whole.
func (s *Reader) revealPicture(at place) {
	top := place{at.piece, s.layout(at.piece).pictureTop(at.row)}
	if at.row-top.row < s.height && !s.seen(top) {
		s.setTop(top)
	}
}
