//go:build unix

package main

import (
	"strings"
	"syscall"
	"testing"
)

// TestTerminalHistory: what somebody deleted by mistake comes back after lifelog
// was killed and started again, by undo and from the earlier states.
func TestTerminalHistory(t *testing.T) {
	const whole = "# 五月二日\n\n長い一日だった。\n"
	x := open(t)
	x.write("lifelog/"+day, whole)
	x.write(".config/lifelog/config.toml", "start = \"write\"\n")
	x.run(80, 24, "sh", "-c", inside, "sh")
	x.sees("長い一日だった", "保存済み")
	x.key("C-a", "BSpace")
	x.typ("oops")
	x.sees("oops")
	x.key("C-s")
	x.entry("oops")
	if err := syscall.Kill(x.pid(), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	x.again()
	x.sees("oops", "保存済み")
	x.key("C-z")
	x.sees("長い一日だった", "の状態です")
	x.key("C-y")
	x.sees("oops")
	x.key("F9")
	x.sees("履歴", "今日", "- 長い一日だった")
	x.key("Down", "Enter")
	x.sees("長い一日だった", "の状態に戻しました")
	x.entry(whole)
	x.key("C-q")
	x.sees("left with 0")
	if out := x.lifelog("history", "2022-05-02"); strings.Count(out, "\n") < 3 {
		t.Errorf("the states are\n%s", out)
	}
}
