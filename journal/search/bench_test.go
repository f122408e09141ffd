package search_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"lifelog/journal/fold"
	"lifelog/journal/search"
	"lifelog/store/storetest"
)

var large = flag.Bool("large", false, "benchmark with 100,000 entries too")

// typed are typed letter by letter: words of every frequency in the generated journal, parts of words, and what is not there.
var typed = []string{
	"会議", "雨", "こーひー", "健康診断", "葡萄", "雨の日", "今日は", "#仕事", "meeting", "zymurgy", "finished the report", "cafe",
	"dentist", "the station", "魑魅魍魎", "etqzx", "eti", "me", "さーばー", "新幹線", "東京", "図書館へ行く", "interesting", "satellite",
	"ferment", "before work", "2022-05", "と思う", "友達", "st",
}

// asked are looked for at once, here and by ripgrep.
var asked = []string{
	"雨", "葡", "会議", "葡萄", "健康診断", "meeting", "zymurgy", "eti", "e", "finished the report", "雨の日", "魑魅魍魎", "etqzx",
}

// corpus is a generated journal by the number of its entries: the texts as they stand and folded, newest first.
type corpus struct {
	days  []string
	texts []string
	index *search.Index[int] // by number; 0 is the newest
	bytes int                // of folded text
}

func generated(n int) func() *corpus {
	return sync.OnceValue(func() *corpus {
		c := &corpus{index: search.New(cmp.Compare[int])}
		for v := range storetest.Corpus(n) {
			c.days, c.texts = append(c.days, v.ID.String()), append(c.texts, v.Text)
			folded := fold.Append(nil, v.Text)
			c.bytes += len(folded)
			c.index.Put(len(c.texts)-1, folded)
		}
		c.index.Quicken(context.Background())
		return c
	})
}

var corpora = map[int]func() *corpus{3_650: generated(3_650), 100_000: generated(100_000)}

func sizes(b *testing.B, run func(b *testing.B, c *corpus)) {
	for _, n := range []int{3_650, 100_000} {
		if n == 3_650 || *large {
			b.Run(strconv.Itoa(n), func(b *testing.B) { run(b, corpora[n]()) })
		}
	}
}

// BenchmarkTyping types 30 words letter by letter. One operation is all of it. The metrics are of one key: the time until
// its first page of 50 on one thread, and until its exact count on all of them; and the time that processors worked for
// these, of the count divided among the threads. Of a key that was typed several times the quickest counts, since other
// programs can only make it slower.
func BenchmarkTyping(b *testing.B) {
	sizes(b, func(b *testing.B, c *corpus) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
		cores := runtime.GOMAXPROCS(0)
		var pages, counts quickest
		for b.Loop() {
			runtime.GOMAXPROCS(1)
			pages.add(typeAll(b, c, func(r *search.Result[int]) error {
				_, err := r.Page(b.Context(), 0, 50)
				return err
			}))
			runtime.GOMAXPROCS(cores)
			counts.add(typeAll(b, c, func(r *search.Result[int]) error {
				_, err := r.Count(b.Context())
				return err
			}))
		}
		report(b, "page", pages.took, 1)
		report(b, "page-cpu", pages.busy, 1)
		report(b, "count", counts.took, 1)
		report(b, "count-cpu", counts.busy, cores)
		b.ReportMetric(0, "ns/op")
	})
}

// quickest holds the least of what each key took in several runs.
type quickest struct{ took, busy []time.Duration }

func (q *quickest) add(took, busy []time.Duration) {
	if q.took == nil {
		q.took, q.busy = took, busy
	}
	for i := range took {
		q.took[i], q.busy[i] = min(q.took[i], took[i]), min(q.busy[i], busy[i])
	}
}

// typeAll returns for every key how long it took to find and then ask, and how long processors worked for it.
func typeAll(b *testing.B, c *corpus, ask func(r *search.Result[int]) error) (took, worked []time.Duration) {
	for _, text := range typed {
		var was *search.Result[int]
		for end := range text + "." { // where each character begins: there the one before has been typed
			if end == 0 {
				continue
			}
			start, idle := time.Now(), busy(b)
			r := c.index.Find(search.Term[int](text[:end]), was)
			if err := ask(r); err != nil {
				b.Fatal(err)
			}
			took, worked = append(took, time.Since(start)), append(worked, busy(b)-idle)
			if _, err := r.Count(b.Context()); err != nil { // the next key comes after it
				b.Fatal(err)
			}
			was = r
		}
	}
	return took, worked
}

func report(b *testing.B, name string, took []time.Duration, threads int) {
	slices.Sort(took)
	for suffix, at := range map[string]int{"p50": len(took) / 2, "p99": len(took) * 99 / 100, "max": len(took) - 1} {
		b.ReportMetric(ms(took[at])/float64(threads), name+"-"+suffix+"-ms")
	}
}

