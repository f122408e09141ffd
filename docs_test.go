package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// TestDocumentedCommands runs the command lines of the README and the guides in
// the journal docs/example, one after the other. lifelog is in the path: see
// TestMain.
func TestDocumentedCommands(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the documents are for a POSIX shell")
	}
	// Commands that need what a test does not have: a terminal, an earlier hour.
	needs := regexp.MustCompile("the screen needs a terminal|is kept from before")
	for _, document := range []string{"README.md", "docs/guide.md", "docs/guide.ja.md"} {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		home, lines := exampleHome(t), 0
		for _, line := range commandLines(string(text)) {
			lines++
			var said bytes.Buffer
			cmd := exec.Command("sh", "-c", line)
			cmd.Dir, cmd.Stderr = home, &said
			cmd.Env = append(os.Environ(), "HOME="+home, "LIFELOG_DIR=", "XDG_STATE_HOME=", "XDG_CONFIG_HOME=",
				"VISUAL=", "EDITOR=true", "LIFELOG_LANG=en", "LIFELOG_NOW=2026-10-19T21:40:00+09:00")
			if err := cmd.Run(); err != nil && !needs.Match(said.Bytes()) {
				t.Errorf("%s: %s\n%v: %s", document, line, err, said.Bytes())
			}
		}
		if lines < 10 {
			t.Errorf("%s has %d command lines; are they still found?", document, lines)
		}
	}
}

// exampleHome is a home with the example journal and a picture in it.
func exampleHome(t *testing.T) string {
	home := t.TempDir()
	if err := os.CopyFS(filepath.Join(home, "lifelog"), os.DirFS("docs/example")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(home, "lifelog"), 0o700); err != nil {
		t.Fatal(err)
	}
	pictures, err := filepath.Glob("docs/example/assets/*/*.jpg")
	if err != nil || len(pictures) == 0 {
		t.Fatal("the example has no picture", err)
	}
	picture, err := os.ReadFile(pictures[0])
	if err == nil {
		err = os.WriteFile(filepath.Join(home, "sea.jpg"), picture, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return home
}

// commandLines are the lines of the blocks of shell in a document that run
// lifelog.
func commandLines(markdown string) (lines []string) {
	shell := false
	for line := range strings.Lines(markdown) {
		switch {
		case strings.HasPrefix(line, "```"):
			shell = strings.TrimSpace(line) == "```sh"
		case shell && strings.Contains(line, "lifelog "):
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}
