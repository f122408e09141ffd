package text

import (
	"unicode/utf8"

	"lifelog/ui/cell"
)

// Count returns how many characters s has, which are its grapheme clusters without white space and invisible ones, and
// how many words: runs with a letter or digit in them, ended by space, by kanji and kana, and by what is no ASCII
// punctuation. Kanji and kana are characters and never words. The counts of a text are the sums of the counts of its
// lines, so whoever changes a line need not count the others again.
func Count(s string) (characters, words int) {
	inWord := false
	for i := 0; i < len(s); {
		r, next := rune(s[i]), i+1
		if r >= utf8.RuneSelf || next < len(s) && s[next] >= utf8.RuneSelf {
			r, _ = utf8.DecodeRuneInString(s[i:])
			next = cell.Next(s, i)
		}
		i = next
		c := classOf(r)
		if c == space {
			inWord = false
			continue
		}
		if c == invisible {
			continue
		}
		characters++
		switch {
		case c == letter || c == digit:
			if !inWord {
				words++
			}
			inWord = true
		case c != punctuation || r >= utf8.RuneSelf && r != '’':
			inWord = false
		}
	}
	return characters, words
}
