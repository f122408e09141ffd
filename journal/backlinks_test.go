package journal_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
)

// linkedJournal is a journal that was read, with an entry to link to.
func linkedJournal(t *testing.T, entries map[string]string) *journal.Journal {
	t.Helper()
	j, s := open()
	for name, text := range entries {
		if _, err := s.Save(ctx, journal.Version{ID: named(t, name), Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := j.Read(ctx, nil); err != nil {
		t.Fatal(err)
	}
	return j
}

func named(t *testing.T, name string) journal.ID {
	t.Helper()
	id, err := journal.ParseID(name)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// backlinks are the entries that link to one, by their names.
func backlinks(t *testing.T, j *journal.Journal, name string) string {
	t.Helper()
	var names []string
	for _, id := range j.Backlinks(ctx, named(t, name)) {
		names = append(names, id.String())
	}
	return strings.Join(names, " ")
}

func TestBacklinks(t *testing.T) {
	for text, want := range map[string]string{
		"[[2022-05-02]]": "2022-05-02", "see [[2022-05-02|that day]] and [[2022-05-02]]": "2022-05-02", "[[2022-05-02#Noon|x]]": "2022-05-02",
		"[[2022-05-02.md]]": "2022-05-02", "| [[2022-05-02\\|x]] |": "2022-05-02", "- [ ] [[ 2022-05-02 ]]": "2022-05-02",
		"[[2022-05-02-walk]]": "2022-05-02-walk", "[[walk]]": "2022-05-02-walk", "[[ＷＡＬＫ]]": "2022-05-02-walk",
		"[[a day at THE sea]]": "2022-05-02", "[[ｳﾐの話]]": "2022-05-01", "[[C# for all]]": "2022-04-28-notes", "[[Ends#Where]]": "2022-04-28-ends",
		"[[2022-04-28]]":     "2022-04-28-ends", // a day without a log of its own
		"[x](2022-05-02.md)": "2022-05-02", "[x](../05/2022-05-02.md#noon \"then\")": "2022-05-02", "[x]( <2022-05-02.md> )": "2022-05-02",
		"[a [b] c](2022-05-02)": "2022-05-02", "[x](A%20day%20at%20the%20sea.md)": "2022-05-02", "[![p](p.png)](2022-05-02.md)": "2022-05-02",
		"> [[2022-05-02]]": "2022-05-02", "![[2022-05-02]]": "2022-05-02", "# [[2022-05-02]]": "2022-05-02",

		"[x](https://example.com/2022-05-02.md)": "", "[x](mailto:2022-05-02)": "", "[x](//example.com/2022-05-02)": "", "<https://x/2022-05-02>": "",
		"![x](2022-05-02.md)": "", "![[2022-05-02.png]]": "", "[x](2022-05-02.png)": "", "[x](#2022-05-02)": "",
		"`[[2022-05-02]]`": "", "```\n[[2022-05-02]]\n```": "", "    [[2022-05-02]]": "", "<!-- [[2022-05-02]] -->": "", "\\[[2022-05-02]\\]": "",
		"[[2022-05-03]]": "", "[[2022-05-02-run]]": "", "[[sea]]": "", "2022-05-02": "", "[[]] [[|x]]": "", "[[2022-04-30]] [[#A link]] [[A link]]": "",
	} {
		j := linkedJournal(t, map[string]string{
			"2022-05-02": "# A day at the sea\n", "2022-05-02-walk": "# On foot\n", "2022-05-01": "うみの話\n",
			"2022-04-28-notes": "# C# for all\n", "2022-04-28-ends": "# Ends\n", "2022-04-20": "# Ends\n", "2022-04-21": "# C\n",
			"2022-04-30": "# A link\n\n" + text + "\n",
		})
		for _, name := range []string{"2022-05-02", "2022-05-02-walk", "2022-05-01", "2022-04-30", "2022-04-28-notes", "2022-04-28-ends", "2022-04-20", "2022-04-21"} {
			linked := ""
			if name == want {
				linked = "2022-04-30"
			}
			if got := backlinks(t, j, name); got != linked {
				t.Errorf("%q: %s is linked from %q, want %q", text, name, got, linked)
			}
		}
	}
}

// TestBacklinksAreWhereLinksLead: what a link leads to is linked from there.
func TestBacklinksAreWhereLinksLead(t *testing.T) {
	j := linkedJournal(t, map[string]string{
		"2022-05-02": "# One\n", "2022-05-02-one": "# Two\n", "2022-05-01": "# Two\n", "2022-04-30-two": "# 2022-05-01\n", "2022-04-29-x": "x",
	})
	for _, target := range []string{"One", "Two", "2022-05-02", "2022-05-01", "2022-04-30", "2022-04-29", "2022-04-28", "2022-05-02-one.md", "../x", "x.md", "none"} {
		from := journal.Version{ID: named(t, "2022-04-01"), Text: "# Links\n\n[[" + target + "]]"}
		saved, err := j.Save(ctx, journal.Version{ID: from.ID}, from)
		if err != nil {
			t.Fatal(err)
		}
		want, found, err := j.Linked(ctx, from.ID, target)
		if err != nil {
			t.Fatal(err)
		}
		ids, _, _ := j.List(ctx)
		for _, id := range ids {
			if linked := len(j.Backlinks(ctx, id)) > 0; linked != (found && id == want) {
				t.Errorf("[[%s]] leads to %v, %v; is %v linked: %v", target, want, found, id, linked)
			}
		}
		if _, err := j.Save(ctx, saved.Version, journal.Version{ID: from.ID}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestBacklinksFollowSaves(t *testing.T) {
	j := linkedJournal(t, map[string]string{
		"2022-05-02": "# Here\n", "2022-05-01": "[[Here]]\n", "2022-04-30": "[[2022-05-02]]\n", "2022-04-29": "[[There]]\n",
	})
	save := func(name, text string) {
		t.Helper()
		base, err := j.Load(ctx, named(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := j.Save(ctx, base, journal.Version{ID: base.ID, Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct{ name, text, want string }{
		{"2022-04-28", "nothing", "2022-05-01 2022-04-30"},
		{"2022-04-28", "[[here]]", "2022-05-01 2022-04-30 2022-04-28"},
		{"2022-05-01", "", "2022-04-30 2022-04-28"},
		{"2022-04-30", "no link", "2022-04-28"},
		{"2022-05-02", "# There\n\n[[2022-05-02]]", "2022-04-29"},
		{"2022-05-03", "# There\n", ""},
		{"2022-05-03", "# There\n[[2022-05-02#x]]\n", "2022-05-03"},
	} {
		save(step.name, step.text)
		if got := backlinks(t, j, "2022-05-02"); got != step.want {
			t.Errorf("%s is %q: linked from %q, want %q", step.name, step.text, got, step.want)
		}
	}
	over, cancel := context.WithCancel(ctx)
	cancel()
	save("2022-05-03", "x")
	if got := j.Backlinks(over, named(t, "2022-05-02")); got != nil {
		t.Errorf("nobody waits any more, and there is %v", got)
	}
	if got := backlinks(t, j, "2022-05-02"); got != "2022-04-29" {
		t.Errorf("linked from %q after somebody gave up", got)
	}
}

// Where files have other names than entries, a path beside the entry leads to
// one.
func TestBacklinksByPath(t *testing.T) {
	j := journal.Open(monthly{store.NewMem()}, func() time.Time { return now })
	for name, text := range map[string]string{"2022-05-02": "x", "2022-05-01": "[a](02.md)", "2022-04-30": "[a](../05/02.md)", "2022-04-29": "[a](02.md)"} {
		if _, err := j.Save(ctx, journal.Version{ID: named(t, name)}, journal.Version{ID: named(t, name), Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	if got := backlinks(t, j, "2022-05-02"); got != "2022-05-01 2022-04-30" {
		t.Errorf("linked from %q", got)
	}
}

// monthly is a store whose files are 2022/05/02.md.
type monthly struct{ *store.Mem }

func (monthly) Path(id journal.ID) string {
	return filepath.FromSlash(strings.ReplaceAll(id.String(), "-", "/") + ".md")
}

func (monthly) At(path string) (journal.ID, bool) {
	id, err := journal.ParseID(strings.ReplaceAll(filepath.ToSlash(strings.TrimSuffix(path, ".md")), "/", "-"))
	return id, err == nil
}

func BenchmarkBacklinks(b *testing.B) {
	j, _ := open()
	day := day
	for range 3000 {
		day.Date = day.Date.Add(1)
		text := fmt.Sprintf("# Day %v\n\n[[%v]] and [[Day %v]]\n", day, day.Date.Add(-7), day.Date.Add(-30))
		if _, err := j.Save(ctx, journal.Version{ID: day}, journal.Version{ID: day, Text: text}); err != nil {
			b.Fatal(err)
		}
	}
	base, _ := j.Load(ctx, day)
	for n := 0; b.Loop(); n++ {
		ours := base
		ours.Text = fmt.Sprintf("# Now %d\n", n)
		saved, err := j.Save(ctx, base, ours)
		if err != nil {
			b.Fatal(err)
		}
		base = saved.Version
		if got := j.Backlinks(ctx, journal.ID{Date: day.Date.Add(-100)}); !slices.IsSortedFunc(got, journal.Newest) || len(got) != 2 {
			b.Fatal(got)
		}
	}
}
