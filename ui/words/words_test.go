package words

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"lifelog/journal/date"
)

func TestDates(t *testing.T) {
	d := date.Date{Year: 2022, Month: time.May, Day: 2}
	for _, c := range []struct {
		lang       Lang
		day, month string
	}{
		{English, "Mon 2 May 2022", "May 2022"},
		{Japanese, "2022年5月2日(月)", "2022年5月"},
	} {
		if got := c.lang.Day(d); got != c.day {
			t.Errorf("Day = %q, want %q", got, c.day)
		}
		if got := c.lang.Month(d); got != c.month {
			t.Errorf("Month = %q, want %q", got, c.month)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want Lang
		says string
	}{
		{nil, English, ""},
		{map[string]string{"LANG": "ja_JP.UTF-8"}, Japanese, "LANG"},
		{map[string]string{"LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"}, English, "LC_ALL"},
		{map[string]string{"LANG": "en_US.UTF-8", "LIFELOG_LANG": "ja"}, Japanese, "LIFELOG_LANG"},
	} {
		if got, says := Detect(func(k string) string { return c.env[k] }); got != c.want || says != c.says {
			t.Errorf("Detect(%v) = %v, %q, want %v, %q", c.env, got, says, c.want, c.says)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 words", 1: "1 word", 2: "2 words", 1200: "1,200 words"} {
		if got := English.Count(n, OneWord, WordsAnd); got != want {
			t.Errorf("%d is said as %q, want %q", n, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 3268123: "3,268,123", -1000: "-1,000", -999: "-999"} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}

// The palette finds a command by its reading too, so every name with kanji has
// one without.
func TestNamesCanBeRead(t *testing.T) {
	kanji := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}
	for action, name := range actions {
		if read, ok := kana[action]; ok != kanji(name.ja) || kanji(read) {
			t.Errorf("kana.go reads %s of %s as %q", name.ja, action, read)
		}
	}
	for action := range kana {
		if _, ok := actions[action]; !ok {
			t.Errorf("kana.go reads %s, which has no name", action)
		}
	}
}

func TestWhen(t *testing.T) {
	now := time.Date(2022, 5, 2, 0, 10, 0, 0, time.UTC)
	for _, c := range []struct{ at, en, ja string }{
		{"2022-05-02 00:05", "today 00:05", "今日 00:05"},
		{"2022-05-01 23:59", "yesterday 23:59", "昨日 23:59"},
		{"2022-04-30 08:00", "2 days ago 08:00", "2日前 08:00"},
		{"2022-04-26 08:00", "6 days ago 08:00", "6日前 08:00"},
		{"2022-04-25 08:00", "Mon 25 Apr 08:00", "4月25日(月) 08:00"},
		{"2021-05-02 08:00", "2 May 2021 08:00", "2021年5月2日 08:00"},
		{"2022-05-03 08:00", "Tue 3 May 08:00", "5月3日(火) 08:00"},
	} {
		at, err := time.Parse("2006-01-02 15:04", c.at)
		if err != nil {
			t.Fatal(err)
		}
		if en, ja := English.When(at, now), Japanese.When(at, now); en != c.en || ja != c.ja {
			t.Errorf("%s: %q and %q, want %q and %q", c.at, en, ja, c.en, c.ja)
		}
	}
}

func TestFirstWeekday(t *testing.T) {
	for _, c := range []struct {
		lang Lang
		env  map[string]string
		want time.Weekday
	}{
		{English, nil, time.Monday},
		{Japanese, nil, time.Sunday},
		{English, map[string]string{"LANG": "en_US.UTF-8"}, time.Sunday},
		{English, map[string]string{"LANG": "en_GB.UTF-8"}, time.Monday},
		{English, map[string]string{"LANG": "C.UTF-8"}, time.Monday},
		{English, map[string]string{"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, time.Monday},
		{Japanese, map[string]string{"LANG": "de_DE.UTF-8", "LC_TIME": "ja_JP.UTF-8"}, time.Sunday},
		{Japanese, map[string]string{"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, time.Sunday},
	} {
		if got := c.lang.FirstWeekday(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("in %v weeks begin on %v, want %v", c.env, got, c.want)
		}
	}
}
