// Package theme is the colours of the program and the styles made from them,
// for Lip Gloss and for Glamour. Every colour on the screen is named here.
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// Palette is a set of colours by what they are for. What was written has the
// colour that the terminal gives it. A colour that is nil is none.
type Palette struct {
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

// Scheme is a palette for dark terminals and one for light ones.
type Scheme struct{ Dark, Light Palette }

// Form is what a terminal shows a scheme in.
type Form int

const (
	Dark  Form = iota
	Light      // the background is light
	Plain      // there is no colour
)

// Theme is a palette made into styles. Lines are given to them already cut
// and padded: they colour, they do not measure.
type Theme struct {
	Palette
	Form Form

	Body, Dimmed, Faded, Title, Strong, Warning lipgloss.Style
	Selected                                    lipgloss.Style // a selected row, selected text
	Found                                       lipgloss.Style // words that were searched for
	Linked, Tagged, Verbatim, Marker            lipgloss.Style // parts of Markdown while it is written
	Lost, Gained, LostLit, GainedLit            lipgloss.Style // the marks of lines that differ, and words in them
}

// New returns the theme of the program for a dark or a light terminal.
func New(isDark bool) Theme {
	if isDark {
		return Named[Default].In(Dark)
	}
	return Named[Default].In(Light)
}

// In returns the theme that a scheme is in a form.
func (s Scheme) In(form Form) Theme {
	if form == Plain {
		return plain()
	}
	p := s.Dark
	if form == Light {
		p = s.Light
	}
	style := lipgloss.NewStyle()
	return Theme{
		Palette:  p,
		Form:     form,
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

// plain tells by weight, lines and reversal what the others tell by colour.
func plain() Theme {
	style := lipgloss.NewStyle()
	return Theme{
		Form:     Plain,
		Body:     style,
		Dimmed:   style,
		Faded:    style.Faint(true),
		Title:    style.Bold(true),
		Strong:   style.Bold(true),
		Warning:  style.Bold(true),
		Selected: style.Reverse(true),
		Found:    style.Bold(true).Underline(true).UnderlineSpaces(true),
		Linked:   style.Underline(true).UnderlineSpaces(true),
		Tagged:   style.Underline(true).UnderlineSpaces(true),
		Verbatim: style,
		Marker:   style.Bold(true),

		Lost: style, Gained: style.Bold(true),
		LostLit: style.Strikethrough(true), GainedLit: style.Bold(true).Underline(true).UnderlineSpaces(true),
	}
}

// Pen returns the SGR parameters of a style, as in "1;38;2;232;162;106", to
// be laid over a part of a line that has styles of its own.
func Pen(s lipgloss.Style) string {
	out, _, _ := strings.Cut(s.Render("x"), "x")
	return strings.NewReplacer("\x1b[", "", "m", ";").Replace(strings.TrimSuffix(out, "m"))
}
