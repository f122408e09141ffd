package ui

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lifelog/ui/theme"
)

// The theme follows the background of the terminal.
func TestThemeFollowsTheBackground(t *testing.T) {
	d := begin(t, week, func(o *Options) { o.Theme = theme.Named["sea"] })
	for _, c := range []struct {
		ground color.Color
		form   theme.Form
	}{{color.White, theme.Light}, {color.Black, theme.Dark}} {
		d.send(tea.BackgroundColorMsg{Color: c.ground})
		if pen := theme.Pen(theme.Named["sea"].In(c.form).Title); !strings.Contains(d.m.View().Content, pen) {
			t.Errorf("nothing on the screen has the pen %s", pen)
		}
	}
}

// Without colours what is selected and what was found can still be told.
func TestWithoutColours(t *testing.T) {
	for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.NoTTY} {
		d := begin(t, week)
		d.send(tea.ColorProfileMsg{Profile: p})
		d.send(tea.BackgroundColorMsg{Color: color.White})
		d.press("down").sees("▌  1 Sun")
		if frame := d.m.View().Content; !strings.Contains(frame, "\x1b[1m▌") {
			t.Errorf("the selected row is not bold: %q", frame)
		}
		d.press("e", "ctrl+a")
		if frame := d.m.View().Content; !strings.Contains(frame, "\x1b[7m") && !strings.Contains(frame, ";7m") {
			t.Errorf("the selected text is not reversed: %q", frame)
		}
		d.press("esc", "/").typ("python")
		if frame := d.m.View().Content; strings.Contains(frame, "48;2;") || !strings.Contains(frame, ";4mPython\x1b") {
			t.Errorf("what was found is not underlined: %q", frame)
		}
	}
}
