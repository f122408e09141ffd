package search

import (
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// rows say of the entries of a segment which grams, that is, one to four characters in a row, stand in them: one set of
// entries for each gram. The entries that contain a word are among those in the sets of all its grams. This is the signature
// file of information retrieval, stored by bit. A few hundred bytes are read instead of two megabytes.
//
// The frequent grams of a journal, of which most words that people begin to type consist, have a set each. It tells exactly
// where they stand, so that nothing has to be looked at to count them. All others share sets by hash.
type rows struct {
	own    *vocabulary
	sets   []set // those of own, then the shared ones
	shared uint64
}

const (
	plainTo    = 8 << 20    // bytes of text that are looked through in less time than a page may take: the newest have no rows
	rowsFrom   = 1280 << 10 // bytes of text from which on a segment gets rows: beside less they take too much memory
	perRow     = 320        // bytes of text for which there is one set
	minShared  = 1024
	maxRows    = 1 << 15
	relearning = 32 // segments after which the frequent grams are learned anew: in years, people change their language
)

// rowMaker makes the rows of an index's segments.
type rowMaker struct {
	own  *vocabulary
	made int // rows made
}

// rows returns the rows of a segment with these texts, of so many bytes.
func (m *rowMaker) rows(texts [][]byte, size int) *rows {
	if m.made%relearning == 0 {
		m.own = learn(texts)
	}
	m.made++
	shared := max(min(size/perRow, maxRows)-len(m.own.grams), minShared)
	r := &rows{m.own, make([]set, len(m.own.grams)+shared), uint64(shared)}
	// Entry by entry the bits would be set all over the sets, which do not fit into the fast part of the memory. So those
	// of 64 entries are collected by entry, in blocks of 64 rows, and then turned.
	blocks := make([][64]uint64, (len(r.sets)+63)/64)
	for i := 0; i < len(texts); i += 64 {
		clear(blocks)
		for k, text := range texts[i:min(i+64, len(texts))] {
			r.add(blocks, k, text)
		}
		for b := range blocks {
			transpose(&blocks[b])
			for k, bits := range blocks[b][:min(64, len(r.sets)-b*64)] {
				r.sets[b*64+k][i/64] = bits
			}
		}
	}
	return r
}

// transpose turns a block of bits: bit i of word k becomes bit k of word i.
// (Hacker's Delight, 2nd edition, section 7-3, in the order of bits that counts from the lowest.)
func transpose(block *[64]uint64) {
	mask := uint64(1<<32 - 1)
	for width := 32; width > 0; width, mask = width>>1, mask^mask<<(width>>1) {
		for k := 0; k < 64; k = (k + width + 1) &^ width {
			swap := (block[k]>>width ^ block[k+width]) & mask
			block[k] ^= swap << width
			block[k+width] ^= swap
		}
	}
}

// bytes returns the memory r takes, without its vocabulary.
func (r *rows) bytes() int {
	if r == nil {
		return 0
	}
	return len(r.sets) * int(unsafe.Sizeof(set{}))
}

// add enters the grams of text for the entry k of the blocks.
func (r *rows) add(blocks [][64]uint64, k int, text []byte) {
	enter := func(row int) { blocks[row/64][k] |= 1 << (row % 64) }
	var reader grammarian
	for at := 0; at < len(text); {
		c, n := rune(text[at]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRune(text[at:])
		}
		at += n
		row := 0
		for _, g := range reader.next(c) {
			shares := g.shares()
			if shares == 0 && row == 0 {
				break // what is longer than a gram that is not frequent is not frequent either
			}
			hash := g.hash()
			if row = r.own.row(g, hash); row != 0 {
				enter(row)
				continue
			}
			for range shares {
				enter(r.share(hash))
				hash = hash.again()
			}
		}
	}
}

// share is the number of the shared set for a hash.
func (r *rows) share(h hash) int { return len(r.own.grams) + int(uint64(h)&(1<<32-1)*r.shared>>32) }

// among returns those of the entries among that may contain the needle; exact is true if they surely do.
func (r *rows) among(n *needle, among set) (found set, exact bool) {
	if r == nil {
		return among, false
	}
	row := 0
	for i, g := range n.grams {
		shares := g.shares()
		if shares == 0 && row == 0 {
			continue // as when the texts were read
		}
		hash := g.hash()
		if row = r.own.row(g, hash); row != 0 {
			among, exact = among.and(&r.sets[row]), exact || i == n.whole
			continue
		}
		for range shares {
			among = among.and(&r.sets[r.share(hash)])
			hash = hash.again()
		}
	}
	return among, exact
}

// gram is one to three characters of 21 bits each, or four of 14 bits below the highest bit.
type gram uint64

// shares is how many shared sets a gram is entered in. Of a word of one character there is nothing else to go by, so that
// several have to agree. Long grams, of four characters or of three with a kanji among them, are entered in none: there are
// too many of them, and shorter ones say nearly the same.
func (g gram) shares() int {
	const wide = (1<<21-small)<<42&(1<<63-1) | (1<<21-small)<<21 | (1<<21 - small)
	switch {
	case g < 1<<21:
		return 4
	case g < 1<<42 || g < 1<<63 && g&wide == 0:
		return 1
	}
	return 0
}

// hash is a number that tells nothing of its gram, and in all of its bits depends on all of it.
type hash uint64

func mix(x, by uint64) hash {
	high, low := bits.Mul64(x, by)
	return hash(high ^ low)
}

func (g gram) hash() hash  { return mix(uint64(g), 0x9E3779B97F4A7C15) }
func (h hash) again() hash { return mix(uint64(h), 0xD6E8FEB86659FD93) }

// grams returns the grams of a word, and which of them is the word as a whole; -1 for none.
func grams(word string) (found []gram, whole int) {
	if !utf8.ValidString(word) {
		return nil, -1 // it begins or ends within a character
	}
	var reader grammarian
	var last []gram
	for _, c := range word {
		last = reader.next(c)
		found = append(found, last...)
	}
	if n := utf8.RuneCountInString(word); n != len(last) || strings.ContainsRune(word, utf8.RuneError) {
		return found, -1 // the replacement character stands for any broken byte
	}
	return found, len(found) - 1
}

// grammarian reads a text and names the grams that end with each of its characters.
type grammarian struct {
	last   [3]rune // the characters read before, the latest first; 0 before the start
	buffer [4]gram
}

// small is the end of the code points of alphabets and syllabaries, whose characters say less than a kanji does.
const small = 1 << 14

func (g *grammarian) next(c rune) []gram {
	found := append(g.buffer[:0], gram(c))
	a, b, d := g.last[0], g.last[1], g.last[2]
	if a != 0 {
		found = append(found, gram(a)<<21|gram(c))
		if b != 0 {
			found = append(found, gram(b)<<42|gram(a)<<21|gram(c))
			if d != 0 && a|b|c|d < small {
				found = append(found, 1<<63|gram(d)<<42|gram(b)<<28|gram(a)<<14|gram(c))
			}
		}
	}
	g.last = [3]rune{c, a, b}
	return found
}
