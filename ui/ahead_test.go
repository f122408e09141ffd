package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// slowly presses keys while the command that the first of them gave is still
// under way, and lets that end.
func (d *driver) slowly(first string, then func()) *driver {
	d.t.Helper()
	var under []tea.Cmd
	d.pause = func(cmd tea.Cmd) { under = append(under, cmd) }
	d.press(first)
	then()
	d.pause = nil
	for _, cmd := range under {
		d.run(cmd)
	}
	return d
}

// What is typed before the disk has brought the entry is typed into it.
func TestTypedAhead(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-01": "Sunday.\n"})
	d.slowly("enter", func() {
		d.typ("sos: a comma, q, 雨")
		d.send(tea.PasteMsg{Content: " and more"})
	})
	d.sees("sos: a comma, q, 雨 and more")
	d.press("esc").stores("2022-05-02", "sos: a comma, q, 雨 and more")

	d.press("down").slowly("e", func() { d.typ("Late. ").press("esc") })
	d.stores("2022-05-01", "Sunday.\nLate. ").sees("Late.")
	if d.m.screen != home {
		t.Errorf("Esc was forgotten; the screen is %v", d.m.screen)
	}
}

// Where the entry cannot be opened nothing of it is taken for commands; and when
// the disk does not answer one can leave.
func TestTypedAheadOfNothing(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-01": "Sunday.\n"})
	d.press("down")
	d.slowly("e", func() {
		d.typ("q")
		if d.quit {
			t.Fatal("what was typed for the entry ended the program")
		}
		d.time = d.time.Add(openingTakes)
		d.press("ctrl+q")
	})
	if !d.quit {
		t.Error("one cannot leave while the disk does not answer")
	}
}
