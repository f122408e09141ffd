package list

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/theme"
)

var today = date.Date{Year: 2022, Month: time.May, Day: 2}

func ids(names ...string) []journal.ID {
	var out []journal.ID
	for _, name := range names {
		id, err := journal.ParseID(name)
		if err != nil {
			panic(err)
		}
		out = append(out, id)
	}
	return out
}

// drawn is the list without colours, the selected row marked.
func drawn(l *List, width int) string {
	look := Look{Theme: theme.New(true), Head: func(id journal.ID) (journal.Head, bool) {
		return journal.Head{Title: "title of " + id.String()}, true
	}}
	var lines []string
	for _, line := range l.Lines(look, width) {
		text := cell.Parse(line).Text
		if w := look.Ruler.Width(text); w != width {
			panic(fmt.Sprintf("%q is %d cells wide, want %d", text, w, width))
		}
		lines = append(lines, strings.TrimRight(text, " "))
	}
	return strings.Join(lines, "\n")
}

func TestLines(t *testing.T) {
	var l List
	l.Resize(8)
	l.Set(ids("2022-05-01", "2022-04-30", "2022-04-30-notes", "2022-04-28"), today)
	want := `  May 2022
▌  2 Mon  title of 2022-05-02
   1 Sun  title of 2022-05-01
  April 2022
  30 Sat  title of 2022-04-30
          title of 2022-04-30-n…
  28 Thu  title of 2022-04-28
`
	if got := drawn(&l, 32); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for row, name := range map[int]string{1: "2022-05-02", 2: "2022-05-01", 4: "2022-04-30", 5: "2022-04-30-notes", 6: "2022-04-28"} {
		if id, ok := l.At(row); !ok || id.String() != name {
			t.Errorf("row %d is %v, %v", row, id, ok)
		}
	}
	for _, row := range []int{0, 3, 7} {
		if id, ok := l.At(row); ok {
			t.Errorf("row %d is %v", row, id)
		}
	}
}

func TestTheSelectionIsAlwaysSeen(t *testing.T) {
	var all []journal.ID
	for i := range 1000 {
		all = append(all, journal.ID{Date: today.Add(-i * 3)})
	}
	var l List
	l.Set(all, today)
	for _, height := range []int{1, 2, 3, 7, 20} {
		l.Resize(height)
		for _, move := range []int{5, 1, 1 << 30, -1, -7, -1 << 30, 500, -3, 40} {
			l.Move(move)
			id, _ := l.Selected()
			if height > 1 && !strings.Contains(drawn(&l, 40), "▌") {
				t.Fatalf("at %d rows, %v is not on the screen:\n%s", height, id, drawn(&l, 40))
			}
			if got, ok := l.At(l.Row()); height > 1 && (!ok || got != id) {
				t.Fatalf("at %d rows, row %d is %v, want %v", height, l.Row(), got, id)
			}
		}
	}
}

func TestTheSelectionStaysOnItsEntry(t *testing.T) {
	var l List
	l.Resize(10)
	l.Set(ids("2022-05-01", "2022-04-30", "2022-04-28"), today)
	l.Move(2)
	l.Set(ids("2022-05-02", "2022-05-01", "2022-04-30", "2022-04-30-new", "2022-04-28"), today)
	if id, _ := l.Selected(); id.String() != "2022-04-30" {
		t.Errorf("selected is %v", id)
	}
	l.Set(ids("2022-05-01", "2022-04-28"), today)
	if id, _ := l.Selected(); id.String() != "2022-04-28" {
		t.Errorf("after its entry is gone, selected is %v", id)
	}
}
