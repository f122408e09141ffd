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
)

// command is a row of the table.
type command struct {
	name    string
	words   string // what follows the name, for the line of usage
	summary string // what it does, in one line
	manual  string // the rest of its help
	alone   bool   // needs no journal
	text    bool   // from the first word on all is text, also what looks like an option
	declare func(fs *flag.FlagSet) action
}

// action does a command with the words that are no options. The options are
// in the variables that declare made for them.
type action func(ctx context.Context, c *call, words []string) error

// commands is the table, in the order of the help.
var commands = []*command{add, read, list, search, tags, stats, onThisDay, edit, history, restore, remove, trash, doctor, path, config}

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

func (g *general) declare(fs *flag.FlagSet) {
	fs.StringVar(&g.dir, "dir", g.dir, "the journal is in the folder `DIR`, not in $LIFELOG_DIR or ~/lifelog")
	fs.BoolVar(&g.help, "help", g.help, "say how it is used, and do nothing")
}

// run finds out what was asked for, and does it.
func (c *call) run(ctx context.Context, args []string) error {
	var g general
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	g.declare(fs)
	fs.BoolVar(&g.version, "version", false, "say which version this is, and do nothing")
	words, err := options(fs, args, true)
	if err != nil {
		return err
	}
	var cmd *command
	if len(words) > 0 && !g.version {
		cmd = lookup(words[0])
	}
	switch {
	case g.version:
		_, err := fmt.Fprintln(c.out, "lifelog", c.Version)
		return err
	case cmd != nil:
		return c.do(ctx, &g, cmd, words[1:])
	case len(words) > 0 && words[0] == "help":
		if words, err = options(fs, words[1:], false); err != nil {
			return err
		}
		return c.help(words)
	}
	if words, err = options(fs, words, false); err != nil {
		return err
	}
	if g.help {
		return c.help(nil)
	}
	return c.screen(ctx, &g, words)
}

// do runs one command.
func (c *call) do(ctx context.Context, g *general, cmd *command, args []string) error {
	c.name = "lifelog " + cmd.name
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	action := cmd.declare(fs)
	g.declare(fs)
	words, err := options(fs, args, cmd.text)
	if err != nil {
		return err
	}
	if g.help {
		return c.help([]string{cmd.name})
	}
	if c.dir = g.dir; cmd.alone {
		return action(ctx, c, words)
	}
	if err := c.open(g); err != nil {
		return err
	}
	err = action(ctx, c, words)
	if unkept := c.j.Unkept(); unkept != nil {
		c.warn("%v; what was written is stored all the same", unkept)
	}
	if mend := c.Shared(); mend != "" {
		c.warn("other users of this computer can look into the journal; %s closes it to them", mend)
	}
	return err
}

// open gets the journal, once it is clear that the program is used rightly.
func (c *call) open(g *general) (err error) {
	now := c.Now
	if set := c.Getenv("LIFELOG_NOW"); set != "" {
		t, err := time.Parse(time.RFC3339, set)
		if err != nil {
			return wrong(fmt.Errorf("LIFELOG_NOW is %q, which is no point in time", set),
				"write it like 2022-05-02T18:20:00+09:00, or unset it")
		}
		now = func() time.Time { return t }
	}
	c.j, err = c.Open(g.dir, now)
	return err
}

// screen opens the program at the entry that the words name, else at home.
func (c *call) screen(ctx context.Context, g *general, words []string) error {
	if err := c.open(g); err != nil {
		return err
	}
	var at Start
	if len(words) > 0 {
		id, err := c.entry(words)
		var bad *date.Error
		if errors.As(err, &bad) && bad.Kind == date.Unknown {
			return unknownCommand(words)
		} else if err != nil {
			return err
		}
		at = Start{ID: id, Write: id == journal.ID{Date: c.j.Today()}}
	}
	if !c.InIsTerminal || !c.OutIsTerminal {
		return failed(errors.New("the screen needs a terminal"),
			"add, read, list and search work without one; lifelog help tells more")
	}
	return c.Screen(ctx, c.j, at)
}

// entry is the entry that words name: an ID as list shows it, or a day in any
// way that dates are written. No words are today.
func (c *call) entry(words []string) (journal.ID, error) {
	if len(words) == 0 {
		return journal.ID{Date: c.j.Today()}, nil
	}
	s := strings.Join(words, " ")
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
