package text

import "strings"

// rewritten returns the edit that turns each line from first to last into what change makes of it, without its ending
// and without a byte order mark.
func (b *Buffer) rewritten(first, last int, change func(line string) string) Edit {
	s := b.fit(Span{Pos{Line: first}, Pos{Line: last}})
	var out strings.Builder
	for i := s.From.Line; i <= s.To.Line; i++ {
		if i > s.From.Line {
			out.WriteString(ending(b.lines[i-1]))
		}
		line, skip := b.Line(i), b.first(i)
		out.WriteString(line[:skip] + change(line[skip:]))
	}
	return b.trimmed(Edit{Span{s.From, LineEnd(b, s.To)}, out.String()})
}

// Indent returns the edit that moves the lines of s a step to the right, behind the marks of a quote. A step is a tab where
// the first of them or the line above it is indented by one; under an item it is what puts a list inside that item;
// else two spaces. Of several lines blank ones stay. A caret goes on the same line as far from the line's end as before.
func Indent(b *Buffer, s Span) Edit {
	first, last := s.lines()
	step := b.step(first)
	return b.rewritten(first, last, func(line string) string {
		if first < last && strings.TrimSpace(line) == "" {
			return line
		}
		at := len(parse(line).quote)
		return line[:at] + step + line[at:]
	})
}

// step returns by what line i is indented once.
func (b *Buffer) step(i int) string {
	o := parse(b.Line(i))
	if strings.HasPrefix(o.indent, "\t") {
		return "\t"
	}
	for i--; i >= 0; i-- {
		above := parse(b.Line(i))
		switch {
		case strings.HasPrefix(above.indent, "\t"):
			return "\t"
		case b.blank(i) || above.depth() > o.depth():
			continue
		case above.depth() == o.depth() && above.mark != "" && above.mark < "~" && strings.Trim(above.gap, " ") == "":
			return strings.Repeat(" ", len(above.mark+above.gap))
		}
		break
	}
	return "  "
}

// Outdent returns the edit that moves the lines of s a step to the left: to the list around the first of them, else by
// a tab or two spaces. Each loses as much as it has and no more. A caret goes on the same line as far from the line's end as before.
func Outdent(b *Buffer, s Span) Edit {
	first, last := s.lines()
	o := parse(b.Line(first))
	step := 2
	if above, ok := b.parent(first, o); ok {
		step = o.depth() - above.depth()
	}
	return b.rewritten(first, last, func(line string) string {
		at := len(parse(line).quote)
		rest := line[at:]
		if cut, ok := strings.CutPrefix(rest, "\t"); ok {
			return line[:at] + cut
		}
		for n := step; n > 0 && strings.HasPrefix(rest, " "); n-- {
			rest = rest[1:]
		}
		return line[:at] + rest
	})
}

// MoveUp returns the edit that puts the lines of s above the line before them; false if there is none. Carets on them go one line up.
func MoveUp(b *Buffer, s Span) (Edit, bool) {
	first, last := s.lines()
	if first == 0 || last >= b.written() {
		return Edit{}, false
	}
	return b.swapped(first-1, first, last), true
}

// MoveDown returns the edit that puts the lines of s below the line after them; false if there is none. Carets on them go one line down.
func MoveDown(b *Buffer, s Span) (Edit, bool) {
	first, last := s.lines()
	if last+1 >= b.written() {
		return Edit{}, false
	}
	return b.swapped(first, last+1, last+1), true
}

// written returns the number of lines, without the empty one behind a last line break: that one stays the last.
func (b *Buffer) written() int {
	if b.End().Col == 0 {
		return b.Len() - 1
	}
	return b.Len()
}

// swapped returns the edit that swaps the lines from first up to middle with those from middle to last. Each takes its
// ending along, but the last line of a text has none and takes one over.
func (b *Buffer) swapped(first, middle, last int) Edit {
	s := Span{LineStart(b, Pos{Line: first}), Pos{last + 1, 0}}
	if last == b.Len()-1 {
		s.To = b.End()
	}
	upper := b.Text(Span{s.From, Pos{Line: middle}})
	lower := b.Text(Span{Pos{Line: middle}, s.To})
	if ending(lower) == "" {
		end := ending(upper)
		lower, upper = lower+end, strings.TrimSuffix(upper, end)
	}
	return Edit{s, lower + upper}
}
