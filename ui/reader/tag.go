package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nextTag finds the first #tag (or ＃tag) in s: from the mark to the end of
// the word. A tag begins after a space, a bracket, CJK punctuation or
// nothing, holds at least one letter, and may be nested (#a/b). before is the
// character that stands before s.
func nextTag(s string, before rune) (from, to int, ok bool) {
	for i, r := range s {
		if (r == '#' || r == '＃') && tagMayFollow(before) {
			start := i + utf8.RuneLen(r)
			if n := tagLen(s[start:]); n > 0 {
				return i, start + n, true
			}
		}
		before = r
	}
	return 0, 0, false
}

func tagMayFollow(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || strings.ContainsRune("([{\"'", r) || cjk(r) && punctuation(r) && r != '＃'
}

// tagLen returns the bytes of the tag's word at the start of s.
func tagLen(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("_-/\u200d", r) ||
			r > 0x1F000 && unicode.IsSymbol(r))
	})
	if end < 0 {
		end = len(s)
	}
	word := strings.TrimRight(s[:end], "-/")
	if !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSymbol(r) }) {
		return 0
	}
	return len(word)
}
