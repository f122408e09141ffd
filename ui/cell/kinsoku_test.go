package cell

import (
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
)

// Where the short cut is sure, it must say what UAX #14 as a whole says.
func TestObviousAgreesWithUAX14(t *testing.T) {
	check := func(text string) {
		if text == "" {
			return
		}
		rules := segment(text, Prev(text, len(text)))
		defer rules.release()
		for at := Next(text, 0); at < len(text); at = Next(text, at) {
			if hangs(text[at:Next(text, at)]) {
				continue
			}
			p := placeAt(text, at)
			if allowed, sure := p.obvious(); sure && !p.barred() && allowed != rules.allow(at) {
				t.Fatalf("%+q at byte %d: %v, UAX #14 %v", text, at, allowed, rules.allow(at))
			}
		}
	}
	alphabet := []string{"あ", "漢", "ァ", "a", "7", "、", "」", "）", "「", "（", ".", ",", "!", "?", " ", "　", "-", "/", "%", "$", "“", "”", "'", "(", ")", "…", "ー",
		"か\u3099", "１", "，", "\u200d", "\u0301", "🇯", "👍🏽", "א", "\u00a0", "\u2060", "\u00ad"}
	var text [4]string
	for _, text[0] = range alphabet {
		for _, text[1] = range alphabet {
			for _, text[2] = range alphabet {
				check(strings.Join(text[:3], ""))
			}
		}
	}
	for _, c := range noStart + noEnd + "￥％℃～〜―…" {
		for _, context := range []string{"%あ", "%a", "%7", "%「", "% a", "%　あ", "7%a", "a%あ", "あ%漢", "あ %a", "あ%", "7%", "a %"} {
			check(strings.Replace(context, "%", string(c), 1))
		}
	}
	for _, paragraph := range paragraphs {
		check(paragraph)
	}
}

// What UAX #14 alone costs, to compare with.
func BenchmarkSegmenter(b *testing.B) {
	for name, text := range prose {
		runes := []rune(text)
		b.Run(name, func(b *testing.B) {
			var s segmenter.Segmenter
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				s.Init(runes)
			}
		})
	}
}
