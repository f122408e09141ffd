package ui

import (
	"fmt"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// TestEveryBindingHasAName holds the key table and the words together: the
// help would show a key without saying what it does.
func TestEveryBindingHasAName(t *testing.T) {
	shown := map[keys.Scope]bool{keys.Help: true, keys.Ask: true, keys.Prompt: true}
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
	d.press("f1").sees("Keys").cursor(2, 8)
	d.press("pgdown").cursor(2, 8).press("esc")
	d.press("enter", "left", "ctrl+o").sees("nowhere", "y write it").cursor(2, 21)
	d.press("n").cursor(2+14, 2)
	d.size(40, 12)
	d.press("f1").cursor(2, 5)
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

// TestRenderedAndBack: Ctrl-R shows the paragraph one writes as it is read, and
// Ctrl-R again goes on where one was, with all that can be undone; or where one
// has read on to.
func TestRenderedAndBack(t *testing.T) {
	var text []string
	for i := range 60 {
		text = append(text, fmt.Sprintf("Paragraph **%d**.", i))
	}
	d := begin(t, map[string]string{"2022-05-02": strings.Join(text, "\n\n")})
	d.press("enter", "ctrl+home")
	for range 40 {
		d.press("down")
	}
	d.press("end").typ("!").sees("Paragraph **20**.!")
	at := *d.m.View().Cursor
	for _, back := range []string{"ctrl+r", "esc", "e"} {
		d.press("ctrl+r").sees("Paragraph 20.!").seesNot("**").press(back).sees("Paragraph **20**.!").cursor(at.X, at.Y)
	}
	d.press("ctrl+z").sees("Paragraph **20**.").seesNot("!").press("ctrl+y").cursor(at.X, at.Y)
	d.press("ctrl+r", "pgdown").seesNot("Paragraph 20.").press("ctrl+r").sees("Paragraph **").seesNot("Paragraph **20**")
}

// TestUndoAfterLeaving: looking at something else does not end what can be
// undone, nor does what another program has written meanwhile.
func TestUndoAfterLeaving(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "morning"})
	d.press("enter", "left", "f2").cursor(2+6, 2).press("end").typ(" noon").press("esc").sees("1 entry").press("enter").cursor(2+12, 2)
	d.press("ctrl+z").sees("morning").seesNot("noon").press("ctrl+y").press("esc")
	d.elsewhere("2022-05-02", "morning noon\nevening")
	d.press("enter").sees("evening").cursor(2+7, 3)
	d.press("ctrl+z").seesNot("evening").press("ctrl+z").seesNot("noon").press("ctrl+y", "ctrl+y").sees("evening")
	d.press("esc").stores("2022-05-02", "morning noon\nevening")
}
