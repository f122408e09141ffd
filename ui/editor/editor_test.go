package editor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/ui/cell"
	"lifelog/ui/keys"
	"lifelog/ui/text"
)

// open returns an editor of 20 cells by 8 rows that holds a text in which |
// stands for the caret.
func open(drawn string) *Editor {
	before, after, _ := strings.Cut(drawn, "|")
	e := New(cell.Ruler{})
	e.Open(journal.Version{Text: before + after, Rev: "stored"})
	e.Resize(21, 8)
	e.Go(len(before))
	return e
}

// drawn is the text with | at the caret, and [ at the other end of a selection.
func drawn(e *Editor) string {
	s, caret, anchor := e.Text(), e.Caret(), e.buf.Offset(e.anchor)
	switch {
	case anchor < caret:
		return s[:anchor] + "[" + s[anchor:caret] + "|" + s[caret:]
	case caret < anchor:
		return s[:caret] + "|" + s[caret:anchor] + "[" + s[anchor:]
	}
	return s[:caret] + "|" + s[caret:]
}

func TestActions(t *testing.T) {
	for _, c := range []struct {
		name, before string
		do           []keys.Action
		after        string
	}{
		{"left over a family", "👨‍👩‍👧|a", []keys.Action{keys.Left}, "|👨‍👩‍👧a"},
		{"backspace takes a whole cluster", "xか\u3099|", []keys.Action{keys.Backspace}, "x|"},
		{"delete takes a whole cluster", "|👍🏽x", []keys.Action{keys.Delete}, "|x"},
		{"by word through scripts", "|漢字かなカナ word", []keys.Action{keys.WordRight, keys.WordRight}, "漢字かな|カナ word"},
		{"select and delete", "ab|cd", []keys.Action{keys.SelectRight, keys.SelectRight, keys.Backspace}, "ab|"},
		{"a selection is left at its edge", "a|bc", []keys.Action{keys.SelectRight, keys.SelectRight, keys.Left}, "a|bc"},
		{"select all", "ab|\ncd", []keys.Action{keys.SelectAll}, "[ab\ncd|"},
		{"delete word", "one two|", []keys.Action{keys.DeleteWord}, "one |"},
		{"delete to the end", "one| two\nx", []keys.Action{keys.DeleteEnd}, "one|\nx"},
		{"and over the break", "one|\nx", []keys.Action{keys.DeleteEnd}, "one|x"},
		{"start of the row, then of the line", "0123456789 0123456789 ab|c", []keys.Action{keys.Start}, "0123456789 |0123456789 abc"},
		{"again", "0123456789 0123456789 ab|c", []keys.Action{keys.Start, keys.Start}, "|0123456789 0123456789 abc"},
		{"end of the row, then of the line", "|0123456789 0123456789 abc", []keys.Action{keys.End, keys.End}, "0123456789 0123456789 abc|"},
		{"down keeps the column", "12345|67\n1\n1234567", []keys.Action{keys.Down, keys.Down}, "1234567\n1\n12345|67"},
		{"down counts cells", "あい|う\nabcdef", []keys.Action{keys.Down}, "あいう\nabcd|ef"},
		{"up beyond the first row", "ab|c", []keys.Action{keys.Up}, "|abc"},
		{"down beyond the last", "ab|c", []keys.Action{keys.Down}, "abc|"},
		{"enter goes on with a list", "- one|", []keys.Action{keys.Line}, "- one\n- |"},
		{"and a second ends it", "- one|", []keys.Action{keys.Line, keys.Line}, "- one\n|"},
		{"toggle a task", "buy mi|lk", []keys.Action{keys.Task}, "- [ ] buy mi|lk"},
		{"and back", "- [ ] mi|lk", []keys.Action{keys.Task}, "- [x] mi|lk"},
		{"move a line", "on|e\ntwo", []keys.Action{keys.LineDown}, "two\non|e"},
		{"nothing above the first", "on|e\ntwo", []keys.Action{keys.LineUp}, "on|e\ntwo"},
		{"undo and redo", "a|", []keys.Action{keys.Backspace, keys.Undo, keys.Redo}, "|"},
		{"undo brings the selection back", "ab|cd", []keys.Action{keys.SelectRight, keys.SelectRight, keys.Delete, keys.Left, keys.Undo}, "ab[cd|"},
		{"redo takes it away", "ab|cd", []keys.Action{keys.SelectRight, keys.SelectRight, keys.Delete, keys.Undo, keys.Redo}, "ab|"},
		{"the selection made backwards", "abcd|", []keys.Action{keys.SelectLeft, keys.SelectLeft, keys.Backspace, keys.Undo}, "ab|cd["},
		{"undo of moved lines", "a|b\ncd\nef", []keys.Action{keys.SelectDown, keys.LineDown, keys.TextStart, keys.Undo}, "a[b\nc|d\nef"},
		{"redo of them", "a|b\ncd\nef", []keys.Action{keys.SelectDown, keys.LineDown, keys.Undo, keys.TextStart, keys.Redo}, "ef\na[b\nc|d"},
		{"undo of indenting", "- a|b", []keys.Action{keys.SelectRight, keys.Indent, keys.TextStart, keys.Undo}, "- a[b|"},
		{"CRLF is one step", "a\r\n|b", []keys.Action{keys.Left}, "a|\r\nb"},
		{"and one deletion", "a\r\n|b", []keys.Action{keys.Backspace}, "a|b"},
	} {
		e := open(c.before)
		for _, a := range c.do {
			if !e.Do(a) {
				t.Errorf("%s: no action %q", c.name, a)
			}
		}
		if got := drawn(e); got != c.after {
			t.Errorf("%s: %q, want %q", c.name, got, c.after)
		}
	}
}

