package cli

import (
	"context"
	"flag"
	"fmt"
)

var tags = &command{
	name:    "tags",
	words:   "[OPTION…]",
	summary: "list the tags, with counts",
	manual: `Lists the tags, one in a line: how many entries have it or a tag below it, from when to
when, and the tag. lifelog search '#tag' finds these entries. When there are no tags the
status is 1. With --json, one array of objects:
  tag           as its newest entry spells it
  count         how many entries have it, or a tag below it
  first, last   the days of the first and the last of them
  years         how many of them are of each year`,
	declare: func(fs *flag.FlagSet) action {
		json := fs.Bool("json", false, "as JSON")
		return func(ctx context.Context, c *call, words []string) error {
			if len(words) > 0 {
				return wrong(fmt.Errorf("tags takes no words, but there is %q", words[0]), "lifelog search '#tag' finds the entries of a tag")
			}
			return c.tags(ctx, *json)
		}
	},
}

// tagged is a tag in the JSON of tags.
type tagged struct {
	Tag   string      `json:"tag"`
	Count int         `json:"count"`
	First string      `json:"first"`
	Last  string      `json:"last"`
	Years map[int]int `json:"years"`
}

func (c *call) tags(ctx context.Context, json bool) error {
	if err := c.readAll(ctx); err != nil {
		return err
	}
	list, err := c.j.Tags(ctx)
	if err != nil {
		return err
	}
	rows := rows{c: c, json: json}
	for _, t := range list {
		line := fmt.Sprintf("%5d  %v  %v  #%s", t.Count, t.First, t.Last, c.safe(t.Name))
		if err := rows.add(line, tagged{t.Name, t.Count, t.First.String(), t.Last.String(), t.Years}); err != nil {
			return err
		}
	}
	err = rows.end()
	if err == nil && len(list) == 0 {
		c.tell("no entry has a tag")
		return silent
	}
	return err
}
