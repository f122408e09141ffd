package ui

import (
	"math"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/reader"
	"lifelog/ui/text"
	"lifelog/ui/words"
)

// length is how much there is to read. The zero length is not known yet.
type length struct{ characters, words, minutes int }

// lengthMsg is the length of a document.
type lengthMsg struct {
	doc    *reader.Document
	length length
}

// How much people read in a minute.
const (
	wideAMinute  = 500 // kanji and kana
	wordsAMinute = 230
)

func lengthOf(s string) length {
	var l length
	l.characters, l.words = text.Count(s)
	wide := 0
	for _, r := range s {
		if r >= 0x3000 && unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) {
			wide++
		}
	}
	l.minutes = max(1, int(math.Round(float64(wide)/wideAMinute+float64(l.words)/wordsAMinute)))
	return l
}

// takeStock finds out what the status line says of the entry that is read:
// its length, and the hits in it.
func (m *Model) takeStock() tea.Cmd {
	switch {
	case m.show.doc == nil:
		return nil
	case m.screen == searching:
		return m.countHits(-1)
	case m.screen != reading:
		return nil
	}
	var measure tea.Cmd
	if doc, s := m.show.doc, m.show.version.Text; m.show.length == (length{}) {
		measure = func() tea.Msg { return lengthMsg{doc, lengthOf(s)} }
	}
	return tea.Batch(measure, m.countHits(-1))
}

func (m *Model) tookLength(msg lengthMsg) {
	if msg.doc == m.show.doc {
		m.show.length = msg.length
	}
}

// readingLine says what is looked for, how far one has come, and how much
// there is to read.
func (m *Model) readingLine() string {
	if !m.show.ok || m.reader.Empty() {
		return ""
	}
	var parts []string
	if m.show.span != (journal.Span{}) {
		parts = append(parts, m.lang.Stretch(m.show.span.Days))
	} else if span, ok := m.spans.Of(m.show.id); ok && span.ID == m.show.id {
		parts = append(parts, m.lang.Say(words.TripOffer, m.lang.Stretch(span.Days)))
	}
	if m.finder.match != nil {
		parts = append(parts, m.finder.words+"  "+m.hitCount())
	}
	if m.show.zone != "" {
		parts = append(parts, m.show.zone)
	}
	if p, more := m.reader.Percent(); more {
		parts = append(parts, words.Number(p)+"%")
	}
	if m.show.doc.Plain() {
		why := words.PlainText
		if len(m.show.version.Text) > reader.MaxMarkdown {
			why = words.PlainLarge
		}
		parts = append(parts, m.lang.Say(why))
	}
	if l := m.show.length; l != (length{}) {
		parts = append(parts, m.amount(l.characters, l.words), m.lang.Say(words.Minutes, words.Number(l.minutes)))
	}
	return strings.Join(parts, "  ·  ")
}

// amount says how much text there is.
func (m *Model) amount(characters, w int) string {
	line := m.lang.Count(characters, words.OneCharacter, words.Characters)
	if w > 0 {
		line += "  " + m.lang.Count(w, words.OneWord, words.WordsAnd)
	}
	return line
}
