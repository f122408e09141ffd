package cell

import (
	"iter"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Next returns the end of the grapheme cluster (UAX #29) that begins at byte at, which must be a cluster boundary of s;
// len(s) at the end. A byte that is not valid UTF-8 is a cluster of its own.
func Next(s string, at int) int {
	if at >= len(s) {
		return len(s)
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
// length of s: it goes back to the nearest place that is a boundary whatever stands before, and from there walks forward.
func Prev(s string, at int) int {
	if at <= 0 {
		return 0
	}
	r, size := utf8.DecodeLastRuneInString(s[:at])
	start := at - size
	for start > 0 {
		before, size := utf8.DecodeLastRuneInString(s[:start])
		if alwaysApart(before, r) {
			break
		}
		r, start = before, start-size
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

// alwaysApart reports whether a cluster boundary lies between the neighbours before and r whatever stands around them.
// Three rules of UAX #29 look further back than one code point: GB9c and GB11 join after something that itself joins to
// the left, and GB12 counts flags. So before must not join to the left, and the two on their own must be apart.
func alwaysApart(before, r rune) bool {
	if plain(before) && plain(r) {
		return true
	}
	return !joined('a', before) && !joined(before, r)
}

// joined reports whether a and b, on their own, are one cluster. U+FFFD stands for itself and for a malformed byte:
// both are never joined to what is before, and a true U+FFFD with a mark after it is the caller's doubt to resolve.
func joined(a, b rune) bool {
	var pair [2 * utf8.UTFMax]byte
	n := utf8.EncodeRune(pair[:], a)
	n += utf8.EncodeRune(pair[n:], b)
	return len(graphemes.FromBytes(pair[:n]).First()) == n
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
