package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lifelog/journal"
)

// watched is a journal with entries that is being watched.
type watched struct {
	t       *testing.T
	root    string
	dir     *Dir
	changes <-chan []journal.ID
}

func watching(t *testing.T, entries ...string) *watched {
	t.Helper()
	w := &watched{t: t, root: filepath.Join(t.TempDir(), "journal")}
	for _, name := range entries {
		put(t, w.path(name), "old\n")
	}
	w.dir = openDir(t, w.root)
	w.changes = w.dir.Watch(t.Context(), func() journal.ID { return journal.ID{} })
	return w
}

func (w *watched) path(name string) string {
	return filepath.Join(w.root, name[:4], name[5:7], name+".md")
}

// tells waits until changes of exactly these entries have been told.
func (w *watched) tells(names ...string) {
	w.t.Helper()
	var want, got []string
	want = append(want, names...)
	slices.Sort(want)
	for end := time.After(20 * time.Second); !slices.Equal(got, want); {
		select {
		case ids := <-w.changes:
			for _, id := range ids {
				if !slices.Contains(got, id.String()) {
					got = append(got, id.String())
				}
			}
			slices.Sort(got)
		case <-end:
			w.t.Fatalf("told of %q, want %q", got, want)
		}
	}
}

// tellsNothing makes a change that is told of, and fails if another was.
func (w *watched) tellsNothing() {
	w.t.Helper()
	put(w.t, w.path("2022-05-31"), fmt.Sprint(time.Now()))
	w.tells("2022-05-31")
}

func TestWatch(t *testing.T) {
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		do   func(*testing.T, *watched)
		want []string
	}{
		{"in place", func(t *testing.T, w *watched) { put(t, w.path("2022-05-02"), "new\n") }, []string{"2022-05-02"}},
		{"as vim does", func(t *testing.T, w *watched) {
			path := w.path("2022-05-02")
			put(t, filepath.Join(filepath.Dir(path), "4913"), "")
			must(os.Remove(filepath.Join(filepath.Dir(path), "4913")))
			must(os.Rename(path, path+"~"))
			put(t, path, "new\n")
			must(os.Chmod(path, 0o600))
			must(os.Remove(path + "~"))
		}, []string{"2022-05-02"}},
		{"another file in its place", func(t *testing.T, w *watched) {
			put(t, w.path("2022-05-02")+".tmp", "new\n")
			must(os.Rename(w.path("2022-05-02")+".tmp", w.path("2022-05-02")))
		}, []string{"2022-05-02"}},
		{"and once more", func(t *testing.T, w *watched) {
			for _, text := range []string{"one\n", "two\n"} {
				put(t, w.path("2022-05-02")+".tmp", text)
				must(os.Rename(w.path("2022-05-02")+".tmp", w.path("2022-05-02")))
				w.tells("2022-05-02")
			}
			put(t, w.path("2022-05-02"), "three\n")
		}, []string{"2022-05-02"}},
		{"removed", func(t *testing.T, w *watched) { must(os.Remove(w.path("2022-05-02"))) }, []string{"2022-05-02"}},
		{"a new month", func(t *testing.T, w *watched) { put(t, w.path("2022-06-01"), "new\n") }, []string{"2022-06-01"}},
		{"a new year", func(t *testing.T, w *watched) {
			put(t, w.path("2023-01-01"), "new\n")
			put(t, w.path("2023-01-02-trip"), "new\n")
		}, []string{"2023-01-01", "2023-01-02-trip"}},
		{"a month that came whole", func(t *testing.T, w *watched) {
			from := filepath.Join(t.TempDir(), "07")
			put(t, filepath.Join(from, "2022-07-01.md"), "x")
			put(t, filepath.Join(from, "2022-07-02.md"), "x")
			must(os.Rename(from, filepath.Join(w.root, "2022/07")))
		}, []string{"2022-07-01", "2022-07-02"}},
		{"moved to the top", func(t *testing.T, w *watched) {
			must(os.Rename(w.path("2022-05-02"), filepath.Join(w.root, "2022-05-03.md")))
		}, []string{"2022-05-02", "2022-05-03"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := watching(t, "2022-05-02", "2022-04-01")
			c.do(t, w)
			w.tells(c.want...)
		})
	}
}

