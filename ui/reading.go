package ui

import (
	tea "charm.land/bubbletea/v2"
	"cmp"

	"lifelog/journal"
	"lifelog/ui/keys"
	"lifelog/ui/reader"
	"lifelog/ui/words"
)

// most is the size in bytes up to which an entry is edited here.
const most = 16 << 20

// shown is the entry in the reader.
type shown struct {
	id      journal.ID
	in      journal.ID // whose text is in the reader
	version journal.Version
	length  length
	lit     string         // words of a search that are lit in it
	span    journal.Span   // whose days are read as one text, as it is wanted; zero for none
	parts   []journal.Part // that the text consists of, if it is that of a span
	doc     *reader.Document
	linked  []journal.ID // the entries below it that link to it
	zone    string       // that it says it is of, where that is another than here
	ok      bool         // it has been read
	err     string       // why it has not
	turned  bool         // from the editor, to read it
	top     int          // where the reader stood then
}

type (
	namesMsg struct {
		ids      []journal.ID
		left     []*journal.Odd
		readings []journal.Reading // what days in names may mean
		err      error
	}
	headsMsg map[journal.ID]journal.Brief
	shownMsg struct {
		version journal.Version
		doc     *reader.Document
		linked  []journal.ID
		zone    string
		at      int    // byte offset to be shown; -1 for the top
		lit     string // words to be lit
		span    journal.Span
		parts   []journal.Part
		err     error
	}
	openedMsg struct {
		version journal.Version
		at      int    // byte offset of the caret; -1 for the end
		news    int    // as of the editor, when it was read
		begun   string // what it begins with, when it is not stored yet
		odd     error  // why it does not begin with its template
		err     error
	}
)

// readNames lists the journal.
func (m *Model) readNames() tea.Cmd {
	ctx, j := m.ctx, m.j
	return func() tea.Msg {
		ids, left, err := j.List(ctx)
		readings, unclear := j.Readings(ctx)
		return namesMsg{ids, left, readings, cmp.Or(err, unclear)}
	}
}

func (m *Model) named(msg namesMsg) tea.Cmd {
	first := !m.listed
	var faults []string
	m.copies, m.unlisted = nil, ""
	for _, odd := range msg.left {
		if odd.Copy != nil {
			m.copies = append(m.copies, *odd.Copy)
		} else {
			faults = append(faults, m.lang.Odd(odd))
		}
	}
	switch {
	case msg.err != nil:
		m.unlisted = m.lang.Say(words.NotListed, m.lang.Reason(msg.err), m.o.Root)
		m.putText(true, nextEsc, m.unlisted)
	case len(faults) > 0:
		m.unlisted = m.lang.Say(words.LeftOut, m.several(faults))
		if first {
			m.putText(true, nextKey, m.unlisted)
		}
	}
	if first && len(msg.readings) > 0 && m.overlay == nil {
		m.askReading(msg.readings)
	}
	m.listed = true
	m.ids = msg.ids
	cmd := tea.Batch(m.narrow(m.filtered), m.readDays())
	if first && m.begun {
		cmd = tea.Batch(cmd, m.fill())
	}
	if m.begun {
		cmd = tea.Batch(cmd, m.remind(m.j.Today(), false))
	}
	return cmd
}

// visible are the entries of which something is said on the screen.
func (m *Model) visible() []journal.ID {
	if m.screen == dating {
		return m.calendar.Entries()
	}
	return m.list.Visible()
}

// readHeads reads what the rows on the screen say, as far as it is not known.
func (m *Model) readHeads() tea.Cmd {
	var want []journal.ID
	for _, id := range m.visible() {
		if _, known := m.heads[id]; !known && !m.asked[id] {
			m.asked[id] = true
			want = append(want, id)
		}
	}
	if len(want) == 0 {
		return nil
	}
	ctx, j, lang := m.ctx, m.j, m.lang
	return func() tea.Msg {
		heads := headsMsg{}
		for _, id := range want {
			brief, err := j.Brief(ctx, id)
			if err != nil {
				brief.Title = lang.Reason(err)
			}
			heads[id] = brief
		}
		return heads
	}
}

func (m *Model) headed(msg headsMsg) {
	for id, head := range msg {
		m.heads[id] = head
		delete(m.asked, id)
	}
}

// preview shows what is selected in the pane beside the list or the hits.
func (m *Model) preview() tea.Cmd {
	switch m.screen {
	case home:
		if id, ok := m.list.Selected(); ok {
			return m.look(id, -1, "")
		}
	case dating:
		return m.look(m.dated(), -1, "")
	case searching:
		if hit, ok := m.search.Selected(); ok {
			return m.look(hit.ID, hit.At, m.search.Query())
		}
	}
	return nil
}

// look brings an entry into the reader, at a byte offset of its text, with
// words lit.
func (m *Model) look(id journal.ID, at int, lit string) tea.Cmd {
	if m.show.id == id && m.show.ok && m.show.span == (journal.Span{}) && lit == m.show.lit && at < 0 {
		return m.takeStock()
	}
	return m.lookFor(id, func(string) int { return at }, lit)
}

// lookFor brings an entry into the reader, at a place to be found in its text.
func (m *Model) lookFor(id journal.ID, at func(text string) int, lit string) tea.Cmd {
	m.show.id, m.show.lit, m.show.turned, m.show.span = id, lit, false, journal.Span{}
	ctx, j, show := m.ctx, m.j, m.shower()
	return func() tea.Msg {
		v, err := j.Load(ctx, id)
		v.ID = id
		return show(v, at(v.Text), lit, err)
	}
}

