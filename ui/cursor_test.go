package ui

import (
	"strings"
	"testing"
)

// TestCursorInEveryInput: what an input method shows before it commits appears
// at the real cursor, so that is where letters go, in every box there is.
func TestCursorInEveryInput(t *testing.T) {
	press := func(keys ...string) func(*driver) { return func(d *driver) { d.press(keys...) } }
	for _, c := range []struct {
		name string
		open func(*driver)
	}{
		{"search", press("/")},
		{"search again", press("/", "x", "backspace")},
		{"filter", press("f")},
		{"palette", press("ctrl+p")},
		{"go to date", press("ctrl+g")},
		{"new entry", press("n")},
		{"tags", press("#")},
		{"on this day", press("o")},
		{"trip", func(d *driver) { d.press("ctrl+p").typ("new-trip").press("enter") }},
		{"trip, its last day", func(d *driver) { d.press("ctrl+p").typ("new-trip").press("enter").typ("Kyoto").press("enter") }},
		{"text", press("f4")},
		{"find while writing", press("e", "ctrl+f")},
		{"replace", press("e", "ctrl+f", "o", "tab")},
		{"find while reading", press("down", "enter", "/")},
		{"outline", press("down", "enter", "O")},
		{"go to date while writing", press("e", "ctrl+g")},
		{"palette while writing", press("e", "ctrl+p")},
		{"palette in the calendar", press("c", "ctrl+p")},
	} {
		for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}} {
			d := begin(t, map[string]string{
				"2022-05-02": "# One\n\ntwo #旅\n", "2022-05-01": "# Three\n\n## Four\n\nfive\n", "2021-05-02": "# Last year\n",
			}, japanese)
			d.size(size[0], size[1])
			c.open(d)
			y := d.m.View().Cursor.Y
			behind := func(text string) { // the cursor, in the same row
				t.Helper()
				at := d.m.View().Cursor
				row := d.m.ruler.Cut(strings.Split(d.screen(), "\n")[y], at.X)
				if at.Y != y || d.m.ruler.Width(row) != at.X || !strings.HasSuffix(row, text) {
					t.Errorf("%s at %v: the cursor is at %d, %d and not behind %s:\n%s", c.name, size, at.X, at.Y, text, d.screen())
				}
			}
			d.typ("日本語")
			behind("語")
			d.press("left")
			behind("本")
			d.press("backspace")
			behind("日")
			d.typ("x")
			behind("日x")
		}
	}
}
