package fold

import (
	"os"
	"strings"
	"testing"
)

func TestString(t *testing.T) {
	for _, group := range [][]string{ // all texts of a group fold to the first
		{"ぱいそん", "パイソン", "ﾊﾟｲｿﾝ", "ハ\u309Aイソン", "ハ゜イソン", "は\uFE00\u309Aいそん"},
		{"python 3", "Python 3", "ＰＹＴＨＯＮ　３", "P\u00ADython\u00A03"},
		{"こーひー", "コーヒー", "ｺｰﾋｰ", "コ−ヒ−", "コ－ヒ‐", "コ―ヒ─"},
		{"a-b 東京-大阪", "a−b 東京―大阪", "Ａ－Ｂ 東京－大阪"},
		{"ばいおりん", "ヴァイオリン", "ｳﾞｧｲｵﾘﾝ", "ゔぁいおりん", "バイオリン"},
		{"ぶーびゅーべぼびば", "ヴーヴューヴェヴォヴィヷ", "ブービューベボビわ\u3099"},
		{"関け原 かけ", "関ケ原 ヵヶ", "関ヶ原 ゕゖ"},
		{"東京~大阪", "東京〜大阪", "東京～大阪", "東京∼大阪"},
		{`"a" 'b'`, "“A” ‘b’", "＂a＂ ＇b＇"},
		{"cafe naive o ae oe", "Café naïve Ø Æ Œ", "Cafe\u0301 nai\u0308ve ø æ œ"},
		{"strasse", "Straße", "STRASSE", "STRAẞE"},
		{"istanbul", "İstanbul", "ıstanbul", "ISTANBUL"},
		{"αθηνα σοφοσ", "ΑΘΗΝΑ ΣΟΦΟΣ", "Αθήνα σοφός"},
		{"еж и мой", "Ёж и мой", "ЕЖ И МОЙ"},
		{"(株)りこー 1番 10km 平成", "㈱リコー ①番 １０㎞ ㍻"},
		{"高橋 山崎 渡辺 国学院 斎藤", "髙橋 山﨑 渡邊 國學院 齋藤", "高橋 山崎 渡邉 国學院 斎藤"},
		{"葛飾", "葛\U000E0100飾"},
		{"神社", "神社", "神社"},
		{"한국", "\u1112\u1161\u11AB국"},
		{"👨👩👧 ❤", "👨\u200D👩\u200D👧 ❤\uFE0F"},
		{"は", "ハ"}, {"ば", "バ"}, {"ぱ", "パ"}, {"っ", "ッ"}, {"つ", "ツ"},
		{"斉藤", "齊藤"}, {"≠", "=\u0338"}, {"が゙"},
		{"a\uFFFDb", "a\xFFb"}, {"\x00"}, {"", "\uFEFF\u200B"},
	} {
		for _, s := range group {
			if got := String(s); got != group[0] {
				t.Errorf("String(%q) = %q, want %q", s, got, group[0])
			}
		}
	}
}

func TestPositions(t *testing.T) {
	for _, test := range []struct{ text, query, marked string }{
		{"冷たいｺｰﾋｰを", "コーヒー", "ｺｰﾋｰ"},
		{"ﾊﾟﾊﾞｶﾞ", "バ", "ﾊﾞ"},
		{"とか\u3099く", "が", "か\u3099"},
		{"Cafe\u0301s", "café", "Cafe\u0301"},
		{"oﬃce", "f", "ﬃ"},
		{"oﬃce", "fic", "ﬃc"},
		{"㈱リコー", "株", "㈱"},
		{"Straße 7", "se 7", "ße 7"},
		{"Ｓｔｒａßｅ", "ss", "ß"},
		{"ＡＢＣ　会", "c 会", "Ｃ　会"},
		{"ヴァイオリン", "バイ", "ヴァイ"},
		{"雨ヴ", "ぶ", "ヴ"},
		{"葛\U000E0100飾区", "葛飾", "葛\U000E0100飾"},
		{"\uFEFFHello", "hell", "Hell"},
		{"co\u00ADop", "coop", "co\u00ADop"},
		{"👩\u200D💻と👍🏽", "💻", "👩\u200D💻"},
		{"x👍🏽y", "👍", "👍🏽"},
		{"待って……", "...", "…"},
	} {
		folded, at := Positions(test.text)
		if len(at) != len(folded)+1 {
			t.Errorf("Positions(%q): %d offsets for %d bytes", test.text, len(at), len(folded))
			continue
		}
		query := String(test.query)
		i := strings.Index(folded, query)
		if i < 0 {
			t.Errorf("%q is not in %q", query, folded)
			continue
		}
		if from, to := Source(at, i, i+len(query)); test.text[from:to] != test.marked {
			t.Errorf("%q in %q marks %q, want %q", test.query, test.text, test.text[from:to], test.marked)
		}
	}
}

// unreachable are the pairs that would need a dictionary of readings.
var unreachable = map[string]bool{"日本 nihon": true, "日本 にほん": true}

func TestPairs(t *testing.T) {
	data, err := os.ReadFile("testdata/fold-pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		field := strings.Split(strings.TrimSpace(line), "\t")
		if len(field) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		want := field[2] == "true" && !unreachable[field[0]+" "+field[1]]
		if got := found(field[0], field[1]); got != want {
			t.Errorf("%q found by %q: %v, want %v", field[0], field[1], got, want)
		}
	}
}

// found searches as a user of the package does: for the folded query, then more loosely.
func found(text, query string) bool {
	text, query = String(text), String(query)
	word, weak := Loosen(query)
	return strings.Contains(text, query) ||
		word != "" && strings.Contains(text, word) ||
		weak != "" && strings.Contains(Weak(text), weak)
}
