package store

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"lifelog/journal/date"
)

// pattern is how a day is written in the path of a file: fixed text and parts
// of the date, in turn.
type pattern []token

// token is one piece of a pattern: a part of the date, or fixed text.
type token struct {
	part part
	text string // of fixed text
}

// part is a part of a date and the way it is written.
type part int

const (
	fixed       part = iota
	year4            // 2022
	month2           // 05
	month1           // 5
	monthName        // May, 5月
	monthAbbr        // May, 5月
	day2             // 02
	day1             // 2
	weekday          // Monday, 月曜日
	weekdayAbbr      // Mon, 月
)

// parts are the ways in which Obsidian writes the parts of a date in its
// settings (those of moment.js), longest first where one begins another.
var parts = []struct {
	name string
	part part
}{
	{"YYYY", year4}, {"MMMM", monthName}, {"MMM", monthAbbr}, {"MM", month2}, {"M", month1},
	{"DD", day2}, {"D", day1}, {"dddd", weekday}, {"ddd", weekdayAbbr},
}

// parsePattern reads a pattern such as "YYYY/MM-MMMM/YYYY-MM-DD [log]". One
// that does not name every day apart, or holds letters that mean something
// else to moment.js, is an error.
func parsePattern(s string) (pattern, error) {
	var p pattern
	for rest := s; rest != ""; {
		if literal, after, closed := strings.Cut(rest[1:], "]"); rest[0] == '[' && closed {
			p, rest = p.fix(literal), after
			continue
		}
		found := false
		for _, known := range parts {
			if after, ok := strings.CutPrefix(rest, known.name); ok {
				p, rest, found = append(p, token{part: known.part}), after, true
				break
			}
		}
		if found {
			continue
		}
		_, size := utf8.DecodeRuneInString(rest)
		if c := rest[0]; 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
			return nil, fmt.Errorf("%q: what %q stands for is not known here", s, c)
		}
		p, rest = p.fix(rest[:size]), rest[size:]
	}
	if !p.has(year4) || !p.has(month2, month1, monthName, monthAbbr) || !p.has(day2, day1) {
		return nil, fmt.Errorf("%q does not hold the year, the month and the day", s)
	}
	return p, nil
}

// mustPattern is parsePattern for a pattern of our own.
func mustPattern(s string) pattern {
	p, err := parsePattern(s)
	if err != nil {
		panic(err)
	}
	return p
}

func (p pattern) fix(text string) pattern {
	if n := len(p); n > 0 && p[n-1].part == fixed {
		p[n-1].text += text
		return p
	}
	return append(p, token{text: text})
}

// has reports whether one of the parts is in the pattern.
func (p pattern) has(any ...part) bool {
	for _, t := range p {
		for _, part := range any {
			if t.part == part {
				return true
			}
		}
	}
	return false
}

var letters = regexp.MustCompile(`[A-Za-z]+`)

// String writes the pattern as parsePattern reads it.
func (p pattern) String() string {
	var b strings.Builder
	for _, t := range p {
		b.WriteString(letters.ReplaceAllString(t.text, "[$0]"))
		for _, known := range parts {
			if known.part == t.part {
				b.WriteString(known.name)
			}
		}
	}
	return b.String()
}

// folders are the patterns of the folders above the file, from the top down.
func (p pattern) folders() []pattern {
	var above []pattern
	for i, t := range p {
		for at, r := range t.text {
			if r == '/' {
				above = append(above, append(p[:i:i], token{text: t.text[:at]}))
			}
		}
	}
	return above
}

// format writes a day.
func (p pattern) format(d date.Date, lang calendarNames) string {
	var b strings.Builder
	for _, t := range p {
		switch t.part {
		case fixed:
			b.WriteString(t.text)
		case year4:
			fmt.Fprintf(&b, "%04d", d.Year)
		case month2:
			fmt.Fprintf(&b, "%02d", int(d.Month))
		case month1:
			fmt.Fprint(&b, int(d.Month))
		case day2:
			fmt.Fprintf(&b, "%02d", d.Day)
		case day1:
			fmt.Fprint(&b, d.Day)
		default:
			b.WriteString(lang.name(t.part, d))
		}
	}
	return b.String()
}

// fields are the parts of a date as they were read; 0 is a part that was not.
type fields struct{ year, month, day, weekday int } // Sunday is 1

// match reads a day from the start of s. differ says that the parts fit but
// say different things, as in "2021/2022-05-02".
func (p pattern) match(s string, lang calendarNames) (f fields, rest string, differ, ok bool) {
	take := func(into *int, n int) {
		differ = differ || *into != 0 && *into != n
		*into = n
	}
	for _, t := range p {
		var n int
		switch t.part {
		case fixed:
			if s, ok = strings.CutPrefix(s, t.text); !ok {
				return f, s, false, false
			}
			continue
		case weekday, weekdayAbbr, monthName, monthAbbr:
			n, s, ok = lang.read(t.part, s)
		case year4:
			n, s, ok = readNumber(s, 4, 4)
		case month1, day1:
			n, s, ok = readNumber(s, 1, 2)
		default:
			n, s, ok = readNumber(s, 2, 2)
		}
		if !ok {
			return f, s, false, false
		}
		switch t.part {
		case year4:
			take(&f.year, n)
		case month1, month2, monthName, monthAbbr:
			take(&f.month, n)
		case day1, day2:
			take(&f.day, n)
		default:
			f.weekday = n
		}
	}
	return f, s, differ, true
}

// readNumber reads a number of least to most digits, as many as there are.
func readNumber(s string, least, most int) (n int, rest string, ok bool) {
	end := 0
	for end < len(s) && end < most && '0' <= s[end] && s[end] <= '9' {
		end++
	}
	if end < least {
		return 0, s, false
	}
	n, err := strconv.Atoi(s[:end])
	return n, s[end:], err == nil
}

// calendarNames are the names of months and weekdays in one language.
type calendarNames map[part][]string

var (
	englishNames = calendarNames{
		monthName:   strings.Fields("January February March April May June July August September October November December"),
		monthAbbr:   strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
		weekday:     strings.Fields("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
		weekdayAbbr: strings.Fields("Sun Mon Tue Wed Thu Fri Sat"),
	}
	japaneseNames = calendarNames{
		monthName:   strings.Fields("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
		monthAbbr:   strings.Fields("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
		weekday:     strings.Fields("日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日"),
		weekdayAbbr: strings.Fields("日 月 火 水 木 金 土"),
	}
)

// name is that of a day's month or weekday.
func (c calendarNames) name(p part, d date.Date) string {
	if p == monthName || p == monthAbbr {
		return c[p][d.Month-1]
	}
	return c[p][d.Weekday()]
}

// read reads the name of a month, and returns its number, or of a weekday.
func (c calendarNames) read(p part, s string) (n int, rest string, ok bool) {
	for i, name := range c[p] {
		if rest, ok := strings.CutPrefix(s, name); ok {
			return i + 1, rest, true
		}
	}
	return 0, s, false
}
