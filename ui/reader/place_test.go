package reader

import (
	"slices"
	"strings"
	"testing"

	"lifelog/ui/cell"
)

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
