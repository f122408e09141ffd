package term

import "testing"

func TestKind(t *testing.T) {
	kind := func(env ...string) string {
		return Kind(func(name string) string {
			for i := 0; i < len(env); i += 2 {
				if env[i] == name {
					return env[i+1]
				}
			}
			return ""
		})
	}
	if kind("TERM", "xterm-kitty", "KITTY_WINDOW_ID", "1") != kind("TERM", "xterm-kitty", "KITTY_WINDOW_ID", "2") {
		t.Error("two windows of kitty are two kinds")
	}
	if kind("TERM", "xterm-256color", "VTE_VERSION", "7000") == kind("TERM", "xterm-256color") {
		t.Error("VTE is the same kind as xterm")
	}
	if kind("TERM", "tmux-256color", "TMUX", "/x,1,0") == kind("TERM", "tmux-256color") {
		t.Error("in tmux is the same kind as outside of it")
	}
}
