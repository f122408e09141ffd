package journal_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"lifelog/journal"
)

// broken is a history of which a place cannot be read until it is mended.
type broken struct {
	*old
	mended bool
}

func (b *broken) States(ctx context.Context, id journal.ID) ([]journal.State, error) {
	states, err := b.old.States(ctx, id)
	if err == nil && !b.mended {
		err = &journal.Damaged{ID: id, Places: 1}
	}
	return states, err
}

func (b *broken) Forget(ctx context.Context, id journal.ID, drop func([]journal.State) []bool) ([]journal.State, error) {
	states, err := b.old.Forget(ctx, id, drop)
	if b.mended = true; err == nil {
		err = &journal.Damaged{ID: id, Places: 1}
	}
	return states, err
}

// A damaged history is found when one looks deep, and mending it loses no
// state that can be read.
func TestCheckHistory(t *testing.T) {
	b := &broken{old: newOld(time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC))}
	at := id(t, "2022-05-02")
	b.keep(t, at, b.now.Add(-time.Hour), "one\n")
	j := journal.Open(b, b.Mem.Time)
	if all, err := j.Check(t.Context(), false, nil); err != nil || len(all) > 0 {
		t.Errorf("at a first look %+v, %v", all, err)
	}
	all, err := j.Check(t.Context(), true, nil)
	if err != nil || len(all) != 1 || all[0].Fault != journal.DamagedHistory || all[0].ID != at || !all[0].CanMend() {
		t.Fatalf("found %+v, %v", all, err)
	}
	if err := all[0].Mend(t.Context()); err != nil {
		t.Fatal(err)
	}
	if all, err := j.Check(t.Context(), true, nil); err != nil || len(all) > 0 {
		t.Errorf("after mending %+v, %v", all, err)
	}
	if states, err := b.States(t.Context(), at); err != nil || len(states) != 1 {
		t.Errorf("%d states are left, %v", len(states), err)
	}
}

// A history of which nothing can be read is for nobody to mend.
func TestCheckLostHistory(t *testing.T) {
	l := &lost{newOld(time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC))}
	l.keep(t, id(t, "2022-05-02"), l.now.Add(-time.Hour), "one\n")
	all, err := journal.Open(l, l.Mem.Time).Check(t.Context(), true, nil)
	if err != nil || len(all) != 1 || all[0].Fault != journal.LostHistory || all[0].CanMend() {
		t.Errorf("found %+v, %v", all, err)
	}
}

// lost is a history that cannot be read.
type lost struct{ *old }

func (l *lost) States(_ context.Context, id journal.ID) ([]journal.State, error) {
	return nil, &journal.Damaged{ID: id, Places: 1}
}

// One sees how far a check has come, and can leave it.
func TestCheckGoesOn(t *testing.T) {
	o := newOld(time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC))
	for _, name := range []string{"2022-05-02", "2022-05-01"} {
		if _, err := o.Save(t.Context(), journal.Version{ID: id(t, name), Text: "[[Paris]] ![](sea.jpg)\n"}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := o.j.Read(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(t.Context())
	steps := 0
	all, err := o.j.Check(ctx, true, func(of journal.Fault, done, all int) {
		if steps++; of != journal.MissingPicture || done != 0 || all != 2 {
			t.Errorf("step %d: %s, %d of %d", steps, of, done, all)
		}
		leave()
	})
	if !errors.Is(err, context.Canceled) || len(all) > 0 || steps != 1 {
		t.Errorf("%d steps, then %+v, %v", steps, all, err)
	}
}

// What is in a text is told apart from what only looks like it.
func TestCheckTexts(t *testing.T) {
	for _, c := range []struct{ name, text, fault, detail string }{
		{"nothing", "# One\n\n[[2022-05-02]] [a](https://example.org) [b](#below)\n", "", ""},
		{"code", "`[[nowhere]]`\n\n    ![](no.jpg)\n", "", ""},
		{"a title", "[[Market day]]\n", "", ""},
		{"a rule that is no front matter", "---\nwords\n---\n", "", ""},
		{"a picture of the web", "![](https://example.org/a.jpg)\n", "", ""},
		{"a link", "see [[Paris|there]]\n", "dangling-link", "Paris"},
		{"a path", "see [there](2001-01-01.md)\n", "dangling-link", "2001-01-01.md"},
		{"a picture", "![the sea](sea.jpg \"sea\")\n", "missing-picture", "sea.jpg"},
		{"one between brackets", "![](<the sea.jpg>)\n", "missing-picture", "the sea.jpg"},
		{"one as Obsidian writes it", "![[海.png|200]]\n", "missing-picture", "海.png"},
		{"front matter", "---\ntags: [a\n---\n", "front-matter", "yaml: line 1: did not find expected ',' or ']'"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOld(time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC))
			for name, text := range map[string]string{"2022-05-02": c.text, "2022-05-01": "# Market day\n"} {
				if _, err := o.Save(t.Context(), journal.Version{ID: id(t, name), Text: text}); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := o.j.Read(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			all, err := o.j.Check(t.Context(), true, nil)
			switch {
			case err != nil:
				t.Fatal(err)
			case c.fault == "" && len(all) > 0, c.fault != "" && len(all) != 1:
				t.Fatalf("found %+v", all)
			case c.fault != "" && (string(all[0].Fault) != c.fault || all[0].Detail != c.detail || all[0].ID != id(t, "2022-05-02") || all[0].CanMend()):
				t.Errorf("found %+v, want %s: %s", all[0], c.fault, c.detail)
			}
		})
	}
}
