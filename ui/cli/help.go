package cli

import (
	"flag"
	"fmt"
	"strings"

	"lifelog/ui/words"
)

// help prints how the program is used, or the command that words name.
func (c *call) help(args []string) error {
	var b strings.Builder
	if len(args) == 0 {
		b.WriteString(c.say(words.HelpTop))
		for _, cmd := range commands {
			fmt.Fprintf(&b, "  %-11s %s\n", cmd.name, c.say(cmd.tells.Summary))
		}
		b.WriteString(c.say(words.HelpBottom))
	} else {
		cmd := lookup(args[0])
		if cmd == nil {
			return c.unknownCommand(args)
		}
		cmd.help(&b, c.say)
	}
	_, err := c.out.WriteString(b.String())
	return err
}

func (cmd *command) help(b *strings.Builder, say sayer) {
	fmt.Fprintf(b, "%slifelog %s %s\n\n%s\n\n%s\n", say(words.HelpUsage), cmd.name, cmd.usage, say(cmd.tells.Manual), say(words.HelpOptions))
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	cmd.declare(fs, say)
	new(general).declare(fs, say)
	fs.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(b, "  %-12s %s\n", strings.TrimRight("--"+f.Name+" "+value, " "), usage)
	})
}
