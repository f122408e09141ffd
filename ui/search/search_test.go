package search

import (
	"fmt"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/theme"
)

func look() Look { return Look{Theme: theme.New(true)} }

// lit draws a hit's line with the found words in brackets.
func lit(h journal.Hit, width int) string {
	styled := cell.Parse(Snippet(h, look(), width))
	pen := theme.Pen(look().Theme.Found)
	out, at := "", 0
	for _, s := range styled.Spans {
		if s.Pen == cell.Parse("\x1b[" + pen + "mx\x1b[m").Spans[0].Pen {
			out += styled.Text[at:s.From] + "[" + styled.Text[s.From:s.To] + "]"
			at = s.To
		}
	}
	return out + styled.Text[at:]
}

func TestSnippet(t *testing.T) {
	for _, c := range []struct {
		line  string
		marks [][2]int
		width int
		want  string
	}{
		{"one two three", [][2]int{{4, 7}}, 40, "one [two] three"},
		{"雨の朝、コーヒー", [][2]int{{12, 24}}, 40, "雨の朝、[コーヒー]"},
		{"雨の朝、コーヒー", [][2]int{{12, 24}}, 12, ""},
		{"a\x1b[2Jb word", [][2]int{{7, 11}}, 40, "a␛[2Jb [word]"},
		{"no marks", nil, 40, "no marks"},
	} {
		got := lit(journal.Hit{Line: c.line, Marks: c.marks}, c.width)
		if c.width == 40 && got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
		if w := (cell.Ruler{}).Width(cell.Parse(Snippet(journal.Hit{Line: c.line, Marks: c.marks}, look(), c.width)).Text); w > c.width {
			t.Errorf("%q takes %d cells of %d", c.line, w, c.width)
		}
	}
}

func TestSelection(t *testing.T) {
	hits := func(names ...string) journal.Found {
		f := journal.Found{Total: len(names)}
		for _, name := range names {
			id, err := journal.ParseID(name)
			if err != nil {
				t.Fatal(err)
			}
			f.Hits = append(f.Hits, journal.Hit{ID: id, Head: journal.Head{Title: "t " + name}})
		}
		return f
	}
	s := New()
	s.Resize(6)
	s.Move(1)
	if _, ok := s.Selected(); ok {
		t.Error("nothing was found, and yet something is selected")
	}
	s.Show("a", hits("2022-05-05", "2022-05-04", "2022-05-03", "2022-05-02", "2022-05-01"))
	s.Move(3)
	if h, _ := s.Selected(); h.ID.String() != "2022-05-02" {
		t.Errorf("selected is %v", h.ID)
	}
	if lines := s.Lines(look(), 40); len(lines) != 6 || !strings.Contains(fmt.Sprint(lines), "t 2022-05-02") {
		t.Errorf("the selected hit is not on the screen: %q", lines)
	}
	s.Show("ab", hits("2022-05-04", "2022-05-02"))
	if h, _ := s.Selected(); h.ID.String() != "2022-05-02" {
		t.Errorf("after narrowing, selected is %v", h.ID)
	}
	s.Show("abc", hits("2022-05-04"))
	if h, _ := s.Selected(); h.ID.String() != "2022-05-04" {
		t.Errorf("after its entry is gone, selected is %v", h.ID)
	}
}
