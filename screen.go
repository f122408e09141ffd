package main

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"time"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/ui"
	"lifelog/ui/cell"
	"lifelog/ui/cli"
	"lifelog/ui/reader"
	"lifelog/ui/term"
	"lifelog/ui/theme"
	"lifelog/ui/words"

	"charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/colorprofile"
)

// screen runs the program on the terminal.
func (d *disk) screen(ctx context.Context, j *journal.Journal, at cli.Start) error {
	set, path, err := d.settings()
	wrong := faults(set, path, err, d.lang)
	if at.ID.Date.IsZero() && set.Start == "write" {
		at = cli.Start{ID: journal.ID{Date: j.Today()}, Write: true}
	}
	var style *ansi.StyleConfig
	if set.GlamourStyle != "" {
		s, err := theme.GlamourStyle(fromHome(set.GlamourStyle), store.Style)
		if err != nil {
			wrong = append(wrong, err.Error())
		} else {
			style = &s
		}
	}
	colours, odd := theme.Load(fromHome(set.Theme), store.Style)
	for _, fault := range odd {
		wrong = append(wrong, d.lang.Fault(fault))
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	// Long after the first frame: it reads every folder.
	defer time.AfterFunc(sweepAfter, func() { d.sweep(ctx) }).Stop()
	go d.wall.follow(ctx)

	known := map[string]cell.Profile{}
	recall(widthsFile, &known)
	var recent []string
	recall(recentFile, &recent)
	var share int
	recall(splitFile, &share)
	searched := map[string][]string{}
	recall(searchedFile, &searched)
	kind := term.Kind(os.Getenv)
	defer func() {
		if err := j.Unkept(); err != nil {
			d.tell(words.Reason, err)
		}
	}()
	return ui.Run(ctx, j, ui.Options{
		Lang:     d.lang,
		Keys:     set.Keys,
		Theme:    colours,
		Form:     form(),
		Root:     home(d.root),
		Getenv:   os.Getenv,
		Edit:     func(path string, line int) error { return d.edit(cli.Editor(os.Getenv), path, line) },
		Start:    ui.Start(at),
		Settings: set.Settings,
		Faults:   wrong,
		Glamour:  style,
		Profile:  known[kind],
		KeepProfile: func(p cell.Profile) {
			known[kind] = p
			remember(widthsFile, known)
		},
		Split:      share,
		KeepSplit:  func(share int) { remember(splitFile, share) },
		Template:   store.Template,
		Recent:     recent,
		KeepRecent: func(names []string) { remember(recentFile, names) },
		Searched:   searched[d.root],
		KeepSearched: func(queries []string) {
			searched[d.root] = queries
			remember(searchedFile, searched)
		},
		Shared: d.shared,
		Filled: giveBack,
		Thin:   d.thin(j),
	}, os.Stdin, os.Stdout)
}

const sweepAfter = 3 * time.Second

// Files in the state folder with what could be found out or said again.
const (
	widthsFile = "widths.json"   // how wide each kind of terminal draws text, as it answered
	splitFile  = "split.json"    // how much of the width the list has
	recentFile = "commands.json" // which commands were picked last

	searchedFile = "searches.json" // what was searched for last, by the folder of the journal
	sharedFile   = "shared.json"   // of which journals it was said that others can look into them
)

// recall reads what remember kept; a damaged file leaves to as it is.
func recall(file string, to any) {
	if data, err := store.Recall(file); err == nil && len(data) > 0 {
		_ = json.Unmarshal(data, to)
	}
}

// remember keeps a value; one that is not kept is found out again.
func remember(file string, value any) {
	if data, err := json.Marshal(value); err == nil {
		_ = store.Remember(file, data)
	}
}

// measure is how many cells of a row are comfortable to read.
const measure = 80

// render is Markdown for the command line, in the colours that the terminal
// has.
func render(text string, width int) (string, error) {
	if width <= 0 || width > measure {
		width = measure
	}
	t := theme.Named[theme.Default].In(form())
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

// form guesses what the terminal shows: no colour where the environment says
// so (NO_COLOR, a dumb terminal); else, from $COLORFGBG, which some terminals
// set to the numbers of their colours as in "0;15", the background last, dark
// unless that is white or light grey. Most terminals are dark.
func form() theme.Form {
	colours := os.Getenv("COLORFGBG")
	background := colours[strings.LastIndexByte(colours, ';')+1:]
	switch {
	case colorprofile.Env(os.Environ()) <= colorprofile.ASCII:
		return theme.Plain
	case background == "7" || background == "15":
		return theme.Light
	}
	return theme.Dark
}
