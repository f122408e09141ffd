package cli

import (
	"context"
	"flag"
	"fmt"
	"runtime"
	"strings"
)

var edit = &command{
	name:    "edit",
	words:   "[OPTION…] [DATE|ID]",
	summary: "open an entry in your editor",
	manual: `Opens the file of today's log, that of another day or the entry with the ID in $VISUAL,
else $EDITOR, else vi. What the editor does not save makes no file.`,
	declare: func(*flag.FlagSet) action {
		return func(ctx context.Context, c *call, words []string) error {
			id, err := c.entry(words)
			if err != nil {
				return err
			}
			editor := Editor(c.Getenv)
			err = c.j.Outside(ctx, id, func(path string) error { return c.Edit(editor, path) })
			if err != nil {
				return failed(fmt.Errorf("the editor %q failed: %w", editor, err), "set EDITOR to the editor you like")
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
