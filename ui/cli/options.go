package cli

import (
	"flag"
	"fmt"
	"strings"

	"lifelog/ui/words"
)

// options sets the options among args in fs and returns the other words. An
// option begins with two hyphens, so that "-5 degrees" is text; it may stand
// anywhere before a lone "--", or with leading only before the first word.
// The one short option is -h.
func options(fs *flag.FlagSet, args []string, leading bool) (words []string, err error) {
	for len(args) > 0 {
		arg := args[0]
		switch {
		case arg == "--":
			return append(words, args[1:]...), nil
		case arg == "-h":
			arg = "--help"
		case !strings.HasPrefix(arg, "--") && leading:
			return args, nil
		case !strings.HasPrefix(arg, "--"):
			words, args = append(words, arg), args[1:]
			continue
		}
		if args, err = option(fs, arg, args[1:]); err != nil {
			return nil, err
		}
	}
	return words, nil
}

// option sets one option, whose value may be the first of the args behind it,
// and returns the args that are left.
func option(fs *flag.FlagSet, arg string, args []string) ([]string, error) {
	name, value, given := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
	f := fs.Lookup(name)
	if f == nil {
		return nil, wrong(fmt.Errorf("unknown option --%s", name), didYouMean("--", name, optionNames(fs)))
	}
	switch {
	case given:
	case takesNoValue(f):
		value = "true"
	case len(args) == 0:
		return nil, wrong(fmt.Errorf("--%s needs a value", name), "")
	default:
		value, args = args[0], args[1:]
	}
	if value == "" {
		return nil, wrong(fmt.Errorf("the value of --%s is empty", name), "")
	}
	if fs.Set(name, value) != nil {
		return nil, wrong(fmt.Errorf("--%s cannot be %q", name, value), "")
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
func unknownCommand(words []string) error {
	names := []string{"help", "today", "yesterday"}
	for _, cmd := range commands {
		names = append(names, cmd.name)
	}
	hint := didYouMean("lifelog ", words[0], names)
	if hint == "" {
		hint = "lifelog help lists the commands; a day is written like 2022-05-02, yesterday or last friday"
	}
	return wrong(fmt.Errorf("unknown command %q", words[0]), hint)
}

// didYouMean is a hint at the nearest of names, "" when none is near.
func didYouMean(before, name string, names []string) string {
	best := words.Nearest(name, names)
	if best == "" {
		return ""
	}
	return fmt.Sprintf("did you mean %s%s?", before, best)
}
