package stats

import (
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

// drawTags draws when each tag is used: a row of bars on one line of time, whose
// ends stand below it.
func (p *Page) drawTags(look Look, width, height int) []string {
	r, list := look.Ruler, p.s.Tags[p.top:]
	if height < 2 {
		return nil
	}
	list = list[:min(len(list), height-1)]
	name, count := 0, r.Width(words.Number(len(p.s.Tags[0].Days)))
	for _, tag := range list {
		name = max(name, r.Width("#"+cell.CleanLine(tag.Name)))
	}
	name = min(name, max(1, width/3))
	room := max(1, width-name-count-4)
	over := date.Range{From: p.s.Daily[0].From, To: p.s.Daily[len(p.s.Daily)-1].From}
	var lines []string
	for _, tag := range list {
		n := words.Number(len(tag.Days))
		text := r.Pad(r.Truncate("#"+cell.CleanLine(tag.Name), name), name)
		lines = append(lines, look.Theme.Body.Render(text)+look.Theme.Dimmed.Render("  "+strings.Repeat(" ", count-r.Width(n))+n+"  ")+
			look.Theme.Linked.UnsetUnderline().Render(strings.TrimRight(strip(tag, over, room), " ")))
	}
	return append(lines, strings.Repeat(" ", name+count+4)+look.Theme.Dimmed.Render(r.Truncate(ends(over, room), room)))
}

// strip is how often a tag is used in each of two stretches of time a cell, in
// quarters of what is most.
func strip(tag journal.TagUse, over date.Range, cells int) string {
	counts, most := make([]int, 2*cells), 0
	for _, d := range tag.Days {
		at := d.Sub(over.From) * len(counts) / (over.To.Sub(over.From) + 1)
		counts[at]++
		most = max(most, counts[at])
	}
	c := newCanvas(cells, 1)
	for x, n := range counts {
		for y := range (4*n + most - 1) / most {
			c.set(x, 3-y)
		}
	}
	var b strings.Builder
	for _, dots := range c.dots {
		if dots == 0 {
			b.WriteByte(' ')
		} else {
			b.WriteRune(0x2800 + dots)
		}
	}
	return b.String()
}

// ends are the first and the last day below a line of time of so many cells; one
// of them where there is room for one.
func ends(over date.Range, cells int) string {
	first, last := over.From.String(), over.To.String()
	if room := cells - len(first) - len(last); room > 0 && over.From != over.To {
		return first + strings.Repeat(" ", room) + last
	}
	return first
}
