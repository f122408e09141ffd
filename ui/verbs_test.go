package ui

import (
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// TestEveryBindingHasAName holds the key table and the words together: the
// help would show a key without saying what it does.
func TestEveryBindingHasAName(t *testing.T) {
	shown := map[keys.Scope]bool{keys.Help: true, keys.Ask: true, keys.GoTo: true}
	for _, place := range words.Places {
		shown[keys.Scope(place.Scope)] = true
	}
	for _, b := range keys.Default() {
		for _, lang := range []words.Lang{words.English, words.Japanese} {
			if name, ok := lang.Action(string(b.Action)); !ok || name == "" {
				t.Errorf("%s (%v in %s) has no name in language %d", b.Action, b.Keys, b.Scope, lang)
			}
		}
		if !shown[b.Scope] {
			t.Errorf("the help does not show the keys of %s", b.Scope)
		}
	}
}

// TestCursorOnPages: the real cursor, at which an input method opens its window
// and a screen reader reads, is where the eye is.
func TestCursorOnPages(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "see [[nowhere]]"})
	d.press("f1").sees("Keys").cursor(2, 1)
	d.press("pgdown").cursor(2, 1).press("esc")
	d.press("enter", "left", "ctrl+o").sees("nowhere", "y write it").cursor(2, 3)
	d.press("n", "esc").cursor(2+14, 2)
	d.size(40, 12)
	d.press("f1").cursor(2, 0)
}

// TestSuspend: without a shell that could have it go on, a program that stopped
// would leave a dead screen.
func TestSuspend(t *testing.T) {
	d := begin(t, nil)
	d.press("ctrl+z").sees("no shell to go back to", "Ctrl-Q leaves")
	if d.suspended {
		t.Error("it stopped without a shell")
	}
	d = begin(t, nil, func(o *Options) { o.CanSuspend = true })
	d.press("ctrl+z").seesNot("no shell")
	if !d.suspended {
		t.Error("it did not stop")
	}
}

// TestLeaveBeforeTheAnswers: who has the terminal after lifelog is not typed
// what the terminal answers late.
func TestLeaveBeforeTheAnswers(t *testing.T) {
	for _, c := range []struct {
		name string
		then func(d *driver)
	}{
		{"it answers", func(d *driver) { d.send(uv.PrimaryDeviceAttributesEvent{62}) }},
		{"it never answers", func(d *driver) { d.wait() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := begin(t, nil)
			d.silent, d.sent, d.m.answers = true, nil, answers{}
			d.press("ctrl+q")
			if d.quit {
				t.Error("it left before the answers")
			}
			if c.then(d); !d.quit {
				t.Error("it did not leave after the answers")
			}
			if asked := strings.Count(strings.Join(d.sent, ""), "\x1b[c"); asked != 1 {
				t.Errorf("the last question was asked %d times", asked)
			}
		})
	}
}
