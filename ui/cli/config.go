package cli

import (
	"context"
	"flag"
	"fmt"

	"lifelog/ui/words"
)

// Config is what the settings say.
type Config struct {
	Settings []Setting // those in force
	Faults   []string  // what is wrong in the file
}

// Setting is a setting in force.
type Setting struct {
	Name    string `json:"name"`
	Value   any    `json:"value"`
	Written string `json:"-"`    // the value as it stands in the file
	From    string `json:"from"` // what says so: "default", a line of the file, a variable
}

var config = &command{
	name:  "config",
	usage: "[OPTION…]",
	tells: words.CommandConfig,
	alone: true,
	declare: func(fs *flag.FlagSet, say sayer) action {
		json := fs.Bool("json", false, say(words.OptJSON))
		begin := fs.Bool("init", false, say(words.OptInit))
		return func(_ context.Context, c *call, args []string) error {
			switch {
			case len(args) > 0:
				return wrong(c.fail(words.NoWordsTaken, "config", args[0]), "")
			case *begin && *json:
				return wrong(c.fail(words.InitJSON), "")
			case *begin:
				return c.beginConfig()
			}
			return c.showConfig(*json)
		}
	},
}

func (c *call) beginConfig() error {
	path, err := c.InitConfig()
	if err != nil {
		return failed(err, c.say(words.ConfigHint))
	}
	_, err = fmt.Fprintln(c.out, c.safe(path))
	return err
}

func (c *call) showConfig(json bool) error {
	config, err := c.Config(c.dir)
	if err != nil {
		return err
	}
	rows := rows{c: c, json: json}
	for _, s := range config.Settings {
		line := c.safe(s.Name+" = "+s.Written) + c.pen(dim, c.safe("  # "+s.From))
		if err := rows.add(line, s); err != nil {
			return err
		}
	}
	if err := rows.end(); err != nil {
		return err
	}
	for _, f := range config.Faults {
		c.complain(f)
	}
	if len(config.Faults) > 0 {
		return silent
	}
	return nil
}
