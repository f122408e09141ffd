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
	look := Look{Theme: theme.New(true), Brief: func(id journal.ID) (journal.Brief, bool) {
		return journal.Brief{Head: journal.Head{Title: "title of " + id.String()}}, true
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

var trips = journal.OrderSpans([]journal.Span{
	{ID: ids("2022-04-27-pycon")[0], Title: "PyCon US", Days: date.Range{From: ids("2022-04-27")[0].Date, To: ids("2022-05-01")[0].Date}},
	{ID: ids("2022-04-29-hike")[0], Title: "A hike", Days: date.Range{From: ids("2022-04-29")[0].Date, To: ids("2022-04-30")[0].Date}},
})

func TestSpansAreBars(t *testing.T) {
	var l List
	l.Resize(14)
	l.Set(ids("2022-05-01", "2022-04-30", "2022-04-30-notes", "2022-04-29-hike", "2022-04-28", "2022-04-27-pycon", "2022-04-26"), today)
	l.SetSpans(trips)
	want := `  May 2022
▌  2 Mon  title of 2022-05-02
          ╭ PyCon US  27 Apr – 1 May
   1 Sun  │ title of 2022-05-01
  April 2022
          │ ╭ A hike  29 – 30 Apr
  30 Sat  │ │ title of 2022-04-30
          │ │ title of 2022-04-30-notes
  29 Fri  │ ╰ title of 2022-04-29-hike
  28 Thu  │ title of 2022-04-28
  27 Wed  ╰ title of 2022-04-27-pycon
  26 Tue  title of 2022-04-26

`
	if got := drawn(&l, 44); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	l.Resize(4) // the days at the top of the screen keep the title that they are under
	l.Move(5)
	want = `  April 2022
          ╭ PyCon US  27 Apr – 1 May
  28 Thu  │ title of 2022-04-28
▌ 27 Wed  ╰ title of 2022-04-27-pycon`
	if l.Move(1); drawn(&l, 44) != want {
		t.Errorf("got\n%s\nwant\n%s", drawn(&l, 44), want)
	}
}

// Spans that share some of their days have a bar each, in one place on all of
// their days.
func TestSpansThatOverlap(t *testing.T) {
	var l List
	l.Resize(12)
	day := func(s string) date.Date { return ids(s)[0].Date }
	l.Set(ids("2022-04-30", "2022-04-28", "2022-04-26", "2022-04-24"), today)
	l.SetSpans(journal.OrderSpans([]journal.Span{
		{ID: ids("2022-04-26-guests")[0], Title: "Guests", Days: date.Range{From: day("2022-04-26"), To: day("2022-04-30")}},
		{ID: ids("2022-04-24-cold")[0], Title: "A cold", Days: date.Range{From: day("2022-04-24"), To: day("2022-04-28")}},
	}))
	want := `  May 2022
▌  2 Mon  title of 2022-05-02
  April 2022
            ╭ Guests  26 – 30 Apr
  30 Sat    │ title of 2022-04-30
          ╭ A cold  24 – 28 Apr
  28 Thu  │ │ title of 2022-04-28
  26 Tue  │ ╰ title of 2022-04-26
  24 Sun  ╰ title of 2022-04-24


`
	if got := drawn(&l, 44); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMoveDays(t *testing.T) {
	var l List
	l.Resize(10)
	l.Set(ids("2022-05-01", "2022-04-30", "2022-04-30-notes", "2022-04-28"), today)
	for _, c := range []struct {
		by   int
		want string
	}{
		{-1, "2022-05-02"}, {1, "2022-05-01"}, {-1, "2022-05-01"}, {1, "2022-04-30"}, {1, "2022-04-28"}, {1, "2022-04-28"},
		{-1, "2022-04-30"}, {-1, "2022-05-01"}, {2, "2022-04-28"}, {-9, "2022-05-01"},
	} {
		if l.MoveDays(c.by); l.ids[l.at].String() != c.want {
			t.Errorf("by %d: at %v, want %s", c.by, l.ids[l.at], c.want)
		}
	}
}

func TestMarks(t *testing.T) {
	briefs := map[string]journal.Brief{
		"2022-05-01": {Head: journal.Head{Title: "starred"}, Starred: true, Length: 100},
		"2022-04-30": {Head: journal.Head{Title: "all of them and a long title"}, Starred: true, Tasks: 2, Photo: true, Length: 5000},
		"2022-04-29": {Head: journal.Head{Title: "some", Lead: "words below"}, Tasks: 1, Length: 900},
		"2022-04-28": {Head: journal.Head{Title: "a photo"}, Photo: true, Length: 300},
	}
	var l List
	l.Resize(7)
	l.Set(ids("2022-05-01", "2022-04-30", "2022-04-29", "2022-04-28"), today)
	for profile, want := range map[cell.Profile]string{
		{}: `  May 2022
▌  2 Mon  Today
   1 Sun  starred       ★ ·
  April 2022
  30 Sat  all of t… ★ ○ ▣ ■
  29 Fri  some  words…  ○ ▪
  28 Thu  a photo       ▣ ▫`,
		{Ambiguous: 2}: `  May 2022
▌ 2 Mon  Today
   1 Sun  starred     ★ ·
  April 2022
  30 Sat  all… ★ ○ ▣ ■
  29 Fri  some  wo…  ○ ▪
  28 Thu  a photo     ▣ ▫`,
	} {
		look := Look{Theme: theme.New(true), Ruler: cell.NewRuler(profile), Brief: func(id journal.ID) (journal.Brief, bool) {
			b, ok := briefs[id.String()]
			return b, ok
		}}
		var got []string
		for _, line := range l.Lines(look, 27) {
			text := cell.Parse(line).Text
			if w := look.Ruler.Width(text); w != 27 {
				t.Errorf("%q is %d cells wide", text, w)
			}
			got = append(got, strings.TrimRight(text, " "))
		}
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("at %+v got\n%s\nwant\n%s", profile, s, want)
		}
	}
}
