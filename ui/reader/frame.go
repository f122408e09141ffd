package reader

import (
	"strconv"
	"strings"

	gansi "charm.land/glamour/v2/ansi"

	"lifelog/ui/cell"
)

// frameWidth is the least room that containers leave for what is inside.
const frameWidth = 8

// leads returns what the containers of a piece put before its first row, its
// other rows, and the blank rows above it.
func (r *Renderer) leads(p *piece, index int) (first, rest, blank cell.Styled) {
	var frames []*frame
	for f := p.frame; f != nil; f = f.outer {
		frames = append(frames, f)
	}
	room := max(0, r.options.Width-2*r.margin-frameWidth)
	for i := len(frames) - 1; i >= 0; i-- {
		f := frames[i]
		fresh := f.first == index
		head, tail := r.lead(f)
		gap := tail
		if fresh {
			gap = cell.Styled{}
		}
		if f.container != quote && f.container != callout && !fresh {
			head = tail
		}
		if w := r.options.Ruler.Width(tail.Text); w > room {
			break
		} else {
			room -= w
		}
		first, rest, blank = concat(first, head), concat(rest, tail), concat(blank, gap)
	}
	return first, rest, blank
}

// lead returns what one container puts before the first row inside it, and
// before the others.
func (r *Renderer) lead(f *frame) (head, tail cell.Styled) {
	switch f.container {
	case quote:
		bar := "│ "
		if token := r.options.Style.BlockQuote.IndentToken; token != nil {
			bar = cell.CleanLine(*token)
		}
		head = pen(bar, r.pens.Faint)
		return head, head
	case callout:
		head = pen("┃ ", calloutPen(f.label))
		return head, head
	case description:
		return spaces(2), spaces(2)
	case footnote:
		head = pen("["+r.options.Ruler.Truncate(cell.CleanLine(f.label), 8)+"] ", r.pens.Faint)
	case item:
		head = r.bullet(f)
	}
	return head, spaces(r.options.Ruler.Width(head.Text))
}

func (r *Renderer) bullet(f *frame) cell.Styled {
	style := r.options.Style
	e := gansi.BaseElement{Style: style.Item}
	switch {
	case f.task == 'x':
		e = gansi.BaseElement{Prefix: style.Task.Ticked, Style: style.Task.StylePrimitive}
	case f.task == ' ':
		e = gansi.BaseElement{Prefix: style.Task.Unticked, Style: style.Task.StylePrimitive}
	case f.number >= 0:
		number := strconv.Itoa(f.number)
		e = gansi.BaseElement{Prefix: strings.Repeat(" ", max(0, f.digits-len(number))) + number, Style: style.Enumeration}
	}
	return r.g.element(e)
}

// calloutPen returns a colour of the terminal's own for a kind of callout.
func calloutPen(kind string) string {
	switch kind {
	case "tip", "hint", "success", "check", "done":
		return "32"
	case "warning", "caution", "attention", "question", "help", "faq":
		return "33"
	case "danger", "error", "bug", "failure", "fail", "missing":
		return "31"
	case "important", "example":
		return "35"
	case "quote", "cite":
		return "2"
	}
	return "34"
}

// pen returns words in one style.
func pen(words, style string) cell.Styled {
	if words == "" || style == "" {
		return cell.Styled{Text: words}
	}
	return cell.Styled{Text: words, Spans: []cell.Span{{From: 0, To: len(words), Pen: style}}}
}

func spaces(n int) cell.Styled { return cell.Styled{Text: strings.Repeat(" ", max(n, 0))} }

// concat joins styled texts.
func concat(parts ...cell.Styled) cell.Styled {
	var all cell.Styled
	var b strings.Builder
	for _, p := range parts {
		at := b.Len()
		b.WriteString(p.Text)
		for _, s := range p.Spans {
			s.From, s.To = s.From+at, s.To+at
			all.Spans = append(all.Spans, s)
		}
	}
	all.Text = b.String()
	return all
}

// trimRight drops the spaces at the end.
func trimRight(t cell.Styled) cell.Styled {
	return t.Slice(0, len(strings.TrimRight(t.Text, " \u3000")))
}
