package ui

import (
	"errors"

	"lifelog/journal"
	"lifelog/ui/words"
)

// status is the line of words above the foot.
type status struct {
	text    string
	warning bool
	stays   bool // until what it says is no longer so; others go with the next key
}

// say puts up a word that goes away with the next key.
func (m *Model) say(p words.Phrase, args ...any) {
	m.status = status{text: m.lang.Say(p, args...)}
}

// warn puts up a word that stays until something better can be said.
func (m *Model) warn(p words.Phrase, args ...any) {
	m.status = status{text: m.lang.Say(p, args...), warning: true, stays: true}
}

// reason is an error without the parts that only say where it came from.
func reason(err error) string {
	var odd *journal.Odd
	if errors.As(err, &odd) {
		return odd.Error()
	}
	return err.Error()
}
