package ui

import (
	"os"
	"os/exec"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/ui/words"
)

// editedMsg says that the program in $EDITOR has ended.
type editedMsg struct {
	id      journal.ID
	program string
	err     error
}

// external opens the entry's file in the program that VISUAL or EDITOR names,
// at the line of the caret.
func (m *Model) external() tea.Cmd {
	id, line := m.selected(), 1
	switch m.screen {
	case reading:
		id = m.show.id
	case writing:
		id, line = m.editor.ID(), m.editor.Line()
	}
	return m.save(func(m *Model) tea.Cmd {
		words := editorCommand(m.o.Getenv, m.j.Path(id), line)
		cmd := exec.Command(words[0], words[1:]...)
		// Given nothing, Bubble Tea would give it our filters as pipes, and no terminal.
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
		return tea.ExecProcess(cmd, func(err error) tea.Msg {
			return editedMsg{id, words[0], err}
		})
	})
}

// editorCommand is the command line that edits a file from a line on.
func editorCommand(getenv func(string) string, path string, line int) []string {
	program := getenv("VISUAL")
	if program == "" {
		program = getenv("EDITOR")
	}
	if strings.TrimSpace(program) == "" {
		program = "vi"
	}
	command := strings.Fields(program)
	switch name := command[0][strings.LastIndexAny(command[0], `/\`)+1:]; name {
	case "vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "micro", "mg", "joe", "ne":
		command = append(command, "+"+strconv.Itoa(line), path)
	case "hx", "helix", "subl":
		command = append(command, path+":"+strconv.Itoa(line))
	case "code", "codium":
		command = append(command, "--wait", "--goto", path+":"+strconv.Itoa(line))
	default:
		command = append(command, path)
	}
	return command
}

// edited takes in what the other program stored.
func (m *Model) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		m.warn(nextEsc, words.EditorFailed, msg.program, msg.err)
	}
	cmds := []tea.Cmd{m.readNames(), m.reload(msg.id)}
	return tea.Batch(cmds...)
}
