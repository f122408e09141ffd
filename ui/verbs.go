package ui

import (
	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/calendar"
	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// verb does one action.
type verb func(*Model) tea.Cmd

// verbs are the actions of the whole program; screenVerbs those that mean
// something else, or mean something only, on one screen. They are filled in by
// init because the verbs lead back to the tables.
var (
	verbs       map[keys.Action]verb
	screenVerbs map[screen]map[keys.Action]verb
)

func init() {
	verbs = map[keys.Action]verb{
		keys.Back:       (*Model).goBack,
		keys.Quit:       (*Model).quit,
		keys.Suspend:    (*Model).suspend,
		keys.HelpScreen: func(m *Model) tea.Cmd { m.overlay = &help{from: m.scopes()}; return nil },
		keys.Write:      func(m *Model) tea.Cmd { return m.write(journal.ID{Date: m.j.Today()}, atEnd) },
		keys.Palette:    (*Model).showPalette,
		keys.Dates:      (*Model).openCalendar,
		keys.Memories:   func(m *Model) tea.Cmd { return m.remind(m.day(), true) },
		keys.Tags:       (*Model).readTags,
		keys.Trip:       (*Model).readTrip,
		keys.NewTrip:    (*Model).askTrip,
		keys.Statistics: (*Model).showStats,
		keys.GoToDate:   (*Model).askDate,
		keys.SearchAll:  (*Model).newSearch,
		keys.External:   (*Model).external,
		keys.History:    (*Model).showHistory,
		keys.Conflicts:  (*Model).showConflict,
		keys.TakeBack:   (*Model).undoLast,
		keys.Trash:      (*Model).showTrash,
		keys.Checkup:    (*Model).showDoctor,
		keys.Rename:     (*Model).askRename,
	}
	screenVerbs = map[screen]map[keys.Action]verb{
		home: {
			keys.FilterList: (*Model).startFilter,
			keys.Open:       (*Model).openSelected,
			keys.Edit:       (*Model).editSelected,
			keys.Up:         listBy(-1),
			keys.Down:       listBy(1),
			keys.PageUp:     func(m *Model) tea.Cmd { return m.moveList(-m.list.Page()) },
			keys.PageDown:   func(m *Model) tea.Cmd { return m.moveList(m.list.Page()) },
			keys.Top:        listBy(-1 << 30),
			keys.Bottom:     listBy(1 << 30),
			keys.Newer:      func(m *Model) tea.Cmd { return m.moveDays(-1) },
			keys.Older:      func(m *Model) tea.Cmd { return m.moveDays(1) },
			keys.NewEntry:   (*Model).askName,
			keys.Remove:     (*Model).remove,
			keys.Star:       func(m *Model) tea.Cmd { return m.star(m.selected()) },
			keys.Aside:      (*Model).readAside,
			keys.Narrower:   func(m *Model) tea.Cmd { return m.moveSplit(-2) },
			keys.Wider:      func(m *Model) tea.Cmd { return m.moveSplit(2) },
			keys.HalfDown:   func(m *Model) tea.Cmd { m.reader.Do(keys.HalfDown); return m.readOn() },
			keys.HalfUp:     func(m *Model) tea.Cmd { m.reader.Do(keys.HalfUp); return m.readOn() },
		},
		dating: {
			keys.Open:     (*Model).openDay,
			keys.Edit:     func(m *Model) tea.Cmd { return m.write(m.dated(), -1) },
			keys.Years:    (*Model).toggleYears,
			keys.Range:    (*Model).askRange,
			keys.Left:     calendarVerb(func(c *calendar.Calendar) { c.Move(-1, 0) }),
			keys.Right:    calendarVerb(func(c *calendar.Calendar) { c.Move(1, 0) }),
			keys.Up:       calendarVerb(func(c *calendar.Calendar) { c.Move(0, -1) }),
			keys.Down:     calendarVerb(func(c *calendar.Calendar) { c.Move(0, 1) }),
			keys.PrevPage: calendarVerb(func(c *calendar.Calendar) { c.Turn(-1) }),
			keys.NextPage: calendarVerb(func(c *calendar.Calendar) { c.Turn(1) }),
			keys.Newer:    calendarVerb(func(c *calendar.Calendar) { c.Next(1) }),
			keys.Older:    calendarVerb(func(c *calendar.Calendar) { c.Next(-1) }),
			keys.ToToday:  func(m *Model) tea.Cmd { m.calendar.Select(m.j.Today()); return m.came() },
			keys.NewEntry: (*Model).askName,
			keys.Star:     func(m *Model) tea.Cmd { return m.star(m.dated()) },
			keys.Aside:    (*Model).readAside,
			keys.Narrower: func(m *Model) tea.Cmd { return m.moveSplit(-2) },
			keys.Wider:    func(m *Model) tea.Cmd { return m.moveSplit(2) },
		},
		reading: {
			keys.Back:       (*Model).stopReading,
			keys.Open:       (*Model).follow,
			keys.NextLink:   func(m *Model) tea.Cmd { return m.walkLinks(m.reader.NextLink) },
			keys.PrevLink:   func(m *Model) tea.Cmd { return m.walkLinks(m.reader.PrevLink) },
			keys.Retrace:    (*Model).retrace,
			keys.OutlineAll: (*Model).showOutline,
			keys.FindHere:   (*Model).startFinding,
			keys.NextHit:    func(m *Model) tea.Cmd { return m.stepHit(1) },
			keys.PrevHit:    func(m *Model) tea.Cmd { return m.stepHit(-1) },
			keys.Task:       (*Model).toggleTask,
			keys.Star:       func(m *Model) tea.Cmd { return m.star(m.show.id) },
			keys.Copy:       (*Model).copyShown,
			keys.Remove:     (*Model).remove,
			keys.Edit:       (*Model).editShown,
			keys.Newer:      func(m *Model) tea.Cmd { return m.turn(-1) },
			keys.Older:      func(m *Model) tea.Cmd { return m.turn(1) },
		},
		writing: {
			keys.Back:     (*Model).stopWriting,
			keys.FindHere: func(m *Model) tea.Cmd { m.editor.StartFind(); return nil },
			keys.Newer:    func(m *Model) tea.Cmd { return m.writeBeside(-1) },
			keys.Older:    func(m *Model) tea.Cmd { return m.writeBeside(1) },
			keys.Undo:     (*Model).undo,
			keys.Save:     func(m *Model) tea.Cmd { return m.save(nil) },
			keys.TimeHead: (*Model).timeHeading,
			keys.Rendered: (*Model).rendered,
			keys.Copy:     (*Model).copy,
			keys.Cut:      (*Model).cut,
			keys.Paste:    (*Model).pasteClipboard,
			keys.Follow:   (*Model).followHere,
			keys.Indent:   (*Model).indentOrAccept,
		},
		searching: {
			keys.Open:     func(m *Model) tea.Cmd { return m.openHit(false) },
			keys.Edit:     func(m *Model) tea.Cmd { return m.openHit(true) },
			keys.Walk:     func(m *Model) tea.Cmd { return m.walk(0) },
			keys.Box:      func(m *Model) tea.Cmd { m.search.Walking = false; return nil },
			keys.Up:       (*Model).upHit,
			keys.Down:     func(m *Model) tea.Cmd { return m.walk(1) },
			keys.PageUp:   func(m *Model) tea.Cmd { return m.walk(-m.search.Page()) },
			keys.PageDown: func(m *Model) tea.Cmd { return m.walk(m.search.Page()) },
			keys.Top:      func(m *Model) tea.Cmd { return m.walk(-1 << 30) },
			keys.Bottom:   func(m *Model) tea.Cmd { return m.walk(1 << 30) },
			keys.NextHit:  func(m *Model) tea.Cmd { return m.nextHit(1) },
			keys.PrevHit:  func(m *Model) tea.Cmd { return m.nextHit(-1) },
			keys.Order:    (*Model).orderHits,
		},
	}
}

// enter goes to a screen; Esc will lead back to the one left.
func (m *Model) enter(s screen) {
	if s == m.screen {
		return
	}
	m.back = append(m.back, m.screen)
	for i, before := range m.back {
		if before == s {
			m.back = m.back[:i]
			break
		}
	}
	m.screen = s
	if s == reading {
		m.aside = false
	}
	m.resize()
}

// goBack returns to the screen one came from, with what was written saved.
func (m *Model) goBack() tea.Cmd {
	m.over(nextEsc)
	if len(m.back) == 0 {
		if m.filtered != "" {
			return m.narrow("")
		}
		return nil
	}
	from := m.screen
	m.screen = m.back[len(m.back)-1]
	m.back = m.back[:len(m.back)-1]
	m.resize()
	switch {
	case from == searching && m.screen == reading:
		return m.revisit(m.left)
	case from != writing:
		return tea.Batch(m.preview(), m.readDays(), m.readHeads(), m.examineAgain())
	}
	id := m.editor.ID()
	if !m.list.Select(id) {
		m.coming = id
	}
	return m.save(func(m *Model) tea.Cmd {
		if m.screen == reading && m.show.span != (journal.Span{}) {
			return tea.Batch(m.leaveEntry(), m.showAgain())
		}
		if m.screen == reading {
			return tea.Batch(m.leaveEntry(), m.look(id, m.editor.Caret(), ""))
		}
		return tea.Batch(m.leaveEntry(), m.preview(), m.examineAgain())
	})
}

// quit leaves the program once everything is stored. If it cannot be stored
// it asks.
func (m *Model) quit() tea.Cmd {
	if m.open && m.editor.Modified() && m.status.until == nextSave {
		m.ask(m.leaving(), words.Yes, words.No, func(m *Model) tea.Cmd { return m.hand(tea.Quit) })
		return nil
	}
	return m.save(func(m *Model) tea.Cmd { return m.hand(tea.Quit) })
}

// suspend gives the terminal back to the shell for a while, with everything
// stored.
func (m *Model) suspend() tea.Cmd {
	if !m.o.CanSuspend {
		m.say(words.NoShell)
		return nil
	}
	return m.save(func(m *Model) tea.Cmd { return m.hand(tea.Suspend) })
}

// at is the entry that is selected, read or written.
func (m *Model) at() journal.ID {
	switch m.screen {
	case dating:
		return m.dated()
	case reading:
		return m.show.id
	case writing:
		return m.editor.ID()
	}
	if id, ok := m.list.Selected(); ok {
		return id
	}
	return journal.ID{Date: m.j.Today()}
}

// day is that of the entry.
func (m *Model) day() date.Date { return m.at().Date }

func (m *Model) selected() journal.ID {
	id, _ := m.list.Selected()
	return id
}

// openSelected writes today and reads any other day.
func (m *Model) openSelected() tea.Cmd {
	id, ok := m.list.Selected()
	if !ok {
		return nil
	}
	if id == (journal.ID{Date: m.j.Today()}) {
		return m.write(id, atEnd)
	}
	m.enter(reading)
	return m.look(id, -1, "")
}

func (m *Model) editSelected() tea.Cmd {
	if id, ok := m.list.Selected(); ok {
		return m.write(id, atEnd)
	}
	return nil
}

// editShown writes at the paragraph that is read; where it was turned to from
// the editor and nothing else was read since, at the place in it.
func (m *Model) editShown() tea.Cmd {
	at := m.reader.Top()
	if id, at, ok := journal.PartAt(m.show.parts, at); ok {
		return m.write(id, at)
	}
	if m.show.turned && at == m.show.top && m.show.id == m.editor.ID() {
		at = asWas
	}
	return m.write(m.show.id, at)
}

// beginDay writes the day being read if nothing is written on it yet.
func (m *Model) beginDay() tea.Cmd {
	if !m.show.ok || !m.reader.Empty() {
		return nil
	}
	return m.write(m.show.id, atEnd)
}

func listBy(n int) verb { return func(m *Model) tea.Cmd { return m.moveList(n) } }

func (m *Model) moveList(n int) tea.Cmd {
	m.list.Move(n)
	return tea.Batch(m.readHeads(), m.preview())
}

func (m *Model) moveDays(n int) tea.Cmd {
	m.list.MoveDays(n)
	return tea.Batch(m.readHeads(), m.preview())
}

// readAside goes from the list to the text beside it, which the list stays
// beside. Where there is room for one of them it is the text.
func (m *Model) readAside() tea.Cmd {
	id, ok := m.list.Selected()
	if m.screen == dating {
		id, ok = m.dated(), true
	}
	if !ok {
		return nil
	}
	m.enter(reading)
	m.aside = true
	m.resize()
	return m.look(id, -1, "")
}

// turn reads the entry n places further down the list.
func (m *Model) turn(n int) tea.Cmd {
	m.list.Select(m.show.id)
	m.list.Move(n)
	return tea.Batch(m.readHeads(), m.look(m.selected(), -1, ""))
}

func (m *Model) timeHeading() tea.Cmd {
	m.editor.TimeHeading(m.j.Now().Format("15:04"))
	return tea.Batch(m.typed(), m.place())
}

// rendered shows what is being written as it will be read, at the same
// paragraph.
func (m *Model) rendered() tea.Cmd {
	at := m.editor.Caret()
	s := m.editor.Snapshot()
	m.show.id, m.show.lit, m.show.turned, m.show.span = s.Ours.ID, "", true, journal.Span{}
	m.enter(reading)
	return tea.Batch(m.render(s.Ours, at, ""), m.save(nil))
}
