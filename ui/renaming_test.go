package ui

import (
	"context"
	"testing"

	"lifelog/journal"
	"lifelog/store"
)

var aTrip = map[string]string{
	"2022-05-01":        "# Snow\n\nIt fell all day. #trip\n",
	"2022-05-01-market": "# 市場\n\n苺を買った。#trip/food See [[2022-05-01]].\n",
	"2022-04-30":        "# Rain\n\nTomorrow is [[2022-05-01|Sunday]], with #Trip and #travel.\n",
}

// stored is every entry of a journal.
func (d *driver) stored() map[string]string {
	d.t.Helper()
	all := map[string]string{}
	for id := range d.store.List(context.Background()) {
		v, err := d.store.Load(context.Background(), id)
		if err != nil {
			d.t.Fatal(err)
		}
		all[id.String()] = v.Text
	}
	return all
}

// holds fails unless the journal is these entries.
func (d *driver) holds(want map[string]string) *driver {
	d.t.Helper()
	got := d.stored()
	for name, text := range want {
		if got[name] != text {
			d.t.Errorf("%s is stored as %q, want %q", name, got[name], text)
		}
	}
	if len(got) != len(want) {
		d.t.Errorf("stored are %d entries, want %d: %q", len(got), len(want), got)
	}
	return d
}

// again takes out what is in the box of a prompt and types something else.
func (d *driver) again(s string) *driver {
	d.t.Helper()
	return d.press("home", "ctrl+k").typ(s)
}

// An entry gets another day: what names it is seen before, changes at once, and
// one key takes all back.
func TestRename(t *testing.T) {
	d := begin(t, aTrip)
	d.press("down").sees("It fell all day.").press("r").sees("Name or day  2022-05-01", "another day, or a name")
	d.again("3 days ago").sees("Fri 29 April 2022").press("enter")
	d.sees("Sun 1 May 2022 → Fri 29 April 2022", "Lines that change: 2, in entries: 2. u takes all back.", "Sun 1 May 2022  市場  line 3", "See [[2022-04-29]].", "Sat 30 April 2022  Rain  line 3", "[[2022-04-29|Sunday]]")
	d.holds(aTrip).press("n", "N", "down", "esc").holds(aTrip).seesNot("→")
	d.press("r").again("2022-04-29").press("enter", "enter").sees("Sun 1 May 2022 → Fri 29 April 2022; u takes it back", "It fell all day.", "Linked from")
	d.holds(map[string]string{
		"2022-04-29": aTrip["2022-05-01"], "2022-05-01-market": "# 市場\n\n苺を買った。#trip/food See [[2022-04-29]].\n",
		"2022-04-30": "# Rain\n\nTomorrow is [[2022-04-29|Sunday]], with #Trip and #travel.\n",
	})
	if d.m.selected() != id("2022-04-29") {
		t.Errorf("selected is %v", d.m.selected())
	}
	d.press("u").holds(aTrip).sees("taken back: Sun 1 May 2022 → Fri 29 April 2022", "It fell all day.")
	d.press("u").sees("nothing was done here")
}

// 日本語でも同じ。
func TestRenameInJapanese(t *testing.T) {
	d := begin(t, aTrip, japanese)
	d.press("down", "r").sees("名前・日付  2022-05-01", "別の日か名前").again("三日前").sees("2022年4月29日(金)").press("enter")
	d.sees("2022年5月1日(日) → 2022年4月29日(金)", "2行（2件の日記）が変わります", "すべて変更").press("enter").sees("変更しました", "u で元に戻します")
	d.stores("2022-04-29", aTrip["2022-05-01"]).press("u").holds(aTrip).sees("元に戻しました")
	d.press("#").typ("trip").press("ctrl+r").sees("#trip を次の名前に").again("旅、").press("enter").sees("タグに使えるのは")
	d.again("旅").press("enter", "enter").stores("2022-05-01", "# Snow\n\nIt fell all day. #旅\n").press("u").holds(aTrip)
	d.press("r").again("2022-04-30").press("enter").sees("2022年4月30日(土)の日記がもうあります")
}

// What is typed and what is read go along.
func TestRenameWhileWriting(t *testing.T) {
	d := begin(t, aTrip)
	d.press("down", "e").typ("More.").press("ctrl+p").typ("another name").press("enter").again("snow day").sees("Sun 1 May 2022  snow day").press("enter", "enter")
	d.sees("More.", "saved").stores("2022-05-01", "").stores("2022-05-01-snow day", aTrip["2022-05-01"]+"More.")
	d.typ(" And more.").press("esc").stores("2022-05-01", "").stores("2022-05-01-snow day", aTrip["2022-05-01"]+"More. And more.").sees("And more.")
	d.press("h").sees("today", "And more.").press("down", "down").seesNot("And more.").press("esc")
	d.press("enter", "r").again("1 week ago").press("enter", "enter").sees("More. And more.", "Mon 25 April 2022").press("esc").press("u", "u").holds(map[string]string{
		"2022-05-01": aTrip["2022-05-01"] + "More. And more.", "2022-05-01-market": aTrip["2022-05-01-market"], "2022-04-30": aTrip["2022-04-30"],
	})
}

