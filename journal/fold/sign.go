package fold

import (
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// quick folds the characters most text is made of. It returns 0 for one it does not know; then [spell] must be asked.
// No character that it knows continues the sign before it, and none depends on what stands around it.
func quick(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return lower(r)
	case 'ぁ' <= r && r <= 'ん':
		return r
	case 'ァ' <= r && r <= 'ン':
		return r - 'ァ' + 'ぁ'
	case firstKanji <= r && r <= lastKanji:
		if form := kanji[r-firstKanji]; form != 0 {
			return rune(form)
		}
		return r
	case r == 'ー' || '、' <= r && r <= '〛':
		return r
	case '！' <= r && r <= '～' && r != '－':
		return lower(r - '！' + '!')
	}
	return 0
}

func lower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// signEnd returns the end of the sign that begins at byte start of s.
func signEnd(s string, start int) int {
	r, n := utf8.DecodeRuneInString(s[start:])
	end := start + n
	for end < len(s) {
		next, n := utf8.DecodeRuneInString(s[end:])
		if r != zeroWidthJoiner && !joins(next) {
			break
		}
		r = next
		end += n
	}
	return end
}

// continues says whether rest begins with a character that belongs to the sign before it.
func continues(rest string) bool {
	if rest == "" || rest[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return quick(r) == 0 && joins(r)
}

const zeroWidthJoiner = 0x200D

// joins says whether r belongs to the sign before it. Where it does not, normalisation treats the two sides apart.
func joins(r rune) bool {
	switch {
	case isUnseen(r), isAccent(r), r == '゛', r == '゜':
		return true
	case 'ㄱ' <= r && r <= 'ㆎ', 'ﾡ' <= r && r <= 'ￜ': // single letters of Hangul, which NFKC joins to syllables
		return true
	case 0x1F3FB <= r && r <= 0x1F3FF: // skin tones of emoji
		return true
	}
	return !norm.NFKC.PropertiesString(string(r)).BoundaryBefore()
}

// pages remembers what [spell] said of single characters of the first two planes, 64 characters to a page. A page is
// made when one of its characters is first met; two goroutines may make the same one.
var pages [0x20000 / pageSize]atomic.Pointer[page]

const pageSize = 64

type page [pageSize]string

// spellSign is [spell] for one sign.
func spellSign(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) || r >= rune(len(pages)*pageSize) {
		return spell(s)
	}
	slot := &pages[r/pageSize]
	p := slot.Load()
	if p == nil {
		p = new(page)
		for i := range p {
			p[i] = spell(string(r/pageSize*pageSize + rune(i)))
		}
		slot.Store(p)
	}
	return p[r%pageSize]
}
