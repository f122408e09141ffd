package ui

import "testing"

func TestGoToADate(t *testing.T) {
	d := begin(t, week)
	d.press("ctrl+g").sees("Go to", "yesterday").cursor(9, 22).typ("yesterday").sees("Sun 1 May 2022").press("enter").sees("カンファレンスは今日で終わり。")
	d.press("ctrl+g").typ("13月1日").press("enter").sees("no such day").press("ctrl+w", "ctrl+w", "ctrl+w", "ctrl+w").typ("４月２８日").press("enter").sees("コーヒーを二杯")
	d.press("ctrl+g").typ("today").press("enter").sees("Nothing is written on this day yet").press("enter").sees("new").typ("a")
	d.press("ctrl+g").typ("2022-04-28").press("enter").sees("雨の朝。", "saved").stores("2022-05-02", "a")
	d.press("f7").sees("Sat 30 April 2022").press("f8").sees("Thu 28 April 2022").press("esc")
}

func TestSelectWithTheMouse(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "one two three\nfour\n"})
	d.press("enter").click(6, 2).cursor(6, 2).click(6, 2).sees("selected: 3 characters").click(6, 2).sees("selected: 11 characters")
	d.click(2, 2).drag(5, 3).sees("selected: 14 characters").typ("x").press("esc").stores("2022-05-02", "xr\n")
	d.click(10, 3).click(10, 3).sees("Mon 2 May 2022")
}
