package date

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Kind says what is wrong with a date, so that a face can say it in its own
// words.
type Kind int

const (
	// Unknown: the text is not a date in any form known here.
	Unknown Kind = iota
	// NotISO: the text is not YYYY-MM-DD where only that is accepted.
	NotISO
	// NoSuchDay: the form is right but the calendar has no such day, or it is
	// outside the years 0001–9999.
	NoSuchDay
	// WrongWeekday: the weekday written beside the date is not that of
	// Dates[0].
	WrongWeekday
	// Ambiguous: the text can be read as any of Dates (or of more days).
	Ambiguous
	// ManyDays: one day was asked for, the text is a range of more. Dates
	// holds its two ends; an open end is zero.
	ManyDays
	// Backwards: the range ends before it begins. Dates holds its two ends as
	// written.
	Backwards
)

// Error says why a text is not the date asked for.
type Error struct {
	Kind  Kind
	Input string // the text, cut short if it is long
	Dates []Date // the days the error is about, see Kind
}

// maxEcho is how many bytes of the input an error repeats.
const maxEcho = 80

func newError(kind Kind, input string, dates ...Date) *Error {
	if len(input) > maxEcho {
		n := maxEcho
		for n > maxEcho-utf8.UTFMax && !utf8.RuneStart(input[n]) {
			n--
		}
		input = input[:n] + "…"
	}
	return &Error{Kind: kind, Input: strings.Clone(input), Dates: dates}
}

// Error is an English sentence that shows how to write it instead.
func (e *Error) Error() string {
	in := strconv.Quote(e.Input)
	switch e.Kind {
	case NotISO:
		return in + " is not a date of the form 2022-05-02"
	case NoSuchDay:
		return "no such date: " + in + "; write year-month-day, such as 2022-05-02"
	case WrongWeekday:
		return in + " names the wrong weekday: " + e.Dates[0].String() + " is a " + e.Dates[0].Weekday().String()
	case Ambiguous:
		return in + " can be read in more than one way; write " + either(e.Dates)
	case ManyDays:
		return in + " is a range of days; write one day, such as 2022-05-02"
	case Backwards:
		return in + " ends before it begins: " + e.Dates[0].String() + " is after " + e.Dates[1].String()
	}
	return in + " is not a date known here; write 2022-05-02, 5/2, yesterday or last friday"
}

// either is "a, b or c".
func either(days []Date) string {
	var b strings.Builder
	for i, d := range days {
		switch {
		case i > 0 && i == len(days)-1:
			b.WriteString(" or ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(d.String())
	}
	return b.String()
}
