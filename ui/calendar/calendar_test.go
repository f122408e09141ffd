package calendar

import (
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/theme"
	"lifelog/ui/words"
)

var today = date.Date{Year: 2022, Month: time.May, Day: 2}

// filled is a calendar of two years with an entry every third day, each longer
// than the one before, and with spans.
func filled() *Calendar {
	var c Calendar
	days := map[date.Date]journal.Day{}
	var ids []journal.ID
	for i := range 240 {
		d := today.Add(-3 * i)
		ids = append(ids, journal.ID{Date: d})
		days[d] = journal.Day{Entries: 1, Length: 15 * (240 - i)}
	}
	c.Set(ids, days, journal.OrderSpans([]journal.Span{
		{ID: ids[1], Title: "京都 and a long title", Days: date.Range{From: today.Add(-5), To: today.Add(9)}},
		{ID: ids[9], Title: "Short", Days: date.Range{From: today.Add(-40), To: today.Add(-39)}},
	}))
	c.Select(today)
	return &c
}

func look(p cell.Profile, l words.Lang) Look {
	return Look{Theme: theme.New(true), Lang: l, Ruler: cell.NewRuler(p), Today: today, Holidays: l == words.Japanese,
		Brief: func(id journal.ID) (journal.Brief, bool) {
			return journal.Brief{Head: journal.Head{Title: "文 of " + id.String()}, Starred: true}, true
		}}
}

// TestEveryDayHasItsCell walks all days of two years in every size: what is
// drawn fits, and the day at the cell of the selected day is that day.
func TestEveryDayHasItsCell(t *testing.T) {
	for _, size := range [][2]int{{32, 19}, {40, 9}, {30, 5}, {20, 5}, {12, 19}, {48, 55}, {80, 19}, {200, 55}, {120, 30}, {60, 9}} {
		for _, first := range []time.Weekday{time.Sunday, time.Monday, time.Saturday} {
			for _, years := range []bool{false, true} {
				c := filled()
				c.First, c.Years = first, years
				c.Resize(size[0], size[1])
				l := look(cell.Profile{}, words.Lang(first%2))
				if size[0] == 60 {
					l.Ruler = cell.NewRuler(cell.Profile{Ambiguous: 2})
				}
				for i := range 9 {
					c.Select(today.Add(-79 * i))
					x, y := c.Cursor(l)
					if d, ok := c.At(l, x, y); y < size[1] && x < size[0] && (!ok || d != c.Day()) {
						t.Fatalf("%v, %v, %v: at %d, %d is %v, want %v", size, first, years, x, y, d, c.Day())
					}
					lines := c.Lines(l)
					for _, line := range lines {
						if w := l.Ruler.Width(cell.Parse(line).Text); w > size[0] {
							t.Fatalf("%v, %v, %v: %d cells: %q", size, first, years, w, cell.Parse(line).Text)
						}
					}
					if len(lines) > size[1] || y >= len(lines) && size[1] > 8 {
						t.Fatalf("%v, %v, %v: %d lines, the day is in line %d", size, first, years, len(lines), y)
					}
				}
			}
		}
	}
}

func text(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(strings.TrimRight(cell.Parse(line).Text, " ") + "\n")
	}
	return b.String()
}

func TestMonth(t *testing.T) {
	c := filled()
	c.Resize(32, 19)
	want := `   Sun Mon Tue Wed Thu Fri Sat
    1 ▌ 2■  3   4   5   6   7
  ── 京都 and a long title ───
    8   9  10  11  12  13  14
  ───────────────╮
   15  16  17  18  19  20  21
`
	if got := text(c.Lines(look(cell.Profile{}, words.English))); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	c.Resize(40, 9)
	want = `   Sun  Mon  Tue  Wed  Thu  Fri  Sat
    1 ─▌ 2■── 3 ── 4 ── 5 ── 6 ── 7
    8 ── 9 ──10 ──11   12   13   14
`
	if got := text(c.Lines(look(cell.Profile{}, words.English))); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	c.Select(date.Date{Year: 2022, Month: time.May, Day: 3})
	if got := text(c.Lines(look(cell.Profile{}, words.Japanese))); !strings.Contains(got, "2022年5月3日(火)  憲法記念日") {
		t.Errorf("the holiday has no name in\n%s", got)
	}
}

