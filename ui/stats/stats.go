// Package stats shows how much is written, a bar for each month or year, and
// the numbers of the front matter as plots by day. Bars and plots are made of
// braille, which every terminal draws one cell wide.
package stats

import (
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// Page is the statistics of a journal, of which one part is shown: by month,
// by year, or a number of the front matter.
type Page struct {
	s    journal.Stats
	part int
	top  int // how many of the newest bars are above the screen
}

// Look is how a page is drawn.
type Look struct {
	Theme theme.Theme
	Lang  words.Lang
	Ruler cell.Ruler
}

// parts before those of the numbers.
const (
	months = iota
	years
	numbers
)

// Set puts in other statistics; what is shown stays.
func (p *Page) Set(s journal.Stats) {
	p.s = s
	p.Turn(0)
}

// Turn goes to the part n further on, round and round.
func (p *Page) Turn(n int) {
	all := numbers + len(p.s.Numbers)
	p.part = ((p.part+n)%all + all) % all
	p.Move(-p.top)
}

// Move moves n bars towards the oldest.
func (p *Page) Move(n int) { p.top = max(0, min(p.top+n, len(p.bars())-1)) }

// bars are the stretches of the part, oldest first; none for a number.
func (p *Page) bars() []journal.Stretch {
	switch p.part {
	case months:
		return p.s.Monthly()
	case years:
		return p.s.Yearly()
	}
	return nil
}

// Lines draws the page in at most so many cells and rows.
func (p *Page) Lines(look Look, width, height int) []string {
	say := look.Lang.Say
	if p.s.Entries == 0 {
		return []string{look.Theme.Title.Render(say(words.StatsTitle))}
	}
	name, about := "", []string{
		say(words.StatsTotal, words.Number(p.s.Entries), words.Number(p.s.Days), words.Number(p.s.Characters)),
		say(words.StatsRuns, words.Number(p.s.Longest.Days), look.Lang.Day(p.s.Longest.To), words.Number(p.s.Current.Days)),
	}
	switch p.part {
	case months:
		name = say(words.StatsMonths)
	case years:
		name = say(words.StatsYears)
	default:
		n := p.s.Numbers[p.part-numbers]
		name = cell.CleanLine(n.Name)
		about = []string{
			say(words.StatsNumber, words.Number(len(n.Days)), words.Decimal(n.Mean), words.Decimal(n.Least), words.Decimal(n.Most)),
			say(words.StatsWithout, words.Number(n.Without)),
		}
	}
	title := look.Ruler.Truncate(say(words.StatsTitle)+"  "+name, width)
	lines := []string{look.Theme.Title.Render(title)}
	for _, line := range about {
		from := 0
		for _, end := range look.Ruler.Rows(line, max(1, width)) {
			lines = append(lines, look.Theme.Dimmed.Render(strings.TrimRight(line[from:end], " ")))
			from = end
		}
	}
	lines = append(lines, "")
	if p.part >= numbers {
		return append(lines, plot(look, p.s.Numbers[p.part-numbers], width, height-len(lines))...)
	}
	return append(lines, p.drawBars(look, width, height-len(lines))...)
}

// drawBars draws the newest first.
func (p *Page) drawBars(look Look, width, height int) []string {
	list, label := p.bars(), len("2022-05")
	if p.part == years {
		label = len("2022")
	}
	most := 0
	for _, s := range list {
		most = max(most, s.Characters)
	}
	count := look.Ruler.Width(words.Number(most))
	room := max(1, width-label-count-4)
	var lines []string
	for i := len(list) - 1 - p.top; i >= 0 && len(lines) < height; i-- {
		n := words.Number(list[i].Characters)
		lines = append(lines, look.Theme.Dimmed.Render(list[i].From.String()[:label]+"  "+strings.Repeat(" ", count-look.Ruler.Width(n))+n)+
			"  "+look.Theme.Linked.UnsetUnderline().Render(bar(list[i].Characters, most, room)))
	}
	return lines
}

// bar is n of most, in half cells of a room; something is never nothing.
func bar(n, most, room int) string {
	if n == 0 || most == 0 {
		return ""
	}
	halves := max(1, 2*room*n/most)
	return strings.Repeat("⣿", halves/2) + strings.Repeat("⡇", halves%2)
}
