package ui

import (
	"fmt"
	"strings"
	"testing"
)

// moods are three weeks with a number, and a gap of four days in them.
func moods() map[string]string {
	entries := map[string]string{"2021-12-31": "# 大晦日\n\n" + strings.Repeat("雪。", 300), "2022-03-31": "# End\n\nof March"}
	for i := range 21 {
		if i < 9 || i > 12 {
			entries[fmt.Sprintf("2022-04-%02d", i+5)] = fmt.Sprintf("---\nmood: %d\n---\n%s\n", 1+(i*7)%5, strings.Repeat("雨。", 10+i))
		}
	}
	return entries
}

func TestStatistics(t *testing.T) {
	for name, options := range map[string][]func(*Options){"en": nil, "ja": {japanese}} {
		for _, size := range [][2]int{{80, 24}, {40, 12}} {
			d := begin(t, moods(), options...)
			d.size(size[0], size[1])
			d.press("s").golden("statistics." + name)
			d.press("left").golden("statistics-mood." + name)
			d.press("esc").seesNot("⣿")
		}
	}
}

func TestStatisticsPartByPart(t *testing.T) {
	d := begin(t, moods())
	d.press("s").sees("by month", "entries: 19", "days in a row: 9 until Wed 13 April 2022, now 0", "2022-01    0", "2021-12")
	d.press("right").sees("by year", "2021", "2022").seesNot("2021-12")
	d.press("right").sees("by day, in characters", "2022-04-25 Mon", "2022-04-24 Sun")
	d.press("right").sees("Statistics  mood", "days: 17", "from 1 to 5", "days between without it: 4", "2022-04-05", "2022-04-25")
	d.press("right").sees("by month").press("down").sees("2022-03").seesNot("2022-04").press("up").sees("2022-04")
	for range 9 {
		d.press("pgdown")
	}
	d.sees("2021-12").seesNot("2022-01").press("q").sees("Today")
}

func TestStatisticsOfNothing(t *testing.T) {
	begin(t, nil).press("s").sees("There is nothing to count yet.", "mood: 4").press("esc").press("s").press("right", "down", "left").sees("nothing to count")
	d := begin(t, map[string]string{"2022-05-02": "---\nweight: 60.25\n---\n"})
	d.press("s", "left").sees("weight", "days: 1, mean: 60.25, from 60.25 to 60.25", "2022-05-02").press("left", "left", "left").sees("by month")
	d.size(3, 2)
	d.press("left").size(1, 1)
}

func TestTagsOverTime(t *testing.T) {
	d := begin(t, travel)
	d.press("s", "left").golden("statistics-tags.en")
	d.sees("tags over time", "#conf", "2021-05-02", "2022-05-02")
	d.size(40, 12)
	d.golden("statistics-tags.en")
	d = begin(t, travel, japanese)
	d.press("s", "left").golden("statistics-tags.ja")
}

// The box of home narrows what is counted, and home's filter is the first query.
func TestStatisticsOfAQuery(t *testing.T) {
	d := begin(t, moods())
	d.press("s").sees("entries: 19").press("f").typ("mood:>3").sees("Filter  mood:>3", "entries: 6", "filtered: mood:>3")
	d.typ(" (").sees("entries: 6").press("backspace", "backspace", "down").sees("2022-04").press("enter").sees("Statistics", "filtered: mood:>3")
	d.press("left").sees("mood", "from 4 to 5").press("f").typ(" zymurgy").sees("No entry has “mood:>3 zymurgy”.").press("esc").sees("from 1 to 5").seesNot("filtered")
	d.press("esc").sees("Today").press("f").typ("雪").press("enter", "s").sees("filtered: 雪", "entries: 1, days: 1").press("esc").sees("filtered: 雪")
}

func TestWhatIsCounted(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "five words stand right here", "2022-05-01": "雨"})
	d.press("s").sees("by month, in words", "words: 5").press("w").sees("in entries", "2022-05  2").press("w").sees("in characters", "2022-05  24").press("right").sees("by year, in characters")
	d = begin(t, map[string]string{"2022-05-02": "雨の日。five words stand right here と雪の日が続いて雨になったので、傘を持っていく日が続いている。"}, japanese)
	d.press("s").sees("月ごとの文字数", "5語").press("w").sees("月ごとの語数")
}
