package ui

import "lifelog/ui/words"

// status is the line of words above the foot.
type status struct {
	text    string
	warning bool
	until   occasion
}

// occasion is when a word goes away.
type occasion int

const (
	nextKey    occasion = iota
	nextEsc             // it has to be seen
	nextRecord          // that is made: until then what is typed is in no draft
	nextSave            // that succeeds: until then something is not stored
)

// say puts up a word that goes away with the next key.
func (m *Model) say(p words.Phrase, args ...any) { m.put(false, nextKey, p, args...) }

// warn puts up a warning that stays until the occasion.
func (m *Model) warn(until occasion, p words.Phrase, args ...any) { m.put(true, until, p, args...) }

// put puts up a word, unless one is up that has to stay longer.
func (m *Model) put(warning bool, until occasion, p words.Phrase, args ...any) {
	m.putText(warning, until, m.lang.Say(p, args...))
}

func (m *Model) putText(warning bool, until occasion, text string) {
	if m.status.until <= until {
		m.status = status{text, warning, until}
	}
}

// over takes down a word whose occasion has come.
func (m *Model) over(o occasion) {
	if m.status.until == o {
		m.status = status{}
	}
}

// several names the first of some faults and says how many more there are.
func (m *Model) several(faults []string) string {
	if len(faults) == 1 {
		return faults[0]
	}
	return m.lang.Say(words.AndMore, faults[0], len(faults)-1)
}
