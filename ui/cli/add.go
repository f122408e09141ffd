package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"lifelog/journal"
)

// maxText is how much one add takes, in bytes: as much as the program is
// willing to edit. It is there for a pipe that never ends.
const maxText = 16 << 20

var add = &command{
	name:    "add",
	words:   "[OPTION…] [TEXT…]",
	summary: "put a text, or pictures, at the end of a day",
	manual: `Puts the text at the end of the day's log, below a heading with the time.
Without TEXT, or when it is a lone "-", the text is read from standard input.
Options stand before the text. Bytes that are already in the file stay as they are.
A picture is copied into the journal's folder assets; --photo may stand several times.`,
	text: true,
	declare: func(fs *flag.FlagSet) action {
		day := fs.String("date", "today", "the day, or the named entry, `D`")
		var photos []string
		fs.Func("photo", "a picture, the `FILE`, to be shown below the text", func(file string) error {
			photos = append(photos, file)
			return nil
		})
		return func(ctx context.Context, c *call, words []string) error {
			return c.add(ctx, *day, photos, words)
		}
	},
}

func (c *call) add(ctx context.Context, day string, photos, words []string) error {
	id, err := c.entry([]string{day})
	if err != nil {
		return err
	}
	text := strings.Join(words, " ")
	if len(words) == 0 && len(photos) == 0 || text == "-" {
		if text, err = c.input(ctx); err != nil {
			return err
		}
	}
	shown, err := c.keepPhotos(ctx, id, photos)
	if err != nil {
		return err
	}
	if shown != "" {
		text = strings.Trim(strings.TrimRight(text, " \t\r\n")+"\n\n"+shown, "\n")
	}
	if strings.TrimSpace(text) == "" {
		return wrong(errors.New("there is no text to add"), "lifelog add the words of the entry")
	}
	if _, err := c.j.Append(ctx, id, text); err != nil {
		return err
	}
	c.tell("added to %v", id)
	return nil
}

// keepPhotos copies pictures into the journal and returns the Markdown that
// shows them below a text. A file that is no picture keeps all from being
// copied.
func (c *call) keepPhotos(ctx context.Context, id journal.ID, photos []string) (string, error) {
	var files [][]byte
	var markdown []string
	for _, photo := range photos {
		data, err := c.j.ReadPicture(ctx, photo)
		if err != nil {
			return "", err
		}
		files = append(files, data)
	}
	for _, data := range files {
		shown, err := c.j.KeepPicture(ctx, id, data)
		if err != nil {
			return "", err
		}
		markdown = append(markdown, shown)
	}
	return strings.Join(markdown, "\n\n"), nil
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
