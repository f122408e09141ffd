package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"

	"lifelog/journal"
)

var remove = &command{
	name:    "remove",
	words:   "[OPTION…] DATE|ID",
	summary: "put an entry into the trash",
	manual: `Puts the log of a day, or the entry with the ID, into the trash. For 90 days lifelog
trash shows it, and brings it back.`,
	declare: func(*flag.FlagSet) action {
		return func(ctx context.Context, c *call, words []string) error {
			if len(words) == 0 { // not even today without being told
				return wrong(errors.New("which entry?"), "lifelog remove today, or the ID that lifelog list shows")
			}
			id, err := c.entry(words)
			if err != nil {
				return err
			}
			v, err := c.j.Load(ctx, id)
			if err != nil {
				return err
			}
			if v.Rev == "" {
				return failed(fmt.Errorf("nothing is written on %v", id), "lifelog list shows what there is")
			}
			if err := c.j.Remove(ctx, v); err != nil {
				return err
			}
			c.tell("%v is in the trash; lifelog trash restore %v brings it back", id, id)
			return nil
		}
	},
}

var trash = &command{
	name:    "trash",
	words:   "[OPTION…] [restore ID]",
	summary: "show what was removed, or bring it back",
	manual: `Lists the entries in the trash, what was removed last first: when that was, the ID and
the title. "lifelog trash restore ID" brings back the one that was removed last of this ID. If
another text has its name by now both stay, and it gets a number. After 90 days an entry
leaves the trash. With --json, one array of objects:
  id, date, name   as lifelog list has them
  removed          when
  title            the heading
  bytes            of the text`,
	declare: func(fs *flag.FlagSet) action {
		json := fs.Bool("json", false, "as JSON")
		return func(ctx context.Context, c *call, words []string) error {
			switch {
			case len(words) == 0:
				return c.trashed(ctx, *json)
			case words[0] != "restore" || len(words) == 1:
				return wrong(fmt.Errorf("%q is nothing to do with the trash", strings.Join(words, " ")), "lifelog trash, or lifelog trash restore ID")
			}
			id, err := c.entry(words[1:])
			if err != nil {
				return err
			}
			v, err := c.j.TakeBackLast(ctx, id)
			switch {
			case errors.Is(err, journal.ErrNotFound):
				return failed(fmt.Errorf("%v is not in the trash", id), "lifelog trash shows what is; lifelog history shows earlier states")
			case err != nil:
				return err
			case v.ID != id:
				c.warn("there is another %v by now, so it is called %v", id, v.ID)
			}
			c.tell("%v is back", v.ID)
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
		c.tell("the trash is empty")
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
