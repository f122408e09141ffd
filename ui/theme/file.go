package theme

import (
	"fmt"
	"image/color"
	"maps"
	"regexp"
	"slices"

	"charm.land/lipgloss/v2"

	"lifelog/ui/settings"
	"lifelog/ui/words"
)

// colour is where a palette keeps the colour of a name, nil for another name.
func (p *Palette) colour(name string) *color.Color {
	return map[string]*color.Color{
		"dim": &p.Dim, "faint": &p.Faint, "accent": &p.Accent, "link": &p.Link, "good": &p.Good, "warn": &p.Warn,
		"bar": &p.Bar, "mark": &p.Mark, "on_mark": &p.OnMark, "out": &p.Out, "in": &p.In,
	}[name]
}

// Load returns the theme of a name, "" for that of the program, or the one that
// the text of a file of this name describes, as read returns it. What is wrong
// is said in faults, and is as in the theme of the program.
func Load(name string, read func(path string) ([]byte, error)) (s Scheme, faults []words.Fault) {
	s = Named[Default]
	if name == "" {
		return s, nil
	}
	if named, ok := Named[name]; ok {
		return named, nil
	}
	text, err := read(name)
	if err != nil {
		all := slices.Sorted(maps.Keys(Named))
		return s, []words.Fault{{What: words.NoSuchTheme, Args: []any{name, words.OneOf(all), err}}}
	}
	entries, wrong := settings.Read(text)
	for _, e := range entries {
		if f, ok := s.set(e); !ok {
			wrong = append(wrong, f)
		}
	}
	for _, f := range wrong {
		faults = append(faults, words.Fault{What: words.InFile, Args: []any{name, f}})
	}
	return s, faults
}

var inHex = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

// set takes a colour out of an entry: accent = "#e8a26a" for both forms,
// accent = { dark = "#e8a26a", light = "#97460f" } for each.
func (s *Scheme) set(e settings.Entry) (fault words.Fault, ok bool) {
	in := []*Palette{&s.Dark, &s.Light}
	switch {
	case len(e.Path) == 2 && e.Path[1] == "dark":
		in = in[:1]
	case len(e.Path) == 2 && e.Path[1] == "light":
		in = in[1:]
	}
	if in[0].colour(e.Path[0]) == nil || len(e.Path) > 2 || len(e.Path) == 2 && len(in) == 2 {
		known := map[string]bool{}
		for _, n := range names {
			known[n], known[n+".dark"], known[n+".light"] = true, true, true
		}
		return words.Fault{Line: e.Line, What: words.NoSuchColour, Args: []any{e.Name(), words.Near(e.Name(), known)}}, false
	}
	value, _ := e.Value.(string)
	if !inHex.MatchString(value) {
		return words.Fault{Line: e.Line, What: words.BadColour, Args: []any{e.Name(), e.Written}}, false
	}
	for _, p := range in {
		*p.colour(e.Path[0]) = lipgloss.Color(value)
	}
	return fault, true
}

// Doc is the documentation of the colours of a theme, as a file of one in the
// colours of the program.
func Doc() string {
	about := map[string]string{
		"dim": "beside the text: dates, counts, hints", "faint": "rules and marks", "accent": "the selection, headings", "link": "links, tags",
		"good": "code, done tasks", "warn": "what needs a look", "bar": "behind the selected row", "mark": "behind found words", "on_mark": "found words",
		"out": "behind words that another text has no more", "in": "behind words that it has instead",
	}
	s, doc := Named[Default], ""
	for _, n := range names {
		doc += fmt.Sprintf("%-7s = { dark = %q, light = %q }  # %s\n", n, ink(*s.Dark.colour(n)), ink(*s.Light.colour(n)), about[n])
	}
	return doc
}

// ink writes a colour as in "#e8a26a".
func ink(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
