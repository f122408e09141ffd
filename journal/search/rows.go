package search

import (
	"math/bits"
	"unicode/utf8"
)

// rows say of the entries of a segment which grams, that is, single characters and rows of two or three, stand in them:
// one set of entries for each gram. The entries that contain a word are among those in the sets of all its grams. This is
// the signature file of information retrieval, stored by bit. A few hundred bytes are read instead of two megabytes.
//
// Grams of the most frequent characters have a set each (exact); all others share sets by hash.
type rows []set

// gram names a set: an exact one by its number, a shared one by a hash with the highest bit set.
type gram uint32

const (
	shared gram = 1 << 31

	letterCount = 26 + 10 + 1             // a-z 0-9 #
	kanaCount   = 'ゔ' - 'ぁ' + 1 + 1       // and ー
	pairStart   = letterCount + kanaCount // of the exact sets for two letters
	exactCount  = pairStart + letterCount*letterCount

	minShared = 64
	maxShared = 1 << 15
	perShared = 512 // bytes of text for which there is one shared set, roughly
	rowsFrom  = 1280 << 10
)

// newRows returns rows for a segment with size bytes of text, nil if it has fewer than from: then they would take too
// much memory beside the text, and looking through it takes little time.
func newRows(size, from int) rows {
	if size < from {
		return nil
	}
	n := min(max(size/perShared, minShared), maxShared)
	return make(rows, exactCount+1<<(bits.Len(uint(n))-1))
}

// row returns the number of the set of g.
func (r rows) row(g gram) int {
	if g&shared == 0 {
		return int(g)
	}
	return exactCount + int(g&^shared)&(len(r)-exactCount-1)
}

// add enters the grams of text for the entry i.
func (r rows) add(i int, text []byte) {
	word, bit := i/64, uint64(1)<<(i%64)
	var grams grammarian
	for at := 0; at < len(text); {
		c, n := utf8.DecodeRune(text[at:])
		at += n
		for _, g := range grams.next(c) {
			r[r.row(g)][word] |= bit
		}
	}
}

// among returns those of the entries among that may contain the needle.
func (r rows) among(n *needle, among set) set {
	if r == nil {
		return among
	}
	for _, g := range n.grams {
		among = among.and(r[r.row(g)])
	}
	return among
}

// grams returns the grams of a word, and whether the entries with all of them are surely those with the word.
func grams(word string) (found []gram, exact bool) {
	if !utf8.ValidString(word) {
		return nil, false // it begins or ends within a character
	}
	var reader grammarian
	exact = true
	for _, c := range word {
		found = append(found, reader.next(c)...)
	}
	if n := len(found); n > 1 { // of two letters, the pair says all
		exact = utf8.RuneCountInString(word) == 2 && found[n-1] >= pairStart
	}
	for _, g := range found {
		exact = exact && g&shared == 0
	}
	return found, exact
}

// grammarian reads a text and names the grams that end with each of its characters.
type grammarian struct {
	last, before rune // the two characters read before; 0 at the start
	buffer       [4]gram
}

func (g *grammarian) next(c rune) []gram {
	found := g.buffer[:0]
	n := exact(c)
	if n >= 0 {
		found = append(found, gram(n))
	} else {
		found = append(found, hash(uint64(c)), hash(uint64(c)|1<<63)) // two, because many words have one character
	}
	if g.last != 0 {
		if m := exact(g.last); 0 <= n && n < letterCount && 0 <= m && m < letterCount {
			found = append(found, gram(pairStart+m*letterCount+n))
		} else {
			found = append(found, hash(uint64(g.last)<<21|uint64(c)))
		}
		if g.before != 0 && g.before|g.last|c < utf8.RuneSelf {
			found = append(found, hash(uint64(g.before)<<42|uint64(g.last)<<21|uint64(c)))
		}
	}
	g.before, g.last = g.last, c
	return found
}

// exact returns the number of the set for c alone, -1 if it has none.
func exact(c rune) int {
	switch {
	case 'a' <= c && c <= 'z':
		return int(c - 'a')
	case '0' <= c && c <= '9':
		return int(26 + c - '0')
	case c == '#':
		return letterCount - 1
	case 'ぁ' <= c && c <= 'ゔ':
		return int(letterCount + c - 'ぁ')
	case c == 'ー':
		return pairStart - 1
	}
	return -1
}

func hash(x uint64) gram {
	return shared | gram(x*0x9E3779B97F4A7C15>>33)
}
