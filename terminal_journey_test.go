//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lifelog/store/storetest"
)

// TestTerminalJourney: write today, leave, start again, read it, find it by a
// word, and add a line from elsewhere while the program is open.
func TestTerminalJourney(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			x := start(t, size[0], size[1])
			x.write("lifelog/2022/05/2022-05-01.md", "# 到着\n\n会場まで歩いた。Jet lag.\n")
			x.sees("今日")
			x.key("Enter")
			x.sees("0文字")
			x.typ("# 二日目")
			x.key("Enter", "Enter")
			x.typ("朝食はベーグル、then a talk about compilers。")
			x.sees("compilers。")
			const written = "# 二日目\n\n朝食はベーグル、then a talk about compilers。"
			x.key("Escape")
			x.sees("Enter 開く", "二日目")
			x.key("C-q")
			x.sees("left with 0")
			x.entry(written)

			x.again()
			x.sees("Enter 開く", "二日目", "到着")
			x.key("Down")
			x.until("the day before selected", func(s screen) bool {
				return strings.HasPrefix(s.rows[s.y], "▌") && strings.Contains(s.rows[s.y], "到着")
			})
			x.key("Enter")
			x.sees("2022年5月1日", "会場まで歩いた。")
			x.key("C-f")
			x.sees("ことばを入力")
			x.typ("べーぐる")
			x.sees("1件（全2件中）", "ベーグル")
			x.key("Enter")
			x.sees("2022年5月2日", "朝食はベーグル、")

			x.key("F2")
			x.sees("保存済み")
			x.typ("夜は散歩。")
			x.sees("夜は散歩。")
			x.lifelog("add", "外から一行")
			x.key("Escape")
			const both = written + "夜は散歩。\n\n## 18:20\n\n外から一行\n"
			x.entry(both)
			x.key("F2")
			x.sees("夜は散歩。", "外から一行")
			x.key("C-q")
			x.sees("left with 0")
			x.entry(both)
			if got := x.lifelog("read"); !strings.Contains(got, both) {
				t.Errorf("lifelog read writes %q", got)
			}
		})
	}
}

// TestTerminalEditor: Ctrl-E lends the terminal to the editor that the person
// chose, at the same line, and comes back to the same place with what it wrote.
func TestTerminalEditor(t *testing.T) {
	x := open(t, "EDITOR=./vim")
	x.write("vim", `#!/bin/sh
		test -t 0 && test -t 1 && echo "a terminal" >asked
		echo "$@" >>asked
		cat "$2" >>asked
		echo 追記 >>"$2"`)
	if err := os.Chmod(filepath.Join(x.home, "vim"), 0o700); err != nil {
		t.Fatal(err)
	}
	x.write("lifelog/"+day, "一行目\n二行目\n三行目\n")
	x.run(80, 24, "sh", "-c", inside, "sh")
	x.sees("一行目")
	x.key("Enter")
	x.sees("保存済み")
	x.key("Up")
	x.typ("足す")
	s := x.sees("足す三行目")
	x.key("C-e")
	now := x.sees("足す三行目", "追記", "保存済み")
	if now.x != s.x || now.y != s.y || !now.cursor {
		t.Errorf("the caret was at %d,%d\n%v", s.x, s.y, now)
	}
	file := filepath.Join(x.home, "lifelog", day)
	if got, want := x.read("asked"), "a terminal\n+3 "+file+"\n一行目\n二行目\n足す三行目\n"; got != want {
		t.Errorf("the editor was asked\n%s\nnot\n%s", got, want)
	}
	x.typ("また")
	x.sees("足すまた三行目")
	x.key("C-q")
	x.sees("left with 0")
	x.entry("一行目\n二行目\n足すまた三行目\n追記\n")
}

// TestTerminalTenYears: a journal of ten years is listed and searched whole.
func TestTerminalTenYears(t *testing.T) {
	const entries, word = 3650, "葡萄"
	x := open(t, "LIFELOG_NOW=2026-11-21T18:20:00+09:00")
	found := 0
	for v := range storetest.Corpus(entries) {
		date := v.ID.Date.String()
		x.write(filepath.Join("lifelog", date[:4], date[5:7], date+".md"), v.Text)
		if strings.Contains(v.Text, word) {
			found++
		}
	}
	x.run(100, 30, "sh", "-c", inside, "sh")
	x.sees("3,650件", "2026年11月", "▌ 21")
	x.key("End")
	x.sees("2016年11月")
	x.key("C-f")
	x.sees("ことばを入力")
	x.typ(word)
	x.sees(fmt.Sprintf("%d件（全3,650件中）", found), word)
	x.key("Enter")
	x.sees("Esc 戻る", "e 編集", word)
}
