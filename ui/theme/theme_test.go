package theme

import (
	"errors"
	"flag"
	"image/color"
	"math"
	"os"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"lifelog/ui/words"
)

func TestPen(t *testing.T) {
	for _, form := range []Form{Dark, Light, Plain} {
		if pen := Pen(Named[Default].In(form).Title); pen == "" || pen[0] == '\x1b' {
			t.Errorf("the pen of titles is %q", pen)
		}
	}
	if pen := Pen(New(true).Body); pen != "" {
		t.Errorf("what is written has the pen %q", pen)
	}
}

// Without colour nothing has one, and what must be told apart still is.
func TestPlain(t *testing.T) {
	p := Named["sea"].In(Plain)
	for name, s := range map[string]lipgloss.Style{"dimmed": p.Dimmed, "title": p.Title, "selected": p.Selected, "found": p.Found, "warning": p.Warning, "linked": p.Linked} {
		if pen := Pen(s); strings.Contains(";"+pen+";", ";38;") || strings.Contains(";"+pen+";", ";48;") {
			t.Errorf("%s has a colour: %q", name, pen)
		}
	}
	body := Pen(p.Body)
	for name, s := range map[string]lipgloss.Style{"selected": p.Selected, "found": p.Found, "title": p.Title, "warning": p.Warning} {
		if Pen(s) == body {
			t.Errorf("%s looks like any other text", name)
		}
	}
	p.Glamour()
}

