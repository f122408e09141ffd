package term

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestClipboardPrograms(t *testing.T) {
	all := "clip.exe pbcopy wl-copy xclip xsel tmux"
	for _, c := range []struct {
		name, system, env, installed, want string
	}{
		{"nothing installed", "linux", "DISPLAY=:0 WAYLAND_DISPLAY=wayland-0 TMUX=x", "", ""},
		{"no session", "linux", "", all, ""},
		{"wayland", "linux", "WAYLAND_DISPLAY=wayland-0", all, "wl-copy"},
		{"wayland with X", "linux", "WAYLAND_DISPLAY=wayland-0 DISPLAY=:0", all, "wl-copy xclip xsel"},
		{"X", "freebsd", "DISPLAY=:0", "xsel", "xsel"},
		{"X in tmux", "linux", "DISPLAY=:0 TMUX=x", all, "xclip xsel tmux"},
		{"macOS", "darwin", "", all, "pbcopy"},
		{"macOS with XQuartz", "darwin", "DISPLAY=:0", all, "pbcopy"},
		{"macOS over SSH in tmux", "darwin", "SSH_CONNECTION=x TMUX=x", all, "tmux"},
		{"Windows", "windows", "", all, "clip.exe"},
		{"WSL", "linux", "WSL_DISTRO_NAME=Debian", all, "clip.exe"},
		{"WSL with a display", "linux", "WSL_DISTRO_NAME=Debian WAYLAND_DISPLAY=wayland-0", all, "wl-copy clip.exe"},
		{"SSH", "linux", "SSH_TTY=x WAYLAND_DISPLAY=wayland-0", all, ""},
		{"SSH with X forwarded", "linux", "SSH_TTY=x DISPLAY=localhost:10.0", all, "xclip xsel"},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := func(name string) string {
				for set := range strings.FieldsSeq(c.env) {
					if value, ok := strings.CutPrefix(set, name+"="); ok {
						return value
					}
				}
				return ""
			}
			look := func(name string) (string, error) {
				if strings.Contains(c.installed, name) {
					return name, nil
				}
				return "", exec.ErrNotFound
			}
			var got []string
			for _, p := range clipboardPrograms(c.system, env, look) {
				got = append(got, p.copy[0])
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// fakePrograms puts shell scripts into PATH, a clipboard in a file among them.
func fakePrograms(t *testing.T, scripts map[string]string) (file string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the programs of this test are shell scripts, which Windows does not run")
	}
	dir := t.TempDir()
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	file = filepath.Join(dir, "clipboard")
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("CLIPBOARD_FILE", file)
	return file
}

func program(name string) clipboardProgram {
	return clipboardProgram{copy: []string{name, "in"}, paste: []string{name, "out"}}
}

func TestClipboardCopiesAndPastes(t *testing.T) {
	file := fakePrograms(t, map[string]string{
		"clips":   `if [ "$1" = in ]; then cat > "$CLIPBOARD_FILE"; else cat "$CLIPBOARD_FILE"; fi`,
		"broken":  `echo "cannot open display" >&2; exit 1`,
		"silent":  `exit 3`,
		"picture": `printf '\377\330\377'`,
		"serves":  `cat > "$CLIPBOARD_FILE"; sleep 1 & exit 0`,
	})
	const text = "今日は\r\n晴れ\n"
	for _, c := range []struct {
		name, programs, copyErr, pasteErr string
	}{
		{"works", "clips", "", ""},
		{"the second works", "broken clips", "", ""},
		{"stays in the background", "serves clips", "", ""},
		{"complains", "broken", "broken: cannot open display", "broken: cannot open display"},
		{"fails silently", "silent", "silent: exit status 3", "silent: exit status 3"},
		{"all fail", "broken silent", "broken: cannot open display\nsilent: exit status 3", "broken: cannot open display\nsilent: exit status 3"},
		{"holds a picture", "picture", "", "picture: the clipboard holds no text"},
		{"is not there", "missing", `missing: exec: "missing": executable file not found in $PATH`,
			`missing: exec: "missing": executable file not found in $PATH`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var board Clipboard
			for name := range strings.FieldsSeq(c.programs) {
				board.programs = append(board.programs, program(name))
			}
			err := board.Copy(t.Context(), text)
			if got := said(err); got != c.copyErr {
				t.Fatalf("copy: %q, want %q", got, c.copyErr)
			}
			if c.copyErr == "" && c.pasteErr == "" {
				if got, err := os.ReadFile(file); err != nil || string(got) != text {
					t.Fatalf("copied %q, %v", got, err)
				}
			}
			if c.name == "stays in the background" {
				return // it only copies
			}
			got, err := board.Paste(t.Context())
			if said(err) != c.pasteErr || err == nil && got != text {
				t.Errorf("paste: %q, %q, want error %q", got, said(err), c.pasteErr)
			}
		})
	}
}

func said(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestClipboardDoesNotWaitForever(t *testing.T) {
	fakePrograms(t, map[string]string{"hangs": "exec sleep 60"})
	board := Clipboard{programs: []clipboardProgram{program("hangs")}}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := board.Copy(ctx, "x"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}

func TestClipboardWithoutPrograms(t *testing.T) {
	var board Clipboard
	if err := board.Copy(t.Context(), "x"); err != ErrNoClipboard {
		t.Errorf("copy: %v", err)
	}
	if _, err := board.Paste(t.Context()); err != ErrNoClipboard {
		t.Errorf("paste: %v", err)
	}
}

func TestClipboardOfWindows(t *testing.T) {
	fakePrograms(t, map[string]string{"clips": `if [ "$1" = in ]; then cat > "$CLIPBOARD_FILE"; else printf '日本\r\n'; fi`})
	p := program("clips")
	p.utf16, p.newline = true, true
	board := Clipboard{programs: []clipboardProgram{p}}
	if err := board.Copy(t.Context(), "日本𠮷"); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(os.Getenv("CLIPBOARD_FILE"))
	if err != nil || string(got) != "\xff\xfe\xe5\x65\x2c\x67\x42\xd8\xb7\xdf" {
		t.Errorf("copied %q, %v", got, err)
	}
	if got, err := board.Paste(t.Context()); got != "日本" || err != nil {
		t.Errorf("pasted %q, %v", got, err)
	}
}
