package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/store"
)

// aged is a journal with a day that was written at several times, on a machine
// whose clock shows the evening of 2 May.
func aged(t *testing.T) *store.Mem {
	t.Helper()
	s := store.NewMem()
	now := time.Date(2022, 4, 20, 21, 5, 0, 0, time.UTC)
	s.Time = func() time.Time { return now }
	j := journal.Open(s, s.Time)
	v := journal.Version{ID: id("2022-05-01")}
	for _, step := range []struct {
		on   journal.Occasion
		at   string
		text string
	}{
		{journal.OnLeaving, "2021-12-31 08:00", "# 五月一日\n"},
		{journal.OnWriting, "2022-04-26 09:30", "# 五月一日\n\n朝から雨が降った。\n\n昼\n\nA long walk by the river.\n"},
		{journal.OnLeaving, "2022-05-01 14:05", "# 五月一日\n\n朝から雨が降った。\n\n昼\n\nA long walk by the river.\n\nNoodles.\n"},
		{journal.OnLeaving, "2022-05-02 18:10", "# 五月一日\n\n朝から雪が降った。\n\n昼\n\nNoodles.\n"},
	} {
		at, err := time.Parse("2006-01-02 15:04", step.at)
		if err != nil {
			t.Fatal(err)
		}
		now = at
		saved, err := j.Save(context.Background(), v, journal.Version{ID: v.ID, Text: step.text, Rev: v.Rev})
		if err != nil {
			t.Fatal(err)
		}
		v = saved.Version
		j.Leave(context.Background(), v, step.on)
	}
	now = time.Date(2022, 5, 2, 18, 20, 0, 0, time.UTC)
	return s
}

func TestHistory(t *testing.T) {
	s := aged(t)
	d := beginOn(t, s)
	d.press("down", "h")
	d.sees("Earlier states", "Sun 1 May 2022", "today 18:10", "yesterday 14:05", "6 days ago 09:30", "31 Dec 2021 08:00")
	d.sees("+1 −21", "What changed since yesterday 14:05", "- 朝から雨が降った。", "+ 朝から雪が降った。", "- A long walk by the river.")
	d.golden("history")
	d.press("down").sees("What changed since 6 days ago 09:30", "+ Noodles.").seesNot("- ")
	d.press("c").sees("From yesterday 14:05 to now", "- A long walk").press("c", "G").sees("The first state that is kept").press("g")
	for _, size := range [][2]int{{40, 12}, {200, 60}, {24, 6}} {
		d.size(size[0], size[1])
		d.golden("history")
	}
	d.size(200, 60)
	d.sees("as it was left", "while writing")
	d.size(80, 24)
	d.click(6, 5).sees("What changed since 31 Dec 2021 08:00")
	d.send(tea.MouseWheelMsg{X: 6, Y: 5, Button: tea.MouseWheelUp})
	d.sees("What changed since 6 days ago 09:30").cursor(2, 4)
	d.send(tea.MouseWheelMsg{X: 60, Y: 5, Button: tea.MouseWheelDown})
	d.click(60, 5).sees("What changed since 6 days ago 09:30")
	d.press("q").seesNot("Earlier states")
	d = beginOn(t, s, japanese)
	d.press("down", "f9").sees("履歴", "今日 18:10", "昨日 14:05", "6日前 09:30", "2021年12月31日 08:00", "昨日 14:05からの変更").golden("history.ja")
}

