package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/ui/settings"
	"lifelog/ui/words"
)

// sea is a journal whose entry about the sea is linked from others.
func sea() map[string]string {
	return map[string]string{
		"2022-05-01":      "# At the sea\n\nWaves.\n",
		"2022-04-30":      "# Packing\n\nFor [[At the sea]] and [[2022-05-01]].\n",
		"2022-04-29-plan": "# A plan\n\nThen [the sea](2022-05-01.md#waves).\n",
		"2022-04-28":      "# Rain\n\n`[[2022-05-01]]` is no link.\n",
	}
}

func TestBacklinksInThePane(t *testing.T) {
	d := begin(t, sea())
	d.press("down").sees("Waves.", "Linked from", "Sat 30 April 2022  Packing", "Fri 29 April 2022  A plan").seesNot("2022  Rain")
	d.press("down").sees("For At the sea").seesNot("Linked from")
}

func TestFollowBacklinks(t *testing.T) {
	d := begin(t, sea())
	d.press("down", "enter").sees("Waves.", "Linked from").press("tab", "tab", "enter").sees("Then the sea.").seesNot("Linked from")
	d.press("tab", "enter").sees("Waves.", "Linked from").press("backspace", "backspace").sees("Waves.")
	if link, ok := d.m.reader.Link(); !ok || link.Target != "2022-04-29-plan" {
		t.Errorf("back at the link %+v, %v", link, ok)
	}
	d.press("shift+tab", "enter").sees("For At the sea").press("backspace").sees("Waves.")
	d.press("/").typ("packing").sees("not here").press("esc")
}

// The caret stays within the text, whatever is read below it.
func TestEditWhileABacklinkIsRead(t *testing.T) {
	d := begin(t, sea())
	d.press("down", "enter")
	d.size(80, 4)
	d.press("tab", "tab", "end").sees("A plan").seesNot("Waves").press("e").typ("Foam.").press("esc")
	d.stores("2022-05-01", "# At the sea\n\nWaves.\nFoam.")
}

func TestBacklinksFollowWhatIsWritten(t *testing.T) {
	d := begin(t, sea())
	d.press("down", "enter").sees("Packing")
	d.press("tab", "enter", "e", "ctrl+a").typ("Home.").press("esc", "backspace").sees("Waves.", "A plan").seesNot("Packing")
	d.elsewhere("2022-04-28", "# Rain\n\n[[At the sea]]\n")
	d.send(changedMsg{ids: []journal.ID{id("2022-04-28")}, heads: d.m.j.Refresh(context.Background(), []journal.ID{id("2022-04-28")}), more: closed()})
	d.sees("A plan", "Thu 28 April 2022  Rain")
}

// closed is a channel on which no further changes come.
func closed() <-chan []journal.ID {
	c := make(chan []journal.ID)
	close(c)
	return c
}

// What is on the screen before the journal was read gets its links when it
// has been.
func TestBacklinksComeWhenTheJournalIsRead(t *testing.T) {
	s := store.NewMem()
	for name, text := range sea() {
		if _, err := s.Save(context.Background(), journal.Version{ID: id(name), Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	d := &driver{t: t, store: s}
	clock := func() time.Time { return time.Date(2022, 5, 1, 18, 20, 0, 0, time.UTC) }
	d.m = New(context.Background(), journal.Open(s, clock), Options{Lang: words.English, Settings: settings.Default(), Getenv: func(string) string { return "" }})
	d.size(80, 24)
	d.m.listed = true // so that listing does not begin the reading
	d.run(d.m.readNames())
	d.run(d.m.preview())
	d.sees("Waves.").seesNot("Linked from")
	d.run(d.m.fill())
	d.sees("Waves.", "Linked from", "Packing", "A plan")
}

func TestManyBacklinks(t *testing.T) {
	entries := map[string]string{"2022-05-01": "# At the sea\n\n" + strings.Repeat("Waves.\n\n", 30)}
	for n := range 25 {
		entries[fmt.Sprintf("2022-04-%02d", n+1)] = fmt.Sprintf("# Day %d\n\n[[2022-05-01]]\n", n+1)
	}
	d := begin(t, entries, japanese)
	d.size(80, 26)
	d.press("down", "enter", "end").sees("リンク元（ほか5件）", "2022年4月25日(月)  Day 25", "Day 6").seesNot("Day 5\n")
}
