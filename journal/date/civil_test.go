package date

import (
	"errors"
	"testing"
	"time"
)

func day(s string) Date {
	d, err := ParseISO(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestParseISO(t *testing.T) {
	for _, s := range []string{"0001-01-01", "1900-02-28", "2000-02-29", "2022-05-02", "2024-02-29", "9999-12-31"} {
		d, err := ParseISO(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseISO(%q) = %v, %v", s, d, err)
		}
	}
	for s, kind := range map[string]Kind{
		"":            NotISO,
		"2022-5-2":    NotISO,
		"2022/05/02":  NotISO,
		"22022-05-02": NotISO,
		"2022-05-02 ": NotISO,
		"2022-0５-2":   NotISO,
		"+022-05-02":  NotISO,
		"2022--5-02":  NotISO,
		"0000-01-01":  NoSuchDay,
		"2022-00-10":  NoSuchDay,
		"2022-13-45":  NoSuchDay,
		"2022-05-00":  NoSuchDay,
		"2022-04-31":  NoSuchDay,
		"2023-02-29":  NoSuchDay,
		"1900-02-29":  NoSuchDay,
	} {
		d, err := ParseISO(s)
		var e *Error
		if !errors.As(err, &e) || e.Kind != kind || e.Input != s || !d.IsZero() {
			t.Errorf("ParseISO(%q) = %v, %v; want kind %d", s, d, err, kind)
		}
	}
}

func TestNew(t *testing.T) {
	if d, err := New(2024, time.February, 29); err != nil || d != day("2024-02-29") {
		t.Errorf("New(2024, 2, 29) = %v, %v", d, err)
	}
	for _, d := range []Date{{}, {2023, 2, 29}, {10000, 1, 1}, {0, 1, 1}, {2022, 13, 1}, {2022, 1, -1}} {
		got, err := New(d.Year, d.Month, d.Day)
		var e *Error
		if !errors.As(err, &e) || e.Kind != NoSuchDay || !got.IsZero() {
			t.Errorf("New(%d, %d, %d) = %v, %v", d.Year, d.Month, d.Day, got, err)
		}
	}
	_, err := New(12345, -1, 3)
	if want := `no such date: "12345--1-03"; write year-month-day, such as 2022-05-02`; err == nil || err.Error() != want {
		t.Errorf("%v, want %v", err, want)
	}
}

func TestNotISO(t *testing.T) {
	_, err := ParseISO("2022/5/2")
	if want := `"2022/5/2" is not a date of the form 2022-05-02`; err == nil || err.Error() != want {
		t.Errorf("%v, want %v", err, want)
	}
}

func TestOf(t *testing.T) {
	tokyo := time.FixedZone("", 9*60*60)
	at := time.Date(2022, 5, 1, 23, 30, 0, 0, time.UTC)
	if got := Of(at); got != day("2022-05-01") {
		t.Errorf("in UTC: %v", got)
	}
	if got := Of(at.In(tokyo)); got != day("2022-05-02") {
		t.Errorf("in Tokyo: %v", got)
	}
}

// Every day of two centuries, walked one by one with nothing but the rule of
// leap years, against all arithmetic.
func TestEveryDay(t *testing.T) {
	first := day("1900-01-01")
	d, weekday, n := first, time.Monday, 0
	for d != day("2101-01-01") {
		if !d.valid() || d.Weekday() != weekday {
			t.Fatalf("%v is a %v, want %v", d, d.Weekday(), weekday)
		}
		if got, err := ParseISO(d.String()); err != nil || got != d {
			t.Fatalf("%v parsed is %v, %v", d, got, err)
		}
		if got := Of(time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)); got != d {
			t.Fatalf("%v is %v for package time", d, got)
		}
		if d.Sub(first) != n || first.Sub(d) != -n || first.Add(n) != d {
			t.Fatalf("%v is not day %d", d, n)
		}
		next := d
		next.Day++
		if !next.valid() {
			next = Date{d.Year, d.Month + 1, 1}
		}
		if !next.valid() {
			next = Date{d.Year + 1, time.January, 1}
		}
		if d.Add(1) != next || next.Add(-1) != d || d.Compare(next) != -1 || next.Compare(d) != 1 || d.Compare(d) != 0 {
			t.Fatalf("%v and %v are not neighbours", d, next)
		}
		d, weekday, n = next, (weekday+1)%7, n+1
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2022-01-31", 1, "2022-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", -48, "2020-02-29"},
		{"2022-03-31", -1, "2022-02-28"},
		{"2022-12-15", 1, "2023-01-15"},
		{"2022-01-15", -1, "2021-12-15"},
		{"2022-01-15", -25, "2019-12-15"},
		{"2022-08-31", 0, "2022-08-31"},
	} {
		if got := day(c.from).AddMonths(c.n); got != day(c.want) {
			t.Errorf("%s and %d months = %v, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestBeyondTheYears(t *testing.T) {
	last := day("9999-12-31")
	if next := last.Add(1); next.Compare(last) != 1 || next.Sub(last) != 1 || next.String() != "10000-01-01" {
		t.Errorf("the day after %v is %v", last, next)
	}
	if n := last.Sub(day("0001-01-01")); n != 3652058 {
		t.Errorf("days between the first and the last: %d", n)
	}
	if s := (Date{}).String(); s != "" {
		t.Errorf("the zero Date is %q", s)
	}
}

func FuzzParseISO(f *testing.F) {
	for _, s := range []string{"2022-05-02", "2023-02-29", "0000-00-00", "2022-5-2", "２０２２-05"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseISO(s)
		want, stdErr := time.Parse("2006-01-02", s)
		if valid := stdErr == nil && want.Year() > 0; valid != (err == nil) {
			t.Fatalf("ParseISO(%q): %v; package time: %v", s, err, stdErr)
		}
		if err == nil && (d != Of(want) || d.String() != s) {
			t.Fatalf("ParseISO(%q) = %v", s, d)
		}
	})
}

func BenchmarkString(b *testing.B) {
	d := day("2022-05-02")
	b.ReportAllocs()
	for b.Loop() {
		_ = d.String()
	}
}

func BenchmarkParseISO(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseISO("2022-05-02"); err != nil {
			b.Fatal(err)
		}
	}
}
