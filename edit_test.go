package main

import (
	"slices"
	"testing"
)

func TestEditorArgs(t *testing.T) {
	for _, c := range []struct {
		editor string
		line   int
		want   []string
	}{
		{"vim", 12, []string{"+12", "f.md"}},
		{"/usr/bin/nvim --clean", 12, []string{"+12", "f.md"}},
		{"vim", 0, []string{"f.md"}},
		{"hx", 3, []string{"f.md:3"}},
		{"code --wait", 3, []string{"--goto", "f.md:3"}},
		{"my-editor", 3, []string{"f.md"}},
	} {
		if got := editorArgs(c.editor, "f.md", c.line); !slices.Equal(got, c.want) {
			t.Errorf("%s at line %d is given %q, want %q", c.editor, c.line, got, c.want)
		}
	}
}
