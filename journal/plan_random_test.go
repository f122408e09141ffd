package journal_test

import (
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/store/storetest"
)

// target is what a link in the random texts names.
var target = regexp.MustCompile(`(\[\[|\]\()([^\]|#)]+)`)

// led returns where the links of all entries lead, and the texts around them.
func led(t *testing.T, j *journal.Journal) (ids map[journal.ID][]journal.ID, texts map[journal.ID]string) {
	t.Helper()
	ids, texts = map[journal.ID][]journal.ID{}, map[journal.ID]string{}
	all, _, err := j.List(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, from := range all {
		v, err := j.Load(ctx, from)
		if err != nil {
			t.Fatal(err)
		}
		ids[from], texts[from] = nil, target.ReplaceAllString(v.Text, "$1")
		for _, m := range target.FindAllStringSubmatch(v.Text, -1) {
			to, _, err := j.Linked(ctx, from, strings.ReplaceAll(m[2], "%20", " "))
			if err != nil {
				t.Fatal(err)
			}
			ids[from] = append(ids[from], to)
		}
	}
	return ids, texts
}

// randomJournal is a few entries whose names and titles are much alike, with
// links between them in every form.
func randomJournal(rng *rand.Rand) (files map[string]string, ids []string) {
	files = map[string]string{}
	titles := []string{"# Rain\n", "# 雨の日\n", "# fair\n", "", "# 2022-05-02\n"}
	for _, day := range []string{"2022-05-01", "2022-05-02", "2022-06-01", "2023-01-01"} {
		for _, name := range []string{"", "-fair", "-市場", "-rain"} {
			if rng.IntN(3) > 0 {
				ids = append(ids, day+name)
			}
		}
	}
	path := func(id string) string { return id[:4] + "/" + id[5:7] + "/" + id + ".md" }
	forms := []func(from, to string) string{
		func(_, to string) string { return "[[" + to + "]] " },
		func(_, to string) string { return "![[" + to[:10] + "#Rain|x]]、" },
		func(_, to string) string { return "[[" + strings.TrimLeft(to[10:], "-") + " ]] " },
		func(_, to string) string { return "[a](" + to + ".md)\r\n" },
		func(from, to string) string {
			rel, _ := filepath.Rel(filepath.Dir(path(from)), path(to))
			return "> [b](" + filepath.ToSlash(rel) + "#x)\n"
		},
		func(_, to string) string { return "- [[" + strings.TrimSuffix(path(to), ".md") + "|c]]\n" },
		func(_, _ string) string { return "[[Rain]] [[雨の日]]\n" },
		func(_, _ string) string { return "[[nothing]] words " },
	}
	for _, id := range ids {
		text := titles[rng.IntN(len(titles))]
		for range rng.IntN(6) {
			text += forms[rng.IntN(len(forms))](id, ids[rng.IntN(len(ids))])
		}
		files[path(id)] = text
	}
	return files, ids
}

// In journals in which much is named alike, every link leads after a rename
// where it led before; all other bytes are the same, and undo makes all what it
// was.
func TestRenameRandomly(t *testing.T) {
	for seed := range uint64(storetest.Rounds(20, 400)) {
		rng := rand.New(rand.NewPCG(seed, 1))
		files, ids := randomJournal(rng)
		if len(ids) == 0 {
			continue
		}
		j, _, root := folder(t, files)
		from := id(t, ids[rng.IntN(len(ids))])
		to := id(t, []string{"2022-05-01", "2022-05-02-rain", "2022-05-03", "2021-12-31-fair", "2024-02-29-雨の日", "2022-05-02-x y"}[rng.IntN(6)])
		before, around := led(t, j)
		p, err := j.PlanMove(ctx, from, to)
		if _, taken := around[to]; taken {
			if err == nil {
				t.Fatalf("seed %d: %v can be %v, which there is", seed, from, to)
			}
			continue
		}
		if err != nil {
			t.Fatal(seed, err)
		}
		d, err := j.Apply(ctx, p, nil)
		if err != nil {
			t.Fatal(seed, err)
		}
		now := func(id journal.ID) journal.ID {
			if id == from {
				return to
			}
			return id
		}
		after, aroundNow := led(t, j)
		for id, links := range before {
			if aroundNow[now(id)] != around[id] {
				t.Errorf("seed %d: around the links %v is %q, was %q", seed, id, aroundNow[now(id)], around[id])
			}
			for i, to := range links {
				if to != (journal.ID{}) && after[now(id)][i] != now(to) {
					t.Errorf("seed %d, %v to %v: link %d of %v leads to %v, want %v\n%q", seed, from, p.To, i, id, after[now(id)][i], now(to), files)
				}
			}
		}
		if len(aroundNow) != len(around) {
			t.Errorf("seed %d: %d entries, before %d", seed, len(aroundNow), len(around))
		}
		if left, err := j.Undo(ctx, d, nil); err != nil || len(left) > 0 {
			t.Fatal(seed, left, err)
		}
		same(t, "undone", filesIn(t, root), files)
		if t.Failed() {
			return
		}
	}
}
