package cli

import (
	"context"
	"flag"
	"fmt"
	"runtime"
)

var edit = &command{
	name:    "edit",
	words:   "[OPTION…] [DATE|ID]",
	summary: "open an entry in your editor",
	manual: `Opens the file of today's log, that of another day or the entry with the ID in $VISUAL,
else $EDITOR, else vi. What the editor does not save makes no file.`,
	declare: func(*flag.FlagSet) action {
		return func(_ context.Context, c *call, words []string) error {
			id, err := c.entry(words)
			if err != nil {
				return err
			}
			editor := c.editor()
			if err := c.Edit(editor, c.j.Path(id)); err != nil {
				return failed(fmt.Errorf("the editor %q failed: %w", editor, err), "set EDITOR to the editor you like")
			}
			return nil
		}
	},
}

func (c *call) editor() string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if editor := c.Getenv(name); editor != "" {
			return editor
		}
	}
	if runtime.GOOS == "windows" {
		return "notepad"
	}
	return "vi"
}
