//go:build unix

package term

import (
	"os/exec"
	"syscall"
)

// apart starts a program in a session of its own, so that it does not end
// with the terminal.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
