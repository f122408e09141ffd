package journal_test

import (
	"context"
	"slices"
	"testing"

	"lifelog/journal"
	"lifelog/store"
)

// withPages is a journal in memory with pages of these names.
type withPages struct {
	*store.Mem
	names []string
}

func (s withPages) Pages(context.Context) (ids []journal.ID) {
	for _, name := range s.names {
		ids = append(ids, journal.ID{Name: name})
	}
	return ids
}

// TestLinksToPages: by name, by path, and behind entries of the same name.
// What a link leads to is linked from there.
func TestLinksToPages(t *testing.T) {
	s := withPages{store.NewMem(), []string{"notes", "people/aki", "people/ｱｷ子", "people/walk"}}
	from := named(t, "2022-05-01")
	for target, want := range map[string]string{
		"notes": "notes", "Notes.md": "notes", "aki": "people/aki", "people/aki": "people/aki", "people/aki.md#Born": "people/aki",
		"アキ子": "people/ｱｷ子", "walk": "2022-05-02-walk", "none": "", "people": "", "2022-05-02": "2022-05-02-walk",
	} {
		entries := map[string]string{"2022-05-02-walk": "# On foot\n", "2022-05-01": "# Links\n\n[[" + target + "]]"}
		for name, text := range entries {
			v, _ := s.Load(ctx, named(t, name))
			if _, err := s.Save(ctx, journal.Version{ID: named(t, name), Text: text, Rev: v.Rev}); err != nil {
				t.Fatal(err)
			}
		}
		j := journal.Open(s, nil)
		if _, err := j.Read(ctx, nil); err != nil {
			t.Fatal(err)
		}
		for _, id := range append(s.Pages(ctx), named(t, "2022-05-02-walk")) {
			linked := slices.Contains(j.Backlinks(ctx, id), from)
			if linked != (id.String() == want) {
				t.Errorf("[[%s]]: %v is linked: %v, want %q", target, id, linked, want)
			}
		}
		if missing := len(j.Missing(ctx)) > 0; missing != (target == "none" || target == "people") {
			t.Errorf("[[%s]] is missing: %v", target, missing)
		}
		if target == "people/aki.md#Born" {
			continue // whose heading the screen takes away
		}
		id, found, err := j.Linked(ctx, from, target)
		if err != nil || found != (want != "") || found && id.String() != want {
			t.Errorf("[[%s]] leads to %v, %v, %v, want %q", target, id, found, err, want)
		}
	}
	j := journal.Open(s, nil)
	if _, err := j.Read(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if got := j.SuggestTitles(ctx, "あき", 5); !slices.Equal(got, []string{"ｱｷ子"}) {
		t.Errorf("titles for あき: %q", got)
	}
}
