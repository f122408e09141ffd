package journal_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// The reference knows nothing of the folding, the index and the marks of the
// program: it folds with golang.org/x/text, one character with its marks after
// another, and looks through every text with strings.Index. It holds for texts
// of the pieces below, where x/text and four kanji are all there is to folding.

// pieces of texts: widths, cases, both kanas, marks composed and apart, half
// width with its own marks, old kanji, and what stands between words.
var pieces = strings.Split("あ|イ|ｱ|ｶﾞ|ガ|か\u3099|ぱ|は\u309A|會|会|國|国|議|雨|ab|Ｂ|C|é|e\u0301|É|ﬃ|ⅳ|①|、|。|　| |\n|1|２|и\u0306|й", "|")

var accents = runes.Remove(runes.Predicate(func(r rune) bool { return unicode.Is(unicode.Mn, r) && r != 0x3099 && r != 0x309A && r != 0x306 }))

// refFold is the definition of folding for the pieces.
func refFold(s string) string {
	s, _, err := transform.String(transform.Chain(norm.NFKC, cases.Fold(), norm.NFKD, accents, norm.NFKC), s)
	if err != nil {
		panic(err)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case 'ァ' <= r && r <= 'ヴ':
			return r - 'ァ' + 'ぁ'
		case r == '會':
			return '会'
		case r == '國':
			return '国'
		}
		return r
	}, s)
}

// refMarks are the byte ranges of text that hold folded, in whole signs.
func refMarks(text, folded string) (marks [][2]int) {
	var all strings.Builder
	var from []int // by byte of the folded text, where its sign begins; and to, where that ends
	var to []int
	for at := 0; at < len(text); {
		n := norm.NFKC.NextBoundaryInString(text[at:], true)
		all.WriteString(refFold(text[at : at+n]))
		for len(from) < all.Len() {
			from, to = append(from, at), append(to, at+n)
		}
		at += n
	}
	for at := 0; ; {
		i := strings.Index(all.String()[at:], folded)
		if i < 0 {
			return marks
		}
		i += at
		at = i + len(folded)
		marks = append(marks, [2]int{from[i], to[at-1]})
	}
}

// joined are ranges in order, those that overlap as one.
func joined(marks [][2]int) (all [][2]int) {
	slices.SortFunc(marks, func(a, b [2]int) int { return a[0] - b[0] })
	for _, m := range marks {
		if n := len(all); n > 0 && m[0] < all[n-1][1] {
			all[n-1][1] = max(all[n-1][1], m[1])
		} else {
			all = append(all, m)
		}
	}
	return all
}

// FuzzAgainstReference makes a few texts and a query of pieces; the same
// entries must be found, and the same places lit.
func FuzzAgainstReference(f *testing.F) {
	f.Add([]byte("\x00\x01\x02\x03\xff\x08\x0a\x0b\xff\x10\x11\x12\x13\x14"), []byte{8})
	f.Add([]byte("\x02\x03\x04\x05\xff\x03\x02\xff\x1c\x1d\x0e\x0f"), []byte{4, 0x18, 2})
	f.Add([]byte("\x14\x15\xff\x0e\x0f\x11\x12\xff\x16\x17"), []byte{0x0f})
	f.Fuzz(func(t *testing.T, made, asked []byte) {
		if len(made) > 300 || len(asked) > 8 {
			return
		}
		spell := func(b []byte) (s string) {
			for _, c := range b {
				s += pieces[int(c)%len(pieces)]
			}
			return s
		}
		query := spell(asked)
		words := strings.FieldsFunc(query, func(r rune) bool { return unicode.IsSpace(r) || r == '　' })
		if len(words) == 0 {
			return
		}
		texts, entries := map[string]string{}, []string{}
		for i, part := range strings.Split(string(made), "\xff") {
			name, text := today.Add(-i).String(), spell([]byte(part))+"."
			texts[name], entries = text, append(entries, name, text)
		}
		j, _ := filled(t, entries...)
		a, err := j.Start(query)
		if err != nil {
			t.Fatal(err)
		}
		hits, err := a.Page(ctx, 0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		match := a.Query.Matcher()
		for _, h := range hits {
			name := h.ID.String()
			got[name] = true
			var want [][2]int
			for _, w := range words {
				want = append(want, refMarks(texts[name], refFold(w))...)
			}
			if want, marks := joined(want), match(texts[name]); !slices.Equal(marks, want) {
				t.Errorf("%q in %q is lit at %v, want %v", query, texts[name], marks, want)
			} else if h.At != want[0][0] {
				t.Errorf("%q in %q: the first at %d, want %d", query, texts[name], h.At, want[0][0])
			}
		}
		for name, text := range texts {
			want := !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(refFold(text), refFold(w)) })
			if got[name] != want {
				t.Errorf("%q in %q (%q in %q): %v, want %v", query, text, refFold(query), refFold(text), got[name], want)
			}
		}
		if n, err := a.Count(ctx); n != len(hits) || err != nil {
			t.Errorf("%q: %d hits, counted as %d, %v", query, len(hits), n, err)
		}
	})
}