func TestCursor(t *testing.T) {
	for _, c := range []struct {
		name, text string
		do         []keys.Action
		x, y       int
	}{
		{"wide", "日本語|", nil, 6, 0},
		{"half-width with its mark", "ﾊﾟ|ｲ", nil, 2, 0},
		{"ideographic space", "あ　い|", nil, 6, 0},
		{"no 。 at the start of a row", "あいうえおかきくけこ。|さしすせそ", nil, 4, 1},
		{"at a break the lower row", "あいうえおかきくけこ|さしすせそ", nil, 0, 1},
		{"but End stays on the upper", "|あいうえおかきくけこさしすせそ", []keys.Action{keys.End}, 20, 0},
		{"spaces hang over the edge", "0123456789 01234567   |", nil, 20, 0},
		{"a full row", "あいうえおかきくけこ|", nil, 20, 0},
		{"control characters are marks", "a\x1b|b", nil, 2, 0},
	} {
		e := open(c.text)
		for _, a := range c.do {
			e.Do(a)
		}
		if x, y := e.Cursor(); x != c.x || y != c.y {
			t.Errorf("%s: the cursor is at %d, %d, want %d, %d", c.name, x, y, c.x, c.y)
		}
	}
}

func TestTimeHeading(t *testing.T) {
	for before, after := range map[string]string{
		"|":          "## 18:20 |",
		"one|":       "one\n\n## 18:20 |",
		"on|e\ntwo":  "one\n\n## 18:20 |\ntwo",
		"one\n\n|":   "one\n\n## 18:20 |",
		"one\n|":     "one\n\n## 18:20 |",
		"one\r\n|":   "one\r\n\r\n## 18:20 |",
		"one\r\nt|w": "one\r\ntw\r\n\r\n## 18:20 |",
	} {
		e := open(before)
		e.TimeHeading("18:20")
		if got := drawn(e); got != after {
			t.Errorf("%q: %q, want %q", before, got, after)
		}
	}
}

