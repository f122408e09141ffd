package reader

import "lifelog/ui/cell"

// Below returns the document with links to entries below its text, under a
// heading. They are no part of the text: they are not searched, and their
// Source is where the text ends. Without links, or without a text, the
// document is returned as it is.
func (d *Document) Below(heading string, links []Link) *Document {
	if len(links) == 0 || len(d.pieces) == 0 {
		return d
	}
	end := len(d.text)
	there := *d
	there.below = 1 + len(links)
	there.pieces = make([]piece, 0, len(d.pieces)+there.below)
	there.pieces = append(there.pieces, d.pieces...)
	there.pieces = append(there.pieces, piece{kind: footHead, gap: 2, title: heading, from: end, to: end})
	for _, link := range links {
		there.pieces = append(there.pieces, piece{kind: footLink, title: link.Text, target: link.Target, from: end, to: end})
	}
	return &there
}

// isBelow reports whether a piece stands below the text.
func (d *Document) isBelow(piece int) bool { return piece >= len(d.pieces)-d.below }

// fillFoot makes the one line of a piece below the text.
func (r *Renderer) fillFoot(l *layout, p *piece, width int) {
	style := r.pens.Faint
	if p.kind == footLink {
		style = r.g.pen(r.options.Style.LinkText)
	}
	line := logical{Styled: r.clip(pen(cell.CleanLine(p.title), style), width), fits: true}
	if p.kind == footLink {
		l.links = []Link{{Kind: ToEntry, Target: p.target}}
		line.links = []linkSpan{{from: 0, to: len(line.Text), link: 0}}
	}
	l.lines = append(l.lines, line)
}
