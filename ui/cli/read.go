package cli

import (
	"context"
	"flag"
	"strings"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

var read = &command{
	name:  "read",
	usage: "[OPTION…] [DATE|ID]",
	tells: words.CommandRead,
	declare: func(fs *flag.FlagSet, say sayer) action {
		raw := fs.Bool("raw", false, say(words.OptRaw))
		trip := fs.String("trip", "", say(words.OptTrip))
		return func(ctx context.Context, c *call, args []string) error {
			if *trip != "" {
				return c.readTrip(ctx, *raw, strings.Join(append([]string{*trip}, args...), " "))
			}
			return c.read(ctx, *raw, args)
		}
	},
}

func (c *call) read(ctx context.Context, raw bool, args []string) error {
	id, err := c.entry(args)
	if err != nil {
		return err
	}
	v, err := c.j.Load(ctx, id)
	if err != nil {
		return err
	}
	if v.Rev == "" {
		return failed(c.fail(words.NoEntry, id), c.instead(ctx, id))
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
		return failed(c.fail(words.NoTripLike, title), c.say(words.TripHint))
	}
	text, _, err := c.j.Whole(ctx, span, c.Lang.Day)
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
		return c.say(words.ListHint)
	}
	return c.say(words.SameDay, strings.Join(same, ", "))
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
