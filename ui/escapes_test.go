package ui

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/store"
	"lifelog/ui/cell/celltest"
	"lifelog/ui/reader"
)

// guard is a person at the program who looks at every byte that the terminal
// is sent.
type guard struct {
	*driver
	payload celltest.Payload
	where   string
}

// press looks at the frame after each key.
func (g *guard) press(keys ...string) *guard {
	g.t.Helper()
	for _, key := range keys {
		g.driver.press(key)
		g.look(key)
	}
	return g
}

func (g *guard) send(msg tea.Msg) *guard {
	g.t.Helper()
	g.driver.send(msg)
	g.look(fmt.Sprintf("%T", msg))
	return g
}

func (g *guard) look(after string) {
	g.t.Helper()
	v := g.m.View()
	for _, line := range append(strings.Split(v.Content, "\n"), v.WindowTitle) {
		if what := g.payload.GetsOut(line); what != "" {
			g.t.Errorf("%s %s, after %s: %s gets out: %q", g.payload.Name, g.where, after, what, line)
		}
	}
}

// alone is a machine on which nothing else happens.
func alone(o *Options) {
	o.Clipboard = copied{new(string)}
	o.Browse = func(context.Context, string) error { return nil }
	o.ShowFile = o.Browse
}

// TestNothingDrivesTheTerminal: every payload in every place of an entry, on
// every screen that shows entries: the list, the text beside it, the text
// alone with its links, headings, backlinks and what is copied of it, the text
// being written, and what is found.
func TestNothingDrivesTheTerminal(t *testing.T) {
	payloads, places := celltest.Corpus(t)
	for i, p := range payloads {
		if testing.Short() && i%8 != 0 { // the rest takes a minute
			continue
		}
		s := store.NewMem()
		day := date.Date{Year: 2022, Month: 5, Day: 1}
		for n, place := range places {
			text := fmt.Sprintf("# Title %s\n\n%s\n\n## Part %s\n\n[[%v]] needle\n", p.Bytes, place.Fill(p), p.Bytes, day.Add(-n-1))
			if n%2 == 1 { // what stands in the place is the title
				text = place.Fill(p) + "\n\n" + text
			}
			putEntry(t, s, day.Add(-n).String(), text)
		}
		g := &guard{beginOn(t, s, alone), p, "in the list"}
		for range places {
			g.press("down")
		}
		g.where = "while reading"
		g.press("home", "down", "enter")
		for range places {
			g.press("O", "esc", "tab", "y", "/").send(tea.PasteMsg{Content: "needle"})
			g.press("enter", "end", "shift+tab", "y", "esc", "e", "esc", "f8")
		}
		g.where = "in what is found"
		g.press("ctrl+f").send(tea.PasteMsg{Content: "needle"})
		for range places {
			g.press("down")
		}
	}
}

