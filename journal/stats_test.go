package journal

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"lifelog/journal/date"
)

// counted are the statistics of a journal on an evening, its entries given as
// "2022-05-01 front: matter; more: of it".
func counted(t *testing.T, today string, entries ...string) Stats {
	t.Helper()
	at, err := time.Parse(time.DateOnly, today)
	if err != nil {
		t.Fatal(err)
	}
	j := Open(nil, func() time.Time { return at })
	var ids []ID
	for _, e := range entries {
		name, front, _ := strings.Cut(e, " ")
		id, err := ParseID(name)
		if err != nil {
			t.Fatal(err)
		}
		text := "---\n" + strings.ReplaceAll(front, "; ", "\n") + "\n---\n雨の日。\n"
		j.known.learn(Version{ID: id, Text: text, Rev: RevOf(text)})
		ids = append(ids, id)
	}
	unread := ID{Date: date.Date{Year: 1999, Month: 1, Day: 1}}
	return j.Stats(t.Context(), append(ids, unread))
}

func TestStatsRuns(t *testing.T) {
	for _, c := range []struct {
		name             string
		days             string
		longest, current string
		n, now           int
	}{
		{"nothing", "", "", "", 0, 0},
		{"today", "2022-05-02", "2022-05-02", "2022-05-02", 1, 1},
		{"until yesterday", "2022-04-30 2022-05-01", "2022-04-30", "2022-04-30", 2, 2},
		{"until the day before", "2022-04-29 2022-04-30", "2022-04-29", "", 2, 0},
		{"a gap", "2022-05-02 2022-04-30 2022-04-29 2022-04-28", "2022-04-28", "2022-05-02", 3, 1},
		{"as long again", "2022-05-02 2022-05-01 2022-04-10 2022-04-11", "2022-05-01", "2022-05-01", 2, 2},
		{"two of a day", "2022-05-02 2022-05-02-market 2022-05-01", "2022-05-01", "2022-05-01", 2, 2},
		{"over a leap day", "2020-02-28 2020-03-01 2020-02-29", "2020-02-28", "", 3, 0},
		{"tomorrow", "2022-05-02 2022-05-03", "2022-05-02", "2022-05-02", 2, 1},
	} {
		s := counted(t, "2022-05-02", strings.Fields(c.days)...)
		from := func(r Stretch) string {
			if r.From.IsZero() {
				return ""
			}
			return r.From.String()
		}
		if from(s.Longest) != c.longest || s.Longest.Days != c.n || from(s.Current) != c.current || s.Current.Days != c.now {
			t.Errorf("%s: longest %v, current %v", c.name, s.Longest, s.Current)
		}
	}
}

func TestStatsByMonthAndYear(t *testing.T) {
	s := counted(t, "2022-05-02", "2022-05-02", "2022-05-02-market", "2022-01-31", "2020-12-31")
	if want := (Tally{Entries: 4, Days: 3, Characters: 16}); s.Tally != want {
		t.Errorf("in all %v, want %v", s.Tally, want)
	}
	var months []int
	for _, m := range s.Monthly() {
		months = append(months, m.Entries)
	}
	if want := []int{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2}; !reflect.DeepEqual(months, want) {
		t.Errorf("by month %v, want %v", months, want)
	}
	if years := s.Yearly(); len(years) != 3 || years[1].Days != 0 || years[2].Tally != (Tally{3, 2, 12, 0}) || years[1].From.String() != "2021-01-01" {
		t.Errorf("by year %v", years)
	}
}

func TestStatsNumbers(t *testing.T) {
	s := counted(t, "2022-05-05",
		"2022-05-05 mood: 5; title: 1984; 体重: 60.5", "2022-05-01 Mood: 2; sleep: long; quoted: \"3\"",
		"2022-05-01-market mood: 4; until: 20220509", "2022-05-02 mood: -1", "2022-05-03 mood: x")
	day := func(d int) date.Date { return date.Date{Year: 2022, Month: 5, Day: d} }
	want := []Numbers{
		{"mood", []Measure{{day(1), 3}, {day(2), -1}, {day(5), 5}}, 7.0 / 3, -1, 5, 2},
		{"体重", []Measure{{day(5), 60.5}}, 60.5, 60.5, 60.5, 0},
	}
	for i, n := range s.Numbers {
		if w := want[min(i, 1)]; n.Name != w.Name || !reflect.DeepEqual(n.Days, w.Days) || n.Least != w.Least || n.Most != w.Most || n.Without != w.Without || n.Mean-w.Mean > 1e-8 || w.Mean-n.Mean > 1e-8 {
			t.Errorf("%+v, want %+v", n, w)
		}
	}
	if len(s.Numbers) != len(want) {
		t.Errorf("%+v", s.Numbers)
	}
}
