package cli

import (
	"context"
	"flag"
	"io"
	"strings"

	"lifelog/journal"
	"lifelog/ui/words"
)

// maxText is how much one add takes, in bytes: as much as the program is
// willing to edit. It is there for a pipe that never ends.
const maxText = 16 << 20

var add = &command{
	name:  "add",
	usage: "[OPTION…] [TEXT…]",
	tells: words.CommandAdd,
	text:  true,
	declare: func(fs *flag.FlagSet, say sayer) action {
		day := fs.String("date", "today", say(words.OptAddDate))
		var photos []string
		fs.Func("photo", say(words.OptPhoto), func(file string) error {
			photos = append(photos, file)
			return nil
		})
		return func(ctx context.Context, c *call, args []string) error {
			return c.add(ctx, *day, photos, args)
		}
	},
}

func (c *call) add(ctx context.Context, day string, photos, args []string) error {
	id, err := c.entry([]string{day})
	if err != nil {
		return err
	}
	text := strings.Join(args, " ")
	if len(args) == 0 && len(photos) == 0 || text == "-" {
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
		return wrong(c.fail(words.NothingToAdd), c.say(words.AddHint))
	}
	if _, err := c.j.Append(ctx, id, text); err != nil {
		return err
	}
	c.tell(words.AddedTo, id)
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
		c.tell(words.TypeText)
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
			return "", c.fail(words.NoInput, r.err)
		}
		if len(r.text) > maxText {
			return "", c.fail(words.InputTooLong, maxText>>20)
		}
		return string(r.text), nil
	}
}
