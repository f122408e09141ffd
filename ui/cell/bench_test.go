package cell

import (
	"strings"
	"testing"
)

var (
	japanese = strings.Repeat("先月、札幌で開かれたカンファレンスに登壇してきました。飛行機は「朝いちばん」の便で、新千歳空港からは快速電車に乗り換えて四十分ほどです。"+
		"会場のWi-Fiはとても速く、Go 1.26のデモも問題なく動きました。", 200)
	english = strings.Repeat("The talk went better than I had feared: about 120 people came, and the questions afterwards (some of them hard) took longer than the talk itself. ", 300)
)

func BenchmarkRows(b *testing.B) {
	for name, text := range map[string]string{"japanese": japanese, "english": english} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Ruler{}.Rows(text, 72)
			}
		})
	}
}

func BenchmarkWidth(b *testing.B) {
	for name, text := range map[string]string{"japanese": japanese, "english": english} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Ruler{}.Width(text)
			}
		})
	}
}
