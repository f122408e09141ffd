package reader

import (
	"context"
	"slices"
	"strings"
	"testing"

	"charm.land/glamour/v2/styles"
)

// footed is a text of many paragraphs, with links below it.
func footed(n int) (text string, doc *Document) {
	text = strings.Repeat("A paragraph about days.\n\n", n) + "The [[end]] of days.\n"
	return text, Parse(text).Below("Linked from", []Link{
		{Target: "2022-05-02", Text: "Mon 2 May 2022  About *days* #tag"},
		{Target: "2022-05-01-long", Text: strings.Repeat("とても長い題名", 20)},
	})
}

func TestBelow(t *testing.T) {
	text, doc := footed(0)
	r := NewRenderer(Options{Style: styles.DarkStyleConfig, Width: 40})
	var lines []string
	for l := range r.Lines(doc) {
		lines = append(lines, strings.TrimSpace(l.Text))
		if l.Source > len(text) {
			t.Errorf("%q comes from %d of %d bytes", l.Text, l.Source, len(text))
		}
	}
	want := []string{"The end of days.", "", "", "Linked from", "Mon 2 May 2022  About *days* #tag"}
	if len(lines) != 6 || !slices.Equal(lines[:5], want) || !strings.HasSuffix(lines[5], "…") {
		t.Errorf("%q", lines)
	}
	if plain := Parse(text); plain.Below("Linked from", nil) != plain || len(Parse("").Below("x", []Link{{Text: "a"}}).pieces) > 0 {
		t.Error("there is something below nothing")
	}
}

func TestBelowIsWalkedButNotSearched(t *testing.T) {
	text, doc := footed(0)
	s := New()
	s.Resize(60, 20)
	s.Show(doc, -1)
	var targets []string
	for s.NextLink() {
		link, ok := s.Link()
		if !ok || link.Kind != ToEntry || link.Source > len(text) {
			t.Errorf("the current link is %+v, %v", link, ok)
		}
		targets = append(targets, link.Target)
	}
	if want := []string{"end", "2022-05-02", "2022-05-01-long"}; !slices.Equal(targets, want) {
		t.Errorf("links to %q, want %q", targets, want)
	}
	if link, _ := s.Link(); !strings.HasPrefix(link.Text, "とても長い題名") || s.Excerpt().Of != OfLink {
		t.Errorf("the link is %q copied as %q", link.Text, s.Excerpt())
	}
	days := func(line string) [][2]int {
		if at := strings.Index(line, "days"); at >= 0 {
			return [][2]int{{at, at + len("days")}}
		}
		return nil
	}
	s.Light(days)
	if !s.Found(s.Renderer().Find(context.Background(), doc, days)) {
		t.Fatal("what was found belongs to nothing")
	}
	if _, all, _ := s.Hit(); all != 1 || strings.Count(s.View(), s.Renderer().pens.Found) != 1 {
		t.Errorf("%d hits, want that of the text", all)
	}
}

// Whatever is at the top of the screen, its offset is one of the text, and
// leads back to it.
func TestBelowStaysWithinTheText(t *testing.T) {
	text, doc := footed(10)
	s := New()
	for height := 1; height < 12; height++ {
		s.Resize(60, height)
		s.Show(doc, -1)
		for range 40 {
			if top := s.Top(); top > len(text) {
				t.Fatalf("height %d: the top is at byte %d of %d", height, top, len(text))
			}
			place, before := s.Place(), s.View()
			s.Show(doc, -1)
			if s.Return(place); s.View() != before {
				t.Fatalf("height %d: not back at\n%s\nbut at\n%s", height, before, s.View())
			}
			s.Scroll(1)
		}
		s.ShowSource(len(text))
		if height > 3 && !strings.Contains(s.View(), "Linked from") || height == 1 && !strings.Contains(s.View(), "of days") {
			t.Errorf("height %d: the end of the text is shown as\n%s", height, s.View())
		}
		s.ToBottom()
		place := s.Place()
		s.Show(Parse(text), -1)
		s.Return(place)
		if s.Top() >= len(text) {
			t.Errorf("height %d: without links the top is at byte %d", height, s.Top())
		}
		if percent, _ := s.Percent(); percent > 100 {
			t.Errorf("%d%%", percent)
		}
	}
}
