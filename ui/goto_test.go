package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

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
	d.press("home").click(2, 2)
	d.time = d.time.Add(time.Second)
	d.click(2, 2).seesNot("selected")
}

// TestMouseOnALongText: the text stays under the mouse, and scrolls when it is
// dragged beyond the edge or by the wheel, which leaves a selection alone.
func TestMouseOnALongText(t *testing.T) {
	var long strings.Builder
	for i := range 60 {
		fmt.Fprintf(&long, "row %d\n", i)
	}
	d := begin(t, map[string]string{"2022-05-02": long.String()})
	d.press("enter", "ctrl+home").sees("row 0").click(3, 20).cursor(3, 20).sees("row 0", "row 18").seesNot("row 20\n")
	d.click(3, 20).sees("selected: 3 characters", "row 0").click(3, 20).sees("selected: 5 characters", "row 0")
	d.click(2, 4).drag(2, 20).sees("row 0").drag(2, 22).sees("row 2\n").seesNot("row 1\n").drag(2, 22).seesNot("row 3\n").cursor(2, 20)
	d.drag(2, 20).sees("selected: 92 characters").cursor(2, 20)
	wheel := func(button tea.MouseButton, times int) {
		for range times {
			d.send(tea.MouseWheelMsg{Button: button})
		}
	}
	wheel(tea.MouseWheelUp, 5)
	d.sees("row 0", "selected: 92 characters")
	wheel(tea.MouseWheelDown, 40)
	d.sees("row 59", "row 48").seesNot("row 47").drag(2, 4).sees("selected: ").cursor(2, 4)
	d.press("left").typ("x").sees("xrow 2")
}
