package ui

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/ui/keys"
	"lifelog/ui/theme"
)

// frames are all screens, and the keys that lead there from home; what begins
// with "=" is typed.
var frames = []struct {
	name  string
	steps []string
	sizes [][2]int // besides 80×24
}{
	{"home", []string{"down"}, [][2]int{{40, 12}, {200, 60}}},
	{"today", nil, nil},
	{"beside", []string{"down", "down", "right"}, nil},
	{"filter", []string{"f", "=python"}, nil},
	{"reading", []string{"down", "enter"}, [][2]int{{40, 12}}},
	{"link", []string{"G", "up", "enter", "tab"}, nil},
	{"finding", []string{"down", "down", "enter", "/", "=python", "enter"}, nil},
	{"finding-box", []string{"down", "down", "enter", "/", "=python"}, nil},
	{"outline", []string{"down", "enter", "O"}, nil},
	{"trip", []string{"down", "down", "t"}, nil},
	{"writing", []string{"down", "e"}, [][2]int{{40, 12}, {200, 60}}},
	{"writing-selected", []string{"down", "e", "ctrl+a"}, nil},
	{"writing-tag", []string{"enter", "=雨 #co"}, nil},
	{"writing-find", []string{"down", "e", "ctrl+f", "=カンファ"}, nil},
	{"writing-replace", []string{"down", "e", "ctrl+f", "=カンファ", "tab", "=会議"}, nil},
	{"search", []string{"/", "=ｐｙｔｈｏｎ"}, [][2]int{{40, 12}}},
	{"search-empty", []string{"/"}, nil},
	{"search-hits", []string{"/", "=ｐｙｔｈｏｎ", "down"}, nil},
	{"calendar", []string{"down", "c"}, nil},
	{"years", []string{"down", "c", "c"}, nil},
	{"on-this-day", []string{"o"}, nil},
	{"tags", []string{"#"}, nil},
	{"statistics", []string{"s"}, nil},
	{"history", []string{"down", "e", "=雨のち晴れ。", "esc", "h"}, nil},
	{"two-texts", []string{"f10"}, nil},
	{"trash", []string{"down", "delete", "ctrl+p", "=trash", "enter"}, nil},
	{"doctor", []string{"!"}, nil},
	{"palette", []string{"ctrl+p"}, [][2]int{{40, 12}, {200, 60}}},
	{"palette-found", []string{"ctrl+p", "=cal"}, nil},
	{"keys", []string{"?"}, [][2]int{{40, 12}, {200, 60}}},
	{"go-to-date", []string{"ctrl+g", "=先週の金曜"}, nil},
	{"new-entry", []string{"n", "=a/b", "enter"}, nil},
	{"new-trip", []string{"ctrl+p", "=new trip", "enter"}, nil},
	{"rename", []string{"G", "up", "up", "r"}, nil},
	{"rename-preview", []string{"down", "down", "down", "r", "=-2", "enter"}, nil},
	{"question", []string{"enter", "=[[nowhere]]", "left", "ctrl+o"}, [][2]int{{40, 12}}},
}

// album is the journal of the frames: travel, and another text of a day.
func album(t *testing.T) *store.Mem {
	t.Helper()
	s := store.NewMem()
	now := time.Date(2022, 5, 2, 18, 20, 0, 0, time.UTC)
	s.Time = func() time.Time { return now }
	for _, name := range slices.Sorted(maps.Keys(travel)) {
		putEntry(t, s, name, travel[name])
	}
	theirs := journal.Version{ID: id("2022-05-02"), Text: "# Home again\n\nUnpacking, and a walk.\n"}
	if _, err := s.KeepCopy(t.Context(), theirs, now); err != nil {
		t.Fatal(err)
	}
	return s
}

func (d *driver) follow(steps []string) *driver {
	d.t.Helper()
	for _, step := range steps {
		if text, typed := strings.CutPrefix(step, "="); typed {
			d.typ(text)
		} else {
			d.press(step)
		}
	}
	return d
}

// TestFrames holds every screen to what it looked like: in both languages, those
// that one looks at most in other sizes too. It also holds that there is a frame
// for every place where keys hold.
func TestFrames(t *testing.T) {
	seen := map[keys.Scope]bool{keys.App: true, keys.Command: true}
	for suffix, options := range map[string][]func(*Options){"en": nil, "ja": {japanese}} {
		for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}} {
			d := begin(t, nil, options...)
			d.size(size[0], size[1])
			d.golden("frames/first-run." + suffix)
		}
		for _, f := range frames {
			d := beginOn(t, album(t), options...).follow(f.steps).golden("frames/" + f.name + "." + suffix)
			seen[d.m.scopes()[0]] = true
			for _, size := range f.sizes {
				d.size(size[0], size[1])
				d.golden("frames/" + f.name + "." + suffix)
			}
		}
	}
	for _, b := range keys.Default() {
		if !seen[b.Scope] {
			t.Errorf("there is no frame of the place %s", b.Scope)
		}
	}
}

// Each theme has a frame with its colours: the list, an entry with a heading, a
// task, a link and a tag beside it.
func TestThemeFrames(t *testing.T) {
	for name, scheme := range theme.Named {
		d := begin(t, map[string]string{
			"2022-05-01": "# Rain #walk\n\nSee [[2022-04-30]], `code` and **more**.\n\n- [ ] dry the shoes\n- [x] tea\n\n> said\n",
			"2022-04-30": "---\nstarred: true\n---\n# Sun\n",
		}, func(o *Options) { o.Theme, o.Form = scheme, theme.Dark })
		got := strings.ReplaceAll(d.press("down").m.View().Content, "\x1b", "␛") + "\n"
		path := filepath.Join("testdata", "frames", "theme-"+name+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(path); err != nil || got != string(want) {
			t.Errorf("%s looks otherwise than in %s (%v; go test ./ui -update writes it anew):\n%s", name, path, err, got)
		}
	}
}
