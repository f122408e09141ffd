package reader

import (
	"strings"
	"testing"

	"lifelog/ui/cell"
)

func TestDrag(t *testing.T) {
	s := screen("# 見出し\n\n一行目の長い文章はここで折り返される。*two* words\n\n- [ ] item\n- other\n\n> quote\n", 20, 12)
	rows := shown(s)
	at := func(words string) (x, y int) {
		for y, row := range rows {
			if before, _, ok := strings.Cut(row, words); ok {
				return s.options.Ruler.Width(before), y
			}
		}
		t.Fatalf("no %q in %q", words, rows)
		return 0, 0
	}
	for _, c := range []struct{ from, to, want string }{
		{"一", "目", "一行目"},
		{"目", "一", "一行目"},
		{"長", "wor", "長い文章はここで折り返される。two w"},
		{"s", "ite", "s\n\n[ ] i"},
		{"出", "一", "出し\n\n一"},
		{"tem", "quo", "tem\n• other\n\n│ q"},
		{"item", "item", ""},
	} {
		x, y := at(c.from)
		s.Press(x, y)
		x, y = at(c.to)
		s.Drag(x, y)
		var lit strings.Builder
		for _, l := range s.Lines() {
			styled := cell.Parse(l)
			for _, span := range styled.Spans {
				if strings.HasSuffix(span.Pen, "7") {
					lit.WriteString(styled.Text[span.From:span.To])
				}
			}
		}
		got := s.Release()
		if got != c.want {
			t.Errorf("from %q to %q: %q, want %q", c.from, c.to, got, c.want)
		}
		if bare := strings.NewReplacer("\n", "", "[ ] ", "", "• ", "", "│ ", "").Replace(got); lit.String() != bare {
			t.Errorf("from %q to %q: lit is %q, want %q", c.from, c.to, lit.String(), bare)
		}
	}
}

func TestDragBeyondTheScreen(t *testing.T) {
	s := screen(numbered(30), 20, 5)
	s.Press(0, 4)
	for range 3 {
		s.Drag(5, 5)
	}
	if got := s.Release(); got != "line 5\nline 6\nline 7\nline 8" {
		t.Errorf("%q", got)
	}
	s.Press(3, -1)
	if s.Drag(3, 3); s.Release() != "" {
		t.Error("a drag that began outside")
	}
	s.SetText("")
	s.Press(0, 0)
	if s.Drag(3, 3); s.Release() != "" {
		t.Error("a drag over nothing")
	}
}
