package text

import (
	"regexp"
	"strconv"
	"strings"
)

// marks matches what a line of Markdown begins with before its own words: marks of a quote, indentation, the mark of a
// list item with the gap after it, and the box of a task. Besides Markdown's own bullets it knows those that people
// type in plain text, • and the full-width ・, which need no gap.
var marks = regexp.MustCompile(`^((?: {0,3}> ?)*)([ \t　]*)(?:([-*+]|\d{1,3}[.)])([ \t]+)|([・•])([ \t　]*))?(?:(\[[ xX]\])(?:[ \t]+|$))?`)

// rule matches a thematic break, which begins like a list item and is none.
var rule = regexp.MustCompile(`^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$`)

// opening is how a line begins. quote + indent + mark + gap + box (+ spaces) are its first text bytes.
type opening struct {
	quote, indent string
	mark, gap     string // "-", "12.", "・"; "" if the line is no item
	box           string // "[ ]" or "[x]"; "" if it is no task
	text          int    // where its own words begin
}

// parse reads how line begins.
func parse(line string) opening {
	at := marks.FindStringSubmatchIndex(line)
	part := func(n int) string { return line[max(at[2*n], 0):max(at[2*n+1], 0)] }
	o := opening{quote: part(1), indent: part(2), mark: part(3) + part(5), gap: part(4) + part(6), box: part(7), text: at[1]}
	words := line[at[5]:]
	if rule.MatchString(words) || strings.HasPrefix(words, "・・") {
		o.mark, o.gap = "", ""
	}
	if o.mark == "" {
		o.box, o.text = "", at[5]
	}
	return o
}

// next returns how the item after o begins: numbers count on, a task is not done yet.
func (o opening) next() string {
	mark, box := o.mark, ""
	if n, err := strconv.Atoi(strings.TrimRight(mark, ".)")); err == nil {
		mark = strconv.Itoa(n+1) + mark[len(mark)-1:]
	}
	if o.box != "" {
		box = "[ ] "
	}
	return o.quote + o.indent + mark + o.gap + box
}

// depth returns how deep o is indented, in columns with tabs of 4.
func (o opening) depth() int {
	n := 0
	for _, r := range o.indent {
		switch r {
		case '\t':
			n += 4 - n%4
		case '　':
			n += 2
		default:
			n++
		}
	}
	return n
}

// Enter returns what the Enter key does to the selection s (or at the caret, if s is empty): a line break, and on the new
// line the marks of the item, task or quote that is broken, or the indentation. On an item without words it ends the
// item instead: a nested one goes up to the list around it, the last one becomes a plain line.
func Enter(b *Buffer, s Span) Edit {
	s = b.fit(s)
	i := s.From.Line
	line := b.Line(i)
	o := parse(line)
	plain := Edit{s, b.lineBreak(i)}
	listed := o.mark != "" || o.quote != ""
	blank := strings.TrimSpace(line[o.text:]) == ""
	switch {
	case s.From.Col < o.text:
		return plain
	case listed && blank && s.To.Line == i:
		return Edit{Span{Pos{Line: i}, LineEnd(b, s.From)}, b.ended(i, o)}
	case listed:
		plain.Text += o.next()
	case !blank:
		indent, _, _ := strings.Cut(o.indent, "　")
		plain.Text += indent
	}
	return plain
}

// ended returns what is left of line i, which opens with o and has no words of its own, after Enter.
func (b *Buffer) ended(i int, o opening) string {
	if o.mark == "" {
		return o.quote[:strings.LastIndexByte(o.quote, '>')]
	}
	if above, ok := b.parent(i, o); ok {
		return above.next()
	}
	return o.quote
}

// parent returns the opening of the item that line i, which opens with o, is nested in.
func (b *Buffer) parent(i int, o opening) (opening, bool) {
	if o.indent == "" {
		return opening{}, false
	}
	for i--; i >= 0; i-- {
		above := parse(b.Line(i))
		if b.blank(i) || above.quote == o.quote && above.depth() >= o.depth() {
			continue
		}
		return above, above.quote == o.quote && above.mark != ""
	}
	return opening{}, false
}

// ToggleTask returns the edit that makes the lines of s tasks, done or open: a plain line becomes "- [ ] line", an item
// "- item" becomes "- [ ] item", and "[ ]" turns into "[x]" and back. Several lines all become what the first does,
// blank ones stay. A caret goes on the same line as far from the line's end as before.
func ToggleTask(b *Buffer, s Span) Edit {
	first, last := s.lines()
	box := ""
	return b.rewritten(first, last, func(line string) string {
		o := parse(line)
		if first < last && strings.TrimSpace(line) == "" {
			return line
		}
		if box == "" {
			box = "[ ]"
			if o.box == box {
				box = "[x]"
			}
		}
		return withBox(line, o, box)
	})
}

// withBox returns line, which opens with o, as a task.
func withBox(line string, o opening, box string) string {
	at := len(o.quote + o.indent + o.mark + o.gap)
	switch {
	case o.box != "":
		return line[:at] + box + line[at+len(box):]
	case o.mark == "", o.mark == "・", o.mark == "•": // Markdown knows no task there
		return o.quote + o.indent + "- " + box + " " + line[at:]
	}
	return line[:at] + box + " " + line[at:]
}
