package cli

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

var read = &command{
	name:    "read",
	words:   "[OPTION…] [DATE|ID]",
	summary: "show an entry, or a trip",
	manual: `Shows today's log, that of another day, or the entry with the ID that list shows.
On a terminal it is rendered. Into a pipe or a file go its exact bytes.
With --trip, the newest trip (an entry with until: in its front matter) whose title holds
WORDS: its own text, then that of its days in their order, each below a heading.`,
	declare: func(fs *flag.FlagSet) action {
		raw := fs.Bool("raw", false, "the Markdown as it was written, also on a terminal")
		trip := fs.String("trip", "", "all days of the trip whose title holds `WORDS`")
		return func(ctx context.Context, c *call, words []string) error {
			if *trip != "" {
				return c.readTrip(ctx, *raw, strings.Join(append([]string{*trip}, words...), " "))
			}
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
	return c.show(v.Text, raw)
}

// show writes Markdown: rendered on a terminal, else its bytes.
func (c *call) show(markdown string, raw bool) (err error) {
	text := c.safe(markdown)
	if c.OutIsTerminal && !raw {
		if text, err = c.Render(markdown, c.Width); err != nil {
			return err
		}
		if !c.colour() {
			text = plain(text)
		}
	}
	_, err = c.out.WriteString(text)
	return err
}

// readTrip shows the days of a trip as one text.
func (c *call) readTrip(ctx context.Context, raw bool, title string) error {
	if err := c.readAll(ctx); err != nil {
		return err
	}
	span, ok := c.j.FindSpan(title)
	if !ok {
		return failed(fmt.Errorf("no trip is called like %q", title), "a trip is an entry with a line like until: 2022-05-08 in its front matter")
	}
	text, _, err := c.j.Whole(ctx, span, words.English.Day)
	if err != nil {
		return err
	}
	return c.show(text, raw)
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
