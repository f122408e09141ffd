package cli

import (
	"context"
	"flag"

	"lifelog/journal"
	"lifelog/ui/words"
)

var doctor = &command{
	name:  "doctor",
	usage: "[OPTION…]",
	tells: words.CommandDoctor,
	declare: func(fs *flag.FlagSet, say sayer) action {
		fix := fs.Bool("fix", false, say(words.OptFix))
		json := fs.Bool("json", false, say(words.OptJSON))
		return func(ctx context.Context, c *call, args []string) error { return c.doctor(ctx, *fix, *json) }
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
	far := c.progress()
	if _, err := c.j.Read(ctx, far.read); err != nil { // what cannot be read is found again
		far.end()
		return err
	}
	all, err := c.j.Check(ctx, true, far.check)
	far.end()
	if err != nil {
		c.warn(words.NotChecked, err)
	}
	left := 0
	rows := rows{c: c, json: json}
	for _, f := range all {
		d := diagnosis{Fault: f.Fault, Path: f.Path, Detail: f.Detail, Mendable: f.CanMend()}
		if d.What, d.Mend = c.Lang.Finding(f, "--fix"); f.ID != (journal.ID{}) {
			d.ID = f.ID.String()
		}
		next := d.Mend
		if fix && f.CanMend() {
			if err := f.Mend(ctx); err != nil {
				c.complain(c.reason(err))
			} else {
				d.Mended, next = true, c.say(words.Mended, c.Lang.Mended(f.Fault))
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
		c.tell(words.AllWell)
	}
	return nil
}