// contrast is the ratio of two colours by WCAG 2.2, 1.4.3: from 1 to 21.
func contrast(a, b color.Color) float64 {
	light := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		linear := func(v uint32) float64 {
			x := float64(v) / 0xffff
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
	}
	high, low := light(a), light(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

// Text in every colour of every theme can be read on the backgrounds that
// terminals have, and on the selected row.
func TestContrast(t *testing.T) {
	colours := func(list ...string) (c []color.Color) {
		for _, name := range list {
			c = append(c, lipgloss.Color(name))
		}
		return c
	}
	grounds := map[Form][]color.Color{
		Dark:  colours("#000000", "#16161e", "#1e1e1e", "#282c34"),
		Light: colours("#ffffff", "#fdfdfb", "#f5f5f5", "#fdf6e3"),
	}
	written := map[Form]color.Color{Dark: lipgloss.Color("#c0c0c0"), Light: lipgloss.Color("#333333")} // by the terminal
	for name, scheme := range Named {
		text, mark := 4.5, 3.0
		if name == "contrast" {
			text, mark = 7, 4.5
		}
		for form, behind := range grounds {
			p := scheme.In(form).Palette
			hold := func(what string, c, ground color.Color, least float64) {
				t.Helper()
				if r := contrast(c, ground); r < least {
					t.Errorf("%s in form %d: %s %s on %s has a contrast of %.2f, less than %.1f", name, form, what, ink(c), ink(ground), r, least)
				}
			}
			for what, c := range map[string]color.Color{"dim": p.Dim, "accent": p.Accent, "link": p.Link, "good": p.Good, "warn": p.Warn} {
				for _, g := range append(behind, p.Bar) {
					hold(what, c, g, text)
				}
			}
			hold("what is written", written[form], p.Bar, 4.5)
			for _, g := range behind {
				hold("faint", p.Faint, g, mark)
			}
			hold("on_mark", p.OnMark, p.Mark, text)
		}
	}
}

func TestLoad(t *testing.T) {
	files := map[string]string{
		"mine.toml":   "accent = \"#ff0000\"\nlink = { dark = \"#00ff00\", light = \"#0000FF\" }\n[warn]\nlight = \"#010203\"\n",
		"broken.toml": "acent = \"#ff0000\"\ndim = \"red\"\nlink.drak = \"#000000\"\nbar = 3\n[good]\ndark = \"#fff\"\n",
	}
	read := func(path string) ([]byte, error) {
		if text, ok := files[path]; ok {
			return []byte(text), nil
		}
		return nil, errors.New("no such file")
	}
	s, faults := Load("mine.toml", read)
	def := Named[Default]
	if len(faults) > 0 || s.Dark.Accent != lipgloss.Color("#ff0000") || s.Light.Accent != s.Dark.Accent || s.Dark.Link != lipgloss.Color("#00ff00") ||
		s.Light.Link != lipgloss.Color("#0000ff") || s.Dark.Warn != def.Dark.Warn || s.Light.Warn != lipgloss.Color("#010203") || s.Dark.Dim != def.Dark.Dim {
		t.Errorf("a file: %v, %+v", faults, s)
	}
	if s, faults := Load("sea", read); len(faults) > 0 || s != Named["sea"] {
		t.Errorf("a name: %v", faults)
	}
	if s, faults := Load("", read); len(faults) > 0 || s != def {
		t.Errorf("no name: %v", faults)
	}
	for name, want := range map[string][]string{
		"missing": {"theme is “missing”, which is neither contrast, lifelog, paper or sea nor a file that can be read: no such file"},
		"broken.toml": {"broken.toml: line 1: a theme has no colour acent; did you mean “accent”?", `broken.toml: line 2: dim is "red"; write it like "#e8a26a"`,
			"broken.toml: line 3: a theme has no colour link.drak; did you mean “link.dark”?", `broken.toml: line 4: bar is 3; write it like "#e8a26a"`,
			`broken.toml: line 6: good.dark is "#fff"; write it like "#e8a26a"`},
	} {
		s, faults := Load(name, read)
		var said []string
		for _, f := range faults {
			said = append(said, words.English.Fault(f))
		}
		if strings.Join(said, "\n") != strings.Join(want, "\n") || s != def {
			t.Errorf("%s: said %q, want %q", name, said, want)
		}
	}
}

var update = flag.Bool("update", false, "write docs/themes.md anew")

// TestDoc holds docs/themes.md to the colours; with -update it is written anew.
func TestDoc(t *testing.T) {
	const path = "../../docs/themes.md"
	text := "# Themes\n\n" +
		"`theme` in the settings names the colours: `lifelog`, `sea` (calm blues), `paper`\n(ink and sepia), `contrast` (for tired eyes and bright rooms), or a file; a path\n" +
		"that is not absolute starts at the folder of the settings. Each has a form for\ndark terminals and one for light ones: the terminal is asked for its background,\n" +
		"and where it does not answer (in tmux, say) `COLORFGBG` counts, else it is taken\nas dark. Under `NO_COLOR`, or where there are no colours, weight, lines and\nreversal tell what the colours would.\n\n" +
		"A file names colours, for both forms or each; what it leaves out is as here:\n\n```toml\n" + Doc() + "```\n\n" +
		"What was written has the colour that the terminal gives it. All texts of the\nfour themes have a contrast of at least 4.5 on usual backgrounds, of `contrast` at\nleast 7; a test holds that.\n"
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("%s is not what the colours say (%v); go test ./ui/theme -update writes it anew", path, err)
	}
}

func TestGlamourStyle(t *testing.T) {
	files := map[string]string{"mine.json": `{"h1": {"color": "#ff0000", "bold": true}}`, "broken.json": "{"}
	read := func(path string) ([]byte, error) {
		if text, ok := files[path]; ok {
			return []byte(text), nil
		}
		return nil, errors.New("no such file")
	}
	if style, err := GlamourStyle("dracula", read); err != nil || style.H1.Bold == nil && style.Heading.Bold == nil {
		t.Errorf("dracula: %v", err)
	}
	if style, err := GlamourStyle("mine.json", read); err != nil || style.H1.Color == nil || *style.H1.Color != "#ff0000" {
		t.Errorf("a file: %v", err)
	}
	for _, name := range []string{"broken.json", "missing.json"} {
		if _, err := GlamourStyle(name, read); err == nil {
			t.Errorf("%s is no error", name)
		}
	}
}
