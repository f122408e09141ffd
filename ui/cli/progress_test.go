package cli

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lifelog/journal/date"
)

// What takes long says how far it is, on a terminal only, and takes that away;
// what is done soon says nothing.
func TestProgress(t *testing.T) {
	var entries []string
	for n := range 600 {
		entries = append(entries, date.Date{Year: 2022, Month: 5, Day: 2}.Add(-n).String(), fmt.Sprintf("# Day %d\n\n[[nowhere]]\n", n))
	}
	begun := time.Date(2022, 5, 2, 18, 20, 0, 0, time.UTC)
	for _, c := range []struct {
		args, term     string
		slow, terminal bool
		want           []string
	}{
		{"search zymurgy", "xterm", true, true, []string{"\r\x1b[K256 of 600 entries read", "\r\x1b[K512 of 600 entries read", "\r\x1b[K600 of 600 entries read\r\x1b[K"}},
		{"doctor", "xterm", true, true, []string{"\r\x1b[K256 of 600 entries read", "\r\x1b[Klooking for: Links that lead nowhere, 599 of 600\r\x1b[K"}},
		{"doctor", "xterm", false, true, nil},
		{"doctor", "dumb", true, true, nil},
		{"doctor", "xterm", true, false, nil},
	} {
		d := newDesk(entries...).terminal(80)
		d.vars["TERM"], d.ErrIsTerminal = c.term, c.terminal
		var seconds atomic.Int64
		d.Now = func() time.Time {
			if c.slow {
				return begun.Add(time.Duration(seconds.Add(1)) * time.Second)
			}
			return begun
		}
		_, _, said := d.run(strings.Fields(c.args)...)
		for _, want := range c.want {
			if !strings.Contains(said, want) {
				t.Errorf("lifelog %s said %q, want %q in it", c.args, said, want)
			}
		}
		if c.want == nil && strings.Contains(said, " of 600") {
			t.Errorf("lifelog %s on %s said %q", c.args, c.term, said)
		}
	}
}
