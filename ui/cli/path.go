package cli

import (
	"context"
	"flag"

	"lifelog/ui/words"
)

var path = &command{
	name:  "path",
	usage: "[OPTION…] [DATE|ID]",
	tells: words.CommandPath,
	declare: func(*flag.FlagSet, sayer) action {
		return func(_ context.Context, c *call, args []string) error {
			id, err := c.entry(args)
			if err != nil {
				return err
			}
			_, err = c.out.WriteString(c.safe(c.j.Path(id)) + "\n")
			return err
		}
	},
}
