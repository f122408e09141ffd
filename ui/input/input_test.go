package input

import (
	"testing"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
)

func TestTyping(t *testing.T) {
	in := New("日本語")
	in.Type("テスト\r\nx\ty")
	if got := in.String(); got != "日本語テスト x y" {
		t.Errorf("%q", got)
	}
	for _, c := range []struct {
		do    keys.Action
		want  string
		caret int
	}{
		{keys.Backspace, "日本語テスト x ", 15},
		{keys.DeleteWord, "日本語テスト ", 13},
		{keys.Start, "日本語テスト ", 0},
		{keys.Right, "日本語テスト ", 2},
		{keys.Delete, "日語テスト ", 2},
		{keys.DeleteEnd, "日", 2},
		{keys.Left, "日", 0},
	} {
		if !in.Do(c.do) {
			t.Errorf("%s means nothing", c.do)
		}
		if _, x := in.View(cell.Ruler{}, 40); in.String() != c.want || x != c.caret {
			t.Errorf("after %s: %q with the caret at %d, want %q at %d", c.do, in.String(), x, c.want, c.caret)
		}
	}
	if in.Do(keys.Save) {
		t.Error("a line cannot be saved")
	}
}

// The line scrolls so that the caret is seen, whatever is typed.
func TestViewFits(t *testing.T) {
	r := cell.Ruler{}
	in := New("")
	for range 40 {
		in.Type("あかﾊﾟ👨‍👩‍👧x\x1b")
		line, caret := in.View(r, 20)
		if r.Width(line) > 20 || caret < 0 || caret >= 20 {
			t.Fatalf("%q is %d cells wide, the caret at %d of 20", line, r.Width(line), caret)
		}
	}
	in.Do(keys.Start)
	if _, caret := in.View(r, 20); caret != 0 {
		t.Errorf("at the start the caret is at %d", caret)
	}
}

// In a line that is longer than its box something is seen on both sides of the
// caret.
func TestViewShowsBothSides(t *testing.T) {
	in := New("0123456789abcdefghij")
	for _, c := range []struct {
		left  int
		line  string
		caret int
	}{{0, "defghij", 7}, {1, "defghij", 6}, {2, "defghij", 5}, {3, "cdefghij", 5}, {14, "12345678", 5}, {15, "01234567", 5}, {18, "01234567", 2}} {
		in.Do(keys.End)
		for range c.left {
			in.Do(keys.Left)
		}
		if line, caret := in.View(cell.Ruler{}, 8); line != c.line || caret != c.caret {
			t.Errorf("%d to the left of the end: %q, the caret at %d, want %q, %d", c.left, line, caret, c.line, c.caret)
		}
	}
}
