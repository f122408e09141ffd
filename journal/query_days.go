package journal

import (
	"regexp"
	"strings"

	"lifelog/journal/date"
	"lifelog/journal/fold"
)

// newDays reads the value of a key for dates; any is true if it leaves every
// day in.
func newDays(key, value string, today date.Date) (d days, any bool, err error) {
	r, err := date.ParseRange(value, today)
	if err != nil {
		return days{}, false, err
	}
	switch key {
	case "from", "since":
		r.To = date.Date{}
	case "to", "until":
		r.From = date.Date{}
	case "before":
		r = date.Range{To: beside(r.From, -1)}
	case "after":
		r = date.Range{From: beside(r.To, +1)}
	}
	for _, d := range []date.Date{r.From, r.To} {
		if !d.IsZero() && (d.Year < 1 || d.Year > 9999) {
			return days{}, false, &date.Error{Kind: date.NoSuchDay, Input: value}
		}
	}
	return days{r}, r == date.Range{}, nil
}

// beside is the day next to d; an open end stays open.
func beside(d date.Date, by int) date.Date {
	if d.IsZero() {
		return d
	}
	return d.Add(by)
}

// bareDate is what a word begins with to be a date by itself: a year and a
// month. Folded text.
var bareDate = regexp.MustCompile(`^([0-9]{4}[-/][0-9]{1,2}([^0-9]|$)|([0-9]{4}|(令和|平成|昭和|大正|明治)[^ ]{1,4})年[^ ]{1,4}月)`)

// bareDays reads a word that is a date by itself. Of a date that is still
// being typed it reads what is complete.
func bareDays(text string, today date.Date) (days, bool) {
	for _, begun := range []string{"", "-", "-0", "/", "/0"} {
		if rest, found := strings.CutSuffix(text, begun); found && bareDate.MatchString(fold.String(rest)) {
			if r, err := date.ParseRange(rest, today); err == nil {
				return days{r}, true
			}
		}
	}
	return days{}, false
}
