package journal_test

import (
	"context"
	"flag"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/store/storetest"
)

var large = flag.Bool("large", false, "benchmark with 100,000 entries too")

// typed are typed letter by letter.
var typed = []string{
	"会議", "雨", "雨の日", "健康診断", "葡萄", "コーヒー", "サーバールーム", "取り扱い", "図書館へ行く", "魑魅魍魎", "ありがとう", "東京タワー", "髙橋さん", "新幹線", "人間",
	"meeting", "finished the report", "zymurgy", "satellite", "interesting", "e", "café", "2022-05", "会議 meeting", "会議 -雨", "雨 OR zymurgy",
	`"the report"`, "mood:>3 会議", "is:starred has:task", "title:meeting on:2025",
}

// ten years and more, in memory: what it takes to read files is not searching.
var journals = map[int]func() *journal.Journal{
	3_650:   sync.OnceValue(func() *journal.Journal { return generated(3_650) }),
	100_000: sync.OnceValue(func() *journal.Journal { return generated(100_000) }),
}

func generated(n int) *journal.Journal {
	s := store.NewMem()
	for v := range storetest.Corpus(n) {
		v.Rev = ""
		if _, err := s.Save(context.Background(), v); err != nil {
			panic(err)
		}
	}
	j := journal.Open(s, func() time.Time { return now })
	if _, err := j.Read(context.Background(), nil); err != nil {
		panic(err)
	}
	j.Quicken(context.Background())
	return j
}

func sizes(b *testing.B, run func(b *testing.B, j *journal.Journal)) {
	b.Run("3650", func(b *testing.B) { run(b, journals[3_650]()) })
	if *large {
		b.Run("100000", func(b *testing.B) { run(b, journals[100_000]()) })
	}
}

// BenchmarkTyping types 30 queries letter by letter. One operation is all of
// it; the metrics are of one key: the first page of 50, the exact count after
// it, and what is found loosely after that.
func BenchmarkTyping(b *testing.B) {
	sizes(b, func(b *testing.B, j *journal.Journal) {
		var page, count, loose []time.Duration
		for b.Loop() {
			for _, text := range typed {
				for end := range text + "." { // where each character begins: there the one before has been typed
					start := time.Now()
					a, err := j.Start(text[:end])
					if err != nil {
						continue // says so under the box
					}
					if _, err := a.Page(b.Context(), 0, 50); err != nil {
						b.Fatal(err)
					}
					page = append(page, time.Since(start))
					if _, err := a.Count(b.Context()); err != nil {
						b.Fatal(err)
					}
					count = append(count, time.Since(start))
					start = time.Now()
					if _, err := a.Loose(b.Context(), 50); err != nil {
						b.Fatal(err)
					}
					loose = append(loose, time.Since(start))
				}
			}
		}
		report(b, "page", page)
		report(b, "count", count)
		report(b, "loose", loose)
	})
}

func report(b *testing.B, name string, took []time.Duration) {
	slices.Sort(took)
	for suffix, at := range map[string]int{"p50": len(took) / 2, "p99": len(took) * 99 / 100, "max": len(took) - 1} {
		b.ReportMetric(float64(took[at].Microseconds())/1000, name+"-"+suffix+"-ms")
	}
}

// BenchmarkQuery counts what one query finds, without an earlier answer.
func BenchmarkQuery(b *testing.B) {
	sizes(b, func(b *testing.B, j *journal.Journal) {
		for _, query := range []string{"会議", "葡萄", "-会議", "is:starred", "mood:>3", "2022", "from:2022 to:2023", "title:meeting", "/zymurgy|葡萄/", "/^## 1[0-9]:/", "/健康.断/"} {
			b.Run(query, func(b *testing.B) {
				for b.Loop() {
					if _, err := j.Start("-" + strings.Repeat("x", 40)); err != nil { // forgets the answer before
						b.Fatal(err)
					}
					a, err := j.Start(query)
					if err != nil {
						b.Fatal(err)
					}
					if _, err := a.Count(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// BenchmarkRead reads the journal from memory: folding, scanning, indexing.
func BenchmarkRead(b *testing.B) {
	s := store.NewMem()
	size := 0
	for v := range storetest.Corpus(3_650) {
		v.Rev = ""
		size += len(v.Text)
		if _, err := s.Save(b.Context(), v); err != nil {
			b.Fatal(err)
		}
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	b.SetBytes(int64(size))
	var j *journal.Journal
	for b.Loop() {
		j = journal.Open(s, time.Now)
		if _, err := j.Read(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(size), "heap/text")
	runtime.KeepAlive(j)
}

// BenchmarkLongQueries reads queries of 10,000 characters and begins to answer
// them.
func BenchmarkLongQueries(b *testing.B) {
	j := journals[3_650]()
	for name, query := range map[string]string{
		"one word":  strings.Repeat("雨", 10_000),
		"a phrase":  `"` + strings.Repeat("雨 ", 4_999),
		"operators": strings.Repeat("-|)", 3_333),
		"256 words": strings.Repeat("会議 -雨 ", 128),
		"either":    strings.Repeat("meeting|", 256),
		"slashes":   strings.Repeat("/a[a-z]{100} ", 250),
		"patterns":  strings.Repeat("/a[a-z]{900}/|", 200),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				a, err := j.Start(query)
				if err != nil {
					b.Fatal(err)
				}
				ctx, cancel := context.WithTimeout(b.Context(), 50*time.Millisecond)
				if _, err := a.Page(ctx, 0, 50); err != nil && ctx.Err() == nil {
					b.Fatal(err)
				}
				cancel()
			}
		})
	}
}
