package picture

import (
	"image"
	"strconv"
	"strings"

	"golang.org/x/image/draw"

	"lifelog/ui/cell"
)

// halfBlock fills the upper half of its cell with the foreground.
const halfBlock = "▀"

// Blocks draws the picture with half blocks: two pixels in a cell, the upper
// in the colour of the foreground, the lower in that of the background. It is
// at most cols cells wide and rows high, and never larger than its pixels.
func (p *Picture) Blocks(cols, rows int) []cell.Styled {
	w, h := p.pixels.Rect.Dx(), p.pixels.Rect.Dy()
	cols, rows = fit(w, h, min(cols, w), min(rows, (h+1)/2))
	return paint(p.scaled(cols, 2*rows), halfBlock, 2)
}

// Squares is Blocks for a terminal that draws half blocks two cells wide: one
// pixel in a cell.
func (p *Picture) Squares(cols, rows int) []cell.Styled {
	w, h := p.pixels.Rect.Dx(), p.pixels.Rect.Dy()
	cols, rows = fit(w, h, min(cols, w), min(rows, h))
	return paint(p.scaled(cols, rows), " ", 1)
}

// fit returns how many cells a picture of w×h pixels takes so that it is not
// distorted and within both bounds. A cell is twice as high as wide.
func fit(w, h, cols, rows int) (int, int) {
	cols, rows = max(1, cols), max(1, rows)
	if high := (cols*h + w) / (2 * w); high <= rows {
		return cols, max(1, high)
	}
	return max(1, min(cols, (2*rows*w+h/2)/h)), rows
}

func (p *Picture) scaled(w, h int) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(dst, dst.Rect, p.pixels, p.pixels.Rect, draw.Src, nil)
	return dst
}

// paint writes a cluster for every cell, which stands for each pixels one
// above the other: the first the foreground, the last the background.
func paint(m *image.RGBA, cluster string, each int) []cell.Styled {
	w := m.Rect.Dx()
	rows := make([]cell.Styled, m.Rect.Dy()/each)
	line := strings.Repeat(cluster, w)
	for y := range rows {
		rows[y].Text = line
		for x := range w {
			pen := ""
			if each == 2 {
				pen = colour("38", m.Pix[m.PixOffset(x, 2*y):]) + ";"
			}
			pen += colour("48", m.Pix[m.PixOffset(x, each*y+each-1):])
			from := x * len(cluster)
			if n := len(rows[y].Spans); n > 0 && rows[y].Spans[n-1].Pen == pen {
				rows[y].Spans[n-1].To = from + len(cluster)
				continue
			}
			rows[y].Spans = append(rows[y].Spans, cell.Span{From: from, To: from + len(cluster), Pen: pen})
		}
	}
	return rows
}

// colour is what sets a colour of the pen (SGR 38 or 48) to that of a pixel.
func colour(which string, rgb []byte) string {
	b := make([]byte, 0, len("38;2;255;255;255"))
	b = append(append(b, which...), ";2"...)
	for _, v := range rgb[:3] {
		b = strconv.AppendUint(append(b, ';'), uint64(v), 10)
	}
	return string(b)
}
