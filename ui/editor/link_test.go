package editor

import "testing"

func TestLink(t *testing.T) {
	for _, c := range []struct {
		drawn, target string
		named, ok     bool
	}{
		{"see [[2022-|05-01]].", "2022-05-01", true, true},
		{"see [[a tit|le#part]]", "a title#part", true, true},
		{"|[yesterday](2022-05-01.md) b", "2022-05-01.md", false, true},
		{"[a](x.md) [b|](y.md)", "y.md", false, true},
		{"![c|aption](a.jpg \"t\")", "a.jpg", false, true},
		{"表示：https://exam|ple.com/です。", "https://example.com/です", false, true},
		{"https://example.com/a、|b", "", false, false},
		{"no li|nk", "", false, false},
	} {
		target, named, ok := open(c.drawn).Link()
		if target != c.target || named != c.named || ok != c.ok {
			t.Errorf("%q: %q, %v, %v, want %q, %v, %v", c.drawn, target, named, ok, c.target, c.named, c.ok)
		}
	}
}
