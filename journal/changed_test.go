package journal

import (
	"strings"
	"testing"
)

func TestChanged(t *testing.T) {
	day := strings.Repeat("今日は朝から雨が降っていた。\n\n", 50)
	for _, c := range []struct {
		name, old, new string
		added, removed int
	}{
		{"nothing", "a\n", "a\n", 0, 0},
		{"begun", "", "# 一日\n\nrain\n", 7, 0},
		{"emptied", "a b\n", "", 0, 2},
		{"only spaces", "a b\n", "a  b\n\n", 0, 0},
		{"a word", "今日は雨が降った。\n", "今日は雪が降った。\n", 1, 1},
		{"the last line goes on", "one", "one\ntwo", 3, 0},
		{"a mark that joins", "か\n", "か\u3099\n", 0, 0},
		{"invalid UTF-8", "caf\xe9 \xff one\n", "caf\xe9 \xff two\n", 2, 2},
		{"in many places", day, strings.ReplaceAll(day, "朝", "昼間"), 100, 50},
	} {
		if added, removed := Changed(c.old, c.new); added != c.added || removed != c.removed {
			t.Errorf("%s: +%d −%d, want +%d −%d", c.name, added, removed, c.added, c.removed)
		}
	}
}
