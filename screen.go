package main

import (
	"context"
	"os"
	"strings"

	"lifelog/journal"
	"lifelog/ui"
	"lifelog/ui/cli"
	"lifelog/ui/reader"
	"lifelog/ui/theme"
	"lifelog/ui/words"

	"github.com/charmbracelet/colorprofile"
)

// screen runs the program on the terminal.
func (d *disk) screen(ctx context.Context, j *journal.Journal, at cli.Start) error {
	return ui.Run(ctx, j, ui.Options{
		Lang:   words.Detect(os.Getenv),
		Dark:   darkTerminal(os.Getenv("COLORFGBG")),
		Root:   d.shown(),
		Getenv: os.Getenv,
		Start:  ui.Start(at),
	}, os.Stdin, os.Stdout)
}

// measure is how many cells of a row are comfortable to read.
const measure = 80

// render is Markdown for the command line, in the colours that the terminal
// has.
func render(text string, width int) (string, error) {
	if width <= 0 || width > measure {
		width = measure
	}
	t := theme.New(darkTerminal(os.Getenv("COLORFGBG")))
	r := reader.NewRenderer(reader.Options{Style: t.Glamour(), Width: width})
	var b strings.Builder
	w := colorprofile.Writer{Forward: &b, Profile: colorprofile.Env(os.Environ())}
	for line := range r.Lines(reader.Parse(text)) {
		if _, err := w.WriteString(line.String() + "\n"); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// darkTerminal guesses from $COLORFGBG, which some terminals set to the
// numbers of their colours as in "0;15", the background last. Light are white
// and light grey. Most terminals are dark.
func darkTerminal(colours string) bool {
	background := colours[strings.LastIndexByte(colours, ';')+1:]
	return background != "7" && background != "15"
}
