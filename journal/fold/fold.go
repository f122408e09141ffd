// Package fold brings text into the form in which search compares it, so that a word is found however it was written:
// in any width, case or kind of kana, composed or decomposed, with or without Latin accents, in old or new kanji.
//
// Two texts that differ only in these ways have the same folded form:
//
//   - compatibility forms and composition: Unicode's NFKC (ｶﾞ ガ, ① 1, ㈱ (株), ﬃ ffi)
//   - case: Unicode's full case folding (ß ss)
//   - accents and strokes of Latin and Greek letters (é e, ø o, æ ae) and Cyrillic ё
//   - katakana and hiragana; ヴァ and バ; ヶ and ケ
//   - dashes (after kana a long mark ー, else -), wave dashes (~), curly quotes
//   - old and variant kanji (國 国, 髙 高): the lists in the folder kanji
//   - characters that cannot be seen: variation selectors, joiners, zero width spaces, soft hyphens, bidi controls
//
// Kana with and without dakuten (は ば ぱ) and small and large kana (っ つ) stay apart.
// A folded text folds to itself.
//
// Two rules look at the kana before or after: a query that begins with a dash, or ends in ヴ before its vowel, misses
// what the whole word would find.
package fold

import "slices"

//go:generate go run gen.go

// String returns the folded form of s. Each byte of s that is not UTF-8 becomes U+FFFD.
func String(s string) string {
	return string(Append(nil, s))
}

// Append appends the folded form of s to dst.
func Append(dst []byte, s string) []byte {
	f := folder{writer: writer{out: slices.Grow(dst, len(s))}}
	f.fold(s)
	return f.out
}

// Positions returns the folded form of s and, for each of its bytes, the byte offset in s at which the sign begins that
// the byte comes from; at the end stands len(s) once more. A sign is a character with all that hangs on it: combining
// marks, a half-width dakuten, what is joined to it by a zero width joiner, characters that cannot be seen, and the small
// vowel of ヴァ. Several bytes with the same offset come from one sign. [Source] turns a match into a range of s.
func Positions(s string) (folded string, at []int32) {
	f := folder{writer: writer{out: make([]byte, 0, len(s))}, at: make([]int32, 0, len(s)+1), track: true}
	f.fold(s)
	return string(f.out), append(f.at, int32(len(s)))
}

// Source returns the byte range of the source text that folded[i:j] came from, given the offsets that [Positions]
// returned. It consists of whole signs: a match of one letter of ﬃ gives all of ﬃ. An empty match gives an empty range.
func Source(at []int32, i, j int) (from, to int) {
	if i >= j {
		return int(at[i]), int(at[i])
	}
	end := j
	for at[end] == at[j-1] {
		end++
	}
	return int(at[i]), int(at[end])
}

// folder takes a text sign by sign. Frequent characters are folded by their code point, all others by [spell].
type folder struct {
	writer
	at    []int32 // for each byte of out, where its sign begins; kept only if track
	track bool
}

func (f *folder) fold(s string) {
	letter, n, _ := first(s)
	for i := 0; i < len(s); {
		start := i
		next, m, joins := first(s[i+n:])
		if letter != 0 && !joins {
			f.put(letter)
			i += n
		} else {
			i = signEnd(s, i)
			f.putAll(spellSign(s[start:i]))
			next, m, _ = first(s[i:])
		}
		letter, n = next, m
		if f.track {
			for len(f.at) < len(f.out) {
				f.at = append(f.at, int32(start))
			}
		}
	}
}
