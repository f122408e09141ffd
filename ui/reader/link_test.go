package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lifelog/ui/cell"
)

func TestLinks(t *testing.T) {
	text := "[a](http://a.example/) and [[b|the b]]\n\n" + strings.Repeat("words\n\n", 30) + "![c](d/c.png) #tag x[^1]\n\n[^1]: http://e.example\n"
	s := screen(text, 40, 6)
	want := []Link{
		{Kind: ToURL, Target: "http://a.example/", Text: "a"},
		{Kind: ToEntry, Target: "b", Text: "the b"},
		{Kind: ToImage, Target: "d/c.png", Text: "c  c.png"},
		{Kind: ToTag, Target: "tag", Text: "#tag"},
		{Kind: ToFootnote, Target: "1", Text: "[1]"},
		{Kind: ToURL, Target: "http://e.example", Text: "http://e.example"},
	}
	walk := func(step func() bool, want []Link) {
		t.Helper()
		for _, w := range want {
			if !step() {
				t.Fatalf("no way to %q", w.Target)
			}
			got, ok := s.Link()
			got.Source = 0
			if !ok || got != w {
				t.Errorf("got %+v, want %+v", got, w)
			}
			if !slices.ContainsFunc(s.Links(), func(l Link) bool { return l.Target == w.Target }) {
				t.Errorf("%q is not on the screen", w.Target)
			}
		}
		if step() {
			t.Error("a link after the last one")
		}
	}
	walk(s.NextLink, want)
	back := slices.Clone(want[:5])
	slices.Reverse(back)
	walk(s.PrevLink, back)
	if at, ok := s.doc.Footnote("1"); !ok || !strings.HasPrefix(text[at:], "http://e.example") {
		t.Errorf("footnote 1 stands at %d, %v", at, ok)
	}
	if s.Click(39, 0); s.link != noLink {
		t.Error("a link where there is none")
	}
}

func TestTasks(t *testing.T) {
	text := "words\n\n1. [ ] a [b](c.md)\n2. [x] d\n   - [ ] e\n\n> - [X] f\n- g\n"
	s := screen(text, 40, 20)
	var tasks, links int
	for s.NextLink() {
		link, _ := s.Link()
		if link.Kind != ToTask {
			links++
			continue
		}
		tasks++
		at, ok := s.Task()
		if x, y := s.Cursor(); !ok || !strings.Contains(text[at:at+7], "[") || x < 0 || !strings.Contains(shown(s)[y], text[at+7:at+8]) {
			t.Errorf("task %d: byte %d, %v, the cursor is at %d, %d", tasks, at, ok, x, y)
		}
	}
	if tasks != 4 || links != 1 {
		t.Errorf("%d tasks and %d links", tasks, links)
	}
	s = screen(text, 40, 20)
	if at, ok := s.Task(); !ok || !strings.HasPrefix(text[at:], "1. [ ] a") {
		t.Errorf("the first task is at byte %d, %v", at, ok)
	}
	for y, line := range shown(s) {
		x := strings.Index(line, "[")
		if box := x >= 0; s.Click(x+1, y) != box {
			t.Errorf("%q: a click beside the box, or none on it", line)
		}
		if s.Click(0, y) && x > 0 {
			t.Errorf("%q: a link where there is none", line)
		}
	}
	if _, ok := screen("no task", 40, 20).Task(); ok {
		t.Error("a task where there is none")
	}
}

func TestClickOnALink(t *testing.T) {
	s := screen("日本[語の](http://a.example/)本と、行をまたぐ[長いリンクの文字](http://b.example/)。", 20, 10)
	rows := shown(s)
	hit := map[string]string{}
	for y, row := range rows {
		for x := range cell.NewRuler(cell.Profile{}).Width(row) {
			if s.Click(x, y) {
				link, _ := s.Link()
				hit[link.Target] += fmt.Sprintf(" %d,%d", x, y)
			}
		}
	}
	want := map[string]string{"http://a.example/": " 4,0 5,0 6,0 7,0", "http://b.example/": hit["http://b.example/"]}
	if hit["http://a.example/"] != want["http://a.example/"] || strings.Count(hit["http://b.example/"], ",") != 16 {
		t.Errorf("%q of %q", hit, rows)
	}
	if s.Click(0, 99) || s.Click(-1, 0) {
		t.Error("a link outside the text")
	}
}
