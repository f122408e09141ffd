package editor

import (
	"testing"

	"lifelog/journal"
	"lifelog/ui/keys"
)

func TestJoin(t *testing.T) {
	version := func(text string) journal.Version {
		return journal.Version{Text: text, Rev: journal.RevOf(text)}
	}
	for _, c := range []struct {
		name                string
		base, typed, theirs string // typed is what stands in the editor, with the caret
		later               string // typed while the two are joined
		want                string
		modified, joined    bool
	}{
		{"reloaded", "one\ntwo\n", "one\ntw|o\n", "zero\none\ntwo\n", "", "zero\none\ntw|o\n", false, true},
		{"joined", "one\n\ntwo\n", "one\n\ntwo!|\n", "zero\none\n\ntwo\n", "", "zero\none\n\ntwo!|\n", true, true},
		{"typed meanwhile", "one\n\ntwo\n", "one\n\ntwo!|\n", "zero\none\n\ntwo\n", "?", "zero\none\n\ntwo!?|\n", true, true},
		{"the same already", "one\n", "one!|\n", "one!\n", "", "one!|\n", false, true},
		{"the same line meanwhile", "one\n", "one|\n", "two\n", "!", "one!|\n", true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := open(c.typed)
			text := e.Text()
			caret := e.Caret()
			e.Open(version(c.base))
			e.replaceAll(text)
			e.Go(caret)
			if text == c.base {
				e.history.Saved(e.history.Rev())
			}
			s := e.Snapshot()
			merged, clean := journal.Merge(c.base, text, c.theirs)
			if !clean {
				t.Fatal("the two do not join")
			}
			if c.later != "" {
				e.Type(c.later)
			}
			before := e.Text()
			if got := e.Join(s, merged, version(c.theirs)); got != c.joined {
				t.Fatalf("Join = %v, want %v", got, c.joined)
			}
			if got := drawn(e); got != c.want {
				t.Errorf("the text is %q, want %q", got, c.want)
			}
			if e.Modified() != c.modified {
				t.Errorf("Modified = %v", e.Modified())
			}
			if c.joined && e.Base().Text != c.theirs {
				t.Errorf("the base is %q", e.Base().Text)
			}
			if e.Text() != before {
				if e.Do(keys.Undo); e.Text() != before {
					t.Errorf("one undo leads to %q, want %q", e.Text(), before)
				}
			}
		})
	}
}

func TestOpenOver(t *testing.T) {
	e := open("")
	told := 0
	e.Log = func(journal.Edit) { told++ }
	v := journal.Version{Text: "one\nrecovered\n", Rev: "r"}
	if e.OpenOver("one\n", v); told != 0 || e.Modified() || e.Text() != v.Text || e.Base() != v {
		t.Errorf("%d changes told, modified: %v, %q on %+v", told, e.Modified(), e.Text(), e.Base())
	}
	if e.Do(keys.Undo); told != 1 || !e.Modified() || e.Text() != "one\n" {
		t.Errorf("after undo: %d changes told, modified: %v, %q", told, e.Modified(), e.Text())
	}
}

// What is reached and what is put in reach the draft like everything typed.
func TestReachAndPut(t *testing.T) {
	e := open("# Day\n\nwords here\n")
	draft := e.Text()
	e.Log = func(edit journal.Edit) { draft = draft[:edit.From] + edit.Text + draft[edit.To:] }
	check := func(want string) {
		t.Helper()
		if e.Text() != want || draft != want {
			t.Errorf("the text is %q, the draft %q, want %q", e.Text(), draft, want)
		}
	}
	e.Go(12)
	e.Reach("# Day\n\nolder words here\n")
	check("# Day\n\nolder words here\n")
	if e.Caret() != 18 {
		t.Errorf("the caret is at %d", e.Caret())
	}
	e.Do(keys.Redo)
	check("# Day\n\nwords here\n")
	e.Put("# Day\n")
	check("# Day\n")
	e.Do(keys.Undo)
	check("# Day\n\nwords here\n")
	e.Do(keys.Undo)
	check("# Day\n\nolder words here\n")
}