// A whole state, and a single place of one, come back, and what was there
// before is a state itself.
func TestBringBack(t *testing.T) {
	whole := "# 五月一日\n\n朝から雨が降った。\n\n昼\n\nA long walk by the river.\n\nNoodles.\n"
	d := beginOn(t, aged(t))
	d.press("down", "h", "down", "enter").sees("as it was yesterday 14:05").stores("2022-05-01", whole)
	d.sees("A long walk").press("h").sees("today 18:20", "today 18:10")

	d = beginOn(t, aged(t))
	d.press("down", "enter", "h").sees("Earlier states").press("n", "t").sees("this place is brought back", "Earlier states")
	d.stores("2022-05-01", "# 五月一日\n\n朝から雪が降った。\n\n昼\n\nA long walk by the river.\n\nNoodles.\n")
	d.press("esc").sees("雪", "A long walk")
	d.press("h", "enter").sees("it is so now", "Earlier states")

	d = beginOn(t, aged(t)) // a removed entry
	v, err := d.store.Load(t.Context(), id("2022-05-01"))
	if err == nil {
		err = d.store.Remove(t.Context(), v.ID, v.Rev)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.press("ctrl+g").typ("2022-05-01").press("enter", "h").sees("now", "today 18:10").press("down", "enter")
	d.stores("2022-05-01", v.Text)
}

// While one writes it is one step of undo, and saved like everything typed.
func TestBringBackWhileWriting(t *testing.T) {
	d := beginOn(t, aged(t))
	d.press("down", "e").typ("typed").press("f9").sees("now", "+5 −0", "+ typed")
	d.press("down", "down", "enter").sees("as it was yesterday 14:05; Ctrl-Z undoes that", "A long walk").seesNot("typed")
	d.press("ctrl+z").sees("typed").seesNot("A long walk").press("ctrl+y").sees("A long walk").wait()
	d.press("f9").press("down").sees("today 18:20", "+ typed").press("t").sees("this place is brought back")
	d.press("esc").sees("A long walk").press("esc").press("h").sees("today 18:20")
	d.size(200, 60)
	d.sees("as it was left", "while writing")
}

// Undo goes on beyond what was typed since the entry was opened.
func TestUndoBeyondTheSession(t *testing.T) {
	d := beginOn(t, aged(t))
	d.press("down", "e").typ("Q").sees("Q").press("ctrl+z").seesNot("Q")
	d.press("ctrl+z").sees("as it was yesterday 14:05", "Ctrl-Y leads back", "A long walk")
	d.press("ctrl+z").sees("as it was 6 days ago 09:30").seesNot("Noodles")
	d.press("ctrl+z").sees("as it was 31 Dec 2021 08:00").seesNot("walk").press("ctrl+z").sees("nothing earlier is kept")
	d.press("ctrl+y", "ctrl+y").sees("A long walk", "Noodles").press("ctrl+y", "ctrl+y").sees("雪", "Q")
	d.press("ctrl+z", "ctrl+z").sees("A long walk").typ("b").wait().press("esc")
	d.stores("2022-05-01", "# 五月一日\n\n朝から雨が降った。\n\n昼\n\nA long walk by the river.\n\nNoodles.\nb")
}

func TestNothingIsKeptYet(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-01": "x\n"})
	d.press("down", "h").sees("Nothing is kept of this day yet").press("enter", "t", "n", "c", "down").press("esc").seesNot("Earlier")
	d.press("enter", "e", "ctrl+z").sees("nothing earlier is kept")
}

// What is typed after another program changed the entry leads back to before
// that.
func TestHistoryBeforeAChangeFromOutside(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-01": "one\n"})
	d.press("down", "e").changedElsewhere("2022-05-01", "another\n").sees("another")
	d.press("f9").sees("- one").press("esc").press("ctrl+z").sees("one")
}

// shut is a journal whose history cannot be written or read.
type shut struct{ *store.Mem }

func (shut) Keep(context.Context, journal.State, string) error {
	return &journal.Trouble{What: "earlier states cannot be kept", Cause: journal.DiskFull, Err: errors.New("no space")}
}

func (s shut) States(context.Context, journal.ID) ([]journal.State, error) {
	return nil, errors.New("no folder")
}

func TestAHistoryThatFails(t *testing.T) {
	s := shut{store.NewMem()}
	d := beginOn(t, s)
	d.press("enter").typ("one").wait().typ("two").press("esc").sees("the disk is full", "as ever").stores("2022-05-02", "onetwo")
	d.press("esc").press("e").typ("x").wait().seesNot("the disk is full").stores("2022-05-02", "onetwox")
	d.press("f9").sees("earlier states could not be read: no folder")
	if strings.Contains(d.screen(), "Earlier states") {
		t.Error("a page without anything on it was opened")
	}
}

// What was put back after a crash can be seen, and what was there before it.
func TestHistoryOfWhatWasKilled(t *testing.T) {
	s := on(t, map[string]string{"2022-05-01": "morning\n"})
	d := beginOn(t, s)
	d.press("down", "e").press("ctrl+end").typ("a walk")
	d = beginOn(t, s.killed())
	d.press("down", "h").sees("+ a walk", "today").press("down").sees("The first state that is kept", "+ morning")
	d.size(200, 60)
	d.sees("recovered")
}