func TestMoving(t *testing.T) {
	c := filled()
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { c.Move(1, 0) }, "2022-05-03"},
		{func() { c.Move(0, -1) }, "2022-04-26"},
		{func() { c.Next(1) }, "2022-04-29"},
		{func() { c.Next(-1) }, "2022-04-26"},
		{func() { c.Next(-1) }, "2022-04-23"},
		{func() { c.Turn(-2) }, "2022-02-23"},
		{func() { c.Years = true; c.Move(1, 0) }, "2022-03-02"},
		{func() { c.Move(0, 1) }, "2022-03-03"},
		{func() { c.Turn(1) }, "2023-03-03"},
		{func() { c.Next(1) }, "2023-03-03"},
		{func() { c.Next(-1) }, "2022-05-02"},
		{func() { c.Turn(-5000) }, "2022-05-02"},
		{func() { c.Select(date.Date{Year: 9999, Month: 12, Day: 31}); c.Move(1, 0) }, "9999-12-31"},
	} {
		if step.do(); c.Day().String() != step.want {
			t.Errorf("came to %v, want %s", c.Day(), step.want)
		}
	}
	c = &Calendar{}
	if c.Next(1) || c.Next(-1) {
		t.Error("there is a next entry among none")
	}
}

// Spans that share days have a row each where there is room, else one row, or a
// double line between the days.
func TestSpansThatOverlap(t *testing.T) {
	c := filled()
	day := func(d int) date.Date { return date.Date{Year: 2022, Month: time.May, Day: d} }
	c.SetSpans(journal.OrderSpans([]journal.Span{
		{ID: journal.ID{Date: day(2)}, Title: "Guests", Days: date.Range{From: day(2), To: day(10)}},
		{ID: journal.ID{Date: day(4)}, Title: "A cold", Days: date.Range{From: day(4), To: day(6)}},
	}))
	for _, size := range []struct {
		w, h int
		want string
	}{
		{32, 20, `   Sun Mon Tue Wed Thu Fri Sat
    1 ▌ 2■  3   4   5   6   7
       ╭ Guests ──────────────
               ╭ A cold ─╮
    8   9  10  11  12  13  14
  ───────────╮
`},
		{32, 17, `   Sun Mon Tue Wed Thu Fri Sat
    1 ▌ 2■  3   4   5   6   7
       ╭ Guests ──────────────
    8   9  10  11  12  13  14
  ───────────╮
`},
		{40, 9, `   Sun  Mon  Tue  Wed  Thu  Fri  Sat
    1  ▌ 2■── 3 ── 4 ══ 5 ══ 6 ── 7
    8 ── 9 ──10   11   12   13   14
`},
	} {
		c.Resize(size.w, size.h)
		if got := text(c.Lines(look(cell.Profile{}, words.English))); !strings.HasPrefix(got, size.want) {
			t.Errorf("%d×%d: got\n%s\nwant\n%s", size.w, size.h, got, size.want)
		}
	}
	c.Select(day(5))
	c.Resize(32, 20)
	if got := text(c.Lines(look(cell.Profile{}, words.English))); !strings.Contains(got, "  Guests  2 – 10 May\n  A cold  4 – 6 May\n") {
		t.Errorf("the day is not said to be in both:\n%s", got)
	}
}

// A range is columns of weeks from its first day to its last, the newest part first,
// and what one moves to stays in it.
func TestRange(t *testing.T) {
	c := filled()
	c.First = time.Monday
	c.Resize(60, 10)
	c.Over(date.Range{From: today.Add(-160), To: today.Add(2)})
	want := `  2021  Dec 2022 Feb Mar Apr May
  Mon    ■  ■  ■  ■  ■  ■  ■  ■
        ■  ■  ■  ■  ■  ■  ■  ■
  Wed  ■  ■  ■  ■  ■  ■  ■  ■
`
	if got := text(c.Lines(look(cell.Profile{}, words.English))); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { c.Turn(9) }, "2022-05-04"}, {func() { c.Move(1, 0) }, "2022-05-04"}, {func() { c.Next(-1) }, "2022-05-02"},
		{func() { c.Turn(-9) }, "2021-11-23"}, {func() { c.Next(-1) }, "2021-11-23"}, {func() { c.Open(today.Add(-999)) }, "2019-08-07"},
	} {
		if step.do(); c.Day().String() != step.want {
			t.Errorf("came to %v, want %s", c.Day(), step.want)
		}
	}
	if c.Years {
		t.Error("the range is not forgotten")
	}

	c.Over(date.Range{From: today.Add(-2000), To: today}) // more than there is room for
	c.Resize(40, 19)
	for i := range 20 {
		c.Select(today.Add(-100 * i))
		l := look(cell.Profile{}, words.English)
		x, y := c.Cursor(l)
		if d, ok := c.At(l, x, y); !ok || d != c.Day() || y >= len(c.Lines(l)) {
			t.Errorf("%v is at %d, %d, where %v is", c.Day(), x, y, d)
		}
	}
}
