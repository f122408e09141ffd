package ui

import (
	"context"
	"errors"
	"iter"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/store"
)

// travel is a journal with a span, a star, tasks, a picture, and long entries.
var travel = map[string]string{
	"2022-05-02":            "# Home again\n\nUnpacking.\n",
	"2022-05-01":            "# 最終日\n\nカンファレンスは今日で終わり。\n\n- [ ] 写真を送る\n",
	"2022-04-30":            "---\nstarred: true\n---\n# Second day\n\nTalks about Python. #conf\n\n![the hall](hall.jpg)\n",
	"2022-04-30-notes":      "# Notes on profiling\n\n" + long,
	"2022-04-28-pycon-2022": "---\nuntil: 2022-05-01\n---\n\n# PyCon US 2022\n\nWhat I plan to hear. #conf/pycon\n",
	"2022-04-28":            "雨の朝。コーヒーを二杯。[[The garden]]\n",
	"2021-05-02":            "# A year before\n\nRain. #rain\n",
}

var long = func() (s string) {
	for range 120 {
		s += "Ｐｙｔｈｏｎ is slow where you do not look. "
	}
	return s + "\n"
}()

func TestStar(t *testing.T) {
	d := begin(t, week)
	d.press("down", "*").sees("starred", "★ ·").stores("2022-05-01", "---\nstarred: true\n---\n"+week["2022-05-01"])
	d.press("*").sees("no star any more").seesNot("★").stores("2022-05-01", week["2022-05-01"])
	d.press("enter", "*").sees("starred").press("esc").sees("★")
	d.press("up", "*").sees("nothing is written on this day").stores("2022-05-02", "")
	d.press("enter").typ("a").press("esc", "*").sees("★").stores("2022-05-02", "---\nstarred: true\n---\na")
	d.press("enter").typ("b").press("esc").stores("2022-05-02", "---\nstarred: true\n---\nab")
	d.elsewhere("2022-04-28", "---\n{a: 1}\n---\n").press("G", "*").sees("no star: the front matter")
}

func TestNewEntryWithAName(t *testing.T) {
	d := begin(t, week)
	d.press("n").sees("New entry on Mon 2 May 2022", "as in packing").typ("a/b").press("enter").sees("a name has no /")
	d.press("ctrl+w", "ctrl+w", "ctrl+w").typ("旅のしたく").press("enter").sees("旅のしたく", "new").typ("靴").press("esc").sees("▌         靴")
	d.stores("2022-05-02-旅のしたく", "靴")
	d.press("G", "ctrl+n").sees("New entry on Thu 28 April 2022").press("enter").sees("as in packing").press("esc").seesNot("New entry on")
	d.press("n").typ("x").press("enter", "esc").seesNot("28 Thu  x")
}

func TestDaysWithAnEntry(t *testing.T) {
	d := begin(t, week)
	d.press("f8").sees("▌  1 Sun").press("]").sees("▌ 30 Sat").press("f8").sees("▌ 28 Thu").press("f8").sees("▌ 28 Thu")
	d.press("[").sees("▌ 30 Sat  Second").press("f7", "f7").sees("▌  1 Sun")
}

func TestTheTextBeside(t *testing.T) {
	d := begin(t, travel)
	d.press("down", "right").sees("▌  1 Sun", "7 entries").cursor(35, 2)
	d.press("x").sees("[✓]").stores("2022-05-01", "# 最終日\n\nカンファレンスは今日で終わり。\n\n- [x] 写真を送る\n")
	d.press("f8").sees("▌ 30 Sat", "Talks about Python").press("left").cursor(0, 7).press("tab").sees("▌ 30 Sat").press("esc").sees("▌ 30 Sat")
	d.press("tab").click(5, 5).sees("▌  1 Sun").cursor(0, 5)
	d.size(40, 12)
	d.press("right").sees("最終日").seesNot("Second day").press("left").sees("Second day")
}

func TestSplit(t *testing.T) {
	var kept int
	with := func(o *Options) { o.KeepSplit = func(share int) { kept = share } }
	d := begin(t, week, with)
	d.press(">", ">").sees("                                     │")
	if kept == 0 {
		t.Error("the split was not kept")
	}
	again := begin(t, week, func(o *Options) { o.Split = kept })
	if d.screen() != again.screen() {
		t.Errorf("with the split that was kept:\n%s\nwas:\n%s", again.screen(), d.screen())
	}
	d.press("<", "<", "<", "<", "<", "<", "<", "<").sees("\n                               │\n")
	d.click(31, 9).drag(40, 9).drag(45, 9)
	d.send(tea.MouseReleaseMsg{X: 45, Y: 9, Button: tea.MouseLeft})
	d.sees("\n                                             │\n").drag(20, 9).sees("\n                                             │\n")
	d.click(45, 9).drag(79, 9)
	d.send(tea.MouseReleaseMsg{X: 79, Y: 9, Button: tea.MouseLeft})
	d.sees("\n                                              │\n")
	d.size(40, 12)
	d.press(">").golden("split.en")
}

func TestDoubleClickOpens(t *testing.T) {
	d := begin(t, week)
	d.click(5, 6).sees("▌ 30 Sat", "Talks about").click(5, 4).sees("▌  1 Sun").click(5, 4).sees("Sun 1 May 2022").seesNot("April 2022").press("esc")
	d.click(5, 4)
	d.time = d.time.Add(twiceWithin)
	d.click(5, 4).sees("April 2022").click(5, 4).seesNot("April 2022")
}

func TestSpansFollowWhatIsWritten(t *testing.T) {
	d := begin(t, week)
	d.seesNot("╭").elsewhere("2022-04-28", "---\nuntil: 2022-04-30\n---\n# To the sea\n")
	over := make(chan []journal.ID)
	close(over)
	changed := []journal.ID{id("2022-04-28")}
	d.send(changedMsg{changed, d.m.j.Refresh(d.m.ctx, changed), over})
	d.sees("╭ To the sea", "│ Second", "╰ To the sea").press("G", "e", "up", "up", "up", "up", "up").press("ctrl+k").press("esc").seesNot("╭")
}

// unlisted is a journal of which a folder may not be read.
type unlisted struct {
	*store.Mem
	err error
}

func (c unlisted) List(context.Context) iter.Seq2[journal.ID, error] {
	return func(yield func(journal.ID, error) bool) { yield(journal.ID{}, c.err) }
}

// A journal that cannot be read is not taken for one that was just begun.
func TestUnreadableIsNotEmpty(t *testing.T) {
	odd := &journal.Odd{Path: "2022/05", Why: journal.IsClosed}
	d := beginOn(t, unlisted{store.NewMem(), odd}, japanese)
	d.press("down").sees("開かずに残したファイル：2022/05").seesNot("まだ何も")
	broken := &journal.Trouble{What: "cannot open the journal", Cause: journal.Forbidden, Name: "/home/me/lifelog", Err: errors.New("x")}
	d = beginOn(t, unlisted{store.NewMem(), broken})
	d.press("down").sees("no permission for /home/me/lifelog", "Check the").seesNot("Nothing is written")
}
