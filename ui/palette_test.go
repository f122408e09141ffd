package ui

import (
	"slices"
	"strings"
	"testing"

	"lifelog/ui/keys"
)

func TestPalette(t *testing.T) {
	d := begin(t, week)
	d.size(80, 50)
	d.press(":").sees("Do", "In the list", "filter what is shown  ", "Everywhere", "write today  ", "  F2").seesNot("undo")
	d.typ("write").sees("▌ write today").press("enter").sees("new").cursor(2, 2)
	d.press("ctrl+p").sees("Lately", "▌ write today", "While writing", "time heading  ").typ("timeh").press("enter").sees("## 18:20")
	d.press("ctrl+p").sees("Lately", "▌ time heading", "write today").press("esc").sees("## 18:20", "edited")
	d.press("esc").press(":").sees("▌ write today").seesNot("time heading")
}

// What is picked is done on the screen one came from, and found by its name in
// both languages and by how that is read.
func TestPaletteFindsByName(t *testing.T) {
	for _, typed := range []string{"outline", "headings", "hdngs", "見出し", "みだし", "ミダシ", "ｈｅａｄｉｎｇ"} {
		d := begin(t, week, japanese)
		d.size(80, 50)
		d.press("down", "enter", "：").sees("読んでいるとき", "どこでも", "検索  ")
		d.typ(typed).sees("▌ 見出し").press("enter").sees("▌ 最終日")
		d.press("esc").sees("2022年5月1日(日)")
	}
}

func TestPaletteSaysWhenThereIsNoSuchCommand(t *testing.T) {
	d := begin(t, week)
	d.press("ctrl+p").typ("zymurgy").sees("no command here").press("enter").sees("no command here").press("esc").sees("最終日")
}

func TestPaletteRemembers(t *testing.T) {
	var kept []string
	d := begin(t, week, func(o *Options) {
		o.Recent, o.KeepRecent = []string{"help", "gone-since", "undo", "quit", "go-to-date"}, func(names []string) { kept = names }
	})
	d.press("ctrl+p").sees("Lately", "▌ keys").typ("filter").press("enter").sees("Filter")
	if want := []string{"filter", "help", "gone-since", "undo", "quit"}; !slices.Equal(kept, want) {
		t.Errorf("kept %q, want %q", kept, want)
	}
}

// Everything that can be done on a screen is in its palette, with a key that
// does it there.
func TestPaletteHoldsEverything(t *testing.T) {
	for name, open := range map[string][]string{"home": nil, "reading": {"enter"}, "writing": {"e"}, "searching": {"/"}} {
		d := begin(t, week)
		d.press("down").press(open...)
		all := d.m.commands()
		for _, scope := range d.m.scopes() {
			for _, b := range d.m.keys.In(scope) {
				if i := slices.IndexFunc(all, func(c command) bool { return c.Action == b.Action }); i < 0 && b.Action != keys.Palette && !d.m.inBox(scope) {
					t.Errorf("%s: %s is not in the palette", name, b.Action)
				}
			}
		}
		for _, c := range all {
			for _, key := range c.Keys {
				if a, _ := d.m.keys.Lookup(key, d.m.scopes()...); keys.Label(key) == c.key && a != c.Action {
					t.Errorf("%s: the palette says that %s is %s, and it is %s", name, key, c.Action, a)
				}
			}
		}
	}
}

// The help begins with the keys of the screen one comes from.
func TestHelpBeginsHere(t *testing.T) {
	for place, open := range map[string][]string{"In the list": nil, "While reading": {"enter"}, "While writing": {"e"}, "In the search box": {"/"}} {
		d := begin(t, week)
		d.press("down").press(open...).press("f1")
		if _, below, _ := strings.Cut(d.screen(), "  Keys\n\n"); !strings.HasPrefix(below, "  "+place+"\n") {
			t.Errorf("the help does not begin with %q:\n%s", place, d.screen())
		}
	}
}
