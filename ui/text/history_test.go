package text

import "testing"

// typist edits at a caret as an editor does.
type typist struct {
	b    *Buffer
	h    History
	head Pos
}

func (e *typist) replace(s Span, text string, join bool) {
	edit := Edit{s, text}
	inverse := e.b.Replace(edit)
	before := e.head
	e.head = Clamp(e.b, edit.End())
	e.h.Add(inverse, At(before), At(e.head), join)
}

func (e *typist) keys(s string) {
	for _, r := range s {
		e.replace(Span{e.head, e.head}, string(r), true)
	}
}

func (e *typist) backspace(n int) {
	for range n {
		e.replace(Span{Left(e.b, e.head), e.head}, "", true)
	}
}

func (e *typist) delete(n int) {
	for range n {
		e.replace(Span{e.head, Right(e.b, e.head)}, "", true)
	}
}

func (e *typist) undo() bool {
	_, p, ok := e.h.Undo(e.b)
	if ok {
		e.head = p.Caret
	}
	return ok
}

func (e *typist) redo() bool {
	_, p, ok := e.h.Redo(e.b)
	if ok {
		e.head = p.Caret
	}
	return ok
}

func TestHistorySteps(t *testing.T) {
	for _, c := range []struct {
		name  string
		do    func(e *typist)
		steps []string // the text and its caret at every undo, from the last state to the first
	}{
		{"typing is one step", func(e *typist) { e.keys("日本語") }, []string{"日本語|", "|"}},
		{"a line break begins another", func(e *typist) { e.keys("ab\ncd") }, []string{"ab\ncd|", "ab|", "|"}},
		{"deleting is another", func(e *typist) { e.keys("abc"); e.backspace(2) }, []string{"a|", "abc|", "|"}},
		{"typing over a selection goes on", func(e *typist) {
			e.keys("abc")
			e.replace(Span{Pos{0, 1}, Pos{0, 3}}, "x", true)
			e.keys("yz")
		}, []string{"axyz|", "abc|", "|"}},
		{"a closed step is not joined", func(e *typist) { e.keys("ab"); e.h.Close(); e.keys("cd") }, []string{"abcd|", "ab|", "|"}},
		{"a paste is a step alone", func(e *typist) {
			e.keys("a")
			e.replace(Span{e.head, e.head}, "PASTE", false)
			e.keys("b")
		}, []string{"aPASTEb|", "aPASTE|", "a|", "|"}},
		{"typing elsewhere is another step", func(e *typist) { e.keys("ab"); e.head = Pos{}; e.keys("cd") }, []string{"cd|ab", "|ab", "|"}},
		{"deletes forward join", func(e *typist) {
			e.replace(Span{}, "ab\ncd", false)
			e.head = Pos{0, 1}
			e.delete(3)
		}, []string{"a|d", "a|b\ncd", "|"}},
		{"backspaces join over lines", func(e *typist) {
			e.replace(Span{}, "ab\r\ncd", false)
			e.backspace(4)
		}, []string{"a|", "ab\r\ncd|", "|"}},
		{"no change is no step", func(e *typist) { e.keys("a"); e.delete(1); e.replace(Span{e.head, e.head}, "", false) }, []string{"a|", "|"}},
	} {
		e := &typist{b: New("")}
		c.do(e)
		for i, want := range c.steps {
			if got := caret(e.b, e.head); got != want {
				t.Errorf("%s: after %d times undo %q, want %q", c.name, i, got, want)
			}
			if more := e.undo(); more != (i < len(c.steps)-1) {
				t.Errorf("%s: undo %d = %v", c.name, i+1, more)
			}
		}
		for e.redo() {
		}
		if got, _ := drawn(t, c.steps[0]); e.b.String() != got.String() {
			t.Errorf("%s: all redone = %q, want %q", c.name, e.b.String(), got.String())
		}
	}
}

func TestRedoGoesWithNewEdit(t *testing.T) {
	e := &typist{b: New("")}
	e.keys("ab")
	e.undo()
	e.keys("c")
	if e.redo() {
		t.Errorf("redo after a new edit made %q", e.b.String())
	}
}

func TestSavedStates(t *testing.T) {
	e := &typist{b: New("old")}
	modified := func(want bool, when string) {
		t.Helper()
		if got := e.h.Modified(); got != want {
			t.Errorf("%s: modified = %v, want %v", when, got, want)
		}
	}
	save := func() int { e.h.Close(); return e.h.Rev() }

	modified(false, "just opened")
	e.keys("a")
	modified(true, "typed")
	rev := save()
	e.keys("b")
	e.h.Saved(rev)
	modified(true, "typed during the save")
	e.undo()
	modified(false, "back to what was saved")
	e.undo()
	modified(true, "before what was saved")
	e.redo()
	modified(false, "again what was saved")

	e.keys("x")
	rev = save()
	e.undo()
	e.keys("y") // as many steps deep as when the save began, but another text
	e.h.Saved(rev)
	modified(true, "undone, typed something else, the old save reports")
	e.undo()
	modified(true, "a state saved earlier, and overwritten since")
}

func TestUndoTellsItsEdit(t *testing.T) {
	e := &typist{b: New("ab\r\n")}
	e.head = Pos{0, 1}
	e.keys("xyz")
	mirror := New(e.b.String())
	edit, _, _ := e.h.Undo(e.b)
	mirror.Replace(edit)
	if mirror.String() != "ab\r\n" {
		t.Errorf("the edit of undo made %q elsewhere", mirror.String())
	}
	edit, _, _ = e.h.Redo(e.b)
	mirror.Replace(edit)
	if mirror.String() != "axyzb\r\n" {
		t.Errorf("the edit of redo made %q elsewhere", mirror.String())
	}
}

// What was before the first step is one step further back, and the way forward
// again is the same.
func TestHistoryReach(t *testing.T) {
	e := &typist{b: New("two")}
	e.keys("1")
	for e.undo() {
	}
	for _, earlier := range []string{"one", ""} {
		inverse := e.b.Replace(ReplaceAll(e.b, earlier))
		e.h.Reach(inverse, At(e.head), At(Pos{}))
		if got := e.b.String(); got != earlier || !e.h.Modified() {
			t.Fatalf("%q (modified: %v), want %q", got, e.h.Modified(), earlier)
		}
	}
	if e.undo() {
		t.Error("something can be undone")
	}
	for _, want := range []string{"one", "two", "1two"} {
		if !e.redo() || e.b.String() != want || e.h.Modified() != (want != "two") {
			t.Errorf("redone to %q (modified: %v), want %q", e.b.String(), e.h.Modified(), want)
		}
	}
	for e.undo() {
	}
	if got := e.b.String(); got != "" {
		t.Errorf("all undone: %q", got)
	}
	e.keys("x")
	if e.redo() {
		t.Error("something can be redone after typing")
	}
}
