package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/store"
)

// still is a folder that tells of no changes, for which the driver would wait:
// its Watch is not that of a journal.Watcher.
type still struct{ *store.Dir }

func (still) Watch() {}

var _ interface{ Watch() } = still{}

// ill is a journal on the disk in which something of most kinds is wrong.
func ill(t *testing.T) (s still, dir string) {
	t.Helper()
	dir, state := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		"2022/05/2022-05-02.md":                              "# Rain\n\nNothing is wrong here.\n",
		"2022/05/2022-05-01.md":                              "---\ntags: [a\n---\n\n# Kyoto\n" + strings.Repeat("\nwords\n", 40) + "\nSee [[Nara]] and ![](sea.jpg).\n",
		"2022/05/2022-05-01-market.md":                       "# 市場\n\n[[どこにもない]]\n",
		"2022-05-02.md":                                      "a twin\n",
		"2022/05/.2022-05-02.md.lifelog-aaaaaa-00000000.tmp": "cut short",
		"assets/2022/2022-05-01-00000000.jpg":                "nobody shows this",
	} {
		putFile(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	if err := errors.Join(os.Chmod(dir, 0o700), os.Chmod(state, 0o700)); err != nil {
		t.Fatal(err)
	}
	folder, err := store.Open(dir, store.Options{State: state})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := folder.Close(); err != nil {
			t.Error(err)
		}
	})
	return still{Dir: folder}, dir
}

// What is wrong is marked on home; one goes to it, mends it, and the mark goes
// when the last of it is mended.
func TestCheckup(t *testing.T) {
	s, dir := ill(t)
	d := beginOn(t, s)
	d.press("esc").sees("3 entries", "4 to mend: !")
	d.press("!").sees("What is wrong  7 found, 1 of which can be mended here", "Front matter", "▌ Sun 1 May 2022", "2022-05-01.md: the front matter", "edit the lines between")
	d.press("down").sees("▌ Sun 1 May 2022  sea.jpg", "the picture sea.jpg is not there", "put the file back").press("enter").sees("See Nara").press("esc", "!")

	d.press("G").sees("▌ 2022-05-01-00000000.jpg", "no entry shows this picture").press("enter").sees("this is in no entry", "no entry shows").press("m").sees("this is for you to mend")
	d.press("up").sees("Links that lead nowhere", "the link どこにもない leads to no entry").press("up", "up", "up").sees("m removes it").press("m")
	d.sees("mended: what saves had left is removed", "What is wrong  6").seesNot("cut short", "can be mended").press("M").sees("this is for you to mend")
	if strays, err := filepath.Glob(filepath.Join(dir, "2022", "05", ".*.tmp")); err != nil || len(strays) > 0 {
		t.Errorf("%v is left, %v", strays, err)
	}

	d.press("esc").sees("3 to mend: !")
	d.changedElsewhere("2022-05-01", "---\ntags: [a]\n---\n\n# Kyoto\n").press("down", "enter", "esc").sees("1 to mend: !")
	if err := os.Remove(filepath.Join(dir, "2022-05-02.md")); err != nil {
		t.Fatal(err)
	}
	d.press("!").sees("What is wrong  2", "Links that lead").press("esc").seesNot("to mend")
}

// On the page one sees how far the search has come, and can leave it; what it
// finds later is not shown anywhere else.
func TestCheckupIsLeft(t *testing.T) {
	d := begin(t, threeDays)
	d.m.read = progress{read: 2, all: 4}
	d.press("!").sees("What is wrong  2 of 4 entries read", "Esc back")
	d.m.read = progress{done: true}
	page := d.m.overlay.(*checkup)
	if d.m.check(page) == nil {
		t.Fatal("nothing is looked for")
	}
	d.press("up").sees("looking…")
	d.send(checkedMsg{page: page, of: journal.DanglingLink, done: 1200, all: 3650})
	d.sees("looking for: Links that lead nowhere, 1,200 of 3,650")
	ended := false
	page.leave = func() { ended = true }
	d.press("esc")
	d.send(checkedMsg{page: page, over: true, found: []journal.Finding{{Fault: journal.DamagedDraft, Path: "/state/a.draft"}}})
	if d.seesNot("a.draft", "to mend"); !ended {
		t.Error("the search goes on")
	}
	d.press("ctrl+p").typ("doctor").press("enter").sees("Nothing is wrong.")
}

// What has a mark of its own, what is only not finished, and a folder that
// somebody may want to be open, make none.
func TestWhatMakesAMark(t *testing.T) {
	for fault, want := range map[journal.Fault]int{
		journal.BadFront: 1, journal.Twin: 1, journal.LeftAlone: 1, journal.MissingPicture: 1, journal.StrayFile: 1, journal.DamagedDraft: 1,
		journal.OtherText: 0, journal.OpenToOthers: 0, journal.DanglingLink: 0, journal.OrphanedPicture: 0,
	} {
		if n := toMend([]journal.Finding{{Fault: fault}}); n != want {
			t.Errorf("%s makes a mark of %d, want %d", fault, n, want)
		}
	}
}

// incurable is a journal that cannot be looked through, or mended.
type incurable struct{ still }

func (incurable) Flaws(context.Context) ([]journal.Flaw, error) {
	return []journal.Flaw{{Fault: journal.StrayFile, Path: "/a/stray", Mends: true}}, errors.New("the disk is gone")
}

func (incurable) Mend(context.Context, journal.Flaw) error { return errors.New("the disk is full") }

func TestCheckupThatFails(t *testing.T) {
	s, _ := ill(t)
	d := beginOn(t, incurable{s})
	d.press("esc", "!").sees("not everything could be checked: the disk is gone", "stray", "the front matter")
	d.press("M").sees("not mended: the disk is full")
}

func TestCheckupLooks(t *testing.T) {
	found := []journal.Finding{
		{Fault: journal.BadFront, ID: id("2022-05-01"), Path: "~/lifelog/2022/05/2022-05-01.md", Detail: "yaml: line 1: did not find expected ',' or ']'"},
		{Fault: journal.MissingPicture, ID: id("2022-04-30-旅のしたく"), Path: "~/lifelog/2022/04/2022-04-30-旅のしたく.md", Detail: "../../assets/2022/sea.jpg"},
		{Fault: journal.OpenToOthers, Path: "~/lifelog"},
		{Fault: journal.DanglingLink, ID: id("2022-05-01"), Path: "~/lifelog/2022/05/2022-05-01.md", Detail: "どこにもない日記"},
	}
	for name, options := range map[string][]func(*Options){"doctor.en": nil, "doctor.ja": {japanese}} {
		d := begin(t, journal4(), options...)
		d.press("!")
		d.send(checkedMsg{page: d.m.overlay.(*checkup), over: true, found: found})
		for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}} {
			d.size(size[0], size[1])
			d.press("g", "down").golden(name)
		}
		d.press("esc")
	}
}
