package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/calendar"
	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// daysMsg is what is written on each day, of these entries.
type daysMsg struct {
	ids  []journal.ID
	days map[date.Date]journal.Day
}

// openCalendar opens the calendar at the day that is selected, read or
// written.
func (m *Model) openCalendar() tea.Cmd {
	m.calendar.Open(m.day())
	m.calendar.Set(m.ids, nil, m.spans)
	m.enter(dating)
	return tea.Batch(m.readDays(), m.readHeads(), m.preview())
}

// readDays adds up what is written on each day, for the calendar.
func (m *Model) readDays() tea.Cmd {
	if m.screen != dating {
		return nil
	}
	j, ids := m.j, m.ids
	return func() tea.Msg { return daysMsg{ids, j.Days(ids)} }
}

func (m *Model) tookDays(msg daysMsg) { m.calendar.Set(msg.ids, msg.days, m.spans) }

func (m *Model) calendarLook() calendar.Look {
	return calendar.Look{
		Theme: m.theme, Lang: m.lang, Ruler: m.ruler, Today: m.thisDay,
		Holidays: m.lang == words.Japanese, Brief: m.brief,
	}
}

// calendarVerb moves in the calendar and shows the day come to.
func calendarVerb(move func(c *calendar.Calendar)) verb {
	return func(m *Model) tea.Cmd {
		move(&m.calendar)
		return m.came()
	}
}

// came shows the day that the calendar has come to.
func (m *Model) came() tea.Cmd {
	m.list.Select(m.dated())
	return tea.Batch(m.readHeads(), m.preview())
}

// dated is the entry of the day selected in the calendar: its log, else the
// first of the others, else the log to be begun.
func (m *Model) dated() journal.ID {
	if ids := m.calendar.Entries(); len(ids) > 0 {
		return ids[0]
	}
	return journal.ID{Date: m.calendar.Day()}
}

// openDay reads the selected day, or begins it.
func (m *Model) openDay() tea.Cmd {
	id := m.dated()
	if id.Date == m.j.Today() && id.Name == "" || len(m.calendar.Entries()) == 0 {
		return m.write(id, -1)
	}
	m.enter(reading)
	return m.look(id, -1, "")
}

func (m *Model) toggleYears() tea.Cmd {
	if m.calendar.Years {
		m.calendar.Month()
	} else {
		m.calendar.Over(date.Range{})
	}
	m.resize()
	return m.preview()
}

// mostYears is how long a range is that the calendar shows.
const mostYears = 100

// askRange asks for a range of days, and shows it. An open end is that of what is
// written.
func (m *Model) askRange() tea.Cmd {
	read := func(typed string) (date.Range, error) {
		days, err := date.ParseRange(typed, m.j.Today())
		if days.To.IsZero() {
			days.To = m.j.Today()
		}
		if oldest, ok := m.calendar.Oldest(); ok && days.From.IsZero() {
			days.From = oldest
		}
		return days, err
	}
	m.overlay = &prompt{
		label: m.lang.Say(words.RangeBox), box: input.New(""),
		hint: func(m *Model, typed string) string {
			if days, err := read(typed); err == nil && !days.From.IsZero() {
				return m.fromTo(days)
			}
			return m.lang.Say(words.RangeHint)
		},
		take: func(m *Model, typed string) (tea.Cmd, string) {
			days, err := read(typed)
			switch {
			case err != nil:
				return nil, m.lang.DateFault(err)
			case days.From.IsZero(), days.From.Compare(days.To) > 0, days.To.Year-days.From.Year > mostYears:
				return nil, m.lang.Say(words.RangeWrong, mostYears)
			}
			m.calendar.Over(days)
			m.resize()
			return m.came(), ""
		},
	}
	return nil
}

// fromTo are the ends of a range.
func (m *Model) fromTo(r date.Range) string { return m.lang.Day(r.From) + " – " + m.lang.Day(r.To) }

// clickCalendar selects the day at a cell. The second click opens it.
func (m *Model) clickCalendar(msg tea.MouseClickMsg, x, y int) tea.Cmd {
	d, ok := m.calendar.At(m.calendarLook(), x, y)
	switch twice := m.twice(msg); {
	case !ok:
		return nil
	case twice && d == m.calendar.Day():
		return m.do(keys.Open)
	}
	m.calendar.Select(d)
	return m.came()
}

// calendarHead is the page that the calendar is at, and how much is written on
// it.
func (m *Model) calendarHead(sep string) string {
	page, shown := m.lang.Month(m.calendar.Day()), m.calendar.Page()
	switch {
	case shown == date.Year(m.calendar.Day().Year):
		page = m.lang.Say(words.Year, m.calendar.Day().Year)
	case m.calendar.Years:
		if page = m.fromTo(shown); m.ruler.Width(page) > m.width-4 { // on a narrow screen
			page = shown.From.String() + " – " + shown.To.String()
		}
	}
	var parts []string
	if days, length := m.calendar.Total(); days > 0 {
		said := m.lang.Say(words.DaysWritten, words.Number(days))
		if days == 1 {
			said = m.lang.Say(words.DayWritten)
		}
		parts = append(parts, said)
		if length > 0 {
			parts = append(parts, m.lang.Say(words.Characters, words.Number(length)))
		}
	}
	line, room := "  "+m.theme.Title.Render(page), m.width-2-m.ruler.Width(page)
	for _, part := range parts {
		if room -= m.ruler.Width(part) + 5; room >= 0 { // the sign between takes five
			line += sep + m.theme.Dimmed.Render(part)
		}
	}
	return line
}
