package conflict

import (
	"math/rand/v2"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/diff"
	"lifelog/ui/keys"
)

// One side everywhere is that side, byte for byte, and both have every line of
// either; whatever is chosen has no line of nobody's.
func TestText(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	pieces := []string{"a", "雨", "\n", "\n", "\r\n", "b c", "\xff"}
	some := func() string {
		var b strings.Builder
		for range rng.IntN(14) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return b.String()
	}
	for range 5000 {
		ours, theirs := some(), some()
		c := New(journal.Both{Ours: ours, Theirs: theirs}, diff.Of(ours, theirs), cell.Ruler{})
		for action, want := range map[keys.Action]string{keys.AllOurs: ours, keys.AllTheirs: theirs} {
			c.Do(action)
			if got := c.Text(); got != want && len(c.choices) > 0 {
				t.Fatalf("%s of %q and %q: %q", action, ours, theirs, got)
			}
		}
		c.Do(keys.AllBoth)
		both := c.Text()
		for line := range strings.Lines(ours + "\n" + theirs) {
			if !strings.Contains(both, strings.TrimRight(line, "\r\n")) {
				t.Fatalf("both of %q and %q: %q lacks %q", ours, theirs, both, line)
			}
		}
		for range 4 {
			c.Do([]keys.Action{keys.TakeOurs, keys.TakeTheirs, keys.TakeBoth, keys.NextHit, keys.PrevHit}[rng.IntN(5)])
		}
		for line := range strings.Lines(c.Text()) {
			if !strings.Contains(ours+"\n"+theirs, strings.TrimRight(line, "\r\n")) {
				t.Fatalf("of %q and %q: %q came from nowhere", ours, theirs, line)
			}
		}
	}
}
