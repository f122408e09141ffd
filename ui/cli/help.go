package cli

import (
	"flag"
	"fmt"
	"strings"
)

const helpTop = `lifelog is a journal in the terminal.

usage: lifelog                      open the journal
       lifelog DATE                 open that day: 2022-05-02, yesterday, last friday, 先週の金曜
       lifelog COMMAND [OPTION…]

commands:
`

const helpBottom = `
options, before or after the command:
  --dir DIR   the journal is in the folder DIR, not in $LIFELOG_DIR or ~/lifelog
  --help      say how it is used, and do nothing; lifelog help COMMAND tells more
  --version   say which version this is, and do nothing
  --          what follows are words, also those that begin with two hyphens

environment:
  LIFELOG_DIR      the folder of the journal
  LIFELOG_NOW      what time it is, like 2022-05-02T18:20:00+09:00
  VISUAL, EDITOR   the editor of lifelog edit
  NO_COLOR         no colour, when it is set to anything

status: 0 done, 1 failed or nothing found, 2 used wrongly, 130 stopped by Ctrl-C
`

// help prints how the program is used, or the command that words name.
func (c *call) help(words []string) error {
	var b strings.Builder
	if len(words) == 0 {
		b.WriteString(helpTop)
		for _, cmd := range commands {
			fmt.Fprintf(&b, "  %-11s %s\n", cmd.name, cmd.summary)
		}
		b.WriteString(helpBottom)
	} else {
		cmd := lookup(words[0])
		if cmd == nil {
			return unknownCommand(words)
		}
		cmd.help(&b)
	}
	_, err := c.out.WriteString(b.String())
	return err
}

func (cmd *command) help(b *strings.Builder) {
	fmt.Fprintf(b, "usage: lifelog %s %s\n\n%s\n\noptions:\n", cmd.name, cmd.words, cmd.manual)
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	cmd.declare(fs)
	new(general).declare(fs)
	fs.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(b, "  %-12s %s\n", strings.TrimRight("--"+f.Name+" "+value, " "), usage)
	})
}
