package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/words"
)

// command is a row of the table.
type command struct {
	name    string
	usage   string // what follows the name
	tells   words.Command
	alone   bool // needs no journal
	text    bool // from the first word on all is text, also what looks like an option
	declare func(fs *flag.FlagSet, say sayer) action
}

// sayer says a phrase in the language of the person.
type sayer = func(p words.Phrase, args ...any) string

// action does a command with the words that are no options. The options are
// in the variables that declare made for them.
type action func(ctx context.Context, c *call, args []string) error

// commands is the table, in the order of the help.
var commands = []*command{add, read, list, search, tags, stats, onThisDay, edit, history, restore, rename, remove, trash, doctor, path, config}

func lookup(name string) *command {
	for _, cmd := range commands {
		if cmd.name == name {
			return cmd
		}
	}
	return nil
}

// general are the options that every command has.
type general struct {
	dir           string
	help, version bool
}

func (g *general) declare(fs *flag.FlagSet, say sayer) {
	fs.StringVar(&g.dir, "dir", g.dir, say(words.OptDir))
	fs.BoolVar(&g.help, "help", g.help, say(words.OptHelp))
}

// run finds out what was asked for, and does it.
func (c *call) run(ctx context.Context, args []string) error {
	var g general
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	g.declare(fs, c.say)
	fs.BoolVar(&g.version, "version", false, c.say(words.OptVersion))
	args, err := c.options(fs, args, true)
	if err != nil {
		return err
	}
	var cmd *command
	if len(args) > 0 && !g.version {
		cmd = lookup(args[0])
	}
	switch {
	case g.version:
		_, err := fmt.Fprintln(c.out, "lifelog", c.Version)
		return err
	case cmd != nil:
		return c.do(ctx, &g, cmd, args[1:])
	case len(args) > 0 && args[0] == "help":
		if args, err = c.options(fs, args[1:], false); err != nil {
			return err
		}
		return c.help(args)
	}
	if args, err = c.options(fs, args, false); err != nil {
		return err
	}
	if g.help {
		return c.help(nil)
	}
	return c.screen(ctx, &g, args)
}

// do runs one command.
func (c *call) do(ctx context.Context, g *general, cmd *command, args []string) error {
	c.name = "lifelog " + cmd.name
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	action := cmd.declare(fs, c.say)
	g.declare(fs, c.say)
	args, err := c.options(fs, args, cmd.text)
	if err != nil {
		return err
	}
	if g.help {
		return c.help([]string{cmd.name})
	}
	if c.dir = g.dir; cmd.alone {
		return action(ctx, c, args)
	}
	if err := c.open(g); err != nil {
		return err
	}
	err = action(ctx, c, args)
	if unkept := c.j.Unkept(); unkept != nil {
		c.warn(words.UnkeptState, unkept)
	}
	if mend := c.Shared(); mend != "" {
		c.warn(words.Shared, mend)
	}
	return err
}

// open gets the journal, once it is clear that the program is used rightly.
func (c *call) open(g *general) (err error) {
	now := c.Now
	if set := c.Getenv("LIFELOG_NOW"); set != "" {
		t, err := time.Parse(time.RFC3339, set)
		if err != nil {
			return wrong(c.fail(words.NoTime, set), c.say(words.NoTimeHint))
		}
		now = func() time.Time { return t }
	}
	c.j, err = c.Open(g.dir, now)
	return err
}

// screen opens the program at the entry that the words name, else at home.
func (c *call) screen(ctx context.Context, g *general, args []string) error {
	if err := c.open(g); err != nil {
		return err
	}
	var at Start
	if len(args) > 0 {
		id, err := c.entry(args)
		var bad *date.Error
		if errors.As(err, &bad) && bad.Kind == date.Unknown {
			return c.unknownCommand(args)
		} else if err != nil {
			return err
		}
		at = Start{ID: id, Write: id == journal.ID{Date: c.j.Today()}}
	}
	if !c.InIsTerminal || !c.OutIsTerminal {
		return failed(c.fail(words.NeedsTerminal), c.say(words.NeedsNoTerminal))
	}
	return c.Screen(ctx, c.j, at)
}

// entry is the entry that words name: an ID as list shows it, or a day in any
// way that dates are written. No words are today.
func (c *call) entry(args []string) (journal.ID, error) {
	if len(args) == 0 {
		return journal.ID{Date: c.j.Today()}, nil
	}
	s := strings.Join(args, " ")
	id, notID := journal.ParseID(s)
	if notID == nil {
		return id, nil
	}
	d, err := date.Parse(s, c.j.Today())
	if err == nil {
		return journal.ID{Date: d}, nil
	}
	if len(s) > len("2022-05-02-") {
		if _, notDay := date.ParseISO(s[:len("2022-05-02")]); notDay == nil {
			err = notID
		}
	}
	return journal.ID{}, wrong(err, "")
}
