package storetest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
)

// Planted are words that Corpus puts into a known share of all entries, to
// search for. They turn up nowhere else.
var Planted = []struct {
	Word  string
	Share float64
}{
	{"会議", 0.20}, {"雨", 0.08}, {"雨の日", 0.01}, {"健康診断", 0.005}, {"葡萄", 0.0002},
	{"meeting", 0.17}, {"finished the report", 0.01}, {"zymurgy", 0.0002},
}

// kind is the language of an entry.
type kind int

const (
	inJapanese kind = iota // 60 % of all entries
	inEnglish              // 25 %
	inBoth                 // 15 %
)

// Corpus yields n made-up entries, one a day, newest first from 2026-11-21
// back. An entry has 2.1 KB on average, with headings, tags, tasks, links and
// here and there a front matter; its words are drawn from 30,000 a language by
// Zipf's law. The entry of a day is always the same, whatever n is.
func Corpus(n int) iter.Seq[journal.Version] {
	return func(yield func(journal.Version) bool) {
		newest, err := date.New(2026, 11, 21)
		if err != nil {
			panic(err) // a day that exists
		}
		lex := newLexicon()
		for i := range n {
			day := newest.Add(-i)
			w := writer{lexicon: lex, rng: rand.New(rand.NewPCG(20261121, uint64(i))), day: day}
			text := w.entry()
			if !yield(journal.Version{ID: journal.ID{Date: day}, Text: text, Rev: journal.RevOf(text)}) {
				return
			}
		}
	}
}

// writer writes one entry.
type writer struct {
	*lexicon
	strings.Builder
	rng  *rand.Rand
	day  date.Date
	kind kind
	plan []string // planted words still to be written
}

func (w *writer) entry() string {
	switch r := w.rng.Float64(); {
	case r < 0.60:
		w.kind = inJapanese
	case r < 0.85:
		w.kind = inEnglish
	default:
		w.kind = inBoth
	}
	w.plant()
	// Days differ: most are short, some are very long.
	size := 150
	for w.rng.IntN(11) > 0 && size < 16<<10 {
		size += 183
	}
	if w.chance(0.12) {
		w.front()
	}
	fmt.Fprintf(w, "# %s\n\n", w.heading())
	if w.chance(0.5) {
		fmt.Fprintf(w, "#%s #%s\n\n", w.tag(), w.tag())
	}
	for w.Len() < size || len(w.plan) > 0 {
		w.block()
	}
	return w.String()
}

func (w *writer) chance(p float64) bool { return w.rng.Float64() < p }

// plant decides which planted words the entry holds. A word is put only into
// entries where its language is written, more often by as much.
func (w *writer) plant() {
	for _, p := range Planted {
		share := p.Share / (0.60 + 0.15)
		own := w.kind != inEnglish
		if p.Word[0] < 0x80 {
			share, own = p.Share/(0.25+0.15), w.kind != inJapanese
		}
		if w.chance(share) && own {
			w.plan = append(w.plan, p.Word)
		}
	}
}

func (w *writer) front() {
	fmt.Fprintf(w, "---\ntags: [%s, %s]\nmood: %d\n", w.tag(), w.tag(), 1+w.rng.IntN(5))
	if w.chance(0.2) {
		w.WriteString("starred: true\n")
	}
	if w.chance(0.1) {
		fmt.Fprintf(w, "until: %v\n", w.day.Add(2+w.rng.IntN(5)))
	}
	w.WriteString("---\n\n")
}

// block writes one block of Markdown.
func (w *writer) block() {
	switch r := w.rng.IntN(100); {
	case r < 18:
		fmt.Fprintf(w, "## %02d:%02d %s\n\n", w.rng.IntN(24), w.rng.IntN(60), w.heading())
	case r < 28:
		for range 2 + w.rng.IntN(4) {
			fmt.Fprintf(w, "- %s\n", w.heading())
		}
		w.WriteString("\n")
	case r < 36:
		for range 1 + w.rng.IntN(4) {
			fmt.Fprintf(w, "- [%c] %s\n", " x"[w.rng.IntN(2)], w.heading())
		}
		w.WriteString("\n")
	case r < 42:
		fmt.Fprintf(w, "[[%v]] %s\n\n", w.day.Add(-1-w.rng.IntN(400)), w.heading())
	case r < 46:
		fmt.Fprintf(w, "[%s](https://example.com/%s)\n\n", w.heading(), w.word(inEnglish))
	case r < 49:
		fmt.Fprintf(w, "> %s\n\n", w.sentence())
	default:
		for range 2 + w.rng.IntN(5) {
			w.WriteString(w.sentence())
		}
		w.WriteString("\n\n")
	}
}

// language is the one of the next words.
func (w *writer) language() kind {
	if w.kind == inBoth {
		return kind(w.rng.IntN(2))
	}
	return w.kind
}

func (w *writer) word(k kind) string {
	i := w.rank(w.rng)
	if k == inEnglish {
		return w.en[i]
	}
	return w.ja[i]
}

// tag is one of the hundred most frequent words.
func (w *writer) tag() string {
	if w.language() == inEnglish {
		return w.en[w.rng.IntN(100)]
	}
	return w.ja[w.rng.IntN(100)]
}

func (w *writer) heading() string {
	k, between := w.language(), ""
	if k == inEnglish {
		between = " "
	}
	words := make([]string, 2+w.rng.IntN(3))
	for i := range words {
		words[i] = w.word(k)
	}
	return strings.Join(words, between)
}

// particles stand between Japanese words.
var particles = []string{"は", "が", "を", "に", "で", "と", "の", "も", "から", "まで", "、"}

// sentence is one sentence, with the next planted word in it if one is left.
func (w *writer) sentence() string {
	k := w.language()
	words := make([]string, 5+w.rng.IntN(9))
	for i := range words {
		words[i] = w.word(k)
	}
	if len(w.plan) > 0 && (w.plan[0][0] < 0x80) == (k == inEnglish) {
		words[w.rng.IntN(len(words))] = w.plan[0]
		w.plan = w.plan[1:]
	}
	if k == inEnglish {
		return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:] + ". "
	}
	var b strings.Builder
	for i, word := range words {
		b.WriteString(word)
		if i < len(words)-1 {
			b.WriteString(particles[w.rng.IntN(len(particles))])
		}
	}
	b.WriteString([]string{"した。", "だった。", "です。", "と思う。", "でした！"}[w.rng.IntN(5)])
	return b.String()
}
