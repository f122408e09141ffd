// Package stats shows how much is written, a bar for each day, month or year, the
// tags over time, and the numbers of the front matter as plots by day. Bars and
// plots are made of braille, which every terminal draws one cell wide.
package stats

import (
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// Page is the statistics of some entries, of which one part is shown: by day,
// month or year, the tags, or a number of the front matter.
type Page struct {
	s      journal.Stats
	part   int
	wanted string // the number that was turned to; "" for another part
	top    int    // how many of the newest bars, or of the tags, are above the screen
	unit   unit
	chosen bool // the unit, by a person
}

// unit is what bars are as long as.
type unit int

const (
	characters unit = iota
	inWords
	entries
	units // how many there are
)

// of is how much of a unit is written.
func (u unit) of(t journal.Tally) int {
	return [units]int{t.Characters, t.Words, t.Entries}[u]
}

func (u unit) name() words.Phrase {
	return [units]words.Phrase{words.StatsCharacters, words.StatsWords, words.StatsEntries}[u]
}

// Look is how a page is drawn.
type Look struct {
	Theme theme.Theme
	Lang  words.Lang
	Ruler cell.Ruler
	Aside string // is said beside the title: of which entries, and whether of all
}

// The part that is shown first, and those beside it; then come the tags, if there
// are any, and the numbers.
const (
	months = iota
	years
	days
	others
)

// charactersAWord are more than a text has that is written in words.
const charactersAWord = 7

// Set puts in other statistics; what is shown stays, or is back when it is there
// again. Until a
// person chooses, the unit is that of the script most is written in.
func (p *Page) Set(s journal.Stats) {
	p.s = s
	p.find(p.wanted)
	if !p.chosen {
		p.unit = characters
		if s.Words*charactersAWord > s.Characters {
			p.unit = inWords
		}
	}
}

// find goes back to the number of a name, which stands at another place by now.
func (p *Page) find(name string) {
	for i, n := range p.s.Numbers {
		if n.Name == name {
			p.part = p.first() + i
		}
	}
	if p.part >= p.first()+len(p.s.Numbers) {
		p.part = months
	}
	p.Move(0)
}

// first is the part of the first number.
func (p *Page) first() int {
	if len(p.s.Tags) > 0 {
		return others + 1
	}
	return others
}

// number is the one that is shown; ok is false for the other parts.
func (p *Page) number() (n journal.Numbers, ok bool) {
	if i := p.part - p.first(); i >= 0 && i < len(p.s.Numbers) {
		return p.s.Numbers[i], true
	}
	return journal.Numbers{}, false
}

func (p *Page) name() string {
	n, _ := p.number()
	return n.Name
}

// tags reports whether these are shown.
func (p *Page) tags() bool { return p.part == others && len(p.s.Tags) > 0 }

// Turn goes to the part n further on, round and round.
func (p *Page) Turn(n int) {
	all := p.first() + len(p.s.Numbers)
	p.part = ((p.part+n)%all + all) % all
	p.wanted = p.name()
	p.Move(-p.top)
}

// Count goes on to another unit of bars.
func (p *Page) Count() {
	p.unit, p.chosen = (p.unit+1)%units, true
}

// Move moves n bars towards the oldest, or tags towards those least used.
func (p *Page) Move(n int) {
	all := len(p.bars())
	if p.tags() {
		all = len(p.s.Tags)
	}
	p.top = max(0, min(p.top+n, all-1))
}

// bars are the stretches of the part, oldest first; none for tags and numbers.
func (p *Page) bars() []journal.Stretch {
	switch p.part {
	case months:
		return p.s.Monthly()
	case years:
		return p.s.Yearly()
	case days:
		return p.s.Daily
	}
	return nil
}

// Lines draws the page in at most so many cells and rows.
func (p *Page) Lines(look Look, width, height int) []string {
	lines := p.draw(look, width, height)
	return lines[:min(len(lines), max(1, height))]
}

func (p *Page) draw(look Look, width, height int) []string {
	lines := []string{p.title(look, width)}
	if p.s.Entries == 0 {
		return lines
	}
	for _, line := range p.about(look) {
		from := 0
		for _, end := range look.Ruler.Rows(line, max(1, width)) {
			lines = append(lines, look.Theme.Dimmed.Render(strings.TrimRight(line[from:end], " ")))
			from = end
		}
	}
	lines = append(lines, "")
	room := height - len(lines)
	if n, ok := p.number(); ok {
		return append(lines, plot(look, n, width, room)...)
	}
	if p.tags() {
		return append(lines, p.drawTags(look, width, room)...)
	}
	return append(lines, p.drawBars(look, width, room)...)
}

// title says what is shown, and what is to be said beside it.
func (p *Page) title(look Look, width int) string {
	say := look.Lang.Say
	line := say(words.StatsTitle)
	if n, ok := p.number(); ok {
		line += "  " + cell.CleanLine(n.Name)
	} else if p.s.Entries > 0 {
		line += "  " + say([]words.Phrase{words.StatsMonths, words.StatsYears, words.StatsDays, words.StatsTags}[p.part])
		if !p.tags() {
			line += say(words.StatsIn, say(p.unit.name()))
		}
	}
	line = look.Ruler.Truncate(line, width)
	aside := ""
	if look.Aside != "" {
		aside = look.Ruler.Truncate("  ·  "+cell.CleanLine(look.Aside), max(0, width-look.Ruler.Width(line)))
	}
	return look.Theme.Title.Render(line) + look.Theme.Dimmed.Render(aside)
}

// about are the figures above the picture.
func (p *Page) about(look Look) []string {
	say, n := look.Lang.Say, words.Number
	if of, ok := p.number(); ok {
		return []string{
			say(words.StatsNumber, n(len(of.Days)), words.Decimal(of.Mean), words.Decimal(of.Least), words.Decimal(of.Most)),
			say(words.StatsWithout, n(of.Without)),
		}
	}
	return []string{
		say(words.StatsTotal, n(p.s.Entries), n(p.s.Days), n(p.s.Characters), n(p.s.Words)),
		say(words.StatsRuns, n(p.s.Longest.Days), look.Lang.Day(p.s.Longest.To), n(p.s.Current.Days)),
	}
}

// label is what a bar is called.
func (p *Page) label(look Look, d date.Date) string {
	switch p.part {
	case years:
		return d.String()[:len("2022")]
	case days:
		return d.String() + " " + look.Lang.Weekday(d)
	}
	return d.String()[:len("2022-05")]
}

// drawBars draws the newest first.
func (p *Page) drawBars(look Look, width, height int) []string {
	list, most, label := p.bars(), 0, 0
	for _, s := range list {
		most = max(most, p.unit.of(s.Tally))
	}
	shown := list[max(0, len(list)-p.top-max(0, height)) : len(list)-p.top]
	for _, s := range shown {
		label = max(label, look.Ruler.Width(p.label(look, s.From)))
	}
	count := look.Ruler.Width(words.Number(most))
	room := max(1, width-label-count-4)
	var lines []string
	for i := len(shown) - 1; i >= 0; i-- {
		name, n := p.label(look, shown[i].From), p.unit.of(shown[i].Tally)
		number := words.Number(n)
		lines = append(lines, look.Theme.Dimmed.Render(look.Ruler.Pad(name, label)+"  "+strings.Repeat(" ", count-look.Ruler.Width(number))+number)+
			"  "+look.Theme.Linked.UnsetUnderline().Render(bar(n, most, room)))
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
