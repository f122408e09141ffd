package cli

import (
	"context"
	"flag"
	"fmt"

	"lifelog/journal"
)

var list = &command{
	name:    "list",
	words:   "[OPTION…]",
	summary: "list all entries, newest first",
	manual: `Lists the entries, newest first: ID and title, a line each. The ID is the date, with
the name behind it when the entry has one. Files that look like entries and are none
are left alone and named on standard error. With --json, one array of objects:
  id, date, name   as in 2022-05-02-market: the ID, 2022-05-02 and market
  title, lead      the heading, and the first words below it
  path             the file`,
	declare: func(fs *flag.FlagSet) action {
		json := fs.Bool("json", false, "as JSON")
		limit := fs.Uint("limit", 0, "no more than the newest `N`; 0 is all")
		return func(ctx context.Context, c *call, words []string) error {
			if len(words) > 0 {
				return wrong(fmt.Errorf("list takes no words, and got %q", words[0]), "lifelog search "+words[0])
			}
			return c.list(ctx, *json, *limit)
		}
	},
}

// listed is an entry in the JSON of list.
type listed struct {
	ID    string `json:"id"`
	Date  string `json:"date"`
	Name  string `json:"name"`
	Title string `json:"title"`
	Lead  string `json:"lead"`
	Path  string `json:"path"`
}

func (c *call) list(ctx context.Context, json bool, limit uint) error {
	ids, odd, err := c.j.List(ctx)
	c.leftAlone(odd)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		c.tell("there is no entry yet; lifelog add makes the first")
	}
	if limit > 0 && limit < uint(len(ids)) {
		ids = ids[:limit]
	}
	var result error
	rows := rows{c: c, json: json}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		head, err := c.j.Head(ctx, id)
		if err != nil { // the others can still be listed
			c.warn("%v", err)
			result = silent
		}
		line := c.line(id, head.Title, nil)
		err = rows.add(line, listed{id.String(), id.Date.String(), id.Name, head.Title, head.Lead, c.j.Path(id)})
		if err != nil {
			return err
		}
	}
	if err := rows.end(); err != nil {
		return err
	}
	return result
}

// leftAlone names the files that are no entries.
func (c *call) leftAlone(odd []*journal.Odd) {
	for _, o := range odd {
		c.warn("left alone: %v", o)
	}
}
