package search

import (
	"flag"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

var large = flag.Bool("large", false, "benchmark with 100,000 entries too")

// planted are words that stand in the generated entries with a known frequency, in percent.
var planted = []struct {
	word    string
	percent float64
}{
	{"会議", 20}, {"雨", 9}, {"こーひー", 10}, {"健康診断", 0.5}, {"葡萄", 0.02}, {"雨の日", 1}, {"渡辺さん", 2}, {"#仕事", 30},
	{"meeting", 17}, {"zymurgy", 0.02}, {"finished the report", 1}, {"cafe", 2}, {"dentist", 0.5}, {"the station", 12},
}

// typed are typed letter by letter.
var typed = []string{
	"会議", "雨", "こーひー", "健康診断", "葡萄", "雨の日", "渡辺さん", "#仕事", "meeting", "zymurgy", "finished the report", "cafe",
	"dentist", "the station", "魑魅魍魎", "etqzx", "eti", "me", "さくら", "新幹線", "東京", "図書館へ行く", "interesting", "satellite",
	"ferment", "day after day", "2022-05", "ありがとう", "人間", "st",
}

// corpus makes n entries of about 2 KB, 60 % Japanese, 25 % English and 15 % mixed, the words of each language after
// Zipf's law. It is the same every time.
func corpus(n int) *Index[int] {
	rng := rand.New(rand.NewPCG(2022, 5))
	japanese, english := words(rng, japaneseWord), words(rng, englishWord)
	zipf := rand.NewZipf(rng, 1.07, 4, uint64(len(japanese)-1))
	x := New(newest)
	var s strings.Builder
	for day := n - 1; day >= 0; day-- {
		s.Reset()
		share := rng.IntN(100)
		for size := 500 + int(rng.ExpFloat64()*1600); s.Len() < size; {
			if share < 60 || share >= 85 && rng.IntN(2) == 0 {
				s.WriteString(japanese[zipf.Uint64()])
				s.WriteString([]string{"", "の", "に", "、", "を", "。\n"}[rng.IntN(6)])
			} else {
				s.WriteString(english[zipf.Uint64()])
				s.WriteByte(' ')
			}
		}
		for _, p := range planted {
			if isASCII := p.word[0] < utf8.RuneSelf && p.word[0] != '#'; isASCII == (share < 60) && share < 85 {
				continue
			}
			if rng.Float64()*100 < p.percent {
				s.WriteString(" " + p.word + "\n")
			}
		}
		x.Put(day, []byte(s.String()))
	}
	return x
}

func words(rng *rand.Rand, word func(*rand.Rand) string) []string {
	list := make([]string, 30_000)
	for i := range list {
		list[i] = word(rng)
	}
	return list
}

// japaneseWord is two in three times one to three kanji, else kana. The kanji come from a block of 3,000, some far more often.
func japaneseWord(rng *rand.Rand) string {
	var s strings.Builder
	if rng.IntN(3) > 0 {
		for range 1 + rng.IntN(3) {
			s.WriteRune('一' + rune(7*int(3000*math.Pow(rng.Float64(), 2))))
		}
		return s.String()
	}
	for range 2 + rng.IntN(4) {
		s.WriteRune('ぁ' + rune(rng.IntN(83)))
	}
	return s.String()
}

func englishWord(rng *rand.Rand) string {
	const vowels, consonants = "eeeaaiioou", "ttnnssrrhhllddccmmffppggwwyybbvkxjqz"
	var s strings.Builder
	for range 1 + rng.IntN(4) {
		s.WriteByte(consonants[rng.IntN(len(consonants))])
		s.WriteByte(vowels[rng.IntN(len(vowels))])
		if rng.IntN(3) == 0 {
			s.WriteByte(consonants[rng.IntN(len(consonants))])
		}
	}
	return s.String()
}

var corpora = map[int]func() *Index[int]{
	3_650:   sync.OnceValue(func() *Index[int] { return corpus(3_650) }),
	100_000: sync.OnceValue(func() *Index[int] { return corpus(100_000) }),
}

func sizes(b *testing.B, run func(b *testing.B, x *Index[int])) {
	b.Run("3650", func(b *testing.B) { run(b, corpora[3_650]()) })
	if *large {
		b.Run("100000", func(b *testing.B) { run(b, corpora[100_000]()) })
	}
}

// BenchmarkTyping types 30 words letter by letter. One operation is all of it; the metrics are of one key.
func BenchmarkTyping(b *testing.B) {
	sizes(b, func(b *testing.B, x *Index[int]) {
		var page, count []time.Duration
		for b.Loop() {
			for _, text := range typed {
				var was *Result[int]
				for end := range text + "." { // where each character begins: there the one before has been typed
					if end == 0 {
						continue
					}
					start := time.Now()
					r := x.Find(Term[int](text[:end]), was)
					if _, err := r.Page(b.Context(), 0, 50); err != nil {
						b.Fatal(err)
					}
					page = append(page, time.Since(start))
					if _, err := r.Count(b.Context()); err != nil {
						b.Fatal(err)
					}
					count = append(count, time.Since(start))
					was = r
				}
			}
		}
		report(b, "page", page)
		report(b, "count", count)
	})
}

func report(b *testing.B, name string, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1e6, name+"-p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds())/1e6, name+"-p99-ms")
}

// BenchmarkWord looks for one word without an earlier result; the exact count. A byte that no text holds stands for the
// time it takes to read all of memory once, which the others are to be seen beside.
func BenchmarkWord(b *testing.B) {
	sizes(b, func(b *testing.B, x *Index[int]) {
		b.Run("all-of-memory", func(b *testing.B) {
			for b.Loop() {
				if n, err := x.Find(Term[int]("\xff"), nil).Count(b.Context()); n != 0 || err != nil {
					b.Fatal(n, err)
				}
			}
		})
		for _, word := range []string{"雨", "会議", "葡萄", "meeting", "zymurgy", "eti", "e", "finished the report", "魑魅魍魎"} {
			b.Run(word, func(b *testing.B) {
				for b.Loop() {
					if _, err := x.Find(Term[int](word), nil).Count(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// BenchmarkLoad puts a journal into an empty index, newest entry first.
func BenchmarkLoad(b *testing.B) {
	r := corpora[3_650]().Find(Query[int]{}, nil)
	if _, err := r.Count(b.Context()); err != nil {
		b.Fatal(err)
	}
	size := 0
	for s, i := range r.inOrder() {
		size += len(s.texts[i])
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		x := New(newest)
		for s, i := range r.inOrder() {
			x.Put(s.keys[i], s.texts[i])
		}
		b.ReportMetric(float64(x.Bytes())/float64(size), "memory/text")
	}
}

// BenchmarkPut changes one entry again and again, as writing today's does.
func BenchmarkPut(b *testing.B) {
	x := corpora[3_650]()
	text := []byte(strings.Repeat("今日は会議のあと雨", 80))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		x.Put(3_649, text)
	}
}
