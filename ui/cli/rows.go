package cli

import (
	"bytes"
	"encoding/json"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
)

// rows writes what a command lists, as it comes: a line each, or as one JSON
// array with a value on each line.
type rows struct {
	c    *call
	json bool
	n    int
}

func (r *rows) add(line string, value any) error {
	if !r.json {
		_, err := r.c.out.WriteString(line + "\n")
		return err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return err
	}
	before := ",\n "
	if r.n == 0 {
		before = "[\n "
	}
	r.n++
	_, err := r.c.out.WriteString(before + r.c.safe(strings.TrimSuffix(b.String(), "\n")))
	return err
}

func (r *rows) end() error {
	after := ""
	switch {
	case r.json && r.n == 0:
		after = "[]\n"
	case r.json:
		after = "\n]\n"
	}
	_, err := r.c.out.WriteString(after)
	return err
}

// safe is text from outside as standard output may have it.
func (c *call) safe(text string) string {
	if c.OutIsTerminal {
		return cell.Clean(text)
	}
	return text
}

// colour says whether standard output may be styled.
func (c *call) colour() bool {
	return c.OutIsTerminal && c.Getenv("NO_COLOR") == "" && c.Getenv("TERM") != "dumb"
}

// Pens, as parameters of the SGR escape.
const (
	dim = "2"
	lit = "1;31"
)

// pen draws text that is safe already.
func (c *call) pen(pen, text string) string {
	if pen == "" || text == "" || !c.colour() {
		return text
	}
	return "\x1b[" + pen + "m" + text + "\x1b[m"
}

// line is an entry as one row: its ID and a line of its text, in which marks
// are the byte ranges to be lit. Into a pipe the line goes whole; on a
// terminal it is cut to the row, around the first mark.
func (c *call) line(id journal.ID, text string, marks [][2]int) string {
	if !c.OutIsTerminal {
		return id.String() + "  " + text
	}
	var ruler cell.Ruler
	name := cell.CleanLine(id.String())
	room := 1 << 30
	if c.Width > 0 {
		room = max(0, c.Width-ruler.Width(name)-2)
	}
	return c.pen(dim, name) + "  " + c.cut(ruler, text, marks, room)
}

// cut is text as a row of at most room cells, with the marks lit.
func (c *call) cut(ruler cell.Ruler, text string, marks [][2]int, room int) string {
	var b strings.Builder
	put := func(pen, piece string) {
		if w := ruler.Width(piece); w > room {
			piece, room = ruler.Truncate(piece, room), 0
		} else {
			room -= w
		}
		b.WriteString(c.pen(pen, piece))
	}
	at := 0
	for _, m := range marks {
		before := cell.CleanLine(text[at:max(at, m[0])])
		if at == 0 {
			before = tail(ruler, strings.TrimLeft(before, " "), room/3)
		}
		put("", before)
		put(lit, cell.CleanLine(text[max(at, m[0]):max(at, m[1])]))
		at = max(at, m[1])
	}
	put("", cell.CleanLine(text[at:]))
	return b.String()
}

// tail is the end of text in at most room cells, with "…" for what is gone.
func tail(ruler cell.Ruler, text string, room int) string {
	if ruler.Width(text) <= room {
		return text
	}
	at := len(text)
	for left := room - 1; at > 0; {
		prev := cell.Prev(text, at)
		if left -= ruler.Width(text[prev:at]); left < 0 {
			break
		}
		at = prev
	}
	return "…" + text[at:]
}