func TestStored(t *testing.T) {
	version := func(s string) journal.Version { return journal.Version{Text: s, Rev: journal.RevOf(s)} }
	t.Run("typing during a save stays unsaved", func(t *testing.T) {
		e := open("a|")
		e.Type("b")
		s := e.Snapshot()
		e.Type("c")
		e.Stored(s, journal.Saved{Version: version("ab")})
		if !e.Modified() {
			t.Error("what was typed meanwhile passes for saved")
		}
		if s := e.Snapshot(); s.Base != version("ab") || s.Ours.Text != "abc" {
			t.Errorf("the next save is of %+v", s)
		}
	})
	t.Run("undo and other typing is not what was saved", func(t *testing.T) {
		e := open("a|")
		e.Type("b")
		s := e.Snapshot()
		e.Do(keys.Undo)
		e.Type("c")
		e.Stored(s, journal.Saved{Version: version("ab")})
		if !e.Modified() {
			t.Error("other text passes for saved")
		}
	})
	t.Run("undo to what was saved is saved", func(t *testing.T) {
		e := open("a|")
		e.Type("b")
		s := e.Snapshot()
		e.Type("c")
		e.Stored(s, journal.Saved{Version: version("ab")})
		if e.Do(keys.Undo); e.Modified() {
			t.Errorf("%q is what is stored", e.Text())
		}
	})
	t.Run("what another program wrote comes in under what was typed since", func(t *testing.T) {
		e := open("one\ntwo|")
		e.Type("!")
		s := e.Snapshot()
		e.Type("?")
		e.Stored(s, journal.Saved{Version: version("zero\none\ntwo!"), Merged: true})
		if got := drawn(e); got != "zero\none\ntwo!?|" {
			t.Errorf("%q", got)
		}
		if !e.Modified() {
			t.Error("the merged text with what was typed passes for saved")
		}
		if e.Do(keys.Undo); drawn(e) != "one\ntwo!?|" {
			t.Errorf("undo of the merge gives %q", drawn(e))
		}
	})
	t.Run("both in the same line: the next save keeps both", func(t *testing.T) {
		e := open("one|")
		s := e.Snapshot()
		e.Type("!")
		e.Stored(s, journal.Saved{Version: version("ONE"), Merged: true})
		if next := e.Snapshot(); next.Base.Text != "one" || next.Base.Rev != "stored" || next.Ours.Text != "one!" {
			t.Errorf("the next save is of %+v", next)
		}
	})
}

// TestMendedRows makes random changes and compares the rows that were mended
// around each with rows broken afresh.
func TestMendedRows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"あ", "。", "「", "か\u3099", "👨‍👩‍👧", " ", "word", "x", "1,000", "—", "\t", "\x1b", "https://example.com/a-b", "漢字"}
	for round := range 200 {
		e := New(cell.Ruler{})
		e.Open(journal.Version{Text: strings.Repeat(pieces[round%len(pieces)], 40)})
		e.Resize(12+round%9, 5)
		for range 40 {
			e.Go(r.IntN(len(e.Text()) + 1))
			switch r.IntN(4) {
			case 0:
				e.Do(keys.Backspace)
			case 1:
				e.Do(keys.DeleteWord)
			default:
				e.Type(pieces[r.IntN(len(pieces))])
			}
			for line := range e.buf.Len() {
				got, want := e.rows.of(e.buf, line), e.rows.ruler.Rows(e.buf.Line(line), e.rows.width)
				if !slices.Equal(got, want) {
					t.Fatalf("rows of %q at %d cells are mended to %v, want %v", e.buf.Line(line), e.rows.width, got, want)
				}
			}
		}
	}
}

// FuzzEditor presses keys at random. Whatever they do, the caret stands
// between clusters and on the screen, undo leads back to the first text and
// redo to the last, and the length is that of the text.
func FuzzEditor(f *testing.F) {
	f.Add("日本語 text\r\nか\u3099\n", []byte{0, 1, 2, 3, 40, 41, 42, 43, 7, 8, 9})
	f.Add("- [ ] task\n\n> quote\xff\n", []byte("the quick brown fox jumps over"))
	var all []keys.Action
	for a := range verbs {
		all = append(all, a)
	}
	slices.Sort(all)
	typed := []string{"a", "あ", "\u3099", "\u200d", "👍🏽", "\n", "paste\r\nof lines\t", "\xff", " "}
	f.Fuzz(func(t *testing.T, s string, script []byte) {
		e := New(cell.Ruler{})
		e.Open(journal.Version{Text: s, Rev: "stored"})
		e.Resize(24, 6)
		e.Go(len(s) / 2)
		for _, b := range script {
			switch n := int(b); {
			case n < len(typed):
				e.Type(typed[n])
			case n < 2*len(typed):
				e.Paste(typed[n-len(typed)])
			default:
				e.Do(all[n%len(all)])
			}
			if text.Clamp(e.buf, e.caret) != e.caret {
				t.Fatalf("the caret stands inside a cluster: %q", drawn(e))
			}
			if x, y := e.Cursor(); x < 0 || x > e.rows.width || y < 0 || y >= e.height {
				t.Fatalf("the cursor is at %d, %d of %d×%d", x, y, e.rows.width, e.height)
			}
		}
		e.tally.settle(e.buf)
		for range len(script) + 1 {
			e.Do(keys.Redo)
		}
		last := e.Text()
		var fresh tally
		if fresh.reset(e.buf); fresh.total != e.tally.total {
			t.Fatalf("counted %v, there are %v in %q", e.tally.total, fresh.total, last)
		}
		for range len(script) + 1 {
			e.Do(keys.Undo)
		}
		if e.Text() != s {
			t.Fatalf("undo leads to %q, not to %q", e.Text(), s)
		}
		for range len(script) + 1 {
			e.Do(keys.Redo)
		}
		if e.Text() != last {
			t.Fatalf("redo leads to %q, not to %q", e.Text(), last)
		}
	})
}

