package date

import "time"

// JapaneseHoliday is the name of the day if it is a holiday in Japan, else "":
// by the Act on National Holidays (Act No. 178 of 1948) as it stood that year,
// and the acts for single days. The equinoxes, which are made known a year
// ahead, are computed; the formula holds until 2150.
func JapaneseHoliday(d Date) string {
	if d.Compare(Date{1948, time.July, 20}) < 0 || d.Year > 2150 {
		return ""
	}
	if name := nationalHoliday(d); name != "" {
		return name
	}
	switch {
	case isSubstitute(d):
		return "振替休日"
	case isBetween(d):
		return "国民の休日"
	}
	return ""
}

// isSubstitute reports whether a day that is no national holiday stands in for
// one that fell on a Sunday: since 12 April 1973 the Monday after it, since
// 2007 the next day that is none itself.
func isSubstitute(d Date) bool {
	if d.Year < 2007 {
		return d.Weekday() == time.Monday && d.Compare(Date{1973, time.April, 12}) >= 0 && nationalHoliday(d.Add(-1)) != ""
	}
	for before := d.Add(-1); nationalHoliday(before) != ""; before = before.Add(-1) {
		if before.Weekday() == time.Sunday {
			return true
		}
	}
	return false
}

// isBetween reports whether a day that is no national holiday has one before
// and after it, which since 27 December 1985 makes it free.
func isBetween(d Date) bool {
	return d.Year >= 1986 && d.Weekday() != time.Sunday && nationalHoliday(d.Add(-1)) != "" && nationalHoliday(d.Add(1)) != ""
}

// once are the holidays of a single year.
var once = map[Date]string{
	{1959, time.April, 10}:    "皇太子明仁親王の結婚の儀",
	{1989, time.February, 24}: "昭和天皇の大喪の礼",
	{1990, time.November, 12}: "即位礼正殿の儀",
	{1993, time.June, 9}:      "皇太子徳仁親王の結婚の儀",
	{2019, time.May, 1}:       "即位の日",
	{2019, time.October, 22}:  "即位礼正殿の儀",
	// Those that were moved for the Olympic Games.
	{2020, time.July, 23}:   "海の日",
	{2020, time.July, 24}:   "スポーツの日",
	{2020, time.August, 10}: "山の日",
	{2021, time.July, 22}:   "海の日",
	{2021, time.July, 23}:   "スポーツの日",
	{2021, time.August, 8}:  "山の日",
}

// yearly are the holidays on a day of a month, or on the so many-th Monday of
// it, in the years from and to; 0 is until now.
var yearly = []struct {
	month       time.Month
	day, monday int
	from, to    int
	name        string
}{
	{time.January, 1, 0, 1949, 0, "元日"},
	{time.January, 15, 0, 1949, 1999, "成人の日"},
	{time.January, 0, 2, 2000, 0, "成人の日"},
	{time.February, 11, 0, 1967, 0, "建国記念の日"},
	{time.February, 23, 0, 2020, 0, "天皇誕生日"},
	{time.April, 29, 0, 1949, 1988, "天皇誕生日"},
	{time.April, 29, 0, 1989, 2006, "みどりの日"},
	{time.April, 29, 0, 2007, 0, "昭和の日"},
	{time.May, 3, 0, 1949, 0, "憲法記念日"},
	{time.May, 4, 0, 2007, 0, "みどりの日"},
	{time.May, 5, 0, 1949, 0, "こどもの日"},
	{time.July, 20, 0, 1996, 2002, "海の日"},
	{time.July, 0, 3, 2003, 2019, "海の日"},
	{time.July, 0, 3, 2022, 0, "海の日"},
	{time.August, 11, 0, 2016, 2019, "山の日"},
	{time.August, 11, 0, 2022, 0, "山の日"},
	{time.September, 15, 0, 1966, 2002, "敬老の日"},
	{time.September, 0, 3, 2003, 0, "敬老の日"},
	{time.October, 10, 0, 1966, 1999, "体育の日"},
	{time.October, 0, 2, 2000, 2019, "体育の日"},
	{time.October, 0, 2, 2022, 0, "スポーツの日"},
	{time.November, 3, 0, 1948, 0, "文化の日"},
	{time.November, 23, 0, 1948, 0, "勤労感謝の日"},
	{time.December, 23, 0, 1989, 2018, "天皇誕生日"},
}

// nationalHoliday is the name of a day that the act names, else "".
func nationalHoliday(d Date) string {
	if name := once[d]; name != "" {
		return name
	}
	switch {
	case d.Month == time.March && d.Year >= 1949 && d.Day == equinox(d.Year, spring):
		return "春分の日"
	case d.Month == time.September && d.Day == equinox(d.Year, autumn):
		return "秋分の日"
	}
	for _, h := range yearly {
		if h.month == d.Month && h.from <= d.Year && (h.to == 0 || d.Year <= h.to) {
			if h.day == d.Day || h.monday > 0 && d.Weekday() == time.Monday && (d.Day+6)/7 == h.monday {
				return h.name
			}
		}
	}
	return ""
}

// The day of March or September that an equinox would fall on in 1980, by the
// year up to which the figure holds.
type equinoxes []struct {
	until int
	day   float64
}

var (
	spring = equinoxes{{1979, 20.8357}, {2099, 20.8431}, {2150, 21.8510}}
	autumn = equinoxes{{1979, 23.2588}, {2099, 23.2488}, {2150, 24.2488}}
)

// equinox is the day of the month in Japan. It moves by a tropical year's part
// of a day, and back by the leap days (S. Nagasawa's formula, as calendars of
// the Japan Coast Guard give it).
func equinox(year int, figures equinoxes) int {
	const perYear = 0.242194 // days
	leap := (year - 1980) / 4
	if year < 1980 {
		leap = (year - 1983) / 4
	}
	for _, f := range figures {
		if year <= f.until {
			return int(f.day + perYear*float64(year-1980) - float64(leap))
		}
	}
	return 0
}
