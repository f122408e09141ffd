package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/input"
	"lifelog/ui/words"
)

// readTrip reads the days of the span that the entry is, or is in, as one text.
func (m *Model) readTrip() tea.Cmd {
	id := m.at()
	span, ok := m.spans.Of(id)
	if !ok {
		m.say(words.NoTrip)
		return nil
	}
	m.enter(reading)
	return m.readWhole(span)
}

// readWhole brings the text of a span into the reader. It stays at its place
// if it is there already.
func (m *Model) readWhole(span journal.Span) tea.Cmd {
	m.show.id, m.show.lit, m.show.span = span.ID, "", span
	read := m.spanReader(span)
	return func() tea.Msg { return read(-1) }
}

// spanReader returns a function that reads the text of a span, laid out from a byte
// offset of it on, to be used in a command.
func (m *Model) spanReader(span journal.Span) func(at int) shownMsg {
	ctx, j, lang, show := m.ctx, m.j, m.lang, m.shower()
	return func(at int) shownMsg {
		text, parts, err := j.Whole(ctx, span, lang.Day)
		msg := show(journal.Version{ID: span.ID, Text: text}, at, "", err)
		msg.span, msg.parts = span, parts
		return msg
	}
}

// askTrip asks for the title of a new trip, then for its days, and opens it
// for writing.
func (m *Model) askTrip() tea.Cmd {
	m.overlay = &prompt{
		label: m.lang.Say(words.TripTitleBox), box: input.New(""),
		hint: func(m *Model, _ string) string { return m.lang.Say(words.TripTitleHint) },
		take: func(m *Model, title string) (tea.Cmd, string) {
			title = strings.TrimSpace(title)
			if title == "" {
				return nil, m.lang.Say(words.TripTitleHint)
			}
			if _, err := journal.NewID(m.j.Today(), tripName(title)); err != nil {
				return nil, m.lang.Say(words.BadName)
			}
			return m.askDays(title), ""
		},
	}
	return nil
}

func (m *Model) askDays(title string) tea.Cmd {
	m.overlay = &prompt{
		label: m.lang.Say(words.TripDaysBox), box: input.New(""),
		hint: func(m *Model, typed string) string {
			if days, err := tripDays(typed, m.j.Today()); err == nil {
				return m.fromTo(days)
			}
			return m.lang.Say(words.TripDaysHint)
		},
		take: func(m *Model, typed string) (tea.Cmd, string) {
			days, err := tripDays(typed, m.j.Today())
			switch {
			case err != nil:
				return nil, m.lang.DateFault(err)
			case days.From.IsZero() || days.To.IsZero():
				return nil, m.lang.Say(words.TripDaysHint)
			case days.From == days.To:
				return nil, m.lang.Say(words.TripTooShort)
			}
			return m.beginTrip(title, days), ""
		},
	}
	return nil
}

// tripDays reads the days of a trip. A date without a year is the one nearest
// to today: a trip may be to come.
func tripDays(typed string, today date.Date) (date.Range, error) {
	days, err := date.ParseRange(typed, today)
	if later, bad := date.ParseRange(typed, today.AddMonths(6)); err == nil && bad == nil && later.From == days.From.AddMonths(12) {
		return later, nil
	}
	return days, err
}

// tripName is the name of the entry of a trip: its title, without what names
// cannot have.
func tripName(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return ' '
		}
		return r
	}, title)
	return strings.Trim(strings.Join(strings.Fields(name), " "), ".")
}

// beginTrip makes the entry of a trip and opens it for writing. One that is
// there already is opened as it is.
func (m *Model) beginTrip(title string, days date.Range) tea.Cmd {
	ctx, j := m.ctx, m.j
	id := journal.ID{Date: days.From, Name: tripName(title)}
	return m.save(func(m *Model) tea.Cmd {
		return func() tea.Msg {
			v, err := j.Load(ctx, id)
			if err == nil && v.Rev == "" {
				var saved journal.Saved
				saved, err = j.Save(ctx, v, journal.Version{ID: id, Text: j.Placed(ctx, id, journal.NewSpan(title, days.To))})
				v = saved.Version
			}
			return openedMsg{version: v, at: atEnd, err: err}
		}
	})
}
