package reader

import (
	"fmt"
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
