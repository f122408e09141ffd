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

// read is the day or range that text names, with or without its weekday.
func (x *reader) read(text string) (Range, *Error) {
	text = withoutSpaces(text)
	r, err := x.readForm(text)
	if err == nil || err.Kind != Unknown {
		return r, err
	}
	rest, weekday, ok := cutWeekday(text)
	if !ok {
		return Range{}, err
	}
	r, err = x.readForm(rest)
	switch {
	case err != nil:
		return Range{}, err
	case r.From != r.To:
		return Range{}, &Error{Kind: Unknown}
	case r.From.Weekday() != weekday:
		return Range{}, &Error{Kind: WrongWeekday, Dates: []Date{r.From}}
	}
	return r, nil
}

// cutWeekday takes the weekday off a text that begins or ends with one.
func cutWeekday(text string) (rest string, weekday time.Weekday, ok bool) {
	for i := range text {
		if n, ok := leadingWeekday.match(text[:i]); ok {
			return text[i:], time.Weekday(n["weekday"]), true
		}
		for _, p := range trailingWeekdays {
			if n, ok := p.match(text[i:]); ok {
				return text[:i], time.Weekday(n["weekday"]), true
			}
		}
	}
	return "", 0, false
}

func (x *reader) readForm(text string) (Range, *Error) {
	for _, table := range [][]form{sharedForms, englishForms, japaneseForms} {
		for _, f := range table {
			n, ok := f.pattern.match(text)
			if !ok {
				continue
			}
			r, err := f.read(x, n)
			if err == nil && (!r.From.valid() || !r.To.valid()) {
				err = &Error{Kind: NoSuchDay}
			}
			return r, err
		}
	}
	return Range{}, &Error{Kind: Unknown}
}

// shifted is a day some days, weeks, months or years away from today.
func (x *reader) shifted(n numbers) (Range, *Error) {
	distance := n["count"]
	if n["side"] < 0 {
		distance = -distance
	}
	day := x.away(distance, n["unit"]).Add(n["days"])
	return Range{day, day}, nil
}

// away is the day so many units from today.
func (x *reader) away(distance, unit int) Date {
	switch unit {
	case inWeeks:
		return x.Today.Add(7 * distance)
	case inMonths:
		return x.Today.AddMonths(distance)
	case inYears:
		return x.Today.AddMonths(12 * distance)
	}
	return x.Today.Add(distance)
}

// lately are so many days, weeks, months or years, of which today is the last day.
func (x *reader) lately(n numbers) (Range, *Error) {
	if n["count"] == 0 {
		return Range{}, &Error{Kind: NoSuchDay}
	}
	return Range{x.away(-n["count"], n["unit"]).Add(1), x.Today}, nil
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
