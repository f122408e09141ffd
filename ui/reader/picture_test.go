package reader

import (
	"slices"
	"strings"
	"testing"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
)

// shelf answers for pictures in tests.
type shelf struct {
	known map[string]Picture
	asked []Want
}

func (s *shelf) picture(w Want) Picture {
	s.asked = append(s.asked, w)
	if p, ok := s.known[w.Target]; ok {
		return p
	}
	return Picture{Note: "…", Wait: true}
}

// drawn is a picture of so many rows.
func drawn(rows, width int, note string) Picture {
	p := Picture{Note: note}
	for range rows {
		text := strings.Repeat("▀", width)
		p.Rows = append(p.Rows, cell.Styled{Text: text, Spans: []cell.Span{{To: len(text), Pen: "38;2;1;2;3"}}})
	}
	return p
}

// shownWith renders a text with pictures at 30 cells.
func shownWith(t *testing.T, s *shelf, text string) []string {
	t.Helper()
	r := NewRenderer(Options{Style: bare(), Width: 30, Picture: s.picture})
	var lines []string
	for line := range r.Lines(Parse(text).Beside("2022-05-02")) {
		if w := (cell.Ruler{}).Width(line.Text); w > 30 {
			t.Errorf("%d cells: %q", w, line.Text)
		}
		lines = append(lines, line.Text)
	}
	return lines
}

func TestPictures(t *testing.T) {
	s := &shelf{known: map[string]Picture{
		"a/sea.jpg": drawn(2, 4, ""),
		"wide.png":  drawn(1, 40, ""),
		"gif.gif":   drawn(1, 2, "moves"),
		"no.jpg":    {Note: "not found"},
		"words.jpg": {Note: "40×30"},
	}}
	const block = "▀▀▀▀"
	for _, test := range []struct {
		text string
		want []string
	}{
		{"![海](a/sea.jpg)", []string{block, block, "海"}},
		{"![](a/sea.jpg)", []string{block, block, "sea.jpg"}},
		{"one\n![海](a/sea.jpg)\ntwo", []string{"one", block, block, "海", "two"}},
		{"in ![海](a/sea.jpg) a line", []string{"in [ 海  sea.jpg ] a line"}},
		{"- ![海](a/sea.jpg)\n- two", []string{"• " + block, "  " + block, "  海", "• two"}},
		{"> ![海](a/sea.jpg)", []string{"│ " + block, "│ " + block, "│ 海"}},
		{"![](wide.png)", []string{strings.Repeat("▀", 29) + "…", "wide.png"}},
		{"![x](gif.gif)", []string{"▀▀", "x  moves"}},
		{"![x](no.jpg)", []string{"[ x  no.jpg ]  not found"}},
		{"![](words.jpg)", []string{"[ words.jpg ]  40×30"}},
		{"![a long caption of it](no.jpg)", []string{"[ a long caption o…  not found"}},
		{"![x](later.jpg)", []string{"[ x  later.jpg ]  …"}},
		{"![x](https://a.example/b.jpg)", []string{"[ x  https://a.example/b.jpg ]"}},
		{"![[2022-05-01]]", []string{"2022-05-01"}},
		{"![[a/sea.jpg]]", []string{block, block, "sea.jpg"}},
		{"[![海](a/sea.jpg)](https://a.example)", []string{"[ 海  sea.jpg ]"}},
	} {
		if got := shownWith(t, s, test.text); !slices.Equal(got, test.want) {
			t.Errorf("%q:\n%q\nwant\n%q", test.text, got, test.want)
		}
	}
	if w := s.asked[0]; w != (Want{"2022-05-02", "a/sea.jpg", 30}) {
		t.Errorf("asked for %+v", w)
	}
	if slices.ContainsFunc(s.asked, func(w Want) bool { return strings.HasPrefix(w.Target, "http") }) {
		t.Error("asked for a picture on the web")
	}
}

// A picture on the web is a link to the web.
func TestPictureOnTheWeb(t *testing.T) {
	r := NewRenderer(Options{Width: 60})
	for line := range r.Lines(Parse("![x](HTTPS://a.example/b.jpg)")) {
		if len(line.Links) != 1 || line.Links[0].Kind != ToURL || !strings.Contains(line.String(), "\x1b]8;;HTTPS://a.example/b.jpg") {
			t.Errorf("%q leads to %+v", line.String(), line.Links)
		}
	}
}

