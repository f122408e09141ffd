package ui

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/journal/fold"
	"lifelog/ui/input"
	"lifelog/ui/reader"
	"lifelog/ui/words"
)

// visit is an entry that was read, by itself or as all days of a span, and the place
// in it.
type visit struct {
	id    journal.ID
	span  journal.Span // zero for the entry by itself
	place reader.Place
}

// maxTrail is how many visits lead back.
const maxTrail = 100

// crossing is where a link was followed to, while writing, from a caret.
type crossing struct {
	from, to journal.ID
	caret    int
}

type (
	// linkedMsg says where a link from one entry leads.
	linkedMsg struct {
		from   journal.ID
		target string
		there  shownMsg
		found  bool
		err    error
	}
	// returnedMsg brings back an entry that was left.
	returnedMsg struct {
		there shownMsg
		place reader.Place
	}
	// browsedMsg says what came of opening an address.
	browsedMsg struct {
		address string
		err     error
	}
)

// leave puts the place that is read on the trail.
func (m *Model) leave() {
	m.trail = append(m.trail, visit{m.show.id, m.show.span, m.reader.Place()})
	m.trail = m.trail[max(0, len(m.trail)-maxTrail):]
}

// retrace goes back to where the last link was followed.
func (m *Model) retrace() tea.Cmd {
	if len(m.trail) == 0 {
		m.say(words.NoWayBack)
		return nil
	}
	last := m.trail[len(m.trail)-1]
	m.trail = m.trail[:len(m.trail)-1]
	return m.revisit(last)
}

// revisit reads an entry at the place where it was left.
func (m *Model) revisit(v visit) tea.Cmd {
	m.list.Select(v.id)
	whole := v.span != journal.Span{}
	if v.id == m.show.id && v.id == m.show.in && m.show.ok && v.span == m.show.span && whole == (m.show.parts != nil) {
		m.reader.Return(v.place)
		return m.readOn()
	}
	m.show.id, m.show.lit, m.show.span = v.id, "", v.span
	ctx, j, show, read := m.ctx, m.j, m.shower(), m.spanReader(v.span)
	return func() tea.Msg {
		if whole {
			return returnedMsg{read(v.place.Source), v.place}
		}
		version, err := j.Load(ctx, v.id)
		version.ID = v.id
		return returnedMsg{show(version, v.place.Source, "", err), v.place}
	}
}

func (m *Model) returned(msg returnedMsg) tea.Cmd {
	cmd := m.showed(msg.there)
	if m.show.ok && m.show.in == msg.there.version.ID {
		m.reader.Return(msg.place)
	}
	return cmd
}

// jump goes to a byte offset of the entry that is read; Backspace leads back.
func (m *Model) jump(offset int) tea.Cmd {
	m.leave()
	m.reader.Jump(offset)
	return m.readOn()
}

// walkLinks goes to the next link or task, or the one before.
func (m *Model) walkLinks(step func() bool) tea.Cmd {
	if !step() {
		m.say(words.NoMoreLinks)
	}
	return m.readOn()
}

// follow does what the current link is for. Without one it begins a day on
// which nothing is written.
func (m *Model) follow() tea.Cmd {
	link, ok := m.reader.Link()
	if !ok {
		return m.beginDay()
	}
	return m.followLink(link)
}

// followLink does what a link of the entry that is read is for.
func (m *Model) followLink(link reader.Link) tea.Cmd {
	switch link.Kind {
	case reader.ToTask:
		return m.toggleTask()
	case reader.ToTag:
		m.search.Box = input.New("#" + link.Target)
		return m.startSearch()
	case reader.ToFootnote:
		if at, known := m.show.doc.Footnote(link.Target); known {
			return m.jump(at)
		}
		return nil
	case reader.ToEntry:
		return m.seekEntry(link.Target)
	case reader.ToImage:
		return m.viewPicture(link.Target)
	}
	address, err := url.Parse(link.Target)
	switch {
	case err == nil && address.Scheme != "":
		return m.browse(link.Target)
	case err == nil && link.Kind == reader.ToURL:
		target := address.Path
		if address.Fragment != "" {
			target += "#" + address.Fragment
		}
		return m.seekEntry(target)
	}
	m.say(words.NoEntryThere, link.Target)
	return nil
}

// browse opens an address outside of the program.
func (m *Model) browse(address string) tea.Cmd {
	ctx, open := m.ctx, m.o.Browse
	return func() tea.Msg { return browsedMsg{address, open(ctx, address)} }
}

