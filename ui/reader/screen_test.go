package reader

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"charm.land/glamour/v2/styles"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
)

func screen(text string, width, height int) *Reader {
	s := New()
	s.SetStyle(bare())
	s.Resize(width, height)
	s.SetText(text)
	return s
}

// shown returns the screen without escape sequences.
func shown(s *Reader) []string {
	var lines []string
	for _, l := range s.Lines() {
		lines = append(lines, cell.Parse(l).Text)
	}
	return lines
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "line %d\n", i+1)
	}
	return b.String()
}

func TestScroll(t *testing.T) {
	s := screen(numbered(100), 20, 10)
	for _, c := range []struct {
		do   keys.Action
		want string
	}{
		{keys.Down, "line 2"}, {keys.PageDown, "line 10"}, {keys.HalfDown, "line 15"}, {keys.Up, "line 14"},
		{keys.PageUp, "line 6"}, {keys.HalfUp, "line 1"}, {keys.Up, "line 1"}, {keys.Bottom, "line 91"},
		{keys.Down, "line 91"}, {keys.Top, "line 1"},
	} {
		if !s.Do(c.do) {
			t.Errorf("%s is not known", c.do)
		}
		if got := shown(s); got[0] != c.want || len(got) != 10 {
			t.Errorf("after %s: %d lines from %q, want 10 from %q", c.do, len(got), got[0], c.want)
		}
	}
	if s.Do(keys.Save) {
		t.Error("saving is taken for moving")
	}
}

func TestPercent(t *testing.T) {
	s := screen(numbered(100), 20, 10)
	if p, more := s.Percent(); !more || p < 5 || p > 15 {
		t.Errorf("at the top: %d, %v", p, more)
	}
	s.ToBottom()
	if p, more := s.Percent(); !more || p != 100 {
		t.Errorf("at the bottom: %d, %v", p, more)
	}
	if p, more := screen("short", 20, 10).Percent(); more || p != 100 {
		t.Errorf("a short text: %d, %v", p, more)
	}
	if p, more := screen("", 20, 10).Percent(); more || p != 100 {
		t.Errorf("no text: %d, %v", p, more)
	}
}

func TestShowSourceGoesWhereTopComesFrom(t *testing.T) {
	text := sample(t)
	s := screen(text, 40, 5)
	for offset := range len(text) {
		s.ShowSource(offset)
		top := s.Top()
		s.ShowSource(top)
		if again := s.Top(); again != top {
			t.Fatalf("byte %d: Top is %d, after ShowSource(%d) it is %d", offset, top, top, again)
		}
	}
	at := strings.Index(text, "会場は海の")
	s.ShowSource(at)
	if got := shown(s)[0]; !strings.HasPrefix(got, "会場は海の") {
		t.Errorf("the first line is %q", got)
	}
}

// A line of a paragraph that keeps its newlines is its own place.
func TestTopIsTheLineInAParagraph(t *testing.T) {
	s := screen(numbered(50), 20, 5)
	s.Scroll(20)
	if at := s.Top(); !strings.HasPrefix(numbered(50)[at:], "line 21\n") {
		t.Errorf("Top is byte %d", at)
	}
}

