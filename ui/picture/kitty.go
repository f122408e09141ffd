package picture

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi/kitty"

	"lifelog/ui/cell"
)

// The graphics protocol of kitty, by its Unicode placeholders
// (sw.kovidgoyal.net/kitty/graphics-protocol, "Unicode placeholders"): the
// pixels are sent once, and every cell that shows a part of them holds
// U+10EEEE with two marks for its row and its column; the number of the picture
// is its foreground colour.

// FirstID and LastID bound the numbers that pictures can have: they are
// colours of a palette of 256, and not of the first 16, which are set in other
// ways.
const FirstID, LastID = 16, 255

// A cell takes about so many pixels; more would be sent for nothing.
const cellWidth, cellHeight = 10, 20

const maxPlaced = 297 // rows and columns that there are marks for

// Graphics draws the picture with kitty's graphics, at most cols cells wide and
// rows high. The terminal must be sent what send holds, after the alternate
// screen is on and before the rows are seen. A picture of the same number that
// was sent before is gone then.
func (p *Picture) Graphics(id, cols, rows int) (send string, lines []cell.Styled, err error) {
	w, h := p.pixels.Rect.Dx(), p.pixels.Rect.Dy()
	cols, rows = min(cols, maxPlaced, (w+cellWidth-1)/cellWidth), min(rows, maxPlaced, (h+cellHeight-1)/cellHeight)
	cols, rows = fit(w, h, cols, rows)
	wide := min(w, cols*cellWidth, max(1, rows*cellHeight*w/h))
	var b bytes.Buffer
	err = kitty.EncodeGraphics(&b, p.scaled(wide, max(1, wide*h/w)), &kitty.Options{
		Action: kitty.TransmitAndPut, Transmission: kitty.Direct, Format: kitty.PNG, Quiet: 2, Chunk: true,
		ID: id, VirtualPlacement: true, Columns: cols, Rows: rows,
	})
	if err != nil {
		return "", nil, err
	}
	pen := "38;5;" + strconv.Itoa(id)
	for y := range rows {
		var line strings.Builder
		for x := range cols {
			line.WriteRune(kitty.Placeholder)
			line.WriteRune(kitty.Diacritic(y))
			line.WriteRune(kitty.Diacritic(x))
		}
		text := line.String()
		lines = append(lines, cell.Styled{Text: text, Spans: []cell.Span{{To: len(text), Pen: pen}}})
	}
	return b.String(), lines, nil
}

// HasGraphics reports whether a terminal that names itself so (XTVERSION)
// knows Unicode placeholders: kitty from 0.28 on, and ghostty.
func HasGraphics(version string) bool {
	name, number, _ := strings.Cut(strings.TrimSuffix(strings.ToLower(version), ")"), "(")
	name, rest, _ := strings.Cut(name, " ")
	switch name {
	case "ghostty":
		return true
	case "kitty":
		if number == "" {
			number = rest
		}
		var major, minor int
		if n, _ := fmt.Sscanf(number, "%d.%d", &major, &minor); n != 2 {
			return false
		}
		return major > 0 || minor >= 28
	}
	return false
}
