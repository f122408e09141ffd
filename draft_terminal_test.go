//go:build unix

package main

import (
	"path/filepath"
	"testing"
)

// TestTerminalOutside: what other programs write is on the screen without a
// key, under what is being typed.
func TestTerminalOutside(t *testing.T) {
	x := open(t)
	file := filepath.Join("lifelog", day)
	x.write(file, "朝\n\n夜\n")
	x.write(".config/lifelog/config.toml", "start = \"write\"\n")
	x.run(80, 24, "sh", "-c", inside, "sh")
	x.sees("夜", "保存済み")
	x.write(file, "朝\n\n昼\n\n夜\n")
	x.sees("昼", "保存済み")
	x.typ("mine")
	x.sees("mine")
	x.lifelog("add", "from the shell")
	x.sees("mine", "## 18:20", "from the shell")
	x.key("C-s")
	x.entry("朝\n\n昼\n\n夜\nmine\n\n## 18:20\n\nfrom the shell\n")
	x.key("Escape")
	x.write("lifelog/2022/04/2022-04-30.md", "# 四月の終わり\n")
	x.sees("四月の終わり")
}
