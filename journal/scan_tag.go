package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// NextTag finds the first #tag (or ＃tag) in s: from the mark to the end of
// the word. A tag begins after a space, a bracket, a quote, CJK punctuation or
// nothing, holds at least one letter, and may be nested (#a/b). before is the
// character that stands before s, 0 for none.
func NextTag(s string, before rune) (from, to int, ok bool) {
	for i, r := range s {
		if isTagMark(r) && tagMayFollow(before) {
			start := i + utf8.RuneLen(r)
			if n := tagLen(s[start:]); n > 0 {
				return i, start + n, true
			}
		}
		before = r
	}
	return 0, 0, false
}

func isTagMark(r rune) bool { return r == '#' || r == '＃' }

func tagMayFollow(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || strings.ContainsRune("([{\"'", r) || r != '＃' && isWide(r) && (unicode.IsPunct(r) || unicode.IsSymbol(r))
}

// isWide reports whether a character belongs to a script that is written
// without spaces: Han, kana, Hangul, bopomofo, their punctuation and full-width
// forms.
func isWide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r >= 0x3000 && r <= 0x303F, r >= 0xFF00 && r <= 0xFFEF, r >= 0xFE30 && r <= 0xFE4F, r == 'ー':
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}

// tagLen returns the bytes of the tag's word at the start of s, 0 for none.
func tagLen(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool { return !inTag(r) })
	if end < 0 {
		end = len(s)
	}
	word := strings.TrimRight(s[:end], "-/")
	if !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSymbol(r) }) {
		return 0
	}
	return len(word)
}

func inTag(r rune) bool {
	const joiner = '\u200d' // in the emoji of several people
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' || r == '-' || r == '/' || r == joiner ||
		r > 0x1F000 && unicode.IsSymbol(r)
}
