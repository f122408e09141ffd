package cli

import (
	"flag"
	"strings"

	"lifelog/ui/words"
)

// options sets the options among args in fs and returns the other words. An
// option begins with two hyphens, so that "-5 degrees" is text; it may stand
// anywhere before a lone "--", or with leading only before the first word.
// The one short option is -h.
func (c *call) options(fs *flag.FlagSet, args []string, leading bool) (rest []string, err error) {
	for len(args) > 0 {
		arg := args[0]
		switch {
		case arg == "--":
			return append(rest, args[1:]...), nil
		case arg == "-h":
			arg = "--help"
		case !strings.HasPrefix(arg, "--") && leading:
			return args, nil
		case !strings.HasPrefix(arg, "--"):
			rest, args = append(rest, arg), args[1:]
			continue
		}
		if args, err = c.option(fs, arg, args[1:]); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// option sets one option, whose value may be the first of the args behind it,
// and returns the args that are left.
func (c *call) option(fs *flag.FlagSet, arg string, args []string) ([]string, error) {
	name, value, given := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
	f := fs.Lookup(name)
	if f == nil {
		return nil, wrong(c.fail(words.UnknownOption, name), c.didYouMean("--", name, optionNames(fs)))
	}
	switch {
	case given:
	case takesNoValue(f):
		value = "true"
	case len(args) == 0:
		return nil, wrong(c.fail(words.ValueMissing, name), "")
	default:
		value, args = args[0], args[1:]
	}
	if value == "" {
		return nil, wrong(c.fail(words.ValueEmpty, name), "")
	}
	if fs.Set(name, value) != nil {
		return nil, wrong(c.fail(words.ValueWrong, name, value), "")
	}
	return args, nil
}

func takesNoValue(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

func optionNames(fs *flag.FlagSet) (names []string) {
	fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return names
}

// unknownCommand is the fault of words that are neither a command nor a day.
func (c *call) unknownCommand(args []string) error {
	names := []string{"help", "today", "yesterday"}
	for _, cmd := range commands {
		names = append(names, cmd.name)
	}
	hint := c.didYouMean("lifelog ", args[0], names)
	if hint == "" {
		hint = c.say(words.UnknownHint)
	}
	return wrong(c.fail(words.UnknownCommand, args[0]), hint)
}

// didYouMean is a hint at the nearest of names, "" when none is near.
func (c *call) didYouMean(before, name string, names []string) string {
	best := words.Nearest(name, names)
	if best == "" {
		return ""
	}
	return c.say(words.DidYouMeanThis, before, best)
}
