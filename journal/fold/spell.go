package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// spell folds s but for the rules of [writer]: it leaves every dash as [dash], and ゔ as it is. It takes any text and is
// the definition of folding; everything faster is held against it.
func spell(s string) string {
	s = strings.Map(prepare, s)
	s = cases.Fold().String(norm.NFKC.String(s))
	s = norm.NFKC.String(withoutAccents(norm.NFKD.String(s)))
	return strings.Map(simplify, pairs.Replace(s))
}

// prepare removes what cannot be seen and settles the signs that NFKC would tear apart or make equal to others.
func prepare(r rune) rune {
	switch {
	case isUnseen(r):
		return -1
	case r == 'ヵ', r == 'ゕ':
		return 'か'
	case r == 'ヶ', r == 'ゖ':
		return 'け'
	case r == '゛': // NFKC puts a space before it
		return 0x3099
	case r == '゜':
		return 0x309A
	case r == '´':
		return '\''
	case r == '˜':
		return '~'
	case r == '－': // NFKC makes it a hyphen, which no longer can be a long mark
		return dash
	}
	return r
}

// isUnseen says whether r draws nothing: the code points with the property Default_Ignorable_Code_Point (UAX #44) that
// occur in text, except the fillers of Hangul, which take up space.
func isUnseen(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0xFEFF:
		return true
	case 0x180B <= r && r <= 0x180F, 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F:
		return true
	case 0xFE00 <= r && r <= 0xFE0F, 0xE0000 <= r && r <= 0xE0FFF:
		return true
	}
	return false
}

// withoutAccents removes from decomposed text the marks that stand on Latin and Greek letters, and the dots of ё.
// Elsewhere a mark makes another letter (か が, и й) or another sign (= ≠).
func withoutAccents(s string) string {
	base := rune(0)
	return strings.Map(func(r rune) rune {
		switch {
		case !isAccent(r):
			base = r
		case unicode.In(base, unicode.Latin, unicode.Greek), base == 'е' && r == 0x308:
			return -1
		}
		return r
	}, s)
}

// isAccent says whether r is in one of Unicode's blocks of combining diacritical marks.
func isAccent(r rune) bool {
	return 0x300 <= r && r <= 0x36F || 0x1AB0 <= r && r <= 0x1AFF || 0x1DC0 <= r && r <= 0x1DFF ||
		0x20D0 <= r && r <= 0x20FF || 0xFE20 <= r && r <= 0xFE2F
}

var pairs = strings.NewReplacer("æ", "ae", "œ", "oe",
	"わ\u3099", "ば", "ゐ\u3099", "び", "ゑ\u3099", "べ", "を\u3099", "ぼ")

// simplify folds what normalisation keeps apart but a person who searches does not.
func simplify(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ħ':
		return 'h'
	case 'ŧ':
		return 't'
	case 'ı':
		return 'i'
	case '‘', '’', '‚', '‛', 'ʼ':
		return '\''
	case '“', '”', '„', '‟':
		return '"'
	case '〜', '∼', '⁓', '〰':
		return '~'
	case '⁄':
		return '/'
	case '‒', '–', '—', '―', '−', '─', '━':
		return dash
	case 'ヷ':
		return 'ば'
	case 'ヸ':
		return 'び'
	case 'ヹ':
		return 'べ'
	case 'ヺ':
		return 'ぼ'
	case 'ヽ':
		return 'ゝ'
	case 'ヾ':
		return 'ゞ'
	}
	switch {
	case 'ァ' <= r && r <= 'ヴ':
		return r - 'ァ' + 'ぁ'
	case 0xAB70 <= r && r <= 0xABBF: // cases.Fold swaps the two cases of Cherokee
		return r - 0xAB70 + 'Ꭰ'
	case 0x13F8 <= r && r <= 0x13FD:
		return r - 0x13F8 + 'Ᏸ'
	case isUnseen(r): // normalisation breaks very long rows of marks with U+034F
		return -1
	}
	return kanjiForm(r)
}
