package cli

import (
	"context"
	"errors"
	"flag"
	"strings"
	"time"

	"lifelog/journal"
	"lifelog/ui/words"
)

var remove = &command{
	name:  "remove",
	usage: "[OPTION…] DATE|ID",
	tells: words.CommandRemove,
	declare: func(*flag.FlagSet, sayer) action {
		return func(ctx context.Context, c *call, args []string) error {
			if len(args) == 0 { // not even today without being told
				return wrong(c.fail(words.WhichEntry), c.say(words.RemoveHint))
			}
			id, err := c.entry(args)
			if err != nil {
				return err
			}
			v, err := c.j.Load(ctx, id)
			if err != nil {
				return err
			}
			if v.Rev == "" {
				return failed(c.fail(words.NothingOn, id), c.say(words.ListHint))
			}
			if err := c.j.Remove(ctx, v); err != nil {
				return err
			}
			c.tell(words.MovedToTrash, id, id)
			return nil
		}
	},
}

var trash = &command{
	name:  "trash",
	usage: "[OPTION…] [restore ID]",
	tells: words.CommandTrash,
	declare: func(fs *flag.FlagSet, say sayer) action {
		json := fs.Bool("json", false, say(words.OptJSON))
		return func(ctx context.Context, c *call, args []string) error {
			switch {
			case len(args) == 0:
				return c.trashed(ctx, *json)
			case args[0] != "restore" || len(args) == 1:
				return wrong(c.fail(words.NoTrashCommand, strings.Join(args, " ")), c.say(words.TrashUsage))
			}
			id, err := c.entry(args[1:])
			if err != nil {
				return err
			}
			v, err := c.j.TakeBackLast(ctx, id)
			switch {
			case errors.Is(err, journal.ErrNotFound):
				return failed(c.fail(words.NotInTrash, id), c.say(words.TrashHint))
			case err != nil:
				return err
			case v.ID != id:
				c.warn(words.BackBeside, id, v.ID)
			}
			c.tell(words.BackAgain, v.ID)
			return nil
		}
	},
}

// removed is an entry in the JSON of trash.
type removed struct {
	ID      string `json:"id"`
	Date    string `json:"date"`
	Name    string `json:"name"`
	Removed string `json:"removed"`
	Title   string `json:"title"`
	Bytes   int    `json:"bytes"`
}

func (c *call) trashed(ctx context.Context, json bool) error {
	all, err := c.j.Trashed(ctx)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		c.tell(words.TrashEmpty)
	}
	rows := rows{c: c, json: json}
	for _, t := range all {
		text, err := c.j.TrashedText(ctx, t)
		if errors.Is(err, journal.ErrNotFound) { // it has just left
			continue
		} else if err != nil {
			return err
		}
		at, title := t.At.Local(), journal.HeadOf(t.ID, text).Title
		line := c.pen(dim, at.Format(wall)) + "  " + c.line(t.ID, title, nil)
		err = rows.add(line, removed{t.ID.String(), t.ID.Date.String(), t.ID.Name, at.Format(time.RFC3339), title, t.Size})
		if err != nil {
			return err
		}
	}
	return rows.end()
}
