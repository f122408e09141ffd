package editor

import (
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/keys"
)

// TestFoundIsSeen: matches are drawn over what is selected, and the current one
// differs from the others.
func TestFoundIsSeen(t *testing.T) {
	e := New(cell.Ruler{})
	e.Open(journal.Version{Text: "one two one"})
	e.Resize(40, 10)
	pens := Pens{Selection: "48;5;1", Found: "41", Here: "42"}
	drawn := func() string {
		return strings.NewReplacer("\x1b[m", ")", "\x1b[", "(", "m", " ").Replace(e.Lines(pens)[0])
	}
	e.Go(0)
	e.StartFind()
	e.TypeFind("one")
	if want := "(48;5;1;42 one) two (41 one)"; drawn() != want {
		t.Errorf("%s, want %s", drawn(), want)
	}
	e.DoFind(keys.NextHit)
	if want := "(41 one) two (48;5;1;42 one)"; drawn() != want {
		t.Errorf("%s, want %s", drawn(), want)
	}
	e.Do(keys.SelectAll)
	if want := "(48;5;1;41 one)(48;5;1  two )(48;5;1;42 one)"; drawn() != want {
		t.Errorf("%s, want %s", drawn(), want)
	}
	e.EndFind()
	if want := "(48;5;1 one two one)"; drawn() != want {
		t.Errorf("%s, want %s", drawn(), want)
	}
}
