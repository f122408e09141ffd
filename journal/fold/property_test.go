package fold

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// reference folds a whole text by the definition, without the fast path and without cutting it into signs.
func reference(s string) string {
	var w writer
	w.putAll(spell(s))
	return string(w.out)
}

// around are the neighbours each code point is tried with: a letter, kana, a sign that composes, a mark, a dash, a joiner.
var around = [][2]string{{"x", "é"}, {"か", "\u3099"}, {"e", "\u0301か"}, {"ヴ", "−"}, {"\u1100", "\u200D字"}}

// TestEveryCodePoint tries those below U+3400 and the compatibility forms with all neighbours, the others with one.
func TestEveryCodePoint(t *testing.T) {
	var batch strings.Builder
	for r := rune(0); r <= 0xE0FFF; r++ {
		if r == 0x32400 {
			r = 0xE0000 // nothing is assigned between them
		}
		if r == 0x20000 && testing.Short() {
			break // the rest are rare ideographs, which all take the same way
		}
		for i, pair := range around {
			if r < 0x3400 || 0xF900 <= r && r < 0x10000 || int(r)%len(around) == i {
				batch.WriteString(pair[0] + string(r) + pair[1])
			}
		}
		if r%0x400 == 0x3FF {
			check(t, batch.String())
			batch.Reset()
		}
	}
}

// check holds what must be true of every text.
func check(t *testing.T, s string) {
	t.Helper()
	folded := String(s)
	if want := reference(s); folded != want {
		i := 0
		for i < min(len(folded), len(want)) && folded[i] == want[i] {
			i++
		}
		lo := max(0, i-12)
		t.Fatalf("String(%.200q) is …%.60q\nwant …%.60q", s, folded[lo:], want[lo:])
	}
	if again := String(folded); again != folded {
		t.Fatalf("String(%.200q) = %.200q, which folds to %.200q", s, folded, again)
	}
	positioned, at := Positions(s)
	if positioned != folded {
		t.Fatalf("Positions(%.200q) = %.200q, String = %.200q", s, positioned, folded)
	}
	checkOffsets(t, s, folded, at)
	weak, at := WeakPositions(folded)
	if weak != Weak(folded) {
		t.Fatalf("WeakPositions(%.200q) = %.200q, Weak = %.200q", folded, weak, Weak(folded))
	}
	checkOffsets(t, folded, weak, at)
	if len(weak) > 300 {
		return // one of a thousand code points; what follows tries every part
	}
	for _, part := range partsOf(weak) {
		for _, text := range []string{folded, strings.ReplaceAll(folded, "・", "か"), part + folded} {
			if got, want := HoldsWeak([]byte(text), part), strings.Contains(Weak(text), part); got != want {
				t.Fatalf("HoldsWeak(%q, %q) = %v; the weak form is %q", text, part, got, Weak(text))
			}
		}
	}
}

// partsOf returns some parts of a short text.
func partsOf(s string) (parts []string) {
	chars := strings.Split(s, "")
	for i := 0; i < len(chars) && i < 12; i++ {
		for _, n := range []int{1, 2, 3, 5} {
			parts = append(parts, strings.Join(chars[i:min(i+n, len(chars))], ""))
		}
	}
	return parts
}

// checkOffsets: one offset for each byte of short and one for its end, never falling, each the start of a character of long.
func checkOffsets(t *testing.T, long, short string, at []int32) {
	t.Helper()
	if len(at) != len(short)+1 || int(at[len(short)]) != len(long) {
		t.Fatalf("%.100q from %.100q: offsets %v", short, long, at)
	}
	valid := utf8.ValidString(long)
	for i := range short {
		from, to := Source(at, i, i+1)
		if from >= to || i > 0 && at[i] < at[i-1] || valid && !utf8.RuneStart(long[from]) {
			t.Fatalf("byte %d of %.100q comes from %d to %d of %.100q", i, short, from, to, long)
		}
	}
}

// pieces are what folding has rules for; random texts are made of them.
var pieces = strings.Fields("a Z é e\u0301 ß ﬃ İ ı ǿ は ば ハ ﾊ ﾞ ﾟ ゛ ゜ \u3099 \u309A ヴ ゔ ｳﾞ ァ ぁ ｧ ュ ワ ヷ わ ゑ ー ｰ − — ‐ － - 〜 ～ ~ ヶ ケ ゝ ヾ 國 髙 ㈱ ① … “ ´ ¨ ˜ " +
	"\u00AD \u200B \u200D \uFE0F \U000E0100 \u034F \u0345 \u0301 \u0323 \u20DD 한 \u1112 \u1161 \u11AB ㄱ ﾡ α ᾳ Σ ς ё й и 👩 🏽 🇯 取 り 扱 っ 越 し ・ \xFF \xE3\x81 神 ⻆ 𠮷 𝒜 ½ Ω Å ǆ ŉ क ़ ः ि ್ เ ำ ༀ ཱི")

func random(rng *rand.Rand) string {
	var s strings.Builder
	for range 1 + rng.IntN(12) {
		s.WriteString(pieces[rng.IntN(len(pieces))])
		if rng.IntN(8) == 0 {
			s.WriteByte(" \n"[rng.IntN(2)])
		}
	}
	return s.String()
}

func TestRandomTexts(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		check(t, random(rng))
	}
}

func FuzzFold(f *testing.F) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		f.Add(random(rng))
	}
	f.Add("サーバー取り\n扱い ・ データ・ サイエンス")
	f.Fuzz(func(t *testing.T, s string) { check(t, s) })
}

// TestPartsAreFound: whatever a person copies out of a text finds it again, but for the two rules of the package comment.
func TestPartsAreFound(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 5_000 {
		s := random(rng)
		_, at := Positions(s)
		from := int(at[rng.IntN(len(at))])
		to := int(at[rng.IntN(len(at))])
		if from > to {
			from, to = to, from
		}
		part := s[from:to]
		first, _ := utf8.DecodeRuneInString(norm.NFKC.String(part))
		if simplify(prepare(first)) == dash || strings.HasPrefix(part, "－") || strings.HasSuffix(String(part), "ぶ") {
			continue
		}
		if folded := String(s); !strings.Contains(folded, String(part)) {
			t.Fatalf("%q (%q) is not found by its part %q (%q)", s, folded, part, String(part))
		}
	}
}

// TestKanjiLists: the generated table holds every line of the lists it was made from.
func TestKanjiLists(t *testing.T) {
	for _, name := range []string{"hand.txt", "opencc.txt"} {
		data, err := os.ReadFile("kanji/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			fields := strings.Fields(line)
			if len(fields) == 0 || strings.HasPrefix(line, "#") {
				continue
			}
			for _, variant := range fields[1:] {
				if String(variant) != String(fields[0]) {
					t.Errorf("%s: %s folds to %s, %s to %s", name, variant, String(variant), fields[0], String(fields[0]))
				}
			}
		}
	}
}
