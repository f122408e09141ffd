package cli

import (
	"context"
	"flag"
)

var path = &command{
	name:    "path",
	words:   "[OPTION…] [DATE|ID]",
	summary: "say which file an entry is",
	manual: `Prints the path of the file of today's log, that of another day or the entry with the
ID, for other programs: less "$(lifelog path yesterday)". The file need not exist.`,
	declare: func(*flag.FlagSet) action {
		return func(_ context.Context, c *call, words []string) error {
			id, err := c.entry(words)
			if err != nil {
				return err
			}
			_, err = c.out.WriteString(c.safe(c.j.Path(id)) + "\n")
			return err
		}
	},
}
