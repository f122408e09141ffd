package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/input"
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
	hits := func(query string, names ...string) Results {
		f := Results{Query: query, Total: len(names)}
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
	s.Resize(7)
	if s.Move(1) {
		t.Error("nothing was found, and yet the selection moved")
	}
	if _, ok := s.Selected(); ok {
		t.Error("nothing was found, and yet something is selected")
	}
	s.Show(hits("a", "2022-05-05", "2022-05-04", "2022-05-03", "2022-05-02", "2022-05-01"))
	s.Move(3)
	if h, _ := s.Selected(); h.ID.String() != "2022-05-02" {
		t.Errorf("selected is %v", h.ID)
	}
	if lines := s.Lines(look(), 40); len(lines) != 7 || !strings.Contains(fmt.Sprint(lines), "t 2022-05-02") {
		t.Errorf("the selected hit is not on the screen: %q", lines)
	}
	if skip, wants := s.Wants(); wants {
		t.Errorf("all are there, and yet more are wanted after %d", skip)
	}
	s.Count(5, map[int]int{2022: 5}, hits("a", "2021-01-01").Hits)
	if h := s.heading(look(), 0); h != "2022  5" {
		t.Errorf("the heading is %q", h)
	}
	if h := s.heading(look(), 5); h != "Alike" {
		t.Errorf("above what was found loosely stands %q", h)
	}
	if s.Needs() != 3 {
		t.Errorf("%d hits are needed to fill the screen", s.Needs())
	}
	s.Walking = true
	if s.Needs() != 3+3 {
		t.Errorf("%d hits are needed to keep the selection on the screen", s.Needs())
	}
	s.Show(hits("ab", "2022-05-04", "2022-05-02"))
	if h, _ := s.Selected(); h.ID.String() != "2022-05-02" {
		t.Errorf("after narrowing, selected is %v", h.ID)
	}
	s.Walking = false
	s.Show(hits("abc", "2022-05-04", "2022-05-02"))
	if h, _ := s.Selected(); h.ID.String() != "2022-05-04" {
		t.Errorf("while typing, selected is %v", h.ID)
	}
	s.Show(hits("abcd", "2022-05-04"))
	if h, _ := s.Selected(); h.ID.String() != "2022-05-04" {
		t.Errorf("after its entry is gone, selected is %v", h.ID)
	}
}

// TestMore: hits come in parts, and those found loosely stay behind them.
func TestMore(t *testing.T) {
	day := func(n int) (hits []journal.Hit) {
		return []journal.Hit{{ID: journal.ID{Date: date.Date{Year: 2022, Month: 5, Day: n}}}}
	}
	s := New()
	s.Resize(4)
	s.Show(Results{Query: "a", Hits: append(day(9), day(8)...), Total: -1})
	if _, wants := s.Wants(); wants {
		t.Error("more are wanted before it is known that there are any")
	}
	s.Count(4, nil, day(1))
	skip, wants := s.Wants()
	if skip != 2 || !wants {
		t.Errorf("after 2 of 4: %d, %v", skip, wants)
	}
	s.More(2, append(day(7), day(6)...))
	s.More(2, append(day(7), day(6)...)) // asked for twice
	s.Move(9)
	if _, wants := s.Wants(); wants {
		t.Error("more are wanted than there are")
	}
	var days []int
	for _, h := range s.Found().Hits {
		days = append(days, h.ID.Date.Day)
	}
	if !slices.Equal(days, []int{9, 8, 7, 6, 1}) || s.heading(look(), 4) != "Alike" {
		t.Errorf("hits %v, the last below %q", days, s.heading(look(), 4))
	}
}

func TestRecall(t *testing.T) {
	s := New()
	for _, query := range []string{"one", "two", "one"} {
		s.Box = input.New(query)
		s.Remember()
	}
	if !slices.Equal(s.Recent, []string{"one", "two"}) {
		t.Errorf("recent are %q", s.Recent)
	}
	s.Box = input.New("")
	for _, want := range []string{"one", "two"} {
		if !s.Recall(1) || s.Query() != want {
			t.Errorf("recalled %q, want %q", s.Query(), want)
		}
	}
	if s.Recall(1) {
		t.Error("recalled what is not there")
	}
}
