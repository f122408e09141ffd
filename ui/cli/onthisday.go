package cli

import (
	"context"
	"flag"

	"lifelog/journal"
	"lifelog/ui/words"
)

var onThisDay = &command{
	name:    "on-this-day",
	words:   "[OPTION…] [DATE]",
	summary: "list what was written on this day in other years",
	manual: `Lists the entries to be remembered today, or on another day: those of the same day of
every year before, those of the same weekday 1, 2, 5 and 10 years ago, and those 100, 500,
1,000 … days ago. One in a line: the ID, how long ago, and the title. When there is none it
says nothing and the status is 0, so that a shell can greet with it. With --json, one array:
  id, date, name   as in 2022-05-02-market: the ID, 2022-05-02 and market
  title            the heading
  ago, n           "years", "weekday" (n years ago) or "days", and how many
  path             the file`,
	declare: func(fs *flag.FlagSet) action {
		json := fs.Bool("json", false, "as JSON")
		return func(ctx context.Context, c *call, words []string) error {
			return c.onThisDay(ctx, *json, words)
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
		line := c.line(m.ID, words.English.Ago(m)+"  "+head.Title, nil)
		kind := map[journal.Ago]string{journal.YearsAgo: "years", journal.WeekdayAgo: "weekday", journal.DaysAgo: "days"}[m.Ago]
		err = rows.add(line, remembered{m.ID.String(), m.ID.Date.String(), m.ID.Name, head.Title, kind, m.N, c.j.Path(m.ID)})
		if err != nil {
			return err
		}
	}
	return rows.end()
}
