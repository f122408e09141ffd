package cli

import (
	"context"
	"flag"

	"lifelog/journal"
	"lifelog/ui/words"
)

var onThisDay = &command{
	name:  "on-this-day",
	usage: "[OPTION…] [DATE]",
	tells: words.CommandOnThisDay,
	declare: func(fs *flag.FlagSet, say sayer) action {
		json := fs.Bool("json", false, say(words.OptJSON))
		return func(ctx context.Context, c *call, args []string) error {
			return c.onThisDay(ctx, *json, args)
		}
	},
}

// remembered is an entry in the JSON of on-this-day.
type remembered struct {
	ID    string `json:"id"`
	Date  string `json:"date"`
	Name  string `json:"name"`
	Title string `json:"title"`
	Ago   string `json:"ago"`
	N     int    `json:"n"`
	Path  string `json:"path"`
}

func (c *call) onThisDay(ctx context.Context, json bool, day []string) error {
	id, err := c.entry(day)
	if err != nil {
		return err
	}
	ids, _, err := c.j.List(ctx)
	if err != nil {
		return err
	}
	rows := rows{c: c, json: json}
	for _, m := range journal.OnThisDay(ids, id.Date) {
		head, err := c.j.Head(ctx, m.ID)
		if err != nil {
			return err
		}
		line := c.line(m.ID, c.Lang.Ago(m)+"  "+head.Title, nil)
		kind := map[journal.Ago]string{journal.YearsAgo: "years", journal.WeekdayAgo: "weekday", journal.DaysAgo: "days"}[m.Ago]
		err = rows.add(line, remembered{m.ID.String(), m.ID.Date.String(), m.ID.Name, head.Title, kind, m.N, c.j.Path(m.ID)})
		if err != nil {
			return err
		}
	}
	return rows.end()
}
