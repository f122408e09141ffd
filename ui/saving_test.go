package ui

import (
	"context"
	"iter"
	"testing"

	"lifelog/journal"
	"lifelog/store"
)

// counted is a store that counts how often it is listed.
type counted struct {
	*store.Mem
	listings int
}

func (s *counted) List(ctx context.Context) iter.Seq2[journal.ID, error] {
	s.listings++
	return s.Mem.List(ctx)
}

// A large journal is not listed again for every save, but for one that makes an
// entry or takes one away.
func TestASaveListsNothing(t *testing.T) {
	s := &counted{Mem: store.NewMem()}
	if _, err := s.Save(t.Context(), journal.Version{ID: id("2022-05-01"), Text: "# Sunday\n"}); err != nil {
		t.Fatal(err)
	}
	d := beginOn(t, s)
	listed := func(what string, want bool, do func()) {
		t.Helper()
		before := s.listings
		if do(); (s.listings > before) != want {
			t.Errorf("%s: listed %d times", what, s.listings-before)
		}
	}
	d.press("down", "e")
	listed("writing on", false, func() { d.typ("More.").press("ctrl+s").sees("saved") })
	listed("a title", false, func() { d.press("ctrl+home", "end").typ(" at home").press("ctrl+s") })
	d.press("esc").sees("Sunday at home", "More.")
	listed("a new entry", true, func() { d.press("home", "enter").typ("New.").press("ctrl+s") })
	d.press("esc").sees("New.", "2 entries")
	listed("an entry gone", true, func() { d.press("enter", "ctrl+a", "backspace", "ctrl+s") })
}
