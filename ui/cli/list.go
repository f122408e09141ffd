package cli

import (
	"context"
	"flag"
	"strings"

	"lifelog/journal"
	"lifelog/ui/words"
)

var list = &command{
	name:  "list",
	usage: "[OPTION…] [QUERY…]",
	tells: words.CommandList,
	declare: func(fs *flag.FlagSet, say sayer) action {
		json := fs.Bool("json", false, say(words.OptJSON))
		limit := fs.Uint("limit", 0, say(words.OptLimit))
		return func(ctx context.Context, c *call, args []string) error {
			query := strings.Join(args, " ")
			ids, err := c.choose(ctx, query)
			if err != nil {
				return err
			}
			err = c.list(ctx, ids, *json, *limit)
			if err == nil && query != "" && len(ids) == 0 {
				c.tell(words.NoneHolds, query)
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
			c.tell(words.NoneYet)
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
			c.complain(c.reason(err))
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
		c.warn(words.LeftAlone, o)
	}
}