// count is the exact count of one word and its first page, without an earlier result.
func (c *corpus) count(b *testing.B, word string) (int, time.Duration) {
	start := time.Now()
	r := c.index.Find(search.Term[int](word), nil)
	if _, err := r.Page(b.Context(), 0, 50); err != nil {
		b.Fatal(err)
	}
	n, err := r.Count(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return n, time.Since(start)
}

// BenchmarkAsked looks for words without an earlier result: the first page and the exact count. A byte that no text holds
// stands for the time it takes to read all of memory once, which the others are to be seen beside.
func BenchmarkAsked(b *testing.B) {
	sizes(b, func(b *testing.B, c *corpus) {
		for _, word := range append([]string{"\xff"}, asked...) {
			b.Run(strconv.QuoteToGraphic(word), func(b *testing.B) {
				for b.Loop() {
					c.count(b, word)
				}
			})
		}
	})
}

// BenchmarkRipgrep asks for each word in turn with us and with `rg -F -i -l` on the same texts in files, which are in
// memory by then. The metrics are how many times longer ripgrep takes, at the word where that is least, and at the median.
func BenchmarkRipgrep(b *testing.B) {
	rg, err := exec.LookPath("rg")
	if err != nil {
		b.Skip("ripgrep (rg) is not installed, so there is nothing to compare with")
	}
	sizes(b, func(b *testing.B, c *corpus) {
		dir := c.files(b)
		ours, theirs := make([]time.Duration, len(asked)), make([]time.Duration, len(asked))
		for round := 0; b.Loop(); round++ {
			for i, word := range asked {
				_, took := c.count(b, word)
				if round == 0 || took < ours[i] {
					ours[i] = took
				}
				start := time.Now()
				ripgrep(b, rg, word, dir)
				if took := time.Since(start); round == 0 || took < theirs[i] {
					theirs[i] = took
				}
			}
		}
		var ratios []float64
		for i, word := range asked {
			ratio := float64(theirs[i]) / float64(ours[i])
			ratios = append(ratios, ratio)
			b.Logf("%-20s ours %8.3f ms, rg %7.1f ms, %.0f times", word, ms(ours[i]), ms(theirs[i]), ratio)
		}
		slices.Sort(ratios)
		b.ReportMetric(ratios[0], "least-times")
		b.ReportMetric(ratios[len(ratios)/2], "median-times")
		b.ReportMetric(0, "ns/op")
	})
}

func ms(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }

// files writes the texts as a journal keeps them.
func (c *corpus) files(b *testing.B) string {
	dir := b.TempDir()
	for i, day := range c.days {
		path := filepath.Join(dir, day[:4], day[5:7], day+".md")
		if i == 0 || day[:7] != c.days[i-1][:7] {
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				b.Fatal(err)
			}
		}
		if err := os.WriteFile(path, []byte(c.texts[i]), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// ripgrep runs rg once; finding nothing is no failure.
func ripgrep(b *testing.B, rg, word, dir string) {
	cmd := exec.CommandContext(b.Context(), rg, "-F", "-i", "-l", word, dir)
	var failed *exec.ExitError
	if err := cmd.Run(); err != nil && !(errors.As(err, &failed) && failed.ExitCode() == 1) && !errors.Is(err, context.Canceled) {
		b.Fatal(err)
	}
}

// BenchmarkLoad puts a journal into an empty index, newest entry first.
func BenchmarkLoad(b *testing.B) {
	sizes(b, func(b *testing.B, c *corpus) {
		folded := make([][]byte, len(c.texts))
		for i, text := range c.texts {
			folded[i] = fold.Append(nil, text)
		}
		b.SetBytes(int64(c.bytes))
		for b.Loop() {
			x := search.New(cmp.Compare[int])
			for i, text := range folded {
				x.Put(i, text)
			}
		}
	})
}

// BenchmarkBuild reads the files of a journal, folds and takes them in on all cores, beside only reading them; and then
// quickens the index. What counts is how long processors work for each (user and system time of the process), the least of
// all rounds.
func BenchmarkBuild(b *testing.B) {
	sizes(b, func(b *testing.B, c *corpus) {
		dir := c.files(b)
		reading, building, quickening := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
		for b.Loop() {
			start := busy(b)
			c.each(b, dir, func(int, []byte) {})
			read := busy(b)
			x := search.New(cmp.Compare[int])
			c.each(b, dir, func(i int, text []byte) { x.Put(i, fold.Append(nil, string(text))) })
			built := busy(b)
			x.Quicken(b.Context())
			reading, building, quickening = min(reading, read-start), min(building, built-read), min(quickening, busy(b)-built)
			b.ReportMetric(float64(x.Bytes())/float64(c.bytes), "memory/text")
		}
		b.ReportMetric(ms(reading), "read-cpu-ms")
		b.ReportMetric(ms(building), "build-cpu-ms")
		b.ReportMetric(float64(building)/float64(reading), "build/read")
		b.ReportMetric(float64(quickening)/float64(reading), "quicken/read")
		b.ReportMetric(0, "ns/op")
	})
}

// each reads all files on as many goroutines as there are cores.
func (c *corpus) each(b *testing.B, dir string, do func(i int, text []byte)) {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(c.days); i += workers {
				day := c.days[i]
				text, err := os.ReadFile(filepath.Join(dir, day[:4], day[5:7], day+".md"))
				if err != nil {
					b.Error(err)
					return
				}
				do(i, text)
			}
		})
	}
	wg.Wait()
}

// BenchmarkPut changes one entry again and again, as writing today's does.
func BenchmarkPut(b *testing.B) {
	c := corpora[3_650]()
	text := bytes.Repeat([]byte("今日は会議のあと雨"), 80)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		c.index.Put(0, text)
	}
}
