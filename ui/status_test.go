package ui

import (
	"fmt"
	"strings"
	"testing"
)

// What has to be read can be read whole, and neither hides where one writes nor
// the keys.
func TestLongWarning(t *testing.T) {
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for _, size := range [][2]int{{80, 24}, {40, 12}, {40, 24}, {200, 60}} {
		for _, option := range []func(*Options){func(*Options) {}, japanese} {
			s := on(t, map[string]string{"2022-05-02": strings.Repeat("a line\n\n", 40)})
			d := beginOn(t, s, option)
			t.Run(fmt.Sprint(size, d.m.lang), func(t *testing.T) {
				d.t = t
				d.size(size[0], size[1])
				foot := func() string { rows := strings.Split(d.screen(), "\n"); return rows[len(rows)-1] }
				d.press("enter").press("ctrl+end")
				keys := foot()
				s.noPaper = true
				d.typ("here")
				whole := bare(d.m.status.text)
				if !strings.Contains(bare(d.screen()), whole) {
					t.Errorf("the screen does not show all of %q:\n%s", d.m.status.text, d.screen())
				}
				rows := strings.Split(d.screen(), "\n")
				if y := d.m.View().Cursor.Y; !strings.Contains(rows[y], "here") || foot() != keys {
					t.Errorf("the caret is at row %d, without what was typed, or the keys are gone:\n%s", y, d.screen())
				}
				d.press("f1")
				if !strings.Contains(bare(d.screen()), whole) {
					t.Errorf("a page does not show all of %q:\n%s", d.m.status.text, d.screen())
				}
				d.press("esc", "up", "esc", "esc")
				if strings.Contains(bare(d.screen()), whole[:20]) {
					t.Errorf("the warning stays:\n%s", d.screen())
				}
			})
		}
	}
	d := begin(t, nil, func(o *Options) { o.Faults = []string{strings.Repeat("very long ", 100)} })
	d.size(40, 12)
	d.sees("…", "Today", "Enter")
}

// The terminal is asked for its widths on a row where nothing stands, whatever is
// said.
func TestMeasuringIsNotSeen(t *testing.T) {
	s := on(t, map[string]string{"2022-05-02": strings.Repeat("a line\n\n", 40)})
	s.noPaper = true
	d := beginOn(t, s)
	blank := func(screen string) {
		t.Helper()
		row := d.m.blank()
		if row > 0 && strings.Split(d.screen(), "\n")[row-1] != "" {
			t.Errorf("%s: row %d is not blank:\n%s", screen, row, d.screen())
		}
	}
	blank("home")
	d.press("f1")
	blank("help")
	d.press("esc", "enter", "ctrl+end").typ("here")
	for _, size := range [][2]int{{80, 24}, {40, 24}, {40, 16}} {
		d.size(size[0], size[1])
		if len(d.m.said) < 2 {
			t.Fatalf("too little is said: %q", d.m.said)
		}
		blank("writing")
		d.press("f1")
		blank("help, much said")
		d.press("esc")
	}
}
