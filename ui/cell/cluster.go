package cell

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Next returns the end of the grapheme cluster (UAX #29) that begins at byte at, which must be a cluster boundary of s;
// len(s) at the end. A byte that is not valid UTF-8 is a cluster of its own.
func Next(s string, at int) int {
	switch {
	case at >= len(s):
		return len(s)
	case s[at] < utf8.RuneSelf && s[at] != '\r' && (at+1 == len(s) || s[at+1] < utf8.RuneSelf):
		return at + 1
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	if r == utf8.RuneError && size == 1 {
		return at + 1
	}
	end := at + size
	if end == len(s) {
		return end
	}
	if plain(r) {
		if follower, _ := utf8.DecodeRuneInString(s[end:]); plain(follower) {
			return end
		}
	}
	return at + firstCluster(s[at:])
}

// Prev returns the start of the grapheme cluster that ends at byte at; 0 at the start. Its cost does not depend on the
// length of s: it goes back to the nearest place that is a boundary whatever stands before it, and from there walks forward.
// (Only a run of flags has no such place inside: there it is the length of the run.)
func Prev(s string, at int) int {
	start := at
	for start > 0 {
		_, size := utf8.DecodeLastRuneInString(s[:start])
		start -= size
		if start > 0 && alwaysApart(s, start) {
			break
		}
	}
	for {
		end := Next(s, start)
		if end >= at {
			return start
		}
		start = end
	}
}

// Clusters yields every grapheme cluster of s with its byte offset.
func Clusters(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for at := 0; at < len(s); {
			end := Next(s, at)
			if !yield(at, s[at:end]) {
				return
			}
			at = end
		}
	}
}

// firstCluster returns the length of the first cluster of s, which begins with a valid code point. The segmenter takes
// malformed bytes on trust, so the cluster is cut at the first of them.
func firstCluster(s string) int {
	cluster := graphemes.FromString(s).First()
	for i, r := range cluster {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(cluster[i:]); size == 1 {
				return i
			}
		}
	}
	return len(cluster)
}

// alwaysApart reports whether byte at of s is a cluster boundary, as far as the two code points beside it can tell.
func alwaysApart(s string, at int) bool {
	before, back := utf8.DecodeLastRuneInString(s[:at])
	r, size := utf8.DecodeRuneInString(s[at:])
	switch {
	case plain(before) && plain(r):
		return true
	case before == zwj: // GB11: joins emoji if there is one before it
		return false
	case mayConjoin(r) && (!unicode.IsLetter(before) || isDakuten(before)): // GB9c: joins consonants if there is one before
		return false
	}
	pair := s[at-back : at+size]
	return firstCluster(pair) < len(pair)
}

// mayConjoin reports whether c might be a consonant of a script that writes conjuncts (Indic_Conjunct_Break=Consonant). It
// may say so of other letters: Prev then goes back a little further than it had to.
func mayConjoin(c rune) bool {
	return c >= 0x900 && !plain(c) && !(c >= 0xAC00 && c < 0xD7A4) && unicode.IsLetter(c)
}

// plain reports whether r is one of the common code points of which no two ever join, whatever stands around them: most
// Latin, Greek and Cyrillic, symbols, kana and kanji. (Grapheme_Cluster_Break=Other or Control without CR; an emoji on its
// own joins nothing.)
func plain(r rune) bool {
	switch {
	case r < 0x300:
		return r != '\r'
	case r < 0x3000:
		return r >= 0x370 && r < 0x483 || r >= 0x48A && r < 0x591 || r >= 0x2010 && r < 0x20D0 || r >= 0x2100 && r < 0x2CEF
	case r < 0xA000: // 、。 brackets, kana, kanji; without the tone marks of old texts and the combining dakuten
		return (r < 0x302A || r >= 0x3030) && r != 0x3099 && r != 0x309A
	}
	return r >= 0xFF01 && r < 0xFF9E // full-width forms and half-width kana, without the half-width dakuten
}
