// Package theme is the one palette of the program and the styles made from
// it, for Lip Gloss and for Glamour. Every colour on the screen is named here.
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// Palette is a set of colours by what they are for.
type Palette struct {
	Text   color.Color // what was written; nil is the terminal's own
	Dim    color.Color // beside the text: dates, counts, hints
	Faint  color.Color // rules and marks that are hardly there
	Accent color.Color // where the eye is: the selection, headings
	Link   color.Color
	Good   color.Color // done tasks
	Warn   color.Color // what needs a look
	Bar    color.Color // behind the selected row
	Mark   color.Color // behind found words
	OnMark color.Color // found words
	Out    color.Color // behind words that another text has not any more
	In     color.Color // behind words that it has instead
}

var (
	dark = Palette{
		Text: nil, Dim: hex("#8b8f9a"), Faint: hex("#555a66"), Accent: hex("#e8a26a"), Link: hex("#7fb0d0"),
		Good: hex("#93b77c"), Warn: hex("#e57f7f"), Bar: hex("#2c2f3a"), Mark: hex("#e8c66a"), OnMark: hex("#1b1c22"),
		Out: hex("#5a2a2e"), In: hex("#26482c"),
	}
	light = Palette{
		Text: nil, Dim: hex("#6b6f78"), Faint: hex("#b3b6bd"), Accent: hex("#a8521a"), Link: hex("#1f5f8b"),
		Good: hex("#3f6f2a"), Warn: hex("#b02a2a"), Bar: hex("#ece9e2"), Mark: hex("#f5d96b"), OnMark: hex("#222222"),
		Out: hex("#f5cfcf"), In: hex("#cdeac6"),
	}
)

func hex(s string) color.Color { return lipgloss.Color(s) }

// Theme is a palette made into styles. Lines are given to them already cut
// and padded: they colour, they do not measure.
type Theme struct {
	Palette
	Dark bool

	Body, Dimmed, Faded, Title, Strong, Warning lipgloss.Style
	Selected                                    lipgloss.Style // a selected row, selected text
	Found                                       lipgloss.Style // words that were searched for
	Linked, Tagged, Verbatim, Marker            lipgloss.Style // parts of Markdown while it is written
	Lost, Gained, LostLit, GainedLit            lipgloss.Style // the marks of lines that differ, and words in them
}

// New returns the theme for a dark or a light terminal.
func New(isDark bool) Theme {
	p := light
	if isDark {
		p = dark
	}
	style := lipgloss.NewStyle()
	return Theme{
		Palette:  p,
		Dark:     isDark,
		Body:     style,
		Dimmed:   style.Foreground(p.Dim),
		Faded:    style.Foreground(p.Faint),
		Title:    style.Foreground(p.Accent).Bold(true),
		Strong:   style.Bold(true),
		Warning:  style.Foreground(p.Warn),
		Selected: style.Background(p.Bar),
		Found:    style.Background(p.Mark).Foreground(p.OnMark),
		Linked:   style.Foreground(p.Link),
		Tagged:   style.Foreground(p.Link),
		Verbatim: style.Foreground(p.Good),
		Marker:   style.Foreground(p.Accent),
		Lost:     style.Foreground(p.Warn).Bold(true),
		Gained:   style.Foreground(p.Good).Bold(true),

		LostLit:   style.Background(p.Out),
		GainedLit: style.Background(p.In),
	}
}

// Shade is how much there is of something, at a level from 0 for nothing to 4
// for much: a sign that tells without colour, and a style.
func (t Theme) Shade(level int) (sign string, style lipgloss.Style) {
	switch level {
	case 1:
		return "·", t.Dimmed
	case 2:
		return "▫", t.Dimmed
	case 3:
		return "▪", t.Marker
	case 4:
		return "■", t.Title
	}
	return " ", t.Body
}

// Pen returns the SGR parameters of a style, as in "1;38;2;232;162;106", to
// be laid over a part of a line that has styles of its own.
func Pen(s lipgloss.Style) string {
	out, _, _ := strings.Cut(s.Render("x"), "x")
	return strings.NewReplacer("\x1b[", "", "m", ";").Replace(strings.TrimSuffix(out, "m"))
}
