package cli

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
)

var read = &command{
	name:    "read",
	words:   "[OPTION…] [DATE|ID]",
	summary: "show an entry",
	manual: `Shows today's log, that of another day, or the entry with the ID that list shows.
On a terminal it is rendered. Into a pipe or a file go its exact bytes.`,
	declare: func(fs *flag.FlagSet) action {
		raw := fs.Bool("raw", false, "the Markdown as it was written, also on a terminal")
		return func(ctx context.Context, c *call, words []string) error {
			return c.read(ctx, *raw, words)
		}
	},
}

func (c *call) read(ctx context.Context, raw bool, words []string) error {
	id, err := c.entry(words)
	if err != nil {
		return err
	}
	v, err := c.j.Load(ctx, id)
	if err != nil {
		return err
	}
	if v.Rev == "" {
		return failed(fmt.Errorf("there is no entry %v", id), c.instead(ctx, id))
	}
	text := c.safe(v.Text)
	if c.OutIsTerminal && !raw {
		if text, err = c.Render(v.Text, c.Width); err != nil {
			return err
		}
		if !c.colour() {
			text = plain(text)
		}
	}
	_, err = c.out.WriteString(text)
	return err
}

// instead is a hint for somebody who asked for an entry that is not there.
func (c *call) instead(ctx context.Context, id journal.ID) string {
	ids, _, err := c.j.List(ctx)
	if err != nil {
		return "" // the hint is a courtesy; the error of read is told
	}
	var same []string
	for _, other := range ids {
		if other.Date == id.Date {
			same = append(same, "lifelog read "+other.String())
		}
	}
	if len(same) == 0 {
		return "lifelog list shows the entries there are"
	}
	return "that day has " + strings.Join(same, ", ")
}

// plain takes the styles off rendered text.
func plain(rendered string) string {
	var b strings.Builder
	for line := range strings.Lines(rendered) {
		text, found := strings.CutSuffix(line, "\n")
		b.WriteString(cell.Parse(text).Text)
		if found {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
