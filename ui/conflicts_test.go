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
	d.press("f10").press("o").press("enter").sees("still open: 1")
	d.press("esc").sees("another text").stores("2022-05-02", "# Monday\n\nfine weather\n\nwalked home\n")
	d.press("down").press("f10").sees("rainy") // from another day, too
	d.press("esc").press("up", "enter").sees("another text").typ("Still ").press("f10").sees("Still", "rainy")
	d.press("T", "enter").sees("rainy weather", "and slept").seesNot("Still", "another text")
	d.press("ctrl+z").sees("Still")
}

// An entry with another text is marked in the list; of several texts one picks.
func TestConflictsAreMarked(t *testing.T) {
	d, s := twoTexts(t)
	d.sees("Monday", "≠").size(40, 12)
	d.sees("≠").size(80, 24)
	d.elsewhere("2022-05-01", "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> other\n")
	third := journal.Version{ID: id("2022-05-02"), Text: "# Monday\n\nsnow\n"}
	if _, err := s.KeepCopy(context.Background(), third, time.Date(2022, 5, 2, 19, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	d = beginOn(t, s)
	if n := strings.Count(d.screen(), "≠"); n != 2 {
		t.Errorf("%d entries are marked:\n%s", n, d.screen())
	}
	d.sees("3 other texts: F10").press("f10").sees("Mon 2 May 2022", "20220502-180000", "20220502-190000").seesNot("git")
	d.press("down", "enter").sees("+ snow").press("T", "enter").stores("2022-05-02", "# Monday\n\nsnow\n")
	d.press("f10").sees("rainy").press("O", "enter").seesNot("20220502-180000")
	d.sees("another text: F10").press("f10").sees("- x", "+ y", "git").press("T", "enter").stores("2022-05-01", "y\n")
	d.seesNot("F10", "≠")
}

// From an entry without another text one comes to all there are.
func TestConflictsOfOthers(t *testing.T) {
	d, _ := twoTexts(t)
	d.elsewhere("2022-04-30", "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> other\n")
	d = beginOn(t, d.store, japanese)
	d.press("down").press("f10").sees("どの内容と見比べますか", "2022年5月2日(月)", "2022年4月30日(土)", "git が日記の中に残したもの")
	d.press("esc").press("f10").typ("git").press("enter").sees("- x")
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
