package theme

import (
	"encoding/json"
	"fmt"
	"image/color"

	"charm.land/glamour/v2/ansi"
	"charm.land/glamour/v2/styles"
)

// Glamour returns the theme as a style of Glamour: its own dark or light one
// in the colours of the palette, headings without signs before them.
func (t Theme) Glamour() ansi.StyleConfig {
	s := styles.LightStyleConfig
	if t.Form != Light {
		s = styles.DarkStyleConfig
	}
	none, yes, no := uint(0), true, false
	ink := func(c color.Color) *string {
		if c == nil {
			return nil
		}
		name := ink(c)
		return &name
	}
	text := func(c color.Color) ansi.StylePrimitive { return ansi.StylePrimitive{Color: ink(c)} }
	head := func(c *string) ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: c, Bold: &yes}}
	}
	s.Document = ansi.StyleBlock{Margin: &none}
	s.Heading = head(nil)
	s.H1, s.H2, s.H3 = head(ink(t.Accent)), head(ink(t.Accent)), head(nil)
	s.H1.Underline = &yes
	s.H4, s.H5, s.H6 = head(ink(t.Dim)), head(ink(t.Dim)), head(ink(t.Dim))
	s.H5.Underline, s.H6.Bold, s.H6.Italic = &yes, &no, &yes
	s.BlockQuote.StylePrimitive = text(t.Dim)
	s.HorizontalRule.Color = ink(t.Faint)
	s.Link = ansi.StylePrimitive{Color: ink(t.Link), Underline: &yes}
	s.LinkText = ansi.StylePrimitive{Color: ink(t.Link)}
	s.Image, s.ImageText = text(t.Dim), text(t.Dim)
	s.Code.StylePrimitive = text(t.Good)
	if t.Form == Plain {
		s.Code.Prefix, s.Code.Suffix = "`", "`"
	}
	s.Item.Color, s.Enumeration.Color = nil, ink(t.Accent)
	return s
}

// GlamourStyle returns the style of Glamour with a name of its own (dark,
// dracula, pink …) or, for any other name, the style that the text of a file
// describes in JSON, as read returns it.
func GlamourStyle(name string, read func(path string) ([]byte, error)) (ansi.StyleConfig, error) {
	if style, ok := styles.DefaultStyles[name]; ok {
		return *style, nil
	}
	var style ansi.StyleConfig
	text, err := read(name)
	if err != nil {
		return style, fmt.Errorf("glamour_style %q is no style of Glamour, and no file of that name can be read: %w", name, err)
	}
	if err := json.Unmarshal(text, &style); err != nil {
		return style, fmt.Errorf("glamour_style %q is no style of Glamour: %w", name, err)
	}
	return style, nil
}
