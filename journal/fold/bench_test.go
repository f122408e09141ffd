package fold

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

var benchmarkTexts = []struct{ name, text string }{
	{"japanese", strings.Repeat("今日は會議のあと、コーヒーを飲みながら「健康診断」の予約をした。夜は渡邊さんと２時間ほど散歩……\n", 200)},
	{"english", strings.Repeat("After the meeting we had coffee at the Café and talked about Zürich – a “quiet” day.\n", 200)},
	{"russian", strings.Repeat("После встречи мы пили кофе и ещё долго говорили о поездке.\n", 200)},
	{"decomposed", strings.Repeat(norm.NFD.String("パンとコーヒー、Café à Zürich でがんばった。\n"), 200)},
}

// BenchmarkChain is the way without this package: one chain of x/text's transformers with the same table of kanji.
func BenchmarkChain(b *testing.B) {
	chain := transform.Chain(norm.NFKC, width.Fold, cases.Fold(), norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFKC,
		runes.Map(simplify))
	for _, test := range benchmarkTexts {
		b.Run(test.name, func(b *testing.B) {
			b.SetBytes(int64(len(test.text)))
			for b.Loop() {
				if _, _, err := transform.String(chain, test.text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAppend(b *testing.B) {
	for _, test := range benchmarkTexts {
		b.Run(test.name, func(b *testing.B) {
			b.SetBytes(int64(len(test.text)))
			var out []byte
			for b.Loop() {
				out = Append(out[:0], test.text)
			}
		})
	}
}

func BenchmarkPositions(b *testing.B) {
	for _, test := range benchmarkTexts {
		b.Run(test.name, func(b *testing.B) {
			b.SetBytes(int64(len(test.text)))
			for b.Loop() {
				Positions(test.text)
			}
		})
	}
}

func BenchmarkWeak(b *testing.B) {
	for _, test := range benchmarkTexts {
		b.Run(test.name, func(b *testing.B) {
			folded := String(test.text)
			b.SetBytes(int64(len(folded)))
			for b.Loop() {
				Weak(folded)
			}
		})
	}
}