func TestPlaceStays(t *testing.T) {
	text := sample(t)
	s := screen(text, 60, 10)
	s.ShowSource(strings.Index(text, "会場は海の"))
	s.Scroll(2)
	want := shown(s)
	for width := 20; width < 120; width++ {
		s.Resize(width, 10)
		s.Lines()
	}
	s.SetStyle(styles.LightStyleConfig)
	s.SetStyle(bare())
	s.Configure(func(o *Options) { o.Ruler = cell.NewRuler(cell.Profile{Ambiguous: 2}) })
	s.Configure(func(o *Options) { o.Ruler = cell.Ruler{} })
	s.Resize(60, 10)
	if got := shown(s); !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func find(words string) func(string) [][2]int {
	re := regexp.MustCompile(regexp.QuoteMeta(words))
	return func(line string) [][2]int {
		var all [][2]int
		for _, m := range re.FindAllStringIndex(line, -1) {
			all = append(all, [2]int{m[0], m[1]})
		}
		return all
	}
}

// light lights words and returns how many hits there are.
func light(s *Reader, match Match) int {
	s.Light(match)
	s.Found(s.Renderer().Find(context.Background(), s.doc, match))
	_, all, _ := s.Hit()
	return all
}

func TestFind(t *testing.T) {
	s := screen(strings.Repeat("あいうえお**かきくけこ**\n\nさしすせそ\n\n", 50), 12, 6)
	if got := light(s, find("おか")); got != 50 {
		t.Errorf("%d hits, want 50", got)
	}
	s.Configure(func(o *Options) { o.Pens = Pens{Found: "41", Here: "42"} })
	if view := s.View(); strings.Count(view, "41") < 2 {
		t.Errorf("hits are not lit: %q", view)
	}
	for i := range 51 {
		if got, want := s.NextHit(), i%50+1; got != want {
			t.Fatalf("next: hit %d, want %d", got, want)
		}
		if view := s.View(); !strings.Contains(view, "\x1b[42m") && !strings.Contains(view, ";42m") {
			t.Fatalf("hit %d is not on the screen:\n%s", i, view)
		}
	}
	if got := s.PrevHit(); got != 50 {
		t.Errorf("previous: hit %d, want 50", got)
	}
	if s.Light(nil); strings.Contains(s.View(), "41m") || s.NextHit() != 0 {
		t.Error("the light is not out")
	}
	if got := light(s, find("ない")); got != 0 || s.NextHit() != 0 {
		t.Errorf("%d hits of what is not there", got)
	}
}

// What is found is lit on exactly its cells, also where it goes over the end
// of a row.
func TestHitsAreLitWhereTheyAre(t *testing.T) {
	s := screen(sample(t), 40, 500)
	s.Configure(func(o *Options) { o.Pens = Pens{Found: "41"} })
	for _, word := range []string{"発表", "はじめの一枚", "小さなプログラムを長く使う", "test", "きっさてん"} {
		n := light(s, find(word))
		var lit strings.Builder
		for _, l := range s.Lines() {
			t := cell.Parse(l)
			for _, span := range t.Spans {
				if strings.HasSuffix(span.Pen, "41") {
					lit.WriteString(t.Text[span.From:span.To])
				}
			}
		}
		if n == 0 || lit.String() != strings.Repeat(word, n) {
			t.Errorf("%q: %d hits, lit is %q", word, n, lit.String())
		}
	}
}

func TestLinks(t *testing.T) {
	text := "[a](http://a.example/) and [[b|the b]]\n\n" + strings.Repeat("words\n\n", 30) + "![c](d/c.png) #tag x[^1]\n\n[^1]: http://e.example\n"
	s := screen(text, 40, 6)
	want := []Link{
		{Kind: ToURL, Target: "http://a.example/", Text: "a"},
		{Kind: ToEntry, Target: "b", Text: "the b"},
		{Kind: ToImage, Target: "d/c.png", Text: "c  c.png"},
		{Kind: ToTag, Target: "tag", Text: "#tag"},
		{Kind: ToFootnote, Target: "1", Text: "[1]"},
		{Kind: ToURL, Target: "http://e.example", Text: "http://e.example"},
	}
	walk := func(step func() bool, want []Link) {
		t.Helper()
		for _, w := range want {
			if !step() {
				t.Fatalf("no way to %q", w.Target)
			}
			got, ok := s.Link()
			got.Source = 0
			if !ok || got != w {
				t.Errorf("got %+v, want %+v", got, w)
			}
			if !slices.ContainsFunc(s.Links(), func(l Link) bool { return l.Target == w.Target }) {
				t.Errorf("%q is not on the screen", w.Target)
			}
		}
		if step() {
			t.Error("a link after the last one")
		}
	}
	walk(s.NextLink, want)
	back := slices.Clone(want[:5])
	slices.Reverse(back)
	walk(s.PrevLink, back)
	if at, ok := s.doc.Footnote("1"); !ok || !strings.HasPrefix(text[at:], "http://e.example") {
		t.Errorf("footnote 1 stands at %d, %v", at, ok)
	}
	if s.Click(39, 0); s.link != noLink {
		t.Error("a link where there is none")
	}
}

func TestTasks(t *testing.T) {
	text := "words\n\n1. [ ] a [b](c.md)\n2. [x] d\n   - [ ] e\n\n> - [X] f\n- g\n"
	s := screen(text, 40, 20)
	var tasks, links int
	for s.NextLink() {
		link, _ := s.Link()
		if link.Kind != ToTask {
			links++
			continue
		}
		tasks++
		at, ok := s.Task()
		if x, y := s.Cursor(); !ok || !strings.Contains(text[at:at+7], "[") || x < 0 || !strings.Contains(shown(s)[y], text[at+7:at+8]) {
			t.Errorf("task %d: byte %d, %v, the cursor is at %d, %d", tasks, at, ok, x, y)
		}
	}
	if tasks != 4 || links != 1 {
		t.Errorf("%d tasks and %d links", tasks, links)
	}
	s = screen(text, 40, 20)
	if at, ok := s.Task(); !ok || !strings.HasPrefix(text[at:], "1. [ ] a") {
		t.Errorf("the first task is at byte %d, %v", at, ok)
	}
	for y, line := range shown(s) {
		x := strings.Index(line, "[")
		if box := x >= 0; s.Click(x+1, y) != box {
			t.Errorf("%q: a click beside the box, or none on it", line)
		}
		if s.Click(0, y) && x > 0 {
			t.Errorf("%q: a link where there is none", line)
		}
	}
	if _, ok := screen("no task", 40, 20).Task(); ok {
		t.Error("a task where there is none")
	}
}

func TestClickOnALink(t *testing.T) {
	s := screen("日本[語の](http://a.example/)本と、行をまたぐ[長いリンクの文字](http://b.example/)。", 20, 10)
	rows := shown(s)
	hit := map[string]string{}
	for y, row := range rows {
		for x := range cell.NewRuler(cell.Profile{}).Width(row) {
			if s.Click(x, y) {
				link, _ := s.Link()
				hit[link.Target] += fmt.Sprintf(" %d,%d", x, y)
			}
		}
	}
	want := map[string]string{"http://a.example/": " 4,0 5,0 6,0 7,0", "http://b.example/": hit["http://b.example/"]}
	if hit["http://a.example/"] != want["http://a.example/"] || strings.Count(hit["http://b.example/"], ",") != 16 {
		t.Errorf("%q of %q", hit, rows)
	}
	if s.Click(0, 99) || s.Click(-1, 0) {
		t.Error("a link outside the text")
	}
}

// The words that are lit on a screen are found before they have been counted.
func TestLightNeedsNoCount(t *testing.T) {
	s := screen(sample(t), 40, 10)
	s.Configure(func(o *Options) { o.Pens = Pens{Found: "41", Here: "42"} })
	s.Light(find("の"))
	if !strings.Contains(s.View(), "41m") {
		t.Error("nothing is lit")
	}
	if _, _, ok := s.Hit(); ok || s.NextHit() != 0 {
		t.Error("counted without looking")
	}
	h := s.Renderer().Find(context.Background(), s.doc, find("の"))
	s.SetText("another text")
	if s.Found(h) {
		t.Error("takes the hits of another text for its own")
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if s.Renderer().Find(ended, Parse("の"), find("の")) != nil {
		t.Error("looks on though nobody waits")
	}
}

func TestSeekHit(t *testing.T) {
	text := strings.Repeat("a word\n\nother\n\n", 40)
	s := screen(text, 40, 6)
	light(s, find("word"))
	if got := s.SeekHit(strings.Index(text, "word") + 160); got != 12 {
		t.Errorf("from the middle: hit %d", got)
	}
	if got := s.SeekHit(len(text)); got != 1 {
		t.Errorf("from the end: hit %d", got)
	}
}

func TestReturn(t *testing.T) {
	text := sample(t)
	s := screen(text, 40, 8)
	for range 4 {
		s.NextLink()
	}
	s.Scroll(1)
	was, rows := s.Place(), shown(s)
	link, ok := s.Link()
	s.SetText("elsewhere")
	s.SetText(text)
	s.Return(was)
	if again, _ := s.Link(); !slices.Equal(shown(s), rows) || again != link || !ok {
		t.Errorf("%q at %v, was %q at %v", shown(s), again, rows, link)
	}
	s.SetText("A new first paragraph.\n\n" + text)
	s.Return(was)
	s.SetText("")
	s.Return(was)
	if s.Place().Source != 0 {
		t.Error("a place in an empty text")
	}
}

func TestParagraph(t *testing.T) {
	text := "# Head\n\n> quoted *words*\n> go on\n\n```go\nx := 1\n\ty()\n```\n\n- item with [a link](b.md)\n\n|a|b|\n|-|-|\n|c|d|\n"
	s := screen(text, 40, 2)
	for _, want := range []string{"Head", "quoted *words*\ngo on", "x := 1\n\ty()", "item with [a link](b.md)", "|a|b|\n|-|-|\n|c|d|"} {
		s.ShowSource(strings.Index(text, want[:4]))
		if got := s.Paragraph(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	s = screen(text, 40, 40)
	s.NextLink()
	if got := s.Paragraph(); got != "item with [a link](b.md)" {
		t.Errorf("at the link: %q", got)
	}
}

func TestCursorIsWhereTheEyeIs(t *testing.T) {
	s := screen("あいう\n\n- えお[か](http://a.example/)き\n\nくけこ", 20, 10)
	at := func(x, y int) {
		t.Helper()
		if gotX, gotY := s.Cursor(); gotX != x || gotY != y {
			t.Errorf("the cursor is at %d,%d, want %d,%d", gotX, gotY, x, y)
		}
	}
	at(0, 0)
	light(s, find("けこ"))
	s.NextHit()
	at(2, 4)
	if s.NextLink() {
		t.Error("a link below the hit")
	}
	s.PrevLink()
	at(6, 2)
}

// A heading near the end cannot come to the top, and is lit instead.
func TestJump(t *testing.T) {
	text := "# One\n\nwords [a](b)\n\n## Two\n\n> quoted\n\nnote[^1] [c](d)\n\n[^1]: the [note](e)\n"
	s := screen(text, 40, 30)
	s.Configure(func(o *Options) { o.Pens = Pens{Here: "42"} })
	lit := func() string {
		var b strings.Builder
		for _, l := range s.Lines() {
			for _, span := range cell.Parse(l).Spans {
				if strings.HasSuffix(span.Pen, "42") {
					b.WriteString(cell.Parse(l).Text[span.From:span.To])
				}
			}
		}
		return b.String()
	}
	s.Jump(strings.Index(text, "Two"))
	if _, y := s.Cursor(); lit() != "Two" || shown(s)[y] != "Two" {
		t.Errorf("lit is %q, the cursor is in line %d", lit(), y)
	}
	s.NextLink()
	if link, _ := s.Link(); link.Target != "1" || lit() != "[1]" {
		t.Errorf("from there to %q, lit is %q", link.Target, lit())
	}
	at, _ := s.doc.Footnote("1")
	if s.Jump(at); lit() != "[1]" {
		t.Errorf("lit is %q", lit())
	}
	for width := range 40 {
		s.Resize(width, 30)
		s.Lines()
		s.Cursor()
	}
	if s.Scroll(1); lit() != "" {
		t.Errorf("still lit: %q", lit())
	}
	s.SetText("")
	s.Jump(3)
	s.Cursor()
}

func TestHeadings(t *testing.T) {
	text := "# A *b*\n\ntext\n\nC {漢字|かんじ}\n---\n\n> ### D\n"
	want := []Heading{{1, "A b", 0, 1}, {2, "C 漢字(かんじ)", 14, 5}, {3, "D", 45, 8}}
	got := Parse(text).Headings()
	for i := range got {
		if i < len(want) {
			want[i].Source = got[i].Source
		}
		if line := text[got[i].Source:]; !strings.Contains("#>AC", line[:1]) && !strings.HasPrefix(line, "D") {
			t.Errorf("heading %d begins at %q", i, line)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
}

// What is asked for elsewhere at the same time must not disturb the screen.
func TestRendererIsSafeForSeveral(t *testing.T) {
	text := sample(t)
	r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: 60})
	want := words(r, text)
	done := make(chan []string)
	for range 4 {
		go func() { done <- words(r, text) }()
		go func() { r.Warm(Parse(text), 0, 50); done <- want }()
	}
	for range 8 {
		if got := <-done; !slices.Equal(got, want) {
			t.Fatal("lines differ")
		}
	}
}

// The colours of code follow the theme, though Glamour keeps its first ones.
func TestCodeFollowsTheTheme(t *testing.T) {
	text := "```go\nfunc main() {}\n```"
	s := screen(text, 40, 5)
	s.SetStyle(styles.DarkStyleConfig)
	dark := s.View()
	s.SetStyle(styles.LightStyleConfig)
	if light := s.View(); light == dark {
		t.Errorf("the same in both: %q", dark)
	}
}
