package celltest

import "testing"

func TestActsIsAwake(t *testing.T) {
	for _, s := range []string{"\x1b[2J", "\x1b]52;c;a\a", "\u009b2J", "\x9b2J", "\x07", "\x1b]8;;javascript:x\x1b\\", "\u202e", "\x1b[8m\x00"} {
		if Acts(s) == "" {
			t.Errorf("%q passes", s)
		}
	}
	if got := Acts("\x1b[1;38;5;4mあ\uFFFD\x1b[m\x1b]8;;https://a.example/\x1b\\b\x1b]8;;\x1b\\"); got != "" {
		t.Errorf("%s is taken for harmful", got)
	}
}

func TestGetsOut(t *testing.T) {
	p := Payload{Name: "link", Never: "http://evil"}
	for line, want := range map[string]bool{
		"\x1b]8;;http://evil.example/\x1b\\click\x1b]8;;\x1b\\":                true,
		"\x1b]8;;http://evil.example/\x1b\\evil.example/\x1b]8;;\x1b\\":        false,
		"\x1b]8;;http://good.example/\x1b\\click\x1b]8;;\x1b\\ \x1b[1mx\x1b[m": false,
		"\x1b[2J": true,
	} {
		if got := p.GetsOut(line); (got != "") != want {
			t.Errorf("%q: %q", line, got)
		}
	}
}
