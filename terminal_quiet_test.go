//go:build unix

package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestTerminalIdle: the window of an input method stays where it is only as
// long as nothing is sent. A save by itself sends a line, and then nothing is.
func TestTerminalIdle(t *testing.T) {
	d := compose(t, 100, 30)
	d.typ("変換している間は")
	d.shows("変換している間は", 16, 0)
	typed := d.sent()
	d.sees("保存済み")
	stored := d.sent()
	if n := stored - typed; n > 400 {
		t.Errorf("a save sent %d bytes: %q", n, d.read("sent")[typed:])
	}
	time.Sleep(5 * time.Second)
	if n := d.sent() - stored; n > 0 {
		t.Errorf("%d bytes were sent while nothing happened: %q", n, d.read("sent")[stored:])
	}
	d.entry("変換している間は")
}

// TestTerminalKeyboard: a terminal that is asked to send every key as a code
// (flag 8 of the kitty keyboard protocol) sends what an input method commits
// without its text.
func TestTerminalKeyboard(t *testing.T) {
	d := compose(t, 80, 24)
	d.typ("日本語")
	d.shows("日本語", 6, 0)
	asked := regexp.MustCompile(`\x1b\[[>=](\d+)(?:;\d+)?u`).FindAllStringSubmatch(d.read("sent"), -1)
	for _, a := range asked {
		if flags, err := strconv.Atoi(a[1]); err != nil || flags&8 != 0 {
			t.Errorf("the terminal is asked with %q", a[0])
		}
	}
	if len(asked) == 0 {
		t.Error("the terminal is not asked for any keys")
	}
}

// TestTerminalFrugal: a key sends the rows that it changes, not the screen.
func TestTerminalFrugal(t *testing.T) {
	x := open(t)
	var text strings.Builder
	for paragraph := range slices.Chunk([]rune(longText(6000)), 300) {
		text.WriteString(string(paragraph) + "\n\n")
	}
	x.write("lifelog/"+day, text.String())
	x.run(160, 50, "sh", "-c", inside, "sh")
	x.sees("今日は")
	x.key("Enter")
	x.sees("保存済み")
	x.asked()
	x.key("C-Home", "Down", "Down", "Right", "Right") // into the third of eight rows
	x.until("the caret in the paragraph", func(s screen) bool { return s.y == 4 })
	before := x.sent()
	for _, key := range []string{"あ", "BSpace", "x", "C-z", "、", "Enter", "BSpace", "Left", "Right", "Up", "Down", "C-Left", "Home", "End", "End", "あ", "Enter"} {
		x.key(key)
		after := x.sent()
		if n := after - before; n > 1024 {
			t.Errorf("%s sent %d bytes: %q", key, n, x.read("sent")[before:])
		}
		before = after
	}
}

// TestTerminalHostile: nothing in an entry, nor in the name of a file, drives
// the terminal.
func TestTerminalHostile(t *testing.T) {
	sequences := []string{
		"\x1b]0;owned\a", "\x1b]2;owned\x1b\\", "\x1bkowned\x1b\\", "\u009d0;owned\u009c", "\x1b]52;c;b3duZWQ=\a",
		"\x1bPtmux;\x1b\x1b]0;owned\a\x1b\\", "\x1b_owned\x1b\\", "\x1b[2J\x1b[H", "\x1b[?1049l", "\x1b[?25l", "\x1bc",
		"\x1b[5;5Howned", "\x1b[6n", "\x1b[8;10;10t", "\b\b\v\f\x7f\u0085\u202e",
	}
	hostile := strings.Join(sequences, "文")
	x := open(t)
	x.write("lifelog/"+day, "# 題"+hostile+"末\n\n本"+hostile+"末 [これ](http://example.com/\x1b]0;owned\a)\n")
	x.write("lifelog/2022/05/2022-05-01.md", "# 次\x9d0;owned\x9c\xff"+hostile+"\n")
	x.write("lifelog/2022/05/2022-05-01-\x1b]0;owned\a.md", "名前\n")
	x.run(100, 30, "sh", "-c", inside, "sh")
	unharmed := func(marks ...string) {
		t.Helper()
		s := x.sees(marks...)
		if s.title != "lifelog" || !s.cursor || !s.alternate || len(s.rows) != 30 {
			t.Errorf("title %q, %d rows\n%v", s.title, len(s.rows), s)
		}
		if names := x.tmux("list-windows", "-F", "#{window_name}"); strings.Contains(names, "owned") {
			t.Errorf("the window is called %q", names)
		}
		if buffers := x.tmux("list-buffers"); buffers != "" {
			t.Errorf("the clipboard holds %q", buffers)
		}
	}
	unharmed("lifelog  ·  2件", "題␛", "Ctrl-Q 終了")
	x.key("Down")
	unharmed("lifelog  ·  2件", "│ 次", "Ctrl-Q 終了")
	x.key("Enter")
	unharmed("2022年5月1日", "次", "␛", "Esc 戻る")
	x.key("F2")
	unharmed("2022年5月2日", "# 題␛", "Esc 戻る")
	x.key("C-r")
	unharmed("2022年5月2日", "本␛", "Esc 戻る")
	x.key("C-f")
	x.sees("ことばを入力")
	x.typ("owned")
	unharmed("検索  owned", "2件", "␛")
}
