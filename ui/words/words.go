// Package words is the one catalogue of what the program says, in every
// language it speaks. A phrase has all its languages side by side, so one that
// lacks a language does not compile.
package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"lifelog/journal/date"
)

// Phrase is one thing to say, in all languages. Verbs as in fmt stand in the
// same order in each.
type Phrase struct{ en, ja string }

// Lang is a language of the program. The zero Lang is English.
type Lang int

const (
	English Lang = iota
	Japanese
)

// Code is the language as the settings name it.
func (l Lang) Code() string {
	if l == Japanese {
		return "ja"
	}
	return "en"
}

// Detect returns the language that the environment asks for, and the variable
// that does; "" for none.
func Detect(getenv func(string) string) (l Lang, variable string) {
	for _, name := range []string{"LIFELOG_LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "ja") {
				return Japanese, name
			}
			return English, name
		}
	}
	return English, ""
}

// Say returns the phrase in the language, filled in as by fmt.Sprintf when
// there are arguments.
func (l Lang) Say(p Phrase, args ...any) string {
	s := p.en
	if l == Japanese {
		s = p.ja
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// FirstWeekday is the day on which weeks begin where the environment says one
// is: Sunday in Japan and the United States, else Monday.
func (l Lang) FirstWeekday(getenv func(string) string) time.Weekday {
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		place := strings.ToLower(getenv(name))
		switch {
		case place == "":
			continue
		case strings.HasPrefix(place, "ja"), strings.HasPrefix(place, "en_us"):
			return time.Sunday
		case place == "posix" || place == "c" || strings.HasPrefix(place, "c."): // of no place
			return l.firstWeekday()
		}
		return time.Monday
	}
	return l.firstWeekday()
}

func (l Lang) firstWeekday() time.Weekday {
	if l == Japanese {
		return time.Sunday
	}
	return time.Monday
}

// Weekday is the short name of the day's weekday: three cells in English, two
// in Japanese.
func (l Lang) Weekday(d date.Date) string { return l.WeekdayName(d.Weekday()) }

// WeekdayName is the short name of a weekday.
func (l Lang) WeekdayName(day time.Weekday) string {
	if l == Japanese {
		return string([]rune("日月火水木金土")[day])
	}
	return day.String()[:3]
}

// MonthName is the short name of a month.
func (l Lang) MonthName(m time.Month) string {
	if l == Japanese {
		return fmt.Sprintf("%d月", m)
	}
	return m.String()[:3]
}

// Day is a date in full, as in "Mon 2 May 2022" or "2022年5月2日(月)".
func (l Lang) Day(d date.Date) string {
	if l == Japanese {
		return fmt.Sprintf("%d年%d月%d日(%s)", d.Year, d.Month, d.Day, l.Weekday(d))
	}
	return fmt.Sprintf("%s %d %s %d", l.Weekday(d), d.Day, d.Month, d.Year)
}

// Month is a month with its year, as in "May 2022" or "2022年5月".
func (l Lang) Month(d date.Date) string {
	if l == Japanese {
		return fmt.Sprintf("%d年%d月", d.Year, d.Month)
	}
	return fmt.Sprintf("%s %d", d.Month, d.Year)
}

// Stretch is a range of days without the year, as in "27 Apr – 3 May",
// "27 – 29 Apr", "4月27日〜5月3日". Both ends are days.
func (l Lang) Stretch(r date.Range) string {
	month := r.From.Year == r.To.Year && r.From.Month == r.To.Month
	switch {
	case l == Japanese && month:
		return fmt.Sprintf("%d月%d日〜%d日", r.From.Month, r.From.Day, r.To.Day)
	case l == Japanese:
		return fmt.Sprintf("%d月%d日〜%d月%d日", r.From.Month, r.From.Day, r.To.Month, r.To.Day)
	case month:
		return fmt.Sprintf("%d – %d %s", r.From.Day, r.To.Day, r.To.Month.String()[:3])
	}
	return fmt.Sprintf("%d %s – %d %s", r.From.Day, r.From.Month.String()[:3], r.To.Day, r.To.Month.String()[:3])
}

// Count says how many there are: with many, unless there is one.
func (l Lang) Count(n int, one, many Phrase) string {
	if n == 1 {
		return l.Say(one)
	}
	return l.Say(many, Number(n))
}

// Number groups the digits of n by three.
func Number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Decimal is a number with two places at most.
func Decimal(x float64) string { return strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64) }
