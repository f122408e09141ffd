package term

import (
	"bytes"
	"unicode/utf8"

	"lifelog/ui/cell"
)

// burstRunes is the number of characters in one read that no hand types, even
// in ASCII; a key held down over a slow line repeats one character.
const burstRunes = 16

// isBurst reports whether what came in one read is text that was not typed key
// by key: two grapheme clusters or more with one beyond ASCII among them, or
// 16 characters or more that are not all the same.
func isBurst(got []byte) bool {
	if !isText(got, false) {
		return false
	}
	line := string(withoutEnter(got))
	n, ascii, same := 0, true, true
	first, _ := utf8.DecodeRuneInString(line)
	for _, r := range line {
		n++
		ascii = ascii && r < utf8.RuneSelf
		same = same && r == first
	}
	if !ascii {
		return cell.Next(line, 0) < len(line)
	}
	return n >= burstRunes && !same
}

// isText reports whether got is whole printable characters and line breaks, and
// tabs if allowed: the Tab key in what may have been typed is not text.
func isText(got []byte, tabs bool) bool {
	for len(got) > 0 {
		r, n := utf8.DecodeRune(got)
		switch {
		case r == '\r' || r == '\n' || r == '\t' && tabs:
		case r == utf8.RuneError || r < ' ' || 0x7f <= r && r < 0xa0:
			return false
		}
		got = got[n:]
	}
	return true
}

// withoutEnter returns got without the line break at its end if there is no
// other one: after a single line that is the Enter key.
func withoutEnter(got []byte) []byte {
	if line := bytes.TrimRight(got, "\r\n"); !bytes.ContainsAny(line, "\r\n") {
		return line
	}
	return got
}

// unfinishedRune returns how many bytes at the end of got begin a character
// whose rest is missing; 0 when the end is whole or cannot become a character.
func unfinishedRune(got []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(got); n++ {
		tail := got[len(got)-n:]
		if utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}

// unfinishedMark returns how many bytes at the end of got begin mark.
func unfinishedMark(got, mark []byte) int {
	for n := min(len(mark)-1, len(got)); n > 0; n-- {
		if bytes.HasSuffix(got, mark[:n]) {
			return n
		}
	}
	return 0
}

// unfinished reports whether got ends inside an escape sequence (ECMA-48):
// after ESC, inside a control sequence, or inside a control string.
func unfinished(got []byte) bool {
	at := bytes.LastIndexByte(got, 0x1b)
	if at < 0 {
		return false
	}
	seq := got[at+1:]
	if len(seq) == 0 {
		return true
	}
	switch seq[0] {
	case '[':
		for _, b := range seq[1:] {
			if b < 0x20 || b > 0x3f {
				return false
			}
		}
		return true
	case 'O':
		return len(seq) == 1
	case 'P', ']', '_', '^', 'X':
		return !bytes.Contains(seq, []byte{0x07})
	}
	return false
}
