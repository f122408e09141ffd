package cli

import (
	"context"
	"flag"

	"lifelog/journal"
	"lifelog/ui/words"
)

var doctor = &command{
	name:    "doctor",
	words:   "[OPTION…]",
	summary: "say what is wrong with the journal, and what would mend it",
	manual: `Looks through the journal and what is kept of it outside: front matter that cannot be
read, two files of one entry, other texts of an entry, pictures that are missing or that no
entry shows, links that lead nowhere, what saves that were cut short left, folders that
others can look into, drafts and earlier states that cannot be read. It changes nothing.
With --fix it mends what can be mended without you, and says so: what saves left, the
folders, the earlier states. The status is 1 while something is left. With --json, one array
of objects:
  fault            what kind it is, as in missing-picture
  id, path         of the entry, if it is in one, and of the file
  detail           the target of the link, the reason and the like
  what, mend       both in words
  mendable         whether --fix mends it
  mended           whether it did`,
	declare: func(fs *flag.FlagSet) action {
		fix := fs.Bool("fix", false, "mend what can be mended")
		json := fs.Bool("json", false, "as JSON")
		return func(ctx context.Context, c *call, words []string) error { return c.doctor(ctx, *fix, *json) }
	},
}

// diagnosis is a finding in the JSON of doctor.
type diagnosis struct {
	Fault    journal.Fault `json:"fault"`
	ID       string        `json:"id"`
	Path     string        `json:"path"`
	Detail   string        `json:"detail"`
	What     string        `json:"what"`
	Mend     string        `json:"mend"`
	Mendable bool          `json:"mendable"`
	Mended   bool          `json:"mended"`
}

func (c *call) doctor(ctx context.Context, fix, json bool) error {
	if _, err := c.j.Read(ctx, nil); err != nil { // what cannot be read is found again
		return err
	}
	all, err := c.j.Check(ctx, true, nil)
	if err != nil {
		c.warn("not everything could be checked: %v", err)
	}
	left := 0
	rows := rows{c: c, json: json}
	for _, f := range all {
		d := diagnosis{Fault: f.Fault, Path: f.Path, Detail: f.Detail, Mendable: f.CanMend()}
		if d.What, d.Mend = words.English.Finding(f, "--fix"); f.ID != (journal.ID{}) {
			d.ID = f.ID.String()
		}
		next := d.Mend
		if fix && f.CanMend() {
			if err := f.Mend(ctx); err != nil {
				c.warn("%v", err)
			} else {
				d.Mended, next = true, "mended: "+words.English.Mended(f.Fault)
			}
		}
		if !d.Mended {
			left++
		}
		if err := rows.add(c.safe(f.Path+": "+d.What)+"\n    "+c.pen(dim, next), d); err != nil {
			return err
		}
	}
	if err := rows.end(); err != nil {
		return err
	}
	switch {
	case err != nil || left > 0:
		return silent
	case len(all) == 0:
		c.tell("nothing is wrong")
	}
	return nil
}
