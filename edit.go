package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
)

// edit runs an editor on the file at path. The folders the file would need are
// there while it runs; those that it left empty are gone after it.
func edit(editor, path string) (err error) {
	made, err := makeFolders(filepath.Dir(path))
	defer func() {
		for _, dir := range made {
			// A folder that holds something by now stays.
			if removed := os.Remove(dir); removed != nil {
				break
			}
		}
	}()
	if err != nil {
		return err
	}
	cmd := exec.Command("sh", "-c", "umask 077; "+editor+` "$1"`, "sh", path)
	if runtime.GOOS == "windows" {
		words := append(strings.Fields(editor), path)
		cmd = exec.Command(words[0], words[1:]...)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr

	// Ctrl-C goes to all programs on the terminal. What it means is for the
	// editor to say.
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	return cmd.Run()
}

// makeFolders makes dir and the folders above it that are missing, for their
// owner only, and returns those it made, the innermost first.
func makeFolders(dir string) (made []string, err error) {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	made, err = makeFolders(filepath.Dir(dir))
	if err != nil {
		return made, err
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		return made, err
	}
	return append([]string{dir}, made...), nil
}
