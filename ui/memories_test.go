package ui

import "testing"

func TestOnThisDay(t *testing.T) {
	d := begin(t, travel)
	d.sees("a year ago: A year before    o shows it").press("o").sees("On this day", "a year ago", "A year before", "Sun 2 May 2021")
	d.press("enter").sees("Rain.", "Sun 2 May 2021").press("esc").sees("lifelog")
	d.press("g", "down", "down", "o").sees("nothing to look back to on Sat 30 April 2022")
	d = begin(t, map[string]string{"2021-05-02": "# 雨", "2021-05-03": "# The same Monday", "2022-01-22": "# Winter", "2012-05-02": "# Ten"}, japanese)
	d.sees("1年前：雨").press("o").sees("10年前", "1年前の同じ曜日", "100日前").golden("memories.ja")
	d.press("esc", "c", "o").sees("あの日の今日").press("down", "enter").sees("Ten").press("esc").sees("2022年5月")
	begin(t, week).seesNot("ago").press("o").sees("nothing to look back to")
}

func TestTags(t *testing.T) {
	d := begin(t, travel)
	d.press("#").golden("tags.en")
	d.typ("py").press("enter").sees("filtered: #conf/pycon", "PyCon US 2022").seesNot("Second day").press("esc").sees("Second day")
	d.press("#", "enter").sees("filtered: #conf", "Second day", "PyCon US").seesNot("最終日").press("esc")
	d.press("G", "enter", "#").typ("garden").press("enter").sees("“The garden” is not written yet").press("y").sees("The garden").typ("roses").press("esc")
	d.stores("2022-05-02-The garden", "roses")
	begin(t, week).press("#").sees("no entry has a tag")
}