// reading opens a text on a screen of 30×10.
func reading(s *shelf, text string) *Reader {
	r := New()
	r.Configure(func(o *Options) { o.Picture = s.picture })
	r.Resize(30, 10)
	r.Show(Parse(text).Beside("2022-05-02"), -1)
	return r
}

func TestPictureComesLater(t *testing.T) {
	s := &shelf{known: map[string]Picture{}}
	r := reading(s, "![a](a.jpg)\n\n"+strings.Repeat("word\n", 30)+"\n![b](b.jpg)\n")
	if got, want := r.Wanted(0), []Want{{"2022-05-02", "a.jpg", 30}}; !slices.Equal(got, want) {
		t.Errorf("wanted %+v, want %+v", got, want)
	}
	if got := r.Wanted(30); len(got) != 2 {
		t.Errorf("wanted further down: %+v", got)
	}
	r.Scroll(5)
	before := r.Lines()
	s.known["a.jpg"] = drawn(6, 8, "")
	if after := r.Lines(); !slices.Equal(before, after) {
		t.Errorf("a picture above the screen moved it:\n%q\n%q", before, after)
	}
	r.ToTop()
	if lines := r.Lines(); !strings.Contains(lines[5], "▀") || !strings.Contains(lines[6], "a") {
		t.Errorf("the picture is not there: %q", lines)
	}
	if got := r.Wanted(0); len(got) != 0 {
		t.Errorf("still wanted: %+v", got)
	}
}

// The link of a picture is the line below it, and a click anywhere on it.
func TestPictureLink(t *testing.T) {
	s := &shelf{known: map[string]Picture{"a.jpg": drawn(6, 8, "")}}
	r := reading(s, strings.Repeat("word\n", 20)+"\n![sea](a.jpg)\n\n"+strings.Repeat("word\n", 20))
	if !r.NextLink() {
		t.Fatal("there is no link")
	}
	link, ok := r.Link()
	if !ok || link.Kind != ToImage || link.Target != "a.jpg" || link.Text != "sea" {
		t.Errorf("link %+v, %v", link, ok)
	}
	if lines := r.Lines(); !strings.Contains(lines[0], "▀") || !strings.Contains(lines[6], "sea") {
		t.Errorf("the picture of the link is not seen whole:\n%q", lines)
	}
	if x, y := r.Cursor(); x != 0 || y != 6 {
		t.Errorf("cursor at %d, %d", x, y)
	}
	if !r.Click(3, 2) {
		t.Error("a click on the picture found nothing")
	}
	if link, _ := r.Link(); link.Target != "a.jpg" {
		t.Errorf("a click on the picture found %+v", link)
	}
	if r.Click(3, 9) {
		t.Error("a click on words found a link")
	}
	r.Do(keys.Bottom)
	r.Lines()
}

// Every row of a picture can be scrolled to, down and up again.
func TestScrollOverPicture(t *testing.T) {
	s := &shelf{known: map[string]Picture{"a.jpg": drawn(4, 8, ""), "b.jpg": drawn(3, 5, "")}}
	text := "one\n\n![sea](a.jpg)\n![b](b.jpg)\n\n" + strings.Repeat("word\n", 20)
	all := shownWith(t, s, text)
	r := reading(s, text)
	const rows = 16
	for n := range rows {
		if got := cell.Parse(r.Lines()[0]).Text; got != all[n] {
			t.Errorf("%d rows down: %q, want %q", n, got, all[n])
		}
		r.Scroll(1)
	}
	for n := rows - 1; n >= 0; n-- {
		r.Scroll(-1)
		if got := cell.Parse(r.Lines()[0]).Text; got != all[n] {
			t.Errorf("back at %d: %q, want %q", n, got, all[n])
		}
	}
	r.ShowSource(strings.Index(text, "![sea]"))
	if got := cell.Parse(r.Lines()[0]).Text; !strings.Contains(got, "▀") {
		t.Errorf("at the picture: %q", got)
	}
}
