package cli

import (
	"context"
	"flag"
	"strings"

	"lifelog/journal"
)

var list = &command{
	name:    "list",
	words:   "[OPTION…] [QUERY…]",
	summary: "list all entries, or those found, newest first",
	manual: `Lists the entries, newest first: ID and title, a line each. The ID is the date, with
the name behind it when the entry has one. With a query, only the entries that
lifelog search would find; if there is none the status is 1. Files that look like entries
and are none are left alone and named on standard error. With --json, one array of objects:
  id, date, name   as in 2022-05-02-market: the ID, 2022-05-02 and market
  title, lead      the heading, and the first words below it
  path             the file`,
	declare: func(fs *flag.FlagSet) action {
		json := fs.Bool("json", false, "as JSON")
		limit := fs.Uint("limit", 0, "no more than the newest `N`; 0 is all")
		return func(ctx context.Context, c *call, words []string) error {
			query := strings.Join(words, " ")
			ids, err := c.choose(ctx, query)
			if err != nil {
				return err
			}
			err = c.list(ctx, ids, *json, *limit)
			if err == nil && query != "" && len(ids) == 0 {
				c.tell("no entry holds %q", query)
				return silent
			}
			return err
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

// choose returns all entries, or those that a query finds.
func (c *call) choose(ctx context.Context, query string) ([]journal.ID, error) {
	if query == "" {
		ids, odd, err := c.j.List(ctx)
		c.leftAlone(odd)
		if err == nil && len(ids) == 0 {
			c.tell("there is no entry yet; lifelog add makes the first")
		}
		return ids, err
	}
	if _, err := c.query(query); err != nil {
		return nil, err
	}
	if err := c.readAll(ctx); err != nil {
		return nil, err
	}
	answer, err := c.j.Start(query)
	if err != nil {
		return nil, err
	}
	return answer.IDs(ctx)
}

func (c *call) list(ctx context.Context, ids []journal.ID, json bool, limit uint) error {
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
