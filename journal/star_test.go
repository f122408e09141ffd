package journal

import (
	"strings"
	"testing"
)

func TestSetStarred(t *testing.T) {
	for _, c := range []struct{ without, with string }{
		{"# A day\n", "---\nstarred: true\n---\n# A day\n"},
		{"雨。\r\n晴れ。\r\n", "---\r\nstarred: true\r\n---\r\n雨。\r\n晴れ。\r\n"},
		{"\uFEFFa\n", "\uFEFF---\nstarred: true\n---\na\n"},
		{"---\nmood: 4 # good\ntags: [a,  b]\n---\n\nx\n", "---\nmood: 4 # good\ntags: [a,  b]\nstarred: true\n---\n\nx\n"},
		{"---\nnotes: |\n  two\n  lines\n---\nx", "---\nnotes: |\n  two\n  lines\nstarred: true\n---\nx"},
		{"---\n  mood: 4\n---\nx", "---\n  mood: 4\n  starred: true\n---\nx"},
		{"---\n---\nx", "---\nstarred: true\n---\nx"},
		{"---\n# only a comment\n---\nx", "---\n# only a comment\nstarred: true\n---\nx"},
		{"---\nnot a mapping\n---\nx", "---\nstarred: true\n---\n---\nnot a mapping\n---\nx"},
	} {
		got, err := setStarred(c.without, true)
		if err != nil || got != c.with {
			t.Errorf("with a star %q is %q, %v; want %q", c.without, got, err, c.with)
		}
		want := c.without
		if want == "---\n---\nx" {
			want = "x"
		}
		if got, err = setStarred(c.with, false); err != nil || got != want {
			t.Errorf("without its star %q is %q, %v; want %q", c.with, got, err, want)
		}
	}
}

func TestSetStarredOverAValue(t *testing.T) {
	for text, want := range map[string]string{
		"---\nstarred: false # not yet\nmood: 4\n---\n": "---\nstarred: true # not yet\nmood: 4\n---\n",
		"---\nstarred:   no\n---\n":                     "---\nstarred:   true\n---\n",
	} {
		if got, err := setStarred(text, true); err != nil || got != want {
			t.Errorf("%q becomes %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{
		"---\nstarred: [a]\n---\n", "---\n{mood: 4}\n---\n", "---\nstarred:\n  false\n---\n", "---\n: : [\n---\n", "---\nstarred:\n---\n",
	} {
		if got, err := setStarred(text, true); err == nil || got != text {
			t.Errorf("%q becomes %q without an error", text, got)
		}
	}
}

// FuzzSetStarred: whatever the text, it gets its star or stays as it was, and
// below the front matter nothing changes.
func FuzzSetStarred(f *testing.F) {
	for _, seed := range []string{"", "a", "---\nstarred: true\n---\nx", "---\nstarred: \"true\"\n---\n", "---\r\na: b\r\n---\r\n", "\uFEFF---\nstarred: false\n...\n", "---\na: &x 1\n---\n---\n"} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, text string, on bool) {
		got, err := setStarred(text, on)
		switch {
		case err != nil && got != text:
			t.Errorf("%q became %q although %v", text, got, err)
		case err == nil && isStarred(got) != on:
			t.Errorf("%q became %q, which is starred: %v", text, got, isStarred(got))
		}
		_, body, ok := frontMatter(text)
		if !ok {
			body = len(text) - len(strings.TrimPrefix(text, "\uFEFF"))
		}
		if !strings.HasSuffix(got, text[body:]) {
			t.Errorf("%q became %q: the text below has changed", text, got)
		}
	})
}
