package term

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// clipboardWait is how long one program may take.
const clipboardWait = 2 * time.Second

// ErrNoClipboard says that no program for the clipboard is installed that fits
// where the program runs.
var ErrNoClipboard = errors.New("no program for the clipboard found; install wl-clipboard, xclip or xsel")

// errNotText says that the clipboard holds a picture or the like.
var errNotText = errors.New("the clipboard holds no text")

// Clipboard reaches the clipboard by the programs of the system. It stands
// beside OSC 52 (tea.SetClipboard), which many terminals ignore and few answer.
type Clipboard struct {
	programs []clipboardProgram
}

// clipboardProgram is how one program is called to copy and to paste.
type clipboardProgram struct {
	copy, paste []string
	env         []string // set in addition
	utf16       bool     // copy wants UTF-16 with a byte order mark
	newline     bool     // paste adds a line break
}

// NewClipboard looks for the programs that fit this system and session.
func NewClipboard() *Clipboard {
	return &Clipboard{programs: clipboardPrograms(runtime.GOOS, os.Getenv, exec.LookPath)}
}

// clipboardPrograms returns the programs that reach the clipboard of the person
// at the keyboard, the best first. Over SSH that is not the clipboard of this
// machine, so only those are left that reach back: X11 forwarded, and tmux,
// which hands the text to its terminal.
func clipboardPrograms(system string, env func(string) string, look func(string) (string, error)) []clipboardProgram {
	here := env("SSH_CONNECTION") == "" && env("SSH_TTY") == ""
	windows := clipboardProgram{
		copy: []string{"clip.exe"},
		paste: []string{"powershell.exe", "-NoProfile", "-NonInteractive", "-Command",
			"[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw"},
		utf16: true, newline: true,
	}
	var found []clipboardProgram
	add := func(when bool, p clipboardProgram) {
		if !when {
			return
		}
		if _, err := look(p.copy[0]); err == nil {
			found = append(found, p)
		}
	}
	add(here && system == "windows", windows)
	add(here && system == "darwin", clipboardProgram{
		copy: []string{"pbcopy"}, paste: []string{"pbpaste"}, env: []string{"LC_ALL=en_US.UTF-8"},
	})
	add(here && env("WAYLAND_DISPLAY") != "", clipboardProgram{
		copy: []string{"wl-copy"}, paste: []string{"wl-paste", "--no-newline", "--type", "text"},
	})
	x11 := env("DISPLAY") != "" && system != "darwin" && system != "windows"
	add(x11, clipboardProgram{
		copy:  []string{"xclip", "-selection", "clipboard", "-in"},
		paste: []string{"xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING"},
	})
	add(x11, clipboardProgram{
		copy: []string{"xsel", "--clipboard", "--input"}, paste: []string{"xsel", "--clipboard", "--output"},
	})
	add(here && env("WSL_DISTRO_NAME") != "", windows)
	add(env("TMUX") != "", clipboardProgram{
		copy: []string{"tmux", "load-buffer", "-w", "-"}, paste: []string{"tmux", "save-buffer", "-"},
	})
	return found
}

// Copy puts text into the clipboard. It takes as long as a program takes, two
// seconds each at most. The error says what each program answered.
func (c *Clipboard) Copy(ctx context.Context, text string) error {
	_, err := c.first(func(p clipboardProgram) (string, error) {
		input := []byte(text)
		if p.utf16 {
			input = encodeUTF16(text)
		}
		_, err := run(ctx, p.copy, p.env, input)
		return "", err
	})
	return err
}

// Paste returns the text in the clipboard as it is, line ends included. The
// error is as that of Copy.
func (c *Clipboard) Paste(ctx context.Context) (string, error) {
	return c.first(func(p clipboardProgram) (string, error) {
		out, err := run(ctx, p.paste, p.env, nil)
		if err != nil {
			return "", err
		}
		if p.newline {
			out = bytes.TrimSuffix(out, []byte("\r\n"))
		}
		if !utf8.Valid(out) {
			return "", fmt.Errorf("%s: %w", p.paste[0], errNotText)
		}
		return string(out), nil
	})
}

// first returns what the first program that works gives.
func (c *Clipboard) first(try func(clipboardProgram) (string, error)) (string, error) {
	if len(c.programs) == 0 {
		return "", ErrNoClipboard
	}
	var failed []error
	for _, p := range c.programs {
		text, err := try(p)
		if err == nil {
			return text, nil
		}
		failed = append(failed, err)
	}
	return "", errors.Join(failed...)
}

// run runs a program with input and returns its output. Programs that stay in
// the background to serve the clipboard are not waited for.
func run(ctx context.Context, args, env []string, input []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, clipboardWait)
	defer cancel()
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdin = bytes.NewReader(input)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	cmd.WaitDelay = 100 * time.Millisecond
	err := cmd.Run()
	switch {
	case err == nil, errors.Is(err, exec.ErrWaitDelay):
		return out.Bytes(), nil
	case ctx.Err() != nil:
		return nil, fmt.Errorf("%s: no answer: %w", args[0], ctx.Err())
	}
	if words := strings.TrimSpace(complaint.String()); words != "" {
		return nil, fmt.Errorf("%s: %s", args[0], words)
	}
	return nil, fmt.Errorf("%s: %w", args[0], err)
}

// encodeUTF16 writes text as clip.exe wants it: little endian, with a mark.
func encodeUTF16(text string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}
