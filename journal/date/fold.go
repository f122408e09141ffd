package date

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// punctuation folds what input methods and typography put in the place of
// ASCII. In the kana mode of a keyboard the keys - / . , give ー・。、.
var punctuation = strings.NewReplacer(
	"ー", "-", "‐", "-", "−", "-",
	"–", "–", "—", "–", "―", "–", "─", "–",
	"〜", "~", "∼", "~",
	"・", "/", "。", ".", "、", " ", ",", " ",
	"〔", "(", "〕", ")", "[", "(", "]", ")",
)

// fold brings equal spellings of a date to one: compatibility forms (NFKC),
// lower case, ASCII punctuation, digits for kanji numerals, single spaces.
func fold(s string) string {
	s = strings.ToLower(norm.NFKC.String(s))
	s = punctuation.Replace(s)
	return kanjiToDigits(strings.Join(strings.Fields(s), " "))
}

// withoutSpaces is s without its spaces if it has any kanji or kana, between
// which spaces mean nothing.
func withoutSpaces(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana) }) {
		return strings.ReplaceAll(s, " ", "")
	}
	return s
}

var kanjiDigit = map[rune]int{
	'〇': 0, '○': 0, '◯': 0, '零': 0,
	'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

var kanjiPower = map[rune]int{'十': 10, '百': 100, '千': 1000}

// kanjiToDigits writes every kanji numeral in s in ASCII digits, both kinds:
// 二〇二二 and 二千二十二. The 一 of 一昨日 is no numeral.
func kanjiToDigits(s string) string {
	isNumeral := func(r rune) bool {
		_, isDigit := kanjiDigit[r]
		return isDigit || kanjiPower[r] > 0
	}
	var out strings.Builder
	for s != "" {
		start := strings.IndexFunc(s, isNumeral)
		if start < 0 {
			start = len(s)
		}
		out.WriteString(s[:start])
		s = s[start:]
		if strings.HasPrefix(s, "一昨") {
			out.WriteString("一昨")
			s = s[len("一昨"):]
			continue
		}
		end := strings.IndexFunc(s, func(r rune) bool { return !isNumeral(r) })
		if end < 0 {
			end = len(s)
		}
		out.WriteString(kanjiNumber(s[:end]))
		s = s[end:]
	}
	return out.String()
}

// kanjiNumber is one numeral in digits. With powers it is a sum (二十五 is
// 2×10 + 5), else its digits stand in their places and zeros in front stay.
func kanjiNumber(s string) string {
	if !strings.ContainsAny(s, "十百千") {
		return strings.Map(func(r rune) rune { return '0' + rune(kanjiDigit[r]) }, s)
	}
	sum, digit := 0, 0
	for _, r := range s {
		if power := kanjiPower[r]; power > 0 {
			sum += max(digit, 1) * power
			digit = 0
		} else {
			digit = kanjiDigit[r]
		}
	}
	return strconv.Itoa(sum + digit)
}
