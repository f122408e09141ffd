package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
)

func BenchmarkList(b *testing.B) {
	for _, n := range []int{3650, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			root := b.TempDir()
			newest := date.Of(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC))
			for i := range n {
				day := newest.Add(-i).String()
				folder := filepath.Join(root, day[:4], day[5:7])
				if i == 0 || newest.Add(-i + 1).String()[:7] != day[:7] {
					if err := os.MkdirAll(folder, 0o700); err != nil {
						b.Fatal(err)
					}
				}
				if err := os.WriteFile(filepath.Join(folder, day+".md"), nil, 0o600); err != nil {
					b.Fatal(err)
				}
			}
			d := openDir(b, root)
			for b.Loop() {
				got := 0
				for _, err := range d.List(b.Context()) {
					if err != nil {
						b.Fatal(err)
					}
					got++
				}
				if got != n {
					b.Fatalf("%d entries, want %d", got, n)
				}
			}
		})
	}
}

// The time from opening to the first screen of entries.
func BenchmarkListFirst50(b *testing.B) {
	root := b.TempDir()
	newest := date.Of(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC))
	for i := range 3650 {
		put(b, filepath.Join(root, newest.Add(-i).String()[:4], newest.Add(-i).String()[5:7], newest.Add(-i).String()+".md"), "x")
	}
	d := openDir(b, root)
	for b.Loop() {
		n := 0
		for range d.List(b.Context()) {
			if n++; n == 50 {
				break
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	d := openDir(b, b.TempDir())
	save(b, d, day(b, "2022-05-02"), strings.Repeat("x", 2100))
	for b.Loop() {
		if _, err := d.Load(b.Context(), day(b, "2022-05-02")); err != nil {
			b.Fatal(err)
		}
	}
}

// Times of one save of 8 KiB with all its flushes.
func BenchmarkSave(b *testing.B) {
	d := openDir(b, b.TempDir())
	id := day(b, "2022-05-02")
	d.room = 0
	text := []string{strings.Repeat("a", 8<<10), strings.Repeat("b", 8<<10)}
	rev := save(b, d, id, text[0])
	var took []time.Duration
	for i := 1; b.Loop(); i++ {
		start := time.Now()
		var err error
		if rev, err = d.Save(b.Context(), journal.Version{ID: id, Text: text[i%2], Rev: rev}); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}
