package words

import "lifelog/journal"

var (
	yearAgo    = Phrase{"a year ago", "1年前"}
	yearsAgo   = Phrase{"%d years ago", "%d年前"}
	weekdayAgo = Phrase{"the same weekday a year ago", "1年前の同じ曜日"}
	weekdays   = Phrase{"the same weekday %d years ago", "%d年前の同じ曜日"}
	longAgo    = Phrase{"%s days ago", "%s日前"}
)

// Ago says how far back a memory lies.
func (l Lang) Ago(m journal.Memory) string {
	switch {
	case m.Ago == journal.DaysAgo:
		return l.Say(longAgo, Number(m.N))
	case m.Ago == journal.WeekdayAgo && m.N == 1:
		return l.Say(weekdayAgo)
	case m.Ago == journal.WeekdayAgo:
		return l.Say(weekdays, m.N)
	case m.N == 1:
		return l.Say(yearAgo)
	}
	return l.Say(yearsAgo, m.N)
}
