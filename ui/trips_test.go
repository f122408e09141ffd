package ui

import (
	"strings"
	"testing"
)

func TestReadATripAsOne(t *testing.T) {
	d := begin(t, travel)
	d.press("down", "down", "t").sees("PyCon US 2022", "What I plan to hear.", "Thu 28 April 2022", "28 Apr – 1 May").golden("trip.en")
	d.press("O").sees("▌ PyCon US 2022", "\n    Thu 28 April 2022", "\n      Second day").typ("second").press("enter").sees("Second day", "Talks about Python")
	d.press("e").sees("# Second day").typ("Our ").press("esc").sees("Our Second day")
	d.press("G", "x").sees("[✓] 写真を送る").stores("2022-05-01", strings.Replace(travel["2022-05-01"], "[ ]", "[x]", 1))
	d.press("esc").sees("▌ 30 Sat").press("G", "t").sees("in no trip")
	d.press("up", "enter").sees("28 Apr – 1 May: t reads it as one").press("t").sees("Thu 28 April 2022").press("esc").sees("What I plan to hear.").seesNot("最終日\n")
	d = begin(t, travel, japanese)
	d.press("down", "c", "t").sees("2022年4月28日(木)").press("esc").sees("2022年5月")
}

// Links walk in the text of a trip as in any other, and lead back into it.
func TestWalkingLinksOfATrip(t *testing.T) {
	d := begin(t, map[string]string{
		"2022-05-01":       "# Home\n\n" + strings.Repeat("waves\n\n", 40) + "See [[2022-04-29]] and [[Nowhere yet]].\n",
		"2022-04-29":       "# By the sea\n\nSand.\n",
		"2022-04-28-coast": "---\ntitle: The coast\nuntil: 2022-05-01\n---\nPlans.\n",
	})
	d.press("G", "t").sees("The coast", "Plans.", "28 Apr – 1 May").press("tab").sees("See", "waves").press("enter").sees("Sand.", "Linked from").seesNot("waves")
	d.press("backspace").sees("See", "waves", "28 Apr – 1 May").press("backspace").sees("no link was followed")
	d.press("O").sees("The coast", "▌   Home").typ("by the").press("enter").sees("Sand.", "waves").press("backspace").sees("See", "waves")
	d.press("tab", "enter").sees("“Nowhere yet” is not written yet").press("y").typ("now").press("esc").sees("waves", "28 Apr")
	d.press("esc").sees("lifelog")
}

func TestNewTrip(t *testing.T) {
	d := begin(t, week)
	d.press(":").typ("new trip").press("enter").sees("New trip", "Kyoto in the rain").press("enter").sees("Kyoto in the rain").typ("秋: Kyoto").press("enter")
	d.sees("Days", "5/2-8").typ("5/20").press("enter").sees("that is one day").typ("-22").sees("Fri 20 May 2022 – Sun 22 May 2022").press("enter")
	d.sees("# 秋: Kyoto", "Fri 20 May 2022").typ("Leaves.").press("esc").sees("秋: Kyoto")
	d.stores("2022-05-20-秋 Kyoto", "---\nuntil: 2022-05-22\n---\n\n# 秋: Kyoto\n\nLeaves.")
	d.press("ctrl+p").typ("new trip").press("enter", "esc").seesNot("New trip  ")
}
