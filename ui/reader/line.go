package reader

import (
	"iter"

	"lifelog/ui/cell"
)

// Line is one line of the screen.
type Line struct {
	cell.Styled
	Source int    // byte offset of the line, or else the block, of the text that is shown
	Links  []Link // that are seen on this line
}

// Lines returns the lines of a document, laying out block after block as they
// are asked for.
func (r *Renderer) Lines(d *Document) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for i := range d.pieces {
			l := r.layout(d, i)
			for n := range l.rows {
				if !yield(l.line(d, i, n, nil)) {
					return
				}
			}
		}
	}
}

// paint is a stretch of a logical line with a pen laid over it, or on the line
// onLead a stretch of what stands before a row.
type paint struct {
	line     int
	from, to int
	pen      string
	row      int // onLead
}

const onLead = -2

// line puts together what is shown on row n of piece index.
func (l *layout) line(d *Document, index, n int, over []paint) Line {
	rw := &l.rows[n]
	p := &d.pieces[index]
	if rw.line < 0 {
		return Line{Styled: rw.lead, Source: p.from}
	}
	from := &l.lines[rw.line]
	lead, words := rw.lead, from.Styled
	for _, o := range over {
		switch o.line {
		case rw.line:
			words = words.Paint(o.from, o.to, o.pen)
		case onLead:
			if n == o.row {
				lead = lead.Paint(o.from, o.to, o.pen)
			}
		}
	}
	shown := Line{Styled: concat(lead, words.Slice(rw.from, rw.to)), Source: p.from + from.start}
	if l.task.to > 0 && n == l.task.row {
		shown.Links = append(shown.Links, Link{Kind: ToTask, Source: shown.Source})
	}
	for _, s := range from.links {
		if s.from < rw.to && s.to > rw.from {
			link := l.links[s.link]
			link.Source = shown.Source
			shown.Links = append(shown.Links, link)
		}
	}
	return shown
}
