package editor

import "testing"

func TestLink(t *testing.T) {
	for _, c := range []struct {
		drawn string
		link  Link
		ok    bool
	}{
		{"see [[2022-|05-01]].", Link{Target: "2022-05-01", Named: true}, true},
		{"see [[a tit|le#part]]", Link{Target: "a title#part", Named: true}, true},
		{"|[yesterday](2022-05-01.md) b", Link{Target: "2022-05-01.md"}, true},
		{"[a](x.md) [b|](y.md)", Link{Target: "y.md"}, true},
		{"![c|aption](a.jpg \"t\")", Link{Target: "a.jpg", Picture: true}, true},
		{"表示：https://exam|ple.com/です。", Link{Target: "https://example.com/です"}, true},
		{"https://example.com/a、|b", Link{}, false},
		{"no li|nk", Link{}, false},
	} {
		if link, ok := open(c.drawn).Link(); link != c.link || ok != c.ok {
			t.Errorf("%q: %+v, %v, want %+v, %v", c.drawn, link, ok, c.link, c.ok)
		}
	}
}
