package reader

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"lifelog/ui/cell"
)

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