func BenchmarkKey(b *testing.B) {
	paragraph := "今日はカンファレンスの二日目。Lightning Talkで5分だけ話して、夜はみんなで湖のそばを歩きました。\n\n"
	for _, c := range []struct {
		name, text string
	}{
		{"1KB", strings.Repeat(paragraph, 7)},
		{"10KB", strings.Repeat(paragraph, 70)},
		{"1MB", strings.Repeat(paragraph, 7000)},
		{"1MB-in-one-line", strings.Repeat(strings.TrimSpace(paragraph), 7000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			e := New(cell.Ruler{})
			e.Open(journal.Version{Text: c.text})
			e.Resize(81, 45)
			e.Go(len(c.text) / 2)
			for b.Loop() {
				e.Type("あ")
				e.Lines(Pens{Selection: "7", Markdown: Colours{Heading: "1", Strong: "1", Emphasis: "3", Code: "2", Link: "4", Tag: "4", Mark: "2", Quote: "2", Done: "2"}})
				e.Cursor()
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	s := strings.Repeat("今日はカンファレンスの二日目。Lightning Talkで5分だけ話して、夜はみんなで湖のそばを歩きました。\n\n", 7000)
	e := New(cell.Ruler{})
	for b.Loop() {
		e.Open(journal.Version{Text: s})
		e.Resize(81, 45)
		e.Lines(Pens{})
	}
}

func BenchmarkPaste(b *testing.B) {
	s := strings.Repeat("今日はカンファレンスの二日目。Lightning Talkで5分だけ話して、夜はみんなで湖のそばを歩きました。\n\n", 7000)
	for b.Loop() {
		e := New(cell.Ruler{})
		e.Resize(81, 45)
		e.Paste(s)
		e.Lines(Pens{})
	}
}

// A window that becomes taller is filled with the text above, before rows below
// the end stay empty.
func TestTallerWindow(t *testing.T) {
	e := open(strings.Repeat("line\n", 20) + "|")
	for _, c := range []struct{ height, lines, caret int }{
		{10, 8, 7}, {16, 13, 12}, {24, 21, 20}, {40, 21, 20}, {12, 9, 8},
	} {
		e.Resize(21, c.height)
		_, y := e.Cursor()
		if lines := len(e.Lines(Pens{})); lines != c.lines || y != c.caret {
			t.Errorf("%d rows: %d are filled and the caret is in %d, want %d and %d", c.height, lines, y, c.lines, c.caret)
		}
	}
}

// TestResizeKeepsThePlace: a window that is made narrower and wider again, as by
// dragging its edge, shows what it showed.
func TestResizeKeepsThePlace(t *testing.T) {
	e := New(cell.Ruler{})
	e.Open(journal.Version{Text: strings.Repeat("今日はカンファレンスの二日目。Lightning Talkで5分だけ話して、夜は湖のそばを歩きました。", 100)})
	e.Resize(81, 30)
	e.Go(len(e.Text()) / 2)
	e.Scroll(-7)
	_, y := e.Cursor()
	was := e.Lines(Pens{})
	for width := 80; width > 40; width-- {
		e.Resize(width, 30)
	}
	for width := 41; width <= 81; width++ {
		e.Resize(width, 30)
	}
	if _, now := e.Cursor(); now != y || !slices.Equal(e.Lines(Pens{}), was) {
		t.Errorf("the caret was in row %d and is in row %d", y, now)
	}
}
