package cell

import (
	"strings"
	"unicode/utf8"
)

// Clean makes text from outside safe to draw: whatever could drive a terminal, reorder the line or hide in it becomes a
// visible mark of one code point, so that columns stay countable. Line feed and tab stay, CR LF becomes a line feed.
//
//	C0 controls, DEL                         their pictures ␀ … ␟ ␡
//	C1 controls, malformed bytes             U+FFFD
//	bidi embeddings, overrides, isolates     U+FFFD
//	deprecated and annotation controls       U+FFFD (U+206A–206F, U+FFF9–FFFB)
//	tag characters outside a flag            U+FFFD
//	U+200B zero width space                  ␣
//	U+2028, U+2029 separators                ␤
//
// What writing needs stays: joiners, variation selectors, soft hyphens, and the marks U+200E, U+200F and U+061C, which
// Hebrew and Arabic use and which cannot reach beyond their neighbours. Text with nothing to change is returned as it is,
// without allocation.
func Clean(s string) string { return clean(s, false) }

// CleanLine is Clean for one line (titles, status, errors): line feeds, CR LF and tabs become spaces. It maps every
// cluster to one of the same width.
func CleanLine(s string) string { return clean(s, true) }

func clean(s string, line bool) string {
	at := dirty(s, 0, line)
	if at == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for from := 0; ; {
		b.WriteString(s[from:at])
		if at == len(s) {
			return b.String()
		}
		c, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case c == '\r' && strings.HasPrefix(s[at+1:], "\n"): // the line feed says it all
		case c == '\n':
			b.WriteByte(' ')
		case c == '\t':
			b.WriteString(tab)
		default:
			b.WriteRune(mark(c))
		}
		from = at + size
		at = dirty(s, from, line)
	}
}

// dirty returns the offset of the first code point of s from byte at on that clean must change; len(s) if there is none.
func dirty(s string, at int, line bool) int {
	for at < len(s) {
		c := s[at]
		if c < utf8.RuneSelf {
			if c < 0x20 && (line || c != '\n' && c != '\t') || c == 0x7F {
				return at
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
		if m := mark(r); m != 0 && m != r {
			return at - size
		}
		if r == blackFlag {
			at += flagTags(s[at-size:])
		}
	}
	return len(s)
}

// mark returns the visible mark that stands for c, 0 if c may be drawn as it is.
func mark(c rune) rune {
	switch {
	case c < 0x20:
		return '␀' + c
	case c < 0x7F:
		return 0
	case c == 0x7F:
		return '␡'
	case c < 0xA0:
		return utf8.RuneError
	case c < 0x200B:
		return 0
	case c == 0x200B:
		return '␣'
	case c == 0x2028, c == 0x2029:
		return '␤'
	case c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x206F:
		return utf8.RuneError
	case c >= 0xFFF9 && c <= 0xFFFB, c == utf8.RuneError:
		return utf8.RuneError
	case c >= 0xE0000 && c < 0xE0100, c >= 0xE01F0 && c < 0xE1000:
		return utf8.RuneError
	}
	return 0
}

// flagTags returns the bytes of tag characters after the black flag that s begins with, if they name a region as UTS #51
// has it (three to six letters and digits, then the end tag); else 0.
func flagTags(s string) int {
	tags, found := strings.CutPrefix(s, string(blackFlag))
	if !found {
		return 0
	}
	count := 0
	for i, c := range tags {
		switch {
		case c >= 0xE0030 && c <= 0xE0039, c >= 0xE0061 && c <= 0xE007A:
			count++
		case c == 0xE007F && count >= 3 && count <= 6:
			return i + utf8.RuneLen(c)
		default:
			return 0
		}
	}
	return 0
}
