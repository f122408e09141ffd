package date

import (
	"time"
)

// Parser reads dates as people write them.
//
// What a date leaves open is settled by rules, never by a guess:
//
//   - A day or month without its year, or a weekday, is the latest one that
//     is not in the future; today counts. As the end of a range it is the
//     first one that is not before the beginning; as the beginning of a range
//     whose end is fixed, the latest one that is not after that end.
//   - 5/2 is month/day. 12.06, 12-06 and 12/06/2022 have no such order and
//     are accepted only if one of the readings exists; a year of two digits
//     is not accepted at all.
//   - "last friday" is the one before today, "next friday" the one after
//     today, "this friday" and 先週の金曜 are by the week.
//   - An era begins on its first day (令和元年 is 1 May to 31 December 2019),
//     but its years go on being counted after its last, as forms printed
//     before a change do: 平成31年5月1日 is 2019-05-01. Their days are those of
//     today's calendar, also before 1873.
type Parser struct {
	Today     Date
	WeekStart time.Weekday // the first day of a week; zero is Sunday
}

// Parse reads one day, with weeks that begin on Monday. See Parser.
func Parse(s string, today Date) (Date, error) {
	return Parser{today, time.Monday}.Parse(s)
}

// ParseRange reads a range of days, with weeks that begin on Monday. See
// Parser.
func ParseRange(s string, today Date) (Range, error) {
	return Parser{today, time.Monday}.ParseRange(s)
}

// Parse reads one day: 2022-05-02, 5/2, "2 May 2022", "3 days ago", 昨日,
// 令和4年5月2日 and so on. The error is always an *Error; a text that names a
// range of several days is one of kind ManyDays.
func (p Parser) Parse(s string) (Date, error) {
	if d, err := ParseISO(s); err == nil {
		return d, nil
	}
	r, err := p.ParseRange(s)
	if err != nil {
		return Date{}, err
	}
	if r.From != r.To {
		return Date{}, newError(ManyDays, s, r.From, r.To)
	}
	return r.From, nil
}

// ParseRange reads a range of days: anything that Parse reads, a week, month
// or year such as 2022-05, "last week" or 去年, or two of them with "..", a
// dash, "to" or から between. "2022-05.." and "..2022-05" have an open end.
// The error is always an *Error.
func (p Parser) ParseRange(s string) (Range, error) {
	r, bad := p.parseRange(s)
	if bad != nil {
		return Range{}, newError(bad.Kind, s, bad.Dates...)
	}
	return r, nil
}

// maxInput is how many bytes a date may have, before and after folding. The
// longest in use, a range in kanji with weekdays, has half of that.
const maxInput = 256

// parseRange is ParseRange; its errors do not say what the input was.
func (p Parser) parseRange(s string) (Range, *Error) {
	if len(s) > maxInput {
		return Range{}, &Error{Kind: Unknown}
	}
	text := fold(s)
	if len(text) > maxInput {
		return Range{}, &Error{Kind: Unknown}
	}
	r, err := (&reader{Parser: p, latest: p.Today}).read(text)
	if err == nil || err.Kind != Unknown {
		return r, err
	}
	if from, to, ok := splitRange(text); ok {
		return p.join(from, to)
	}
	return Range{}, err
}

// join is the range from one folded text to another; an empty one is open.
// The end is read first, since a begin that floats is held by a fixed end, and
// once more if it floats itself, now held by the begin.
func (p Parser) join(from, to string) (Range, *Error) {
	begin := reader{Parser: p, latest: p.Today}
	end := reader{Parser: p, latest: p.Today, beside: from != ""}
	var a, b Range
	var err *Error
	if to != "" {
		if b, err = end.read(to); err != nil {
			return Range{}, err
		}
		begin.beside = b.From == b.To
		if !end.floats {
			begin.latest = b.To
		}
	}
	if from == "" {
		return Range{To: b.To}, nil
	}
	if a, err = begin.read(from); err != nil {
		return Range{}, err
	}
	if end.floats {
		end.beside = a.From == a.To
		end.earliest = a.From
		if b, err = end.read(to); err != nil {
			return Range{}, err
		}
	}
	if to != "" && a.From.Compare(b.To) > 0 {
		return Range{}, &Error{Kind: Backwards, Dates: []Date{a.From, b.To}}
	}
	return Range{a.From, b.To}, nil
}
