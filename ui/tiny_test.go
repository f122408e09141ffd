package ui

import "testing"

// However small the terminal is, it can be written in.
func TestTinyTerminal(t *testing.T) {
	for h := range 6 {
		for w := range 6 {
			d := begin(t, map[string]string{"2022-05-02": "a\n", "2022-05-01": "# b\n\nc\n"})
			d.size(w, h)
			d.press("down", "enter", "esc", "up", "enter").typ("雨").press("esc", "/").typ("x").press("esc", "?", "esc")
			d.stores("2022-05-02", "a\n雨")
		}
	}
}
