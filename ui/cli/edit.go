package cli

import (
	"context"
	"flag"
	"runtime"
	"strings"

	"lifelog/ui/words"
)

var edit = &command{
	name:  "edit",
	usage: "[OPTION…] [DATE|ID]",
	tells: words.CommandEdit,
	declare: func(*flag.FlagSet, sayer) action {
		return func(ctx context.Context, c *call, args []string) error {
			id, err := c.entry(args)
			if err != nil {
				return err
			}
			editor := Editor(c.Getenv)
			err = c.j.Outside(ctx, id, func(path string) error { return c.Edit(editor, path) })
			if err != nil {
				return failed(c.fail(words.EditorFailedAs, editor, err), c.say(words.EditorHint))
			}
			return nil
		}
	},
}

// Editor is the command line of the editor that the environment names.
func Editor(getenv func(string) string) string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if editor := getenv(name); strings.TrimSpace(editor) != "" {
			return editor
		}
	}
	if runtime.GOOS == "windows" {
		return "notepad"
	}
	return "vi"
}
