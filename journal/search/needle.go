package search

import (
	"bytes"
	"encoding/binary"
)

// needle is a text to find.
type needle struct {
	text  string
	rare  int // offset of the byte of text that is the rarest in most texts
	next  int // offset of the next rarest; rare if there is no other
	grams []gram
	whole int // the one of grams that is all of text; -1 for none
}

func newNeedle(text string) needle {
	n := needle{text: text}
	n.grams, n.whole = grams(text)
	for i := range len(text) {
		switch f := frequency[text[i]]; {
		case f < frequency[text[n.rare]]:
			n.rare, n.next = i, n.rare
		case n.next == n.rare || f < frequency[text[n.next]]:
			n.next = i
		}
	}
	return n
}

func (n *needle) in(text []byte) bool { return n.index(text, 0) >= 0 }

// index returns the offset of the first occurrence at or after from, -1 if there is none. It goes from one occurrence of
// the rarest byte to the next: all kana and most kanji begin with the same few bytes, so that looking for the first byte,
// as bytes.Index does, stops at nearly every character of a Japanese text.
func (n *needle) index(text []byte, from int) int {
	if n.text == "" {
		return from
	}
	rare := n.text[n.rare]
	end := len(text) - (len(n.text) - n.rare) + 1 // of where the rarest byte can be
	for at, misses := from+n.rare, 0; at < end; misses++ {
		if at-from < misses*often-often*4 {
			return n.indexPair(text, at-n.rare)
		}
		skip := bytes.IndexByte(text[at:end], rare)
		if skip < 0 {
			return -1
		}
		at += skip
		if n.at(text, at-n.rare) {
			return at - n.rare
		}
		at++
	}
	return -1
}

// often is how many bytes there are between two occurrences of a byte of which it takes as long to look for each as to
// look through all of them with [needle.indexPair].
const often = 64

// at says whether text holds the needle at an offset, which is one where it would fit.
func (n *needle) at(text []byte, at int) bool {
	last := len(n.text) - 1
	return text[at] == n.text[0] && text[at+last] == n.text[last] && string(text[at:at+last]) == n.text[:last]
}

// indexPair is index for texts full of the rarest byte. It looks for the two rarest bytes side by side.
func (n *needle) indexPair(text []byte, from int) int {
	end := len(text) - len(n.text) + 1
	for from < end {
		from += pair(text[from+n.rare:end+n.rare], text[from+n.next:end+n.next], n.text[n.rare], n.text[n.next])
		for stop := min(from+8, end); from < stop; from++ {
			if n.at(text, from) {
				return from
			}
		}
	}
	return -1
}

const ones, highs = 0x0101010101010101, 0x8080808080808080

// pair returns a multiple of eight: among the eight places from there on is one where s holds a and t, which is as long,
// holds b. Near the end of s there may be none. The arithmetic is that of strlen in the C library, for eight bytes at once: a
// byte of z is zero where both fit, and only if there is one a highest bit is left. Inlined, it runs out of registers.
//
//go:noinline
func pair(s, t []byte, a, b byte) int {
	i, first, second := 0, ones*uint64(a), ones*uint64(b)
	for t = t[:len(s)]; i < len(s)-7; i += 8 {
		z := (binary.LittleEndian.Uint64(s[i:i+8]) ^ first) | (binary.LittleEndian.Uint64(t[i:i+8]) ^ second)
		if (z-ones)&^z&highs != 0 {
			return i
		}
	}
	return i
}

// frequency says how common each byte is in folded Japanese and English text, on a scale of logarithms. A byte
// that begins a character of several bytes is common in the texts of some script.
var frequency = [256]uint8{
	0, 0, 0, 0, 0, 0, 0, 0, 0, 49, 70, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0,
	98, 9, 34, 15, 14, 19, 11, 36, 50, 49, 28, 13, 40, 47, 46, 44,
	46, 46, 45, 41, 35, 36, 34, 28, 35, 33, 36, 25, 20, 24, 22, 2,
	16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 28, 37, 28, 7, 37,
	29, 81, 65, 77, 75, 86, 71, 67, 70, 83, 41, 58, 79, 72, 80, 80,
	74, 44, 80, 81, 84, 72, 59, 62, 60, 61, 45, 14, 17, 14, 1, 0,
	72, 96, 86, 64, 65, 52, 53, 58, 59, 59, 61, 71, 69, 60, 35, 61,
	57, 45, 60, 65, 45, 60, 53, 63, 49, 66, 53, 54, 49, 45, 37, 58,
	51, 54, 40, 55, 53, 45, 60, 62, 68, 53, 58, 61, 33, 52, 69, 62,
	54, 47, 33, 41, 48, 54, 43, 52, 52, 45, 52, 47, 63, 53, 61, 52,
	90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90,
	90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90,
	90, 90, 90, 100, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90,
	90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90,
}
