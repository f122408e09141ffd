package stats

import (
	"math"
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/words"
)

// canvas is a picture in dots, two columns and four rows in a cell.
type canvas struct {
	width, height int // cells
	dots          []rune
}

func newCanvas(width, height int) *canvas { return &canvas{width, height, make([]rune, width*height)} }

// bits are those of the dots of a cell in the Unicode block of braille, by
// column and row.
var bits = [2][4]rune{{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}

func (c *canvas) set(x, y int) { c.dots[y/4*c.width+x/2] |= bits[x%2][y%4] }

// line sets the dots between two, both with them.
func (c *canvas) line(x, y, toX, toY int) {
	n := max(toX-x, max(toY-y, y-toY), 1)
	for i := range n + 1 {
		c.set(x+(toX-x)*i/n, y+int(math.Round(float64((toY-y)*i)/float64(n))))
	}
}

// plot draws a number by day: days without it are gaps, and a row of dots is
// the mean.
func plot(look Look, n journal.Numbers, width, height int) []string {
	labels := []string{words.Decimal(n.Most), words.Decimal(n.Mean), words.Decimal(n.Least)}
	margin := 0
	for _, l := range labels {
		margin = max(margin, look.Ruler.Width(l)+1)
	}
	c := newCanvas(max(1, width-margin), max(1, height-1))
	first, last := n.Days[0].Day, n.Days[len(n.Days)-1].Day
	column := func(day journal.Measure) int {
		return day.Day.Sub(first) * (2*c.width - 1) / max(1, last.Sub(first))
	}
	row := func(value float64) int {
		bottom := 4*c.height - 1
		if n.Most == n.Least {
			return bottom / 2
		}
		return int(math.Round((n.Most - value) / (n.Most - n.Least) * float64(bottom)))
	}
	for i, day := range n.Days {
		x, y := column(day), row(day.Value)
		c.set(x, y)
		if i > 0 && day.Day.Sub(n.Days[i-1].Day) == 1 {
			c.line(column(n.Days[i-1]), row(n.Days[i-1].Value), x, y)
		}
	}
	mean := newCanvas(c.width, c.height)
	for x := 0; x < 2*c.width; x += 2 {
		mean.set(x, row(n.Mean))
	}
	var lines []string
	for y := range c.height {
		label := ""
		switch y {
		case row(n.Mean) / 4:
			label = labels[1]
		case 0:
			label = labels[0]
		case c.height - 1:
			label = labels[2]
		}
		lines = append(lines, look.Theme.Dimmed.Render(look.Ruler.Pad(label, margin))+c.row(look, mean, y))
	}
	days := ends(date.Range{From: first, To: last}, c.width)
	return append(lines, strings.Repeat(" ", margin)+look.Theme.Dimmed.Render(look.Ruler.Truncate(days, c.width)))
}

// row draws a row of cells, those that are empty as another picture has them.
func (c *canvas) row(look Look, under *canvas, y int) string {
	var b strings.Builder
	for x := range c.width {
		at := y*c.width + x
		switch {
		case c.dots[at] != 0:
			b.WriteString(look.Theme.Linked.UnsetUnderline().Render(string(0x2800 + c.dots[at])))
		case under.dots[at] != 0:
			b.WriteString(look.Theme.Faded.Render(string(0x2800 + under.dots[at])))
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
