package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
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
	name:    "config",
	words:   "[OPTION…]",
	summary: "show the settings in force, or write a file of them",
	manual: `Shows every setting as the settings file may have it, and what it comes from: the
default, a line of the file, or a variable of the environment. Status 1 if something in
the file is wrong.`,
	alone: true,
	declare: func(fs *flag.FlagSet) action {
		json := fs.Bool("json", false, "as JSON")
		begin := fs.Bool("init", false, "write a settings file with every setting explained, unless there is one")
		return func(_ context.Context, c *call, words []string) error {
			switch {
			case len(words) > 0:
				return wrong(fmt.Errorf("config takes no words, and was given %q", words[0]), "")
			case *begin && *json:
				return wrong(errors.New("--init and --json do not go together"), "")
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
		return failed(err, "lifelog config shows what is in force")
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
		c.warn("%s", f)
	}
	if len(config.Faults) > 0 {
		return silent
	}
	return nil
}
