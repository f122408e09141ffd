package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutKey parts "key:value". A key begins with a letter.
func cutKey(text string) (key, value string, found bool) {
	at := strings.IndexFunc(text, func(r rune) bool {
		return !(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' || r == '-' || r == '.')
	})
	first, _ := utf8.DecodeRuneInString(text)
	if at <= 0 || !unicode.IsLetter(first) {
		return "", "", false
	}
	for _, colon := range []string{":", "："} {
		if value, found := strings.CutPrefix(text[at:], colon); found {
			return text[:at], value, true
		}
	}
	return "", "", false
}

// quotes are what a quotation begins and ends with.
var quotes = map[rune]rune{'"': '"', '＂': '＂', '“': '”', '「': '」', '『': '』'}

func isMinus(r rune) bool   { return r == '-' || r == '－' || r == '−' }
func isOpening(r rune) bool { return r == '(' || r == '（' }
func isClosing(r rune) bool { return r == ')' || r == '）' }
func isBar(r rune) bool     { return r == '|' || r == '｜' }
func isGap(r rune) bool     { return unicode.IsSpace(r) || unicode.IsControl(r) }

// spaces is the length of the gap that s begins with.
func spaces(s string) int { return len(s) - len(strings.TrimLeftFunc(s, isGap)) }

// endsWord says whether no word goes on at the start of rest.
func endsWord(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	return n == 0 || isGap(r) || isBar(r) || isOpening(r) || isClosing(r) || quotes[r] != 0
}

// wordEnd is the length of the word that s begins with. Parentheses are part
// of it with all between them, if they are closed in it again.
func wordEnd(s string) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isOpening(r) && i > 0 {
			n = closedAt(s[i:])
			if n == 0 {
				return i
			}
		} else if endsWord(s[i:]) {
			return i
		}
		i += n
	}
	return len(s)
}

// closedAt is where the parenthesis that s begins with is closed within the
// same word, 0 if it is not.
func closedAt(s string) int {
	depth := 0
	for i, r := range s {
		switch {
		case isOpening(r):
			depth++
		case isClosing(r):
			if depth--; depth == 0 {
				return i + utf8.RuneLen(r)
			}
		case endsWord(s[i:]):
			return 0
		}
	}
	return 0
}

// regexpEnd is the length of the regular expression in slashes that s begins
// with, 0 if the slash begins something else. The last slash ends a word.
func regexpEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '/' && i > 1 && endsWord(s[i+1:]):
			return i + 1
		}
	}
	return 0
}
