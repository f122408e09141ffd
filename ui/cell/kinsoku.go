package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The tables of Japanese line breaking (kinsoku; JIS X 4051, JLREQ). Most of this is in UAX #14 as well; what is not is the
// reason why the tables stand here, and a row that has to be cut obeys them too.
const (
	noStart = "、。，．・：；？！」』）】〕〉》｝］〟’”" +
		"ー々〻ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ" +
		"〜～゠‐–‼⁇⁈⁉｡､｣･ｰﾞﾟｧｨｩｪｫｬｭｮｯ!?,.:;)]}"
	noEnd = "（「『【〔〈《｛［〝‘“｢([{"
)

// place is a cluster boundary where a row might end.
type place struct {
	right  rune // base of the cluster that would begin the next row, not a space
	spaces bool // spaces stand before it
	left   rune // base of the cluster before them; 0 if there is none
	before rune // first code point of the cluster before left
	simple bool // the clusters of left and right are one code point each, or kana with a combining mark
}

func placeAt(s string, at int) place {
	p := place{simple: true}
	p.right = p.base(s, at, Next(s, at))
	start := Prev(s, at)
	for start < at && hangs(s[start:at]) {
		p.spaces = true
		at, start = start, Prev(s, start)
	}
	if start < at {
		p.left = p.base(s, start, at)
		if b := Prev(s, start); b < start {
			p.before, _ = utf8.DecodeRuneInString(s[b:])
		}
	}
	return p
}

// base returns the first code point of a cluster, as its mark where Clean gives it one.
func (p *place) base(s string, from, to int) rune {
	r, size := utf8.DecodeRuneInString(s[from:])
	if from+size < to && !isKanaMark(s[from+size:to]) {
		p.simple = false
	}
	if m := mark(r); m != 0 {
		return m
	}
	return r
}

func isKanaMark(s string) bool { return s == "\u3099" || s == "\u309A" }

// barred reports whether the tables forbid a break here.
func (p place) barred() bool {
	return strings.ContainsRune(noStart, p.right) || p.left != 0 && strings.ContainsRune(noEnd, p.left)
}

// tied reports whether this place is inside something that UAX #14 parts and readers do not: a number in full-width digits
// such as １，０００, or the plus signs of C++.
func (p place) tied() bool {
	switch {
	case p.spaces:
		return false
	case p.left == '+' && p.right == '+':
		return true
	case !wideDigit(p.right):
		return false
	}
	return wideDigit(p.left) || strings.ContainsRune("，．：／", p.left) && wideDigit(p.before)
}

func wideDigit(c rune) bool { return c >= '０' && c <= '９' }

// inWord reports whether this place is inside a word or number of an alphabetic script.
func (p place) inWord() bool {
	if p.spaces || !alphabetic(p.right) {
		return false
	}
	return alphabetic(p.left) || strings.ContainsRune(".,:/", p.left) && unicode.IsDigit(p.before) && unicode.IsDigit(p.right)
}

func alphabetic(c rune) bool { return c < 0x2E80 && (unicode.IsLetter(c) || unicode.IsDigit(c)) }

// kind sorts the characters of everyday text by what UAX #14 says of them among themselves.
type kind uint8

const (
	other     kind = iota
	ideograph      // kanji and kana that may begin a line: ID
	alnum          // ASCII letters and digits: AL, NU
	opening        // opening brackets: OP, wide
	closing        // 、。」ーっ and the like: the wide part of noStart: CL, EX, NS, CJ
	ascii          // what else is printable in ASCII
)

func kindOf(c rune) kind {
	switch {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		return alnum
	case c > ' ' && c < 0x7F:
		return ascii
	case c < 0x3001:
		return other
	case strings.ContainsRune("「『【〔〈《（［｛", c):
		return opening
	case c != '～' && strings.ContainsRune(noStart, c):
		return closing
	case c >= 0x4E00 && c < 0xA000, c >= 0x3400 && c < 0x4DC0, c >= 0x3041 && c < 0x3097, c >= 0x30A1 && c < 0x30FB:
		return ideograph
	}
	return other
}

// obvious decides the common cases without UAX #14 as a whole; sure is false where it cannot. The place must not be barred.
// No rule that looks further than the two neighbours and the spaces between them concerns these kinds.
func (p place) obvious() (allowed, sure bool) {
	if !p.simple {
		return false, false
	}
	left, right := kindOf(p.left), kindOf(p.right)
	switch {
	case right != ideograph && right != alnum && right != opening:
		return false, false
	case left == alnum && right == alnum:
		return p.spaces, true // LB18, LB23, LB25, LB28
	case left == ideograph, left == alnum, left == closing:
		return true, true // LB18, LB31
	case left == ascii && p.spaces:
		return true, true // LB18
	}
	return false, false
}
