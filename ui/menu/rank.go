package menu

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How far a name is from what was typed; less is nearer.
const (
	whole  = iota
	begins // the name begins with it
	word   // a later word of the name does
	inside
	letters // and more for each letter that is passed over
)

// rank returns the indexes of the texts that every word is in, the nearest
// first, those that are equally near in their order. A text is some names, a
// line each; the one that fits best counts.
func rank(texts, words []string) []int {
	far := make([]int, len(texts))
	var in []int
	for i, text := range texts {
		for _, w := range words {
			d, ok := distance(text, w)
			if !ok {
				far[i] = -1
				break
			}
			far[i] += d
		}
		if far[i] >= 0 {
			in = append(in, i)
		}
	}
	slices.SortStableFunc(in, func(a, b int) int { return far[a] - far[b] })
	return in
}

// distance is how far the nearest name of a text is from a word.
func distance(text, w string) (least int, ok bool) {
	for name := range strings.SplitSeq(text, "\n") {
		if d, in := between(name, w); in && (!ok || d < least) {
			least, ok = d, true
		}
	}
	return least, ok
}

func between(name, w string) (int, bool) {
	switch at := strings.Index(name, w); {
	case name == w:
		return whole, true
	case at == 0:
		return begins, true
	case at > 0 && startsWord(name, at), strings.Contains(name, " "+w):
		return word, true
	case at > 0:
		return inside, true
	}
	return scattered(name, w)
}

// scattered finds the letters of w in order, the first of them at the start of
// a word.
func scattered(name, w string) (least int, ok bool) {
	first, size := utf8.DecodeRuneInString(w)
	for from, r := range name {
		if r != first || !startsWord(name, from) {
			continue
		}
		at, passed := from+size, 0
		rest := w[size:]
		for _, r := range rest {
			next := strings.IndexRune(name[at:], r)
			if next < 0 {
				passed = -1
				break
			}
			if !startsWord(name, at+next) {
				passed += next
			}
			at += next + utf8.RuneLen(r)
		}
		if passed >= 0 && (!ok || letters+passed < least) {
			least, ok = letters+passed, true
		}
	}
	return least, ok
}

// startsWord reports whether a word begins at byte at.
func startsWord(name string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(name[:at])
	return at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before)
}
