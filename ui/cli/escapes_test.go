package cli

import (
	"fmt"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell/celltest"
)

// TestNothingDrivesTheTerminal: every payload in every place of an entry, in
// arguments, and in names of files and errors, by every command that shows
// any of these on a terminal.
func TestNothingDrivesTheTerminal(t *testing.T) {
	payloads, places := celltest.Corpus(t)
	for _, p := range payloads {
		d := newDesk().terminal(100)
		day := date.Date{Year: 2022, Month: 5, Day: 1}
		for n, place := range places {
			d.shelf.texts[day.Add(-n).String()] = place.Fill(p) + "\n\nneedle #tag" + p.Bytes + "\n"
		}
		d.shelf.odd = []*journal.Odd{{Path: p.Bytes, Why: p.Bytes}}
		d.shelf.broken = map[string]error{"2022-05-01": fmt.Errorf("no %s", p.Bytes)}
		for _, args := range [][]string{
			{"list"}, {"list", "needle"}, {"search", "needle"}, {"search", "--json", "needle"}, {"list", "--json"}, {"tags"},
			{"search", p.Bytes}, {"search", "--explain", p.Bytes + " (on:" + p.Bytes}, {"read", "2022-05-01"}, {"read", "--raw", "2022-04-30"},
			{"read", p.Bytes}, {"add", "--date", p.Bytes, "x"}, {"add", "--photo", p.Bytes}, {p.Bytes}, {"list", "--" + p.Bytes}, {"help", p.Bytes},
			{"--dir", p.Bytes, "list"}, {"edit", p.Bytes},
			{"stats"}, {"stats", "--json"}, {"stats", p.Bytes}, {"on-this-day", "2023-05-01"}, {"read", "--trip", p.Bytes}, {"history", p.Bytes},
			{"history", "2022-04-30"}, {"restore", p.Bytes, "--at", p.Bytes}, {"remove", p.Bytes}, {"trash"}, {"trash", "restore", p.Bytes}, {"doctor"},
		} {
			_, out, errs := d.run(args...)
			for line := range strings.Lines(out + errs) {
				if what := p.GetsOut(strings.TrimSuffix(line, "\n")); what != "" {
					t.Errorf("%s, %.20q: %s gets out: %q", p.Name, args, what, line)
				}
			}
		}
	}
}
