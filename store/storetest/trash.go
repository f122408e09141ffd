package storetest

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"lifelog/journal"
)

// Over a random life, in which entries are removed and the trash is emptied
// here and there, what is in the trash is what was put there: byte for byte,
// what was removed last first.
func trash(t *testing.T, s journal.Store) {
	h, ok := s.(journal.Trash)
	if !ok {
		t.Skip("this store has no trash")
	}
	rng := rand.New(rand.NewPCG(7, 2))
	ids := []journal.ID{id(t, "2022-05-02"), id(t, "2022-05-02-v1.5 雨"), id(t, "2022-05-03")}
	pool := []string{"one\n", "# 五月二日\n\n雨\n", "\xff\xfe", "a\r\nb", ""}
	type removed struct {
		id   journal.ID
		text string
	}
	var want []removed // what was removed last first
	for range 60 {
		if n := len(want); n > 0 && rng.IntN(3) == 0 {
			at := rng.IntN(n)
			all := inTrash(t, h, n)
			for range 2 { // it is no error that it is gone
				if err := h.Discard(t.Context(), all[at]); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := h.TrashedText(t.Context(), all[at]); !errors.Is(err, journal.ErrNotFound) {
				t.Fatalf("the text of what has left the trash: %v, want ErrNotFound", err)
			}
			want = append(want[:at:at], want[at+1:]...)
		} else {
			r := removed{ids[rng.IntN(len(ids))], pool[rng.IntN(len(pool))]}
			rev := save(t, s, r.id, r.text, "")
			if err := s.Remove(t.Context(), r.id, rev); err != nil {
				t.Fatal(err)
			}
			time.Sleep(2 * time.Millisecond) // the trash tells times apart by that
			want = append([]removed{r}, want...)
		}
		for i, got := range inTrash(t, h, len(want)) {
			text, err := h.TrashedText(t.Context(), got)
			if err != nil {
				t.Fatal(err)
			}
			if got.ID != want[i].id || text != want[i].text || got.Size != len(text) || h.Clock().Sub(got.At).Hours() > 1 {
				t.Fatalf("the trash has %+v with %q at place %d, want %v", got, text, i, want[i])
			}
		}
	}
	if ids, odd := list(t, s); len(ids)+len(odd) > 0 {
		t.Errorf("what was removed is listed: %v, %v", ids, odd)
	}
}

func inTrash(t *testing.T, h journal.Trash, n int) []journal.Trashed {
	t.Helper()
	all, err := h.Trashed(t.Context())
	if err != nil || len(all) != n {
		t.Fatalf("%d entries are in the trash, want %d: %v", len(all), n, err)
	}
	return all
}
