package ui

import "testing"

func TestCalendarFrames(t *testing.T) {
	d := begin(t, travel)
	d.press("down", "c").golden("calendar.en")
	d.size(40, 12)
	d.golden("calendar.en")
	d.press("c").golden("years.en")
	d.size(80, 24)
	d.golden("years.en")
	d.size(200, 60)
	d.golden("years.en")
	d.press("f6").golden("calendar.en")
	d = begin(t, travel, japanese)
	d.press("down", "f6").golden("calendar.ja")
	d.size(40, 12)
	d.golden("calendar.ja")
	d.press("c").golden("years.ja")
	d.size(80, 24)
	d.golden("years.ja")
	begin(t, nil).press("c").golden("calendar.none.en").press("c").golden("years.none.en")
}

func TestCalendar(t *testing.T) {
	d := begin(t, travel)
	d.press("c").sees("May 2022", "2 days", "Unpacking.").press("left").sees("▌ 1", "カンファレンスは今日で終わり").press("f8").sees("April 2022", "▌30", "Talks about Python")
	d.press("f8", "f8").sees("May 2021", "A year before").press("f8").sees("May 2021").press("f7").sees("April 2022", "▌28")
	d.press("up").sees("▌21", "Nothing is written on this day yet").press("pgdown").sees("May 2022", "▌21").press("pgup", "pgup").sees("March 2022")
	d.press("home").sees("▌ 2", "Today").press("right", "enter").sees("Tue 3 May 2022", "new").typ("ahead").press("esc").sees("May 2022", "3 days", "▌ 3·", "ahead")
	d.stores("2022-05-03", "ahead")
	d.press("left", "left", "enter").sees("Sun 1 May 2022", "写真").press("esc").sees("▌ 1").press("*").sees("★ 最終日").press("n").sees("New entry on Sun 1 May 2022").press("esc")
	d.press("tab").sees("May 2022", "▌ 1").press("x").sees("[✓]").press("left").press("e").sees("- [x]").press("esc", "esc").sees("lifelog", "▌  1 Sun")
	d.press("G", "enter", "f6").sees("May 2021", "▌ 2").press("esc").sees("Rain.").press("esc")
	d.press("e", "f6").sees("May 2021").press("esc").sees("A year before")
}

func TestCalendarOfYears(t *testing.T) {
	d := begin(t, travel)
	d.press("c", "c").sees("2022", "4 days", "Jan", "2021").press("left").sees("Mon 25 April 2022").press("up").sees("Sun 24 April 2022").press("down", "pgup").sees("Sun 25 April 2021", "1 day")
	d.press("c").sees("April 2021", "▌25")
}

func TestCalendarByMouse(t *testing.T) {
	d := begin(t, travel)
	d.press("c").click(2, 4).sees("▌ 2").click(27, 4).sees("▌ 1").click(27, 4).sees("Sun 1 May 2022").press("esc").press("c")
	x, y := d.m.View().Cursor.X, d.m.View().Cursor.Y
	d.click(x-1, y).sees("Sun 24 April 2022").click(0, 0).sees("Sun 24 April 2022")
}

func TestCalendarOfARange(t *testing.T) {
	d := begin(t, travel)
	d.press("c", "f").sees("Show", "last 12 months").typ("last 12").sees("last 12 months").press("enter").sees("not a date").typ(" months").sees("Mon 3 May 2021 – Mon 2 May 2022").press("enter")
	d.sees("Mon 3 May 2021 – Mon 2 May 2022", "4 days").golden("range.en")
	d.press("pgdown", "right").sees("Mon 2 May 2022  ·").press("f8", "f8", "f8", "f8").sees("Thu 28 April 2022", "PyCon US").press("f8").sees("Thu 28 April 2022")
	d.press("f").typ("..").press("enter").sees("Show").press("esc", "f").typ("..today").press("enter").sees("Sun 2 May 2021 – Mon 2 May 2022", "5 days")
	d.press("f").typ("1800..2022").press("enter").sees("at most 100 years apart").press("esc", "c").sees("April 2022").seesNot("2021")
	d.press("f").typ("2021").press("enter").sees("2021", "1 day", "Fri 31 December 2021").press("esc").press("c").sees("April 2022", "▌28")
	d = begin(t, travel, japanese)
	d.size(40, 12)
	d.press("c", "f").typ("過去5年").press("enter").golden("range.ja")
	d.press("f").typ("2021-10-10..2021-12-12").press("enter").sees("2021-10-10 – 2021-12-12") // in words it would be cut
}
