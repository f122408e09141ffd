package journal_test

import (
	"context"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
)

func TestFillTemplate(t *testing.T) {
	ctx := context.Background()
	j := journal.Open(store.NewMem(), func() time.Time { return time.Date(2022, 5, 2, 8, 5, 0, 0, time.UTC) })
	for _, name := range []string{"2022-04-28", "2022-04-30-notes", "2022-05-03"} {
		id, err := journal.ParseID(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := j.Save(ctx, journal.Version{ID: id}, journal.Version{ID: id, Text: "x"}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ id, template, want string }{
		{"2022-05-02", "# {{date}} {{ weekday }} {{time}}\n[[{{previous}}]]\n", "# 2022-05-02 Monday 08:05\n[[2022-04-30-notes]]\n"},
		{"2022-04-28", "after “{{previous}}”", "after “”"},
		{"2022-05-02", "{{mine}} {{other}} {{}} {date} {{Date}}", "yours {{other}} {{}} {date} {{Date}}"},
	} {
		id, err := journal.ParseID(c.id)
		if err != nil {
			t.Fatal(err)
		}
		got, err := j.FillTemplate(ctx, c.template, id, map[string]string{"mine": "yours"})
		if err != nil || got != c.want {
			t.Errorf("%q for %s: %q, %v, want %q", c.template, c.id, got, err, c.want)
		}
	}
}

// An entry that was begun with a text of its own and holds nothing else is not
// stored; what was never stored is no common ground with what another program
// writes meanwhile.
func TestOnlyTheTemplateIsNotKept(t *testing.T) {
	ctx := context.Background()
	s := store.NewMem()
	j := journal.Open(s, time.Now)
	id := journal.ID{Date: j.Today()}
	begun := journal.Version{ID: id, Text: "# Morning\n\n"}
	if saved, err := j.Save(ctx, begun, begun); err != nil || saved.Rev != "" {
		t.Fatalf("%+v, %v", saved, err)
	}
	if v, err := j.Load(ctx, id); err != nil || v.Rev != "" {
		t.Errorf("it is stored: %+v, %v", v, err)
	}
	if _, err := j.Append(ctx, id, "from elsewhere"); err != nil {
		t.Fatal(err)
	}
	ours := begun
	ours.Text += "slept well\n"
	saved, err := j.Save(ctx, begun, ours)
	if err != nil {
		t.Fatal(err)
	}
	if saved.Copy == "" && !saved.Merged || saved.Copy != "" && saved.Text != ours.Text {
		t.Errorf("what was on the screen is gone: %+v", saved)
	}
}
