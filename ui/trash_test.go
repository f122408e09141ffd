package ui

import (
	"context"
	"errors"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
)

var threeDays = map[string]string{
	"2022-05-01":        "# Snow\n\nIt fell all day.\n",
	"2022-05-01-market": "# 市場\n\n苺を買った。\n",
	"2022-04-30":        "# Rain\n",
}

// A slip of the finger costs one key.
func TestRemoveAndTakeBack(t *testing.T) {
	d := begin(t, threeDays)
	d.press("down").sees("It fell all day.")
	d.press("delete").stores("2022-05-01", "").sees("Sun 1 May 2022 is in the trash; u takes it back", "苺を買った。").seesNot("Snow")
	d.press("delete").stores("2022-05-01-market", "").sees("market is in the trash").seesNot("市場")
	d.press("u").stores("2022-05-01-market", threeDays["2022-05-01-market"]).sees("market is back", "苺を買った。")
	d.press("u").stores("2022-05-01", threeDays["2022-05-01"]).sees("Sun 1 May 2022 is back", "It fell all day.")
	d.press("u").sees("nothing was done here that could be taken back")
}

// Where today has no entry there is nothing to remove.
func TestRemoveNothing(t *testing.T) {
	begin(t, threeDays).press("delete").sees("nothing is written on this day yet").press("u").sees("nothing was done here")
}

// From the reader one comes back to the list, and what was written lately can
// be written on after it came back.
func TestRemoveWhileReading(t *testing.T) {
	d := begin(t, threeDays)
	d.press("down", "e").typ("More. ").press("esc").stores("2022-05-01", "# Snow\n\nIt fell all day.\nMore. ")
	d.press("enter", "delete").stores("2022-05-01", "").sees("is in the trash", "Rain")
	d.press("u").stores("2022-05-01", "# Snow\n\nIt fell all day.\nMore. ").press("e").sees("saved").seesNot("another program")
	d.typ("And more.").press("esc").stores("2022-05-01", "# Snow\n\nIt fell all day.\nMore. And more.")
}

func TestTrashPage(t *testing.T) {
	d := begin(t, threeDays)
	d.press("ctrl+p").typ("trash").press("enter").sees("the trash is empty")
	d.press("down", "delete", "delete", "down", "up")
	d.elsewhere("2022-05-01", "written meanwhile\n")
	d.press("ctrl+p").typ("ゴミばこ（").press("enter").sees("Trash: bring back", "removed today", "市場  Sun 1 May 2022", "Snow  Sun 1 May 2022")
	d.press("down").press("enter").sees("back under another name, 2, beside").stores("2022-05-01-2", threeDays["2022-05-01"])
	d.stores("2022-05-01", "written meanwhile\n")
	d.press("ctrl+p").typ("trash").press("enter").sees("removed today", "▌ 市場").seesNot("  Snow  Sun").press("esc").seesNot("Trash: bring back")
}

// trashless is a journal whose trash does not work.
type trashless struct{ *store.Mem }

func (trashless) Remove(context.Context, journal.ID, journal.Rev) error {
	return errors.New("the disk is full")
}

func (trashless) Trashed(context.Context) ([]journal.Trashed, error) {
	return nil, errors.New("the disk is gone")
}

func TestTrashThatFails(t *testing.T) {
	s := store.NewMem()
	d := beginOn(t, trashless{s})
	d.elsewhere("2022-05-01", "one\n").run(d.m.readNames())
	d.press("down", "delete").sees("not removed: the disk is full").stores("2022-05-01", "one\n").press("esc", "u").sees("nothing was done here")
	d.press("ctrl+p").typ("trash").press("enter").sees("not all of the trash can be read: the disk is gone")
}

func TestTrashLooks(t *testing.T) {
	for name, options := range map[string][]func(*Options){"trash": nil, "trash.ja": {japanese}} {
		s := store.NewMem()
		now := time.Date(2022, 4, 20, 21, 5, 0, 0, time.UTC)
		s.Time = func() time.Time { return now }
		d := beginOn(t, s, options...)
		for day, text := range threeDays {
			d.elsewhere(day, text)
		}
		d.run(d.m.readNames())
		d.press("down", "delete")
		now = time.Date(2022, 5, 1, 8, 0, 0, 0, time.UTC)
		d.press("delete")
		now = time.Date(2022, 5, 2, 18, 20, 0, 0, time.UTC)
		d.press("delete", "ctrl+p").typ("trash").press("enter")
		for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}} {
			d.size(size[0], size[1])
			d.golden(name)
		}
	}
}
