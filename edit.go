package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// edit runs an editor, a command line such as "code --wait", on a file, which
// need not exist, from a line on; line 0 leaves the place to the editor. What
// it makes is for its owner alone.
//
// Ctrl-C goes to all programs on the terminal. What it means while the editor
// runs is for the editor to say.
func (i interrupts) edit(editor, path string, line int) error {
	nobody := make(interrupts, 1)
	nobody.listen()
	i.ignore()
	defer nobody.ignore()
	defer i.listen()

	args := editorArgs(editor, path, line)
	cmd := exec.Command("sh", append([]string{"-c", "umask 077; trap : INT; " + editor + ` "$@"`, "sh"}, args...)...)
	if runtime.GOOS == "windows" {
		words := append(strings.Fields(editor), args...)
		cmd = exec.Command(words[0], words[1:]...)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}

// editorArgs is how an editor is told the file, and the line where its way of
// being told is known.
func editorArgs(editor, path string, line int) []string {
	program, _, _ := strings.Cut(strings.TrimSpace(editor), " ")
	at := strconv.Itoa(line)
	switch name := strings.TrimSuffix(filepath.Base(program), ".exe"); {
	case line < 1:
	case name == "hx" || name == "helix" || name == "subl":
		return []string{path + ":" + at}
	case name == "code" || name == "codium":
		return []string{"--goto", path + ":" + at}
	case strings.Contains(" vi vim nvim nano emacs emacsclient kak micro mg joe ne jed ", " "+name+" "):
		return []string{"+" + at, path}
	}
	return []string{path}
}
