// Package conflict is the screen of an entry of which there are two texts: both
// beside each other, or one below the other, and for each place in which they
// differ the choice of ours, theirs or both.
package conflict

import (
	"slices"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/diff"
	"lifelog/ui/keys"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

// choice is what is to become of a place.
type choice int

const (
	open choice = iota // nothing was said yet
	ours
	theirs
	both
)

// chosen are the actions that choose, for the place that is looked at and for
// all of them.
var chosen = map[keys.Action]struct {
	choice
	all bool
}{
	keys.TakeOurs: {ours, false}, keys.TakeTheirs: {theirs, false}, keys.TakeBoth: {both, false},
	keys.AllOurs: {ours, true}, keys.AllTheirs: {theirs, true}, keys.AllBoth: {both, true},
}

// Conflict is an entry with two texts, and what was chosen of them.
type Conflict struct {
	journal.Both
	diff    diff.Diff
	view    *diff.View
	choices []choice // of each place
	look    Look
}

// Look is what a conflict is drawn with.
type Look struct {
	Theme theme.Theme
	Lang  words.Lang
	Ruler cell.Ruler
}

// New returns the conflict of two texts, with nothing chosen.
func New(b journal.Both, d diff.Diff, r cell.Ruler) *Conflict {
	c := &Conflict{Both: b, diff: d, view: diff.NewView(d, r), choices: make([]choice, d.Hunks())}
	c.view.Head = c.head
	return c
}

// Do does what an action says.
func (c *Conflict) Do(a keys.Action) {
	take, ok := chosen[a]
	switch at := c.view.Hunk(); {
	case !ok:
		c.view.Do(a)
	case take.all:
		for i := range c.choices {
			c.choices[i] = take.choice
		}
	case at >= 0:
		c.choices[at] = take.choice
		c.view.Do(keys.NextHit)
	}
}

// Open returns at how many places nothing was chosen yet.
func (c *Conflict) Open() (n int) {
	for _, choice := range c.choices {
		if choice == open {
			n++
		}
	}
	return n
}

// Text is what was chosen. A place at which nothing was keeps both.
func (c *Conflict) Text() string {
	if side, ok := c.whole(); ok {
		return side
	}
	var parts []string
	hunk := 0
	for _, p := range c.diff {
		if p.Same {
			parts = append(parts, diff.Join(p.Old))
			continue
		}
		if c.choices[hunk] != theirs {
			parts = append(parts, diff.Join(p.Old))
		}
		if c.choices[hunk] != ours {
			parts = append(parts, diff.Join(p.New))
		}
		hunk++
	}
	var b strings.Builder
	for _, part := range parts {
		if part == "" {
			continue
		}
		if text := b.String(); text != "" && !strings.HasSuffix(text, "\n") { // it was the last line on its side
			b.WriteString("\n")
		}
		b.WriteString(part)
	}
	return b.String()
}

// whole is the text of one side, if that was chosen everywhere.
func (c *Conflict) whole() (text string, ok bool) {
	for side, text := range map[choice]string{ours: c.Ours, theirs: c.Theirs} {
		if len(c.choices) > 0 && !slices.ContainsFunc(c.choices, func(x choice) bool { return x != side }) {
			return text, true
		}
	}
	return "", false
}

// head is the line above a place: which of them it is, and what was chosen.
func (c *Conflict) head(hunk, width int) (line string, old, new bool) {
	lang, t := c.look.Lang, c.look.Theme
	name := lang.Say(words.Place, hunk+1, len(c.choices))
	said := map[choice]words.Phrase{open: words.TakeWhich, ours: words.TookOurs, theirs: words.TookTheirs, both: words.TookBoth}
	choice := c.choices[hunk]
	text := c.look.Ruler.Truncate(name+"  "+lang.Say(said[choice]), max(1, width))
	style := t.Dimmed
	if hunk == c.view.Hunk() {
		style = t.Title
	}
	return style.Render(text), choice != theirs, choice != ours
}

// titleRows is how many rows stand above the two texts.
const titleRows = 2

// Lines draws the conflict.
func (c *Conflict) Lines(look Look, width, height int) []string {
	c.look = look
	c.view.Resize(width, max(1, height-titleRows))
	t := look.Theme
	name := c.Path[strings.LastIndexByte(c.Path, '/')+1:]
	if name == "" {
		name = "git"
	}
	left, right := look.Lang.Say(words.SideOurs), look.Lang.Say(words.SideTheirs, cell.CleanLine(name))
	title := "- " + left + "   + " + right
	if c.view.Beside() {
		title = look.Ruler.Pad("- "+left, width/2+1) + "+ " + right
	}
	lines := []string{t.Strong.Render(look.Ruler.Truncate(title, width)), ""}
	if len(c.choices) == 0 {
		return append(lines, t.Dimmed.Render(look.Ruler.Truncate(look.Lang.Say(words.SameText), width)))
	}
	return append(lines, c.view.Lines(diff.PensOf(t))...)
}

// Cursor is where the eye is.
func (c *Conflict) Cursor() (x, y int) {
	x, y = c.view.Cursor()
	return x, y + titleRows
}
