package cell

import "strings"

// Styled is text with styles: all that is let through of rendered output. Spans are in order, not empty, and do not
// overlap; text outside of them is unstyled.
type Styled struct {
	Text  string
	Spans []Span
}

// Span is a styled byte range of a text.
type Span struct {
	From, To int    // bytes of the text, To excluded
	Pen      string // SGR parameters such as "1;38;5;4"; "" is the plain pen
	Link     string // target of an OSC 8 link; "" is none
}

// Slice returns the part of t between two byte offsets, which must be cluster boundaries.
func (t Styled) Slice(from, to int) Styled {
	part := Styled{Text: t.Text[from:to]}
	for _, s := range t.Spans {
		s.From, s.To = max(s.From, from)-from, min(s.To, to)-from
		if s.From < s.To {
			part.Spans = append(part.Spans, s)
		}
	}
	return part
}

// Paint returns t with pen laid over the bytes from … to: what pen does not set shines through, links stay.
func (t Styled) Paint(from, to int, pen string) Styled {
	if from >= to || pen == "" {
		return t
	}
	spans := make([]Span, 0, len(t.Spans)+3)
	add := func(s Span, from, to int) {
		if s.From, s.To = max(s.From, from), min(s.To, to); s.From < s.To {
			spans = append(spans, s)
		}
	}
	bare := from // end of what is painted
	for _, s := range t.Spans {
		add(s, 0, from)
		add(Span{From: bare, To: s.From, Pen: pen}, from, to)
		painted := s
		painted.Pen = strings.TrimPrefix(s.Pen+";"+pen, ";")
		add(painted, from, to)
		bare = max(bare, s.To)
		if s.To > to {
			add(Span{From: bare, To: to, Pen: pen}, from, to)
			bare = to
		}
		add(s, to, len(t.Text))
	}
	add(Span{From: bare, To: to, Pen: pen}, from, to)
	return Styled{Text: t.Text, Spans: spans}
}

// Line returns t as a line that is safe for a terminal: CleanLine, part by part, so that the styles stay on their text.
func (t Styled) Line() Styled {
	var out Styled
	at := 0
	for _, s := range t.Spans {
		out.Text += CleanLine(t.Text[at:s.From])
		from := len(out.Text)
		out.Text += CleanLine(t.Text[s.From:s.To])
		at = s.To
		s.From, s.To = from, len(out.Text)
		out.Spans = append(out.Spans, s)
	}
	out.Text += CleanLine(t.Text[at:])
	return out
}

// String returns the text with the escape sequences of its styles, every style and link closed where it ends. Whatever t
// holds, nothing but SGR and OSC 8 sequences with safe absolute targets comes out; controls in the text come out as Clean
// marks them.
func (t Styled) String() string {
	var b strings.Builder
	at := 0
	for _, s := range t.Spans {
		b.WriteString(Clean(t.Text[at:s.From]))
		link, linked := safeLink(s.Link)
		styled := s.Pen != "" && isPen(s.Pen)
		if linked {
			b.WriteString("\x1b]8;;" + link + "\x1b\\")
		}
		if styled {
			b.WriteString("\x1b[" + s.Pen + "m")
		}
		b.WriteString(Clean(t.Text[s.From:s.To]))
		if styled {
			b.WriteString("\x1b[m")
		}
		if linked {
			b.WriteString("\x1b]8;;\x1b\\")
		}
		at = s.To
	}
	b.WriteString(Clean(t.Text[at:]))
	return b.String()
}
