// Lifelog is a journal in the terminal: lifelog opens it, lifelog DATE opens a
// day, and lifelog help lists the commands.
//
// This file joins a face, the journal and the disk. The command line (ui/cli)
// reads the arguments and starts the screen (ui) when there are none; the
// journal (journal) knows what an entry is; the store (store) keeps the files.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"

	"lifelog/ui/cli"

	"github.com/charmbracelet/x/term"
)

func main() { os.Exit(run()) }

func run() (status int) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	interrupts := make(interrupts, 1)
	interrupts.listen()
	go func() {
		<-interrupts
		interrupts.ignore() // a second Ctrl-C does not wait
		cancel()
	}()

	d := disk{edit: interrupts.edit}
	set, _, _ := d.settings() // what is wrong with them is told by those who use them
	d.lang, _ = speaks(set.Settings)
	return d.close(cli.Main(ctx, environment(&d), os.Args[1:]))
}

// interrupts is Ctrl-C, which ends what is under way.
type interrupts chan os.Signal

func (i interrupts) listen() { signal.Notify(i, os.Interrupt) }
func (i interrupts) ignore() { signal.Stop(i) }

// environment is what the operating system gave the program, and what the
// rooms lend each other.
func environment(d *disk) *cli.Env {
	width, _, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		width = 0 // no terminal, so nobody asks
	}
	return &cli.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InIsTerminal:  term.IsTerminal(os.Stdin.Fd()),
		OutIsTerminal: term.IsTerminal(os.Stdout.Fd()),
		ErrIsTerminal: term.IsTerminal(os.Stderr.Fd()),
		Lang:          d.lang,
		Width:         width,
		Getenv:        os.Getenv,
		Now:           d.wall.now,
		Version:       version(),
		Open:          d.open,
		Shared:        d.shared,
		Config:        d.config,
		InitConfig:    initConfig,
		Screen:        d.screen,
		Render:        render,
		Edit:          func(editor, path string) error { return d.edit(editor, path, 0) },
	}
}

// version is what the go command knew when it built the program.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "of an unknown build"
	}
	return info.Main.Version
}
