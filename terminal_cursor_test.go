//go:build unix

package main

import (
	"strings"
	"testing"
)

// A cursor stands where the eye is on every screen, since an input method
// writes there what is not committed yet.

// TestTerminalCursor: on the selected row, in the text, in the box; and keys
// typed with an input method on are the keys they stand on.
func TestTerminalCursor(t *testing.T) {
	x := open(t)
	var long []string
	for range 60 {
		long = append(long, "段落です。")
	}
	x.write("lifelog/2022/05/2022-05-02.md", strings.Join(long, "\n\n"))
	x.write("lifelog/2022/05/2022-05-01.md", "# メーデー\n\n日本語テストの日。\n")
	x.write("lifelog/2022/04/2022-04-30.md", "# 月末\n\n片付け。\n")
	x.run(80, 24, "sh", "-c", inside, "sh")
	selected := func(title string) func(screen) bool {
		return func(s screen) bool {
			return s.cursor && s.x == 0 && strings.HasPrefix(s.rows[s.y], "▌") && strings.Contains(s.rows[s.y], title)
		}
	}
	press := func(key, what string, is func(screen) bool) {
		t.Helper()
		x.key(key)
		x.until(key+": "+what, is)
	}
	x.until("today selected", selected("段落"))
	press("Down", "the row below", selected("メーデー"))
	press("ｊ", "the row below", selected("月末"))
	press("ｋ", "the row above", selected("メーデー"))
	press("Home", "the first row", selected("段落"))
	press("　", "the text beside half a page on", func(s screen) bool { return selected("段落")(s) && strings.HasSuffix(s.rows[2], "│") })
	press("か", "what to do about it", func(s screen) bool { return selected("段落")(s) && s.has("IMEがオンです") })

	press("？", "every key", func(s screen) bool { return s.has("キーの一覧") })
	press("？", "home again", selected("段落"))

	inBox := func(cells int, text string) func(screen) bool {
		return func(s screen) bool {
			return s.cursor && s.y == 0 && s.x == len("  ")+x.drawn("検索")+len("  ")+cells && s.rows[0] == strings.TrimRight("  検索  "+text, " ")
		}
	}
	press("・", "the box", inBox(0, ""))
	x.key("Escape")
	x.until("home again", selected("段落"))
	press("／", "the box", inBox(0, ""))
	x.typ("日本語テスト")
	x.until("six characters", func(s screen) bool { return inBox(12, "日本語テスト")(s) && s.has("1件（全3件中）") })
	press("BSpace", "five characters", inBox(10, "日本語テス"))
	press("Left", "the caret before the last", inBox(8, "日本語テス"))
	press("Down", "the cursor on the hit", func(s screen) bool { return s.cursor && s.x == 0 && s.y > 0 && strings.HasPrefix(s.rows[s.y], "▌") })

	inText := func(text string) func(screen) bool {
		return func(s screen) bool { return s.cursor && s.has(text) && s.y > 0 && s.y < 22 && s.rows[s.y] != "" }
	}
	press("Enter", "the entry", inText("e 編集"))
	for range 3 {
		press("Down", "a row of the text", inText("e 編集"))
	}
	press("e", "the entry to write in", inText("Ctrl-S 保存"))
	press("？", "a letter in the text", inText("？"))
	press("C-z", "no letter", inText("Ctrl-S 保存"))
}

// TestTerminalBoxes: in the boxes at the foot and in those of lists, too.
func TestTerminalBoxes(t *testing.T) {
	d := compose(t, 80, 24)
	for _, keys := range []string{"C-g", "C-p", "C-f"} {
		d.key(keys)
		from := d.until(keys+": a box", func(s screen) bool { return s.cursor && s.y != d.top || s.x > d.left })
		d.typ("日本語")
		d.at(from.x+6, from.y)
		d.key("Left")
		d.at(from.x+4, from.y)
		d.key("BSpace")
		d.at(from.x+2, from.y)
		d.key("Escape")
		d.shows("", 0, 0)
	}
}

// TestTerminalQuestion: yes and no can be said with an input method on.
func TestTerminalQuestion(t *testing.T) {
	d := compose(t, 80, 24)
	const link, asked = "旅の[[荷物]]", "まだ書かれていません"
	d.typ(link)
	d.shows(link, 12, 0)
	for _, no := range []string{"n", "ｎ", "ん"} {
		d.key("C-o")
		d.sees(asked)
		d.typ("は")
		d.sees(asked, "IMEがオンです")
		d.typ(no)
		d.shows(link, 12, 0)
	}
	d.key("C-o")
	d.sees(asked)
	d.typ("ｙ")
	d.shows("", 0, 0)
	d.typ("靴下")
	d.shows("靴下", 4, 0)
	d.key("Escape")
	d.shows(link, 12, 0)
}
