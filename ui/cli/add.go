package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// maxText is how much one add takes, in bytes: as much as the program is
// willing to edit. It is there for a pipe that never ends.
const maxText = 16 << 20

var add = &command{
	name:    "add",
	words:   "[OPTION…] [TEXT…]",
	summary: "put a text at the end of a day",
	manual: `Puts the text at the end of the day's log, below a heading with the time.
Without TEXT, or when it is a lone "-", the text is read from standard input.
Options stand before the text. Bytes that are already in the file stay as they are.`,
	text: true,
	declare: func(fs *flag.FlagSet) action {
		day := fs.String("date", "today", "the day, or the named entry, `D`")
		return func(ctx context.Context, c *call, words []string) error {
			return c.add(ctx, *day, words)
		}
	},
}

func (c *call) add(ctx context.Context, day string, words []string) error {
	id, err := c.entry([]string{day})
	if err != nil {
		return err
	}
	text := strings.Join(words, " ")
	if len(words) == 0 || text == "-" {
		if text, err = c.input(ctx); err != nil {
			return err
		}
	}
	if strings.TrimSpace(text) == "" {
		return wrong(errors.New("there is no text to add"), "lifelog add the words of the entry")
	}
	saved, err := c.j.Append(ctx, id, text)
	if err != nil {
		return err
	}
	c.tell("added to %v", id)
	if saved.Copy != "" {
		c.warn("another program changed the same lines of %v; what it wrote is kept in %s", id, saved.Copy)
	}
	return nil
}

// input reads all of standard input, until the person stops it.
func (c *call) input(ctx context.Context) (string, error) {
	if c.InIsTerminal {
		c.tell("write the text, then press Ctrl-D on a line of its own")
	}
	type result struct {
		text []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		text, err := io.ReadAll(io.LimitReader(c.In, maxText+1))
		done <- result{text, err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case r := <-done:
		if r.err != nil {
			return "", fmt.Errorf("standard input could not be read: %w", r.err)
		}
		if len(r.text) > maxText {
			return "", fmt.Errorf("the text is longer than %d MB; nothing was added", maxText>>20)
		}
		return string(r.text), nil
	}
}
