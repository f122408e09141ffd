package journal

import (
	"strings"
	"unicode"

	"github.com/aymanbagabas/go-udiff"
)

// Changed returns how many characters came into a text and went out of it when
// old became new, without white space and marks that join others.
func Changed(old, new string) (added, removed int) {
	old, new = strings.ToValidUTF8(old, "\uFFFD"), strings.ToValidUTF8(new, "\uFFFD")
	for _, lines := range udiff.Lines(old, new) {
		was := old[lines.Start:lines.End]
		for _, e := range udiff.Strings(was, lines.New) {
			added += characters(e.New)
			removed += characters(was[e.Start:e.End])
		}
	}
	return added, removed
}

func characters(s string) (n int) {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n++
		}
	}
	return n
}
