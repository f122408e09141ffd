package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/editor"
	"lifelog/ui/input"
	"lifelog/ui/keys"
	"lifelog/ui/reader"
	"lifelog/ui/words"
)

// finder is what is being looked for in the entry that is read. What is seen
// is lit at once; where all hits are, and how many, a command finds out.
type finder struct {
	words  string
	match  reader.Match       // nil for nothing
	typed  bool               // here; the words of a search in the journal are lit likewise
	steps  int                // hits to go on, once they are known
	giveUp context.CancelFunc // ends the counting
}

// hitsMsg are all hits of some words.
type hitsMsg struct {
	words string
	hits  *reader.Hits
	from  int // byte offset from which on to go to the first one; -1 stays
}

// finding is the box for the words that are looked for.
type finding struct {
	box  *input.Input
	from int // byte offset of the place where it began
}

func (m *Model) startFinding() tea.Cmd {
	if !m.show.ok || m.reader.Empty() {
		return nil
	}
	m.overlay = &finding{input.New(""), m.reader.Top()}
	return nil
}

func (f *finding) scope() keys.Scope { return keys.Seek }

func (f *finding) do(m *Model, a keys.Action) tea.Cmd {
	switch a {
	case keys.Back:
		m.overlay = nil
		return m.douse()
	case keys.Keep:
		if m.overlay = nil; f.box.String() == "" {
			return m.douse()
		}
	case keys.NextHit:
		return m.stepHit(1)
	case keys.PrevHit:
		return m.stepHit(-1)
	case keys.SearchAll:
		m.overlay = nil
		m.search.Box = input.New(f.box.String())
		return tea.Batch(m.douse(), m.startSearch())
	case keys.Paste:
		return m.pasteClipboard()
	default:
		was := f.box.String()
		if f.box.Do(a); f.box.String() != was {
			return m.seek(f.box.String(), f.from)
		}
	}
	return nil
}

func (f *finding) typed(m *Model, s string) tea.Cmd {
	f.box.Type(s)
	return m.seek(f.box.String(), f.from)
}

func (f *finding) bar(m *Model) (line string, caret int) {
	x := m.frameOf().main.x
	label := strings.Repeat(" ", x) + m.lang.Say(words.FindBox) + "  "
	count := ""
	if f.box.String() != "" {
		count = m.hitCount()
	}
	at := m.ruler.Width(label)
	room := max(1, min(40, m.width-at-m.ruler.Width(count)-4))
	typed, caret := f.box.View(m.ruler, room)
	return m.theme.Title.Render(label) + m.theme.Body.Render(m.ruler.Pad(typed, room)) + "  " + m.theme.Dimmed.Render(count), at + caret
}

// seek lights words in what is read and goes to the first of them from a
// place on.
func (m *Model) seek(s string, from int) tea.Cmd {
	m.light(finder{words: s, match: editor.Phrase(s), typed: true})
	return m.countHits(from)
}

// light changes what is looked for.
func (m *Model) light(f finder) {
	if m.finder.giveUp != nil {
		m.finder.giveUp()
	}
	m.finder = f
	m.reader.Light(f.match)
}

// douse puts out the light of words that were typed here.
func (m *Model) douse() tea.Cmd {
	m.light(m.litBySearch())
	return m.countHits(-1)
}

// countHits finds all hits in the entry that is read.
func (m *Model) countHits(from int) tea.Cmd {
	if m.finder.match == nil || m.show.doc == nil {
		return nil
	}
	ctx, cancel := context.WithCancel(m.ctx)
	m.finder.giveUp = cancel
	r, doc, s, match := m.reader.Renderer(), m.show.doc, m.finder.words, m.finder.match
	return func() tea.Msg {
		defer cancel()
		return hitsMsg{s, r.Find(ctx, doc, match), from}
	}
}

// counted takes in where the hits are, unless something else is looked for by
// now.
func (m *Model) counted(msg hitsMsg) tea.Cmd {
	if msg.words != m.finder.words || !m.reader.Found(msg.hits) {
		return nil
	}
	if msg.from >= 0 {
		m.reader.SeekHit(msg.from)
	}
	steps := m.finder.steps
	m.finder.steps = 0
	return m.stepHit(steps)
}

// stepHit goes n hits on, or back; later if it is not known yet where they are.
func (m *Model) stepHit(n int) tea.Cmd {
	if _, _, known := m.reader.Hit(); !known {
		m.finder.steps += n
		return nil
	}
	for ; n > 0; n-- {
		m.reader.NextHit()
	}
	for ; n < 0; n++ {
		m.reader.PrevHit()
	}
	return m.readOn()
}

// hitCount says which hit of how many is the current one.
func (m *Model) hitCount() string {
	switch at, all, known := m.reader.Hit(); {
	case !known:
		return m.lang.Say(words.Counting)
	case all == 0:
		return m.lang.Say(words.NoMatch)
	case at == 0:
		return m.lang.Say(words.MatchesHere, all)
	default:
		return m.lang.Say(words.MatchOf, at, all)
	}
}

// litBySearch is what a search in the journal lights in the entry it found.
func (m *Model) litBySearch() finder {
	return finder{words: m.show.lit, match: journal.Matcher(m.show.lit)}
}

// stopReading puts out the light of words that were typed here, and if there
// are none leaves the entry.
func (m *Model) stopReading() tea.Cmd {
	if m.finder.typed && m.finder.match != nil {
		return m.douse()
	}
	m.finder.typed, m.trail = false, nil
	return m.goBack()
}
