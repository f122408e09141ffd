package cli

import (
	"context"
	"flag"
	"fmt"

	"lifelog/ui/words"
)

var tags = &command{
	name:  "tags",
	usage: "[OPTION…] [rename OLD NEW]",
	tells: words.CommandTags,
	declare: func(fs *flag.FlagSet, say sayer) action {
		var o changeOptions
		o.declare(fs, say)
		return func(ctx context.Context, c *call, args []string) error {
			switch {
			case len(args) == 0:
				return c.tags(ctx, o.json)
			case args[0] == "rename" && len(args) == 3:
				return c.renameTag(ctx, &o, args[1], args[2])
			case args[0] == "rename":
				return wrong(c.fail(words.RenameTagWhat), c.say(words.RenameTagUsage))
			}
			return wrong(c.fail(words.NoWordsTaken, "tags", args[0]), c.say(words.TagsHint))
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
		c.tell(words.NoTagAtAll)
		return silent
	}
	return err
}
