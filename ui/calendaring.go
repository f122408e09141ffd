package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/calendar"
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
	m.calendar.Select(m.day())
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
	m.calendar.Years = !m.calendar.Years
	m.resize()
	return m.preview()
}

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
	page := m.lang.Month(m.calendar.Day())
	if m.calendar.Years {
		page = m.lang.Say(words.Year, m.calendar.Day().Year)
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