func TestWatchIsNotToldOfItself(t *testing.T) {
	t.Parallel()
	w := watching(t, "2022-05-02")
	id := day(t, "2022-05-02")
	rev := save(t, w.dir, id, "ours\n")
	w.tellsNothing()
	if err := w.dir.Remove(t.Context(), id, rev); err != nil {
		t.Fatal(err)
	}
	save(t, w.dir, day(t, "2022-05-03"), "new\n")
	put(t, filepath.Join(w.root, "2022/05/.2022-05-02.md.swp"), "x")
	put(t, filepath.Join(w.root, "2022/05/notes.md"), "x")
	w.tellsNothing()
	other := openDir(t, w.root)
	save(t, other, id, "theirs\n")
	w.tells("2022-05-02")
}

// A journal without a folder is watched once it has one.
func TestWatchBeforeThereIsAFolder(t *testing.T) {
	t.Parallel()
	w := watching(t)
	put(t, w.path("2022-05-02"), "x")
	w.tells("2022-05-02")
	put(t, w.path("2022-05-03"), "x")
	w.tells("2022-05-03")
}

func TestWatchEnds(t *testing.T) {
	t.Parallel()
	ctx, end := context.WithCancel(t.Context())
	changes := openDir(t, t.TempDir()).Watch(ctx, func() journal.ID { return journal.ID{} })
	end()
	for range changes {
	}
}

// Where the system tells nothing, the files are looked at.
func TestLooking(t *testing.T) {
	root := t.TempDir()
	path := func(name string) string { return filepath.Join(root, name[:4], name[5:7], name+".md") }
	for _, name := range []string{"2022-05-02", "2022-05-03", "2022-06-01"} {
		put(t, path(name), "old\n")
	}
	open := day(t, "2022-05-02")
	w := &watcher{dir: openDir(t, root), near: func() journal.ID { return open }, pending: map[journal.ID]bool{}, blind: errors.New("made to be")}
	finds := func(want ...string) {
		t.Helper()
		var got []string
		for id := range w.pending {
			got = append(got, id.String())
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("found %q, want %q", got, want)
		}
		clear(w.pending)
	}
	w.lookNear()
	w.lookAll(t.Context())
	finds()
	put(t, path("2022-05-02"), "longer\n")
	w.lookNear()
	finds("2022-05-02")
	w.lookAll(t.Context())
	finds("2022-05-02")
	put(t, path("2022-05-03"), "longer\n")
	put(t, path("2021-01-01"), "new\n")
	if err := os.Remove(path("2022-06-01")); err != nil {
		t.Fatal(err)
	}
	w.lookNear()
	finds()
	w.lookAll(t.Context())
	finds("2021-01-01", "2022-05-03", "2022-06-01")
	w.lookAll(t.Context())
	finds()
}

func BenchmarkLookAll(b *testing.B) {
	root := b.TempDir()
	for i := range 3650 {
		d := day(b, "2026-11-21").Date.Add(-i).String()
		put(b, filepath.Join(root, d[:4], d[5:7], d+".md"), "x")
	}
	w := &watcher{dir: openDir(b, root), pending: map[journal.ID]bool{}}
	for b.Loop() {
		if w.lookAll(b.Context()); len(w.all) != 3650 {
			b.Fatal(len(w.all))
		}
	}
}

// What Remove or Save only tried is not taken for what is stored: when another
// program does the same afterwards, that is news.
func TestWhatFailedIsNoNews(t *testing.T) {
	d := openDir(t, t.TempDir())
	id := day(t, "2022-05-02")
	save(t, d, id, "one\n")
	var conflict *journal.Conflict
	if err := d.Remove(t.Context(), id, "another"); !errors.As(err, &conflict) {
		t.Fatal(err)
	}
	put(t, d.Path(id), "two\n")
	if _, err := d.Save(t.Context(), journal.Version{ID: id, Text: "three\n", Rev: journal.RevOf("one\n")}); !errors.As(err, &conflict) {
		t.Fatal(err)
	}
	put(t, d.Path(id), "three\n")
	if !d.news(t.Context(), id) {
		t.Error("a text that could not be saved is not told of when another program writes it")
	}
	if err := d.Remove(t.Context(), id, "another"); !errors.As(err, &conflict) {
		t.Fatal(err)
	}
	if err := os.Remove(d.Path(id)); err != nil {
		t.Fatal(err)
	}
	if !d.news(t.Context(), id) {
		t.Error("an entry that could not be removed is not told of when another program removes it")
	}
}