// shower returns a function that parses a version and lays out the screen from
// a byte offset of it on, to be used in a command.
func (m *Model) shower() func(v journal.Version, at int, lit string, err error) shownMsg {
	r, rows := m.reader.Renderer(), 2*m.height
	ctx, j, lang, all := m.ctx, m.j, m.lang, m.read.done
	return func(v journal.Version, at int, lit string, err error) shownMsg {
		var linked []journal.ID
		if all { // else they would be found out anew with every entry that is read
			linked = j.Backlinks(ctx, v.ID)
		}
		doc := reader.Parse(v.Text).Beside(v.ID.String()).Below(backlinks(ctx, j, lang, linked))
		r.Warm(doc, max(0, at), rows)
		return shownMsg{version: v, doc: doc, linked: linked, zone: j.Elsewhere(v.Text), at: at, lit: lit, err: err}
	}
}

// readOn lays out what the next keys will scroll to, before they come.
func (m *Model) readOn() tea.Cmd {
	doc, r, at, rows := m.show.doc, m.reader.Renderer(), m.reader.Top(), 3*m.height
	if doc == nil {
		return nil
	}
	return func() tea.Msg {
		r.Warm(doc, at, rows)
		return nil
	}
}

// render brings a version that is known already into the reader.
func (m *Model) render(v journal.Version, at int, lit string) tea.Cmd {
	show := m.shower()
	return func() tea.Msg { return show(v, at, lit, nil) }
}

// reload reads again what may have been changed by another program.
func (m *Model) reload(id journal.ID) tea.Cmd {
	delete(m.heads, id)
	if m.show.id == id {
		m.show.ok = false
	}
	switch {
	case m.screen == writing && m.editor.ID() == id:
		return m.write(id, asWas)
	case m.screen == reading:
		return m.look(id, m.reader.Top(), m.show.lit)
	}
	return m.preview()
}

// showed takes in a rendered entry, unless another one is wanted by now.
func (m *Model) showed(msg shownMsg) tea.Cmd {
	if msg.version.ID != m.show.id || msg.lit != m.show.lit || msg.span != m.show.span {
		return nil
	}
	m.show.ok, m.show.err = msg.err == nil, ""
	if msg.err != nil {
		m.show.err = m.lang.Reason(msg.err)
		return nil
	}
	place, stays := m.reader.Place(), msg.at < 0 && msg.version.ID == m.show.in && (msg.parts == nil) == (m.show.parts == nil)
	m.show.doc, m.show.in, m.show.version, m.show.length = msg.doc, msg.version.ID, msg.version, length{}
	m.show.linked, m.show.zone, m.show.parts = msg.linked, msg.zone, msg.parts
	if m.screen != reading || !m.finder.typed {
		m.light(m.litBySearch())
	}
	m.reader.Show(msg.doc, msg.at)
	if stays {
		m.reader.Return(place)
	} else if m.show.turned {
		m.show.top = m.reader.Top()
	}
	return m.takeStock()
}

// brief is what a row of the list says.
func (m *Model) brief(id journal.ID) (journal.Brief, bool) {
	b, ok := m.heads[id]
	return b, ok
}

// Where the caret goes in an entry that is opened for writing, if not before a
// byte offset of its text.
const (
	atEnd = -1
	asWas = -2 // where it was when the entry was last written in
)

// write opens an entry for writing, with the caret at a place. An entry with
// unsaved text is saved first. A page is not written here.
func (m *Model) write(id journal.ID, at int) tea.Cmd {
	if id.IsPage() {
		m.say(words.PageIsRead)
		return nil
	}
	if m.open && m.editor.ID() == id {
		switch {
		case m.screen == writing && at == atEnd: // it is asked for and there
			return nil
		case m.editor.Modified():
			return m.writeAt(at)
		}
	}
	ctx, j, template := m.ctx, m.j, m.template()
	return m.save(func(m *Model) tea.Cmd {
		if m.screen != writing { // else one can go on in what is open
			m.ahead = ahead{waits: true, since: m.clock()}
		}
		news := m.editor.News()
		return func() tea.Msg {
			v, err := j.Load(ctx, id)
			if err != nil || v.Rev != "" {
				return openedMsg{version: v, at: at, news: news, err: err}
			}
			text, odd := template(id)
			return openedMsg{v, at, news, j.Placed(ctx, id, text), odd, nil}
		}
	})
}

func (m *Model) opened(msg openedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		m.warn(nextKey, words.NotRead, m.lang.Reason(msg.err))
		return nil
	case len(msg.version.Text) > most:
		m.say(words.TooLarge)
		m.enter(reading)
		return m.look(msg.version.ID, -1, "")
	}
	switch modified := m.open && m.editor.Modified(); { // something was typed meanwhile
	case m.open && m.editor.ID() == msg.version.ID && (modified || m.editor.News() != msg.news):
		return tea.Batch(m.writeAt(msg.at), m.compare())
	case modified:
		return m.save(func(m *Model) tea.Cmd { return m.opened(msg) })
	}
	var left tea.Cmd
	if !m.goOnWriting(msg.version) {
		left = m.leaveEntry()
		m.startWriting(msg.version, msg.begun)
	}
	if msg.odd != nil {
		m.warn(nextKey, words.NoTemplate, m.lang.Reason(msg.odd))
	}
	return tea.Batch(left, m.writeAt(msg.at))
}

// writeAt goes to the writing screen, with the caret at a place.
func (m *Model) writeAt(at int) tea.Cmd {
	if m.screen != writing {
		m.crossed = nil
	}
	m.enter(writing)
	switch {
	case at >= 0:
		m.editor.Go(at)
	case at == atEnd:
		m.editor.Do(keys.TextEnd)
	}
	return nil
}