func (m *Model) browsed(msg browsedMsg) {
	switch {
	case msg.err == nil:
		m.say(words.Browsed, msg.address)
	case m.screen == writing:
		m.warn(nextKey, words.NotOpened, m.lang.Reason(msg.err))
	default:
		m.warn(nextKey, words.NotBrowsed, m.lang.Reason(msg.err))
	}
}

// seekEntry finds the entry that a link means and shows it, at a heading if
// the target names one behind a hash.
func (m *Model) seekEntry(target string) tea.Cmd {
	ctx, j, from, show := m.ctx, m.j, m.at(), m.shower()
	var ours journal.Version
	if m.screen == writing {
		ours = m.editor.Snapshot().Ours
	}
	return func() tea.Msg {
		msg := linkedMsg{from: from, target: target}
		title, heading := target, ""
		var id journal.ID
		id, msg.found, msg.err = j.Linked(ctx, from, target)
		if i := strings.LastIndexByte(target, '#'); !msg.found && msg.err == nil && i >= 0 {
			title, heading = target[:i], target[i+1:]
			id, msg.found, msg.err = j.Linked(ctx, from, title)
		}
		if !msg.found || msg.err != nil {
			msg.target = title
			return msg
		}
		v, err := ours, error(nil)
		if id != ours.ID {
			v, err = j.Load(ctx, id)
			v.ID = id
		}
		msg.there = show(v, headingAt(v.Text, heading), "", err)
		return msg
	}
}

// headingAt returns the byte offset of a heading, 0 if there is none of that
// name. Links write headings as they stand, or as "the-talk" for "The talk!".
func headingAt(text, heading string) int {
	if heading == "" {
		return 0
	}
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
				return r
			}
			return -1
		}, fold.String(s))
	}
	for _, h := range reader.Parse(text).Headings() {
		if bare(h.Text) == bare(heading) {
			return h.Source
		}
	}
	return 0
}

// baseName is the last part of a path without the ending of a Markdown file.
func baseName(target string) string { return strings.TrimSuffix(path.Base(target), ".md") }

// linked goes to the entry that a link leads to, or offers to write it.
func (m *Model) linked(msg linkedMsg) tea.Cmd {
	switch {
	case m.screen != reading && m.screen != writing, m.at() != msg.from:
		return nil
	case msg.err != nil:
		m.warn(nextKey, words.NotRead, m.lang.Reason(msg.err))
		return nil
	case !msg.found:
		return m.offer(msg.target)
	case m.screen == writing:
		return m.cross(msg.there.version.ID, msg.there.at)
	}
	m.leave()
	m.show.id, m.show.lit, m.show.span = msg.there.version.ID, "", journal.Span{}
	m.list.Select(m.show.id)
	cmd := m.showed(msg.there)
	if msg.there.at > 0 {
		m.reader.Jump(msg.there.at)
	}
	return cmd
}

// offer asks whether to write the entry that a link leads to and that is not
// there.
func (m *Model) offer(target string) tea.Cmd {
	id, err := newEntry(target, m.j.Today())
	if err != nil {
		m.say(words.NoEntryThere, target)
		return nil
	}
	m.ask(m.lang.Say(words.WriteMissing, target), words.WriteIt, words.LeaveIt, func(m *Model) tea.Cmd {
		if m.screen == writing {
			return m.cross(id, atEnd)
		}
		m.leave()
		return m.write(id, atEnd)
	})
	return nil
}

// cross goes from the entry that is written to another one. A page can only be
// read.
func (m *Model) cross(to journal.ID, at int) tea.Cmd {
	if to.IsPage() {
		m.enter(reading)
		return m.look(to, at, "")
	}
	m.crossed = append(m.crossed, crossing{m.editor.ID(), to, m.editor.Caret()})
	m.crossed = m.crossed[max(0, len(m.crossed)-maxTrail):]
	return m.write(to, at)
}

// stopWriting goes back to the entry that a link was followed from to this one,
// and if there is none to the screen before.
func (m *Model) stopWriting() tea.Cmd {
	n := len(m.crossed) - 1
	if n < 0 || m.crossed[n].to != m.editor.ID() {
		m.crossed = nil
		return m.goBack()
	}
	last := m.crossed[n]
	m.crossed = m.crossed[:n]
	return m.write(last.from, last.caret)
}

// newEntry names the entry that a link asks for: that of a day, or one of
// today with the link's words for its name.
func newEntry(target string, today date.Date) (journal.ID, error) {
	if id, err := journal.ParseID(baseName(target)); err == nil {
		return id, nil
	}
	return journal.NewID(today, strings.TrimSuffix(strings.TrimSpace(target), ".md"))
}