// TestNothingFromElsewhereDrivesTheTerminal: every payload in what is typed,
// and in names, paths and errors from outside, wherever the screen repeats it.
func TestNothingFromElsewhereDrivesTheTerminal(t *testing.T) {
	payloads, _ := celltest.Corpus(t)
	for _, p := range payloads {
		odd := &journal.Odd{Path: p.Bytes, Why: p.Bytes}
		g := &guard{begin(t, journal4(), func(o *Options) { o.Root, o.Faults = p.Bytes, []string{p.Bytes, "b"} }), p, "in the settings"}
		g.look("the start")
		g.send(namesMsg{ids: g.m.ids, left: []*journal.Odd{odd, odd}}).press("esc").send(namesMsg{err: odd})

		g = &guard{begin(t, nil, func(o *Options) { o.Root = p.Bytes }), p, "in the folder's name"}
		g.look("the first start")

		g = &guard{begin(t, map[string]string{"2022-05-01": "# k17 " + p.Bytes + "\n\n[[x " + p.Bytes + "]] #k17" + p.Bytes}, alone), p, "in a link"}
		g.press("down", "enter", "tab", "enter", "y", "esc", "esc")
		g.where = "in a suggestion"
		g.press("home", "enter").typ("[[k17")
		g.look("a title begun")
		g.typ("]] #k1")
		g.look("a tag begun")

		g = &guard{begin(t, journal4(), alone), p, "in a box"}
		for _, keys := range []string{"ctrl+f", "ctrl+g", "f", "down enter /", "O", "e ctrl+f", "ctrl+f tab"} {
			g.press(strings.Fields(keys)...).send(tea.PasteMsg{Content: p.Bytes}).press("enter", "esc", "esc", "esc")
		}
		g.where = "in words from elsewhere"
		page := journal.ID{Name: p.Bytes}
		shown := func(id journal.ID, err error) shownMsg {
			g.m.show.id, g.m.show.lit = id, ""
			return shownMsg{version: journal.Version{ID: id}, doc: reader.Parse(p.Bytes), err: err}
		}
		at := id("2022-05-01")
		for _, msg := range []tea.Msg{
			browsedMsg{address: p.Bytes}, browsedMsg{address: "a", err: odd}, browsedMsg{err: errors.New(p.Bytes)},
			toggledMsg{saved: journal.Saved{Version: journal.Version{ID: at}, Copy: p.Bytes}}, toggledMsg{err: odd},
			linkedMsg{from: at, target: p.Bytes}, linkedMsg{from: at, err: odd}, editedMsg{err: odd},
			openedMsg{err: odd}, insertedMsg{err: odd}, insertedMsg{markdown: p.Bytes}, copiedMsg{err: odd},
			foundMsg{err: odd}, filteredMsg{err: odd},
		} {
			g.press("home", "down", "enter").send(msg).press("esc", "esc", "esc")
		}
		g.press("home", "down", "enter").send(shown(page, nil)).send(shown(page, odd))
		g.where = "in what is said of a save"
		g.press("esc", "esc", "home", "enter").typ("words")
		snapshot := g.m.editor.Snapshot()
		g.send(droppedMsg{id: snapshot.Ours.ID, state: g.m.editor.State(), names: []string{p.Bytes}}).press("n")
		g.send(savedMsg{snapshot: snapshot, saved: journal.Saved{Version: snapshot.Ours, Copy: p.Bytes}}).press("x")
		g.send(savedMsg{snapshot: g.m.editor.Snapshot(), err: odd}).press("ctrl+q", "n")
	}
}

// TestNothingLookedBackAtDrivesTheTerminal: every payload in titles, tags, spans
// and names of numbers, on the screens by which one looks back: the calendar,
// on this day, a trip, tags, statistics, earlier states, two texts of an entry,
// what is wrong, and the trash. In quotes YAML makes a payload of what is harmless in the file.
func TestNothingLookedBackAtDrivesTheTerminal(t *testing.T) {
	payloads, _ := celltest.Corpus(t)
	for _, p := range payloads {
		s := store.NewMem()
		for _, day := range []string{"2022-05-02", "2022-05-01", "2021-05-02"} {
			putEntry(t, s, day, "# "+day+" "+p.Bytes+"\n\nwords #t"+p.Bytes+" #u/"+p.Bytes+" [[not there "+p.Bytes+"]]\n")
		}
		for n, quoted := range []string{strings.Trim(strconv.QuoteToASCII(p.Bytes), `"`), p.Bytes} {
			day := date.Date{Year: 2022, Month: 5, Day: 1}.Add(-n)
			putEntry(t, s, day.String()+"-trip", "---\ntitle: \"away "+quoted+"\"\nuntil: 2022-05-02\ntags: [\"v"+quoted+"\"]\n\"mood"+quoted+"\": 4\n---\n"+p.Bytes+"\n")
		}
		theirs := journal.Version{ID: id("2022-05-02"), Text: "# other " + p.Bytes + "\n\nlines " + p.Bytes + "\n"}
		path, err := s.KeepCopy(t.Context(), theirs, time.Date(2022, 5, 2, 18, 0, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}} {
			g := &guard{beginOn(t, s, alone), p, fmt.Sprintf("at %d×%d, beside %s", size[0], size[1], path)}
			g.size(size[0], size[1])
			g.press("c", "left", "left", "c", "left", "esc", "o", "down", "esc", "#", "down", "down", "down", "enter", "esc")
			g.press("s", "right", "right", "right", "right", "esc", "home", "down", "t", "O", "esc", "down", "esc", "esc")
			g.press("f10", "t", "n", "b", "o", "esc", "home", "down", "h", "down", "c", "esc", "ctrl+p").send(tea.PasteMsg{Content: p.Bytes})
			g.press("esc", "!", "down", "down", "down", "enter", "esc", "esc", "end", "delete").press("ctrl+p").send(tea.PasteMsg{Content: "trash"}).press("enter", "down", "enter", "esc")
		}
	}
}
