package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
)

// twoTexts is a journal in which a save could not join two texts of a day.
func twoTexts(t *testing.T, options ...func(*Options)) (*driver, *store.Mem) {
	t.Helper()
	s := store.NewMem()
	for name, text := range map[string]string{"2022-05-02": "# Monday\n\nfine weather\n\nwalked home\n", "2022-05-01": "x\n"} {
		if _, err := s.Save(context.Background(), journal.Version{ID: id(name), Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	theirs := journal.Version{ID: id("2022-05-02"), Text: "# Monday\n\nrainy weather\n\nwalked home\nand slept\n"}
	if _, err := s.KeepCopy(context.Background(), theirs, time.Date(2022, 5, 2, 18, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	return beginOn(t, s, options...), s
}

func TestConflict(t *testing.T) {
	for _, c := range []struct{ name, keys, want string }{
		{"ours", "O", "# Monday\n\nfine weather\n\nwalked home\n"},
		{"theirs", "T", "# Monday\n\nrainy weather\n\nwalked home\nand slept\n"},
		{"both", "B", "# Monday\n\nfine weather\nrainy weather\n\nwalked home\nand slept\n"},
		{"place by place", "ot", "# Monday\n\nfine weather\n\nwalked home\nand slept\n"},
		{"a second thought", "tNoN2t", "# Monday\n\nrainy weather\n\nwalked home\nand slept\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := twoTexts(t)
			d.sees("another text: F10").press("f10").sees("fine weather", "rainy weather", "and slept", "1 of 2")
			for _, k := range c.keys {
				d.press(string(k))
			}
			d.press("enter").sees("stored").seesNot("another text").stores("2022-05-02", c.want)
		})
	}
}

// Nothing is stored before all was chosen, and Esc leaves both as they are.
func TestConflictIsLeftOpen(t *testing.T) {
	d, _ := twoTexts(t)
	d.press("f10").press("o").press("enter").sees("1 places are still open")
	d.press("esc").sees("another text").stores("2022-05-02", "# Monday\n\nfine weather\n\nwalked home\n")
	d.press("down").press("f10").sees("rainy") // from another day, too
	d.press("esc").press("up", "enter").sees("another text").typ("Still ").press("f10").sees("Still", "rainy")
	d.press("T", "enter").sees("rainy weather", "and slept").seesNot("Still", "another text")
	d.press("ctrl+z").sees("Still")
}

// A save that cannot join leads to the two texts by one key.
func TestConflictAfterASave(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "morning\n"})
	d.press("enter", "up").typ("My ")
	d.changedElsewhere("2022-05-02", "Their morning\n")
	d.wait().sees("is kept in").press("f10").sees("- My morning", "+ Their morning")
}

// What git left in an entry is taken apart, and no mark stays.
func TestConflictWithinAnEntry(t *testing.T) {
	d := begin(t, map[string]string{
		"2022-05-02": "# Monday\n<<<<<<< HEAD\nours\n||||||| base\nold\n=======\ntheirs\n>>>>>>> branch\nend\n",
		"2022-05-01": "<<<<<<< no end of it\n",
	})
	d.press("f10").sees("ours", "theirs", "git").seesNot("<<<<<<<", "=======", "old")
	d.press("b", "enter").stores("2022-05-02", "# Monday\nours\ntheirs\nend\n")
	d.press("f10").sees("no entry has another text")
}

func TestConflictScreen(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}} {
		d, _ := twoTexts(t)
		d.press("f10").size(size[0], size[1])
		d.press("o").golden("conflict")
		d, _ = twoTexts(t, japanese)
		d.press("f10").size(size[0], size[1])
		d.golden("conflict-ja")
	}
}

func TestSides(t *testing.T) {
	for _, c := range []struct {
		text, ours, theirs string
		marked             bool
	}{
		{"a\n", "", "", false},
		{"a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\nd", "a\nb\nd", "a\nc\nd", true},
		{"<<<<<<< x\r\nb\r\n=======\r\n>>>>>>> y\r\n", "b\r\n", "", true},
		{"<<<<<<< x\nb\n=======\nc\n", "", "", false},
		{"a heading\n=======\n", "", "", false},
		{"<<<<<<< x\nb\n||||||| z\nbase\n=======\nc\n>>>>>>> y\n", "b\n", "c\n", true},
	} {
		ours, theirs, marked := journal.Sides(c.text)
		if ours != c.ours || theirs != c.theirs || marked != c.marked {
			t.Errorf("%q: %q, %q, %v", c.text, ours, theirs, marked)
		}
		if marked && (strings.Contains(ours, "<<<<") || strings.Contains(theirs, ">>>>")) {
			t.Errorf("%q: marks stay", c.text)
		}
	}
}
