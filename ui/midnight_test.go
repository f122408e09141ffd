package ui

import (
	"testing"
	"time"
)

// An entry stays on the day it was begun on, however late it gets. The day after
// begins with the next look at today.
func TestMidnightWhileWriting(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "# Monday\n\n"})
	d.clock = time.Date(2022, 5, 2, 23, 59, 50, 0, time.UTC)
	d.press("enter").typ("before, ")
	d.clock = d.clock.Add(20 * time.Second)
	d.typ("after midnight").wait().stores("2022-05-02", "# Monday\n\nbefore, after midnight").stores("2022-05-03", "")
	d.press("esc").press("f2").typ("a new day").wait()
	d.stores("2022-05-03", "a new day").stores("2022-05-02", "# Monday\n\nbefore, after midnight")
	d.press("esc")

	// A clock that is put back changes nothing that is written.
	d.clock = d.clock.Add(-time.Hour)
	d.press("f2").typ(", and yesterday again").wait()
	d.stores("2022-05-03", "a new day").stores("2022-05-02", "# Monday\n\nbefore, after midnight, and yesterday again")
}
