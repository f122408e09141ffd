package journal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func idsOf(names string) []ID {
	var ids []ID
	for _, name := range strings.Fields(names) {
		id, err := ParseID(name)
		if err != nil {
			panic(err)
		}
		ids = append(ids, id)
	}
	slices.SortFunc(ids, Newest)
	return ids
}

func TestOnThisDay(t *testing.T) {
	for _, c := range []struct{ day, ids, want string }{
		{"2022-05-02", "", ""},
		{"2022-05-02", "2022-05-02 2022-05-01 2023-05-02", ""},
		{"2022-05-02", "2021-05-02 2021-05-02-notes 2012-05-02 2021-05-01", "2021-05-02:y1 2021-05-02-notes:y1 2012-05-02:y10"},
		{"2022-05-02", "2021-05-03 2020-05-04 2012-04-30", "2021-05-03:w1 2020-05-04:w2 2012-04-30:w10"},
		{"2022-05-02", "2022-01-22 2019-08-06", "2022-01-22:d100 2019-08-06:d1000"},
		{"2024-02-29", "2023-02-28 2020-02-29 2023-03-01", "2023-02-28:y1 2020-02-29:y4"},
		{"2023-02-28", "2022-02-28 2020-02-28 2020-02-29", "2022-02-28:y1 2020-02-28:y3 2020-02-29:y3"},
		{"2024-02-28", "2020-02-28 2020-02-29", "2020-02-28:y4"},
		{"2022-05-02", "0001-05-02", "0001-05-02:y2021"},
	} {
		var got []string
		for _, m := range OnThisDay(idsOf(c.ids), idsOf(c.day)[0].Date) {
			got = append(got, fmt.Sprintf("%v:%c%d", m.ID, "ywd"[m.Ago], m.N))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("on %s of %s: %s, want %s", c.day, c.ids, s, c.want)
		}
	}
}

func TestSameWeekday(t *testing.T) {
	d := idsOf("2022-05-02")[0].Date
	for i := range 800 {
		d := d.Add(i)
		for _, n := range weekdayYears {
			then := sameWeekday(d, n)
			if away := then.Sub(d.AddMonths(-12 * n)); then.Weekday() != d.Weekday() || away < -3 || away > 3 {
				t.Fatalf("%v, %d years ago: %v", d, n, then)
			}
		}
	}
}
