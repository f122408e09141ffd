package search

import "bytes"

// needle is a text to find.
type needle struct {
	text  string
	rare  int // offset of the byte of text that is the rarest in most texts
	grams []gram
	exact bool // the rows of its grams need no check
}

func newNeedle(text string) needle {
	n := needle{text: text}
	n.grams, n.exact = grams(text)
	for i := range len(text) {
		if frequency[text[i]] < frequency[text[n.rare]] {
			n.rare = i
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
	at := from + n.rare
	for misses := 0; at < end; misses++ {
		skip := bytes.IndexByte(text[at:end], rare)
		if skip < 0 {
			return -1
		}
		at += skip
		start := at - n.rare
		if last := len(n.text) - 1; text[start] == n.text[0] && text[start+last] == n.text[last] &&
			string(text[start:start+last]) == n.text[:last] {
			return start
		}
		at++
		if misses > 16+(at-from)/8 { // not rare here
			return n.indexSteadily(text, at-n.rare)
		}
	}
	return -1
}

// indexSteadily is index for texts full of the rarest byte.
func (n *needle) indexSteadily(text []byte, from int) int {
	at := bytes.Index(text[from:], []byte(n.text))
	if at < 0 {
		return -1
	}
	return from + at
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
