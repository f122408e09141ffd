package journal

import (
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"

	"lifelog/journal/fold"
	"lifelog/journal/search"
)

// TestNeeds: whatever part of a text a regular expression asks for, the index
// does not leave the text out.
func TestNeeds(t *testing.T) {
	// A mark of kana stands behind kana: what it does behind a Latin letter nobody writes.
	pieces := strings.Fields("a Z é e\u0301 ß ﬃ İ ı は ば ハ ﾊ ﾊﾞ ﾊﾟ は゛ か\u3099 は\u309A ヴ ゔ ｳﾞ ァ ぁ ｧ ュ ワ ー ｰ − - ～ ヶ ゝ ヾ 國 髙 ㈱ ① … \u00AD \u200D \uFE0F \U000E0100 \u0323 \u20DD 한 Σ ς 👩 🏽 取 り \xFF 神 𠮷 K ſ 1 \u20E3 々 〇 ゟ")
	rng := rand.New(rand.NewPCG(7, 8))
	for range 5_000 {
		var b strings.Builder
		for range 1 + rng.IntN(10) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		runes := []rune(b.String())
		from := rng.IntN(len(runes))
		part := string(runes[from : from+1+rng.IntN(len(runes)-from)])
		source := [...]string{"", "(?i)", "x*", "(y|", "[zx]|("}[rng.IntN(5)] + regexp.QuoteMeta(part)
		source += strings.Repeat(")", strings.Count(source, "(")-strings.Count(source, "(?i)")-strings.Count(part, "("))
		tree, err := syntax.Parse(source, syntax.Perl)
		if err != nil {
			t.Fatalf("%q: %v", source, err)
		}
		text := string(runes)
		if !regexp.MustCompile(source).MatchString(text) {
			t.Fatalf("%q does not match %q", source, text)
		}
		x := search.New(Newest)
		x.Put(ID{}, fold.Append(nil, text))
		if n, err := x.Find(needsOf(tree), nil).Count(t.Context()); n != 1 || err != nil {
			t.Fatalf("/%s/ would not be looked for in %q: %v", source, text, err)
		}
	}
}
