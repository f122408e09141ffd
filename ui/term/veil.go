package term

import (
	"strings"
	"unicode/utf8"
)

// veil and the 255 characters after it, which no text has, are the bytes of a
// paste that Bubble Tea would lose: it takes what begins with ESC for a key that
// has no business there, and drops what is no UTF-8, and U+FFFD.
const veil = '\U0010FE00'

// appendPasted appends what was pasted, those bytes veiled. Four bytes come of
// one at most.
func appendPasted(out, got []byte) []byte {
	for len(got) > 0 {
		r, n := utf8.DecodeRune(got)
		if r == 0x1b || r == utf8.RuneError || veil <= r && r <= veil+0xff {
			for _, b := range got[:n] {
				out = utf8.AppendRune(out, veil+rune(b))
			}
		} else {
			out = append(out, got[:n]...)
		}
		got = got[n:]
	}
	return out
}

// Pasted returns the bytes that were pasted, given the text of a tea.PasteMsg
// that came through an Input.
func Pasted(s string) string {
	if !strings.Contains(s, string(veil)[:2]) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if veil <= r && r <= veil+0xff {
			b.WriteByte(byte(r - veil))
		} else {
			_, n := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+n])
		}
	}
	return b.String()
}
