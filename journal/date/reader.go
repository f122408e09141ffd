package date

import "time"

// reader reads one folded text that is not joined of two.
type reader struct {
	Parser
	latest   Date // a date that leaves its year open is not after this one,
	earliest Date // or, if this is set, not before this one
	beside   bool // the text is one end of a range whose other is a day

	floats bool // set by reading: the result depends on latest or earliest
}

// weekdayForms are dates with their weekday beside them.
var weekdayForms = []string{
	`{shortweekday}\.? (?P<rest>.+)`,                    // Mon, 2 May 2022
	`(?P<rest>.+?) ?\({shortweekday}(?:/?祝日?|/?休日?)?\)`, // 2022年5月2日(月), 5月3日(火・祝)
	`(?P<rest>.+?) ?{weekday}`,                          // 2022年5月2日月曜日
}

// rangeForms are two dates, or one and an open end. A hyphen without spaces
// joins two dates only if it is the only one: 5/2-5/8.
var rangeForms = []string{
	`(?:from )?(?P<from>.*?) ?(?:\.{2,3}|[~–]| - |から) ?(?P<to>.*?)(?:まで)?`,
	`(?:from )?(?P<from>.+?) (?:to|until|till) (?P<to>.+)`,
	`(?:from|since) (?P<from>.+)(?P<to>)`,
	`(?P<from>)(?:to|until|till) (?P<to>.+)`,
	`(?P<from>)(?P<to>.+)まで`,
	`(?P<from>[^-]+)-(?P<to>[^-]+)`,
}

// read is the day or range that text names, with or without its weekday.
func (x *reader) read(text string) (Range, *Error) {
	text = withoutSpaces(text)
	r, err := x.readForm(text)
	for _, f := range tables().weekdays {
		if err == nil || err.Kind != Unknown {
			break
		}
		groups, n, ok := f.match(text)
		if !ok {
			continue
		}
		r, err = x.readForm(group(f.Regexp, groups, "rest"))
		switch {
		case err != nil:
		case r.From != r.To:
			err = &Error{Kind: Unknown}
		case r.From.Weekday() != time.Weekday(n["weekday"]):
			err = &Error{Kind: WrongWeekday, Dates: []Date{r.From}}
		}
	}
	return r, err
}

func (x *reader) readForm(text string) (Range, *Error) {
	for _, f := range tables().forms {
		_, n, ok := f.match(text)
		if !ok {
			continue
		}
		r, err := f.read(x, n)
		if err == nil && (!r.From.valid() || !r.To.valid()) {
			err = &Error{Kind: NoSuchDay}
		}
		return r, err
	}
	return Range{}, &Error{Kind: Unknown}
}

// shifted is a day some days, weeks, months or years away from today.
func (x *reader) shifted(n numbers) (Range, *Error) {
	distance := n["count"]
	if n["side"] < 0 {
		distance = -distance
	}
	day := x.Today
	switch n["unit"] {
	case inDays:
		day = day.Add(distance + n["days"])
	case inWeeks:
		day = day.Add(7 * distance)
	case inMonths:
		day = day.AddMonths(distance)
	case inYears:
		day = day.AddMonths(12 * distance)
	}
	return Range{day, day}, nil
}

// week is the week that lies relweek weeks from today's.
func (x *reader) week(n numbers) (Range, *Error) {
	return Week(x.Today.Add(7*n["relweek"]), x.WeekStart), nil
}

// dayOfWeek is a weekday of the week relweek weeks from today's.
func (x *reader) dayOfWeek(n numbers) (Range, *Error) {
	week := Week(x.Today.Add(7*n["relweek"]), x.WeekStart)
	day := onOrAfter(week.From, n["weekday"])
	return Range{day, day}, nil
}

// weekday is the latest such weekday, or the first in an end of a range.
func (x *reader) weekday(n numbers) (Range, *Error) {
	x.floats = true
	day := onOrBefore(x.latest, n["weekday"])
	if !x.earliest.IsZero() {
		day = onOrAfter(x.earliest, n["weekday"])
	}
	return Range{day, day}, nil
}

func (x *reader) weekdayBefore(n numbers) (Range, *Error) {
	day := onOrBefore(x.Today.Add(-1), n["weekday"])
	return Range{day, day}, nil
}

func (x *reader) weekdayAfter(n numbers) (Range, *Error) {
	day := onOrAfter(x.Today.Add(1), n["weekday"])
	return Range{day, day}, nil
}

func onOrBefore(d Date, weekday int) Date {
	return d.Add(-((int(d.Weekday()) - weekday + 7) % 7))
}

func onOrAfter(d Date, weekday int) Date {
	return d.Add((weekday - int(d.Weekday()) + 7) % 7)
}