func TestRenameRefused(t *testing.T) {
	d := begin(t, aTrip)
	d.press("r").again("x").press("enter").sees("not changed: nothing is written on this day yet").press("down", "r")
	for _, c := range []struct{ typed, says string }{
		{"", "another day, or a name"}, {"  ", "another day, or a name"}, {"a/b", "a name has no"}, {"2022-13-41", "no such"}, {"2022-05-01", "called already"},
		{"雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨雨", "a n"}, {"..", "a name has no"},
	} {
		d.again(c.typed).press("enter").sees("Name or day", c.says)
	}
	d.again("2022-04-30").press("enter").sees("not changed: there is an entry Sat 30 April 2022 already").holds(aTrip)
	d.press("r").again("[x]").press("enter").sees("no link could name").holds(aTrip)
	d.press("r").again("9999-12-31").press("enter", "enter").stores("9999-12-31", aTrip["2022-05-01"]).press("u").holds(aTrip)
}

// A tag is called differently in all entries, or becomes one with another.
func TestRenameTag(t *testing.T) {
	d := begin(t, aTrip)
	d.press("#").sees("#trip", "#travel").typ("trip").press("ctrl+r").sees("#trip becomes").again("a b").press("enter").sees("a tag has letters")
	d.again("＃Travel").sees("both become one: #travel, which 1 entries have").press("enter")
	d.sees("#trip → #Travel", "Lines that change: 3, in entries: 3", "#Travel/food").press("enter")
	d.sees("#trip → #Travel; u takes it back").holds(map[string]string{
		"2022-05-01": "# Snow\n\nIt fell all day. #Travel\n", "2022-05-01-market": "# 市場\n\n苺を買った。#Travel/food See [[2022-05-01]].\n",
		"2022-04-30": "# Rain\n\nTomorrow is [[2022-05-01|Sunday]], with #Travel and #travel.\n",
	})
	d.press("#").sees("#Travel").seesNot("#trip").press("esc", "u").holds(aTrip)
	d.press("#").typ("food").press("ctrl+r").again("trip/fruit").press("enter", "enter").stores("2022-05-01-market", "# 市場\n\n苺を買った。#trip/fruit See [[2022-05-01]].\n")
}

// What was written since the change stays when it is taken back.
func TestRenameTagTakenBackLater(t *testing.T) {
	d := begin(t, aTrip)
	d.press("#").typ("trip").press("ctrl+r").again("x").press("enter", "enter", "down", "e").typ("More.").press("esc")
	d.elsewhere("2022-04-30", "Tomorrow: #x, and more.\n")
	d.press("u").sees("taken back, but not where the same lines were written since: Sat 30 April")
	d.stores("2022-05-01", aTrip["2022-05-01"]+"More.").stores("2022-04-30", "Tomorrow: #x, and more.\n")
}

// stuck is a journal in which one entry cannot be stored.
type stuck struct{ *store.Mem }

func (s stuck) Save(ctx context.Context, v journal.Version) (journal.Rev, error) {
	if v.ID == id("2022-04-30") && v.Rev != "" {
		return "", context.DeadlineExceeded
	}
	return s.Mem.Save(ctx, v)
}

// When one entry cannot be changed none is.
func TestRenameThatFails(t *testing.T) {
	d := beginOn(t, stuck{store.NewMem()})
	for name, text := range aTrip {
		d.elsewhere(name, text)
	}
	d.run(d.m.fill())
	d.run(d.m.readNames())
	d.press("down", "r").again("2022-06-01").press("enter", "enter").sees("not changed: ").holds(aTrip).press("esc", "u").sees("nothing was done here")
}

func TestPreviewLooks(t *testing.T) {
	for name, options := range map[string][]func(*Options){"preview": nil, "preview.ja": {japanese}} {
		d := begin(t, aTrip, options...)
		d.press("down", "r").again("2022-04-29-雪").press("enter")
		for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}} {
			d.size(size[0], size[1])
			d.golden(name)
		}
		d.size(80, 24)
		d.press("esc", "#").typ("trip").press("ctrl+r").again("travel").press("enter").golden(name + ".tag")
	}
}
