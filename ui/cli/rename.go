package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

var rename = &command{
	name:  "rename",
	usage: "[OPTION…] DATE|ID NEW",
	tells: words.CommandRename,
	declare: func(fs *flag.FlagSet, say sayer) action {
		var o changeOptions
		o.declare(fs, say)
		return func(ctx context.Context, c *call, args []string) error {
			if len(args) < 2 {
				return wrong(c.fail(words.RenameWhat), c.say(words.RenameUsage))
			}
			id, err := c.entry(args[:1])
			if err != nil {
				return err
			}
			to, err := c.j.Renamed(id, strings.Join(args[1:], " "))
			var bad *date.Error
			switch {
			case errors.As(err, &bad):
				return wrong(err, "")
			case err != nil:
				return wrong(err, c.say(words.BadName))
			}
			done := func() { c.tell(words.RenamedTo, id, to, to, id) }
			return c.change(ctx, &o, func() (*journal.Plan, error) {
				p, err := c.j.PlanMove(ctx, id, to)
				if errors.Is(err, journal.ErrNotFound) {
					err = failed(c.fail(words.NothingOn, id), c.say(words.ListHint))
				}
				return p, err
			}, done)
		}
	},
}

// renameTag gives the tag old the name new, or joins the two.
func (c *call) renameTag(ctx context.Context, o *changeOptions, old, new string) error {
	done := func() { c.tell(words.TagRenamed, old, new) }
	return c.change(ctx, o, func() (*journal.Plan, error) {
		p, err := c.j.PlanTag(ctx, old, new)
		if errors.Is(err, journal.ErrNoTag) {
			return nil, wrong(c.fail(words.NoTagToBe, new), c.say(words.BadTag))
		} else if err != nil {
			return nil, failed(c.fail(words.NoSuchTag, old), c.say(words.TagsHintAll))
		}
		if p.Joined > 0 {
			c.tell(words.JoinsOthers, words.Number(p.Joined))
		}
		return p, nil
	}, done)
}

// changeOptions are those of a command that changes several entries.
type changeOptions struct{ dry, json bool }

func (o *changeOptions) declare(fs *flag.FlagSet, say sayer) {
	fs.BoolVar(&o.dry, "dry-run", false, say(words.OptDryRun))
	fs.BoolVar(&o.json, "json", false, say(words.OptJSON))
}

// changedLine is a line in the JSON of what changes.
type changedLine struct {
	ID   string `json:"id"`
	Line int    `json:"line"`
	Was  string `json:"was"`
	Is   string `json:"is"`
}

// change makes a change of several entries, and shows it. What programs that
// have ended did not come to store is put back before.
func (c *call) change(ctx context.Context, o *changeOptions, plan func() (*journal.Plan, error), done func()) error {
	c.recover(ctx)
	if err := c.readAll(ctx); err != nil {
		return err
	}
	p, err := plan()
	if err != nil {
		return err
	}
	for _, id := range p.Stay {
		c.warn(words.PageStays, id.Name)
	}
	for _, odd := range p.Left {
		c.warn(words.LeftAlone, odd)
	}
	if !o.dry {
		if _, err := c.j.Apply(ctx, p, nil); err != nil {
			return err
		}
	}
	if err := c.showChange(p, o.json); err != nil {
		return err
	}
	if o.dry {
		c.tell(words.NothingChanged)
	} else {
		done()
	}
	if len(p.Left) > 0 {
		return silent
	}
	return nil
}

// recover puts back what was typed and not stored, so that it goes along.
func (c *call) recover(ctx context.Context) {
	list, err := c.j.Recover(ctx)
	for _, r := range list {
		c.warn(words.PutBackFirst, r.ID)
		if r.Copy != "" {
			c.warn(words.RestoreBeside, r.ID, r.Copy)
		}
	}
	if err != nil {
		c.warn(words.NotRecovered, err)
	}
}

// showChange lists the lines that a plan changes.
func (c *call) showChange(p *journal.Plan, json bool) error {
	rows := rows{c: c, json: json}
	for _, entry := range p.Changes {
		for _, l := range entry.Lines {
			line := func(text string) string {
				if c.OutIsTerminal {
					return cell.CleanLine(text)
				}
				return text
			}
			at := c.pen(dim, line(fmt.Sprintf("%v:%d", entry.ID, l.Number)))
			err := rows.add(at+"\n  - "+line(l.Was)+"\n  + "+line(l.Is), changedLine{entry.ID.String(), l.Number, l.Was, l.Is})
			if err != nil {
				return err
			}
		}
	}
	return rows.end()
}
