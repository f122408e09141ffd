package date

import (
	"testing"
	"time"
)

func TestRange(t *testing.T) {
	for _, c := range []struct {
		name     string
		got      Range
		from, to string
	}{
		{"month", Month(2024, time.February), "2024-02-01", "2024-02-29"},
		{"december", Month(2022, time.December), "2022-12-01", "2022-12-31"},
		{"year", Year(2022), "2022-01-01", "2022-12-31"},
		{"week from monday", Week(day("2022-05-01"), time.Monday), "2022-04-25", "2022-05-01"},
		{"week from sunday", Week(day("2022-05-01"), time.Sunday), "2022-05-01", "2022-05-07"},
		{"week of its first day", Week(day("2022-05-02"), time.Monday), "2022-05-02", "2022-05-08"},
	} {
		if want := (Range{day(c.from), day(c.to)}); c.got != want {
			t.Errorf("%s: %v, want %v", c.name, c.got, want)
		}
	}
}

func TestContains(t *testing.T) {
	for _, c := range []struct {
		r    Range
		day  Date
		want bool
	}{
		{Month(2022, time.May), day("2022-05-01"), true},
		{Month(2022, time.May), day("2022-05-31"), true},
		{Month(2022, time.May), day("2022-04-30"), false},
		{Month(2022, time.May), day("2022-06-01"), false},
		{Range{From: day("2022-05-02")}, day("9999-12-31"), true},
		{Range{From: day("2022-05-02")}, day("2022-05-01"), false},
		{Range{To: day("2022-05-02")}, day("0001-01-01"), true},
		{Range{To: day("2022-05-02")}, day("2022-05-03"), false},
		{Range{}, day("2022-05-03"), true},
		{Range{}, Date{}, false},
	} {
		if got := c.r.Contains(c.day); got != c.want {
			t.Errorf("%v contains %v: %v", c.r, c.day, got)
		}
	}
}
