package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// Profile says how many cells a terminal moves its cursor for each of six probes. A zero field means not measured.
type Profile struct {
	Ambiguous uint8 // … U+2026: 1, or 2 where ambiguous characters (UAX #11) are drawn wide
	VS16      uint8 // ❤️ U+2764 U+FE0F: 1, or 2 where the selector makes an emoji of it
	ZWJ       uint8 // 👩‍💻 U+1F469 U+200D U+1F4BB: 4, or 2 where a joined sequence is one glyph
	Skin      uint8 // 👍🏽 U+1F44D U+1F3FD: 4, or 2 where the tone colours the hand
	Flag      uint8 // 🇯🇵 U+1F1EF U+1F1F5: 2, or 4 where each letter of a flag is wide
	Kana      uint8 // ﾊﾟ U+FF8A U+FF9F: 2, or 1 where the mark sits on the half-width kana
}

// Ruler measures text as one terminal draws it. The zero Ruler adds up code points by the table that Bubble Tea's renderer
// starts with (x/ansi's WcWidth), which is what most terminals do. Rulers can be compared with ==.
type Ruler struct {
	ambiguousWide bool // ambiguous characters are 2 cells
	selector      bool // VS16 makes its base 2 cells
	joins         bool // a ZWJ sequence is 2 cells
	tones         bool // a skin tone adds nothing
	wideFlags     bool // a flag is 4 cells
	kanaMarks     bool // a half-width dakuten adds nothing
}

// NewRuler returns the ruler of a terminal that answered p. Answers that no terminal should give count as not measured.
func NewRuler(p Profile) Ruler {
	return Ruler{
		ambiguousWide: p.Ambiguous == 2,
		selector:      p.VS16 == 2,
		joins:         p.ZWJ == 2,
		tones:         p.Skin == 2,
		wideFlags:     p.Flag == 4,
		kanaMarks:     p.Kana == 1,
	}
}

// Width returns the cells that s takes: the sum over its clusters.
func (r Ruler) Width(s string) int {
	total := 0
	for at := 0; at < len(s); {
		end, width := r.step(s, at)
		total += width
		at = end
	}
	return total
}

// Cut returns the longest prefix of whole clusters of s that fits in width cells.
func (r Ruler) Cut(s string, width int) string {
	for at := 0; at < len(s); {
		end, w := r.step(s, at)
		if width -= w; width < 0 {
			return s[:at]
		}
		at = end
	}
	return s
}

// Truncate returns s if it fits in width cells, else as much of it as fits before the mark "…". Where not even the mark
// fits, it returns what Cut does.
func (r Ruler) Truncate(s string, width int) string {
	const mark = "…"
	head := r.Cut(s, width)
	room := width - r.Width(mark)
	if len(head) == len(s) || room < 0 {
		return head
	}
	return r.Cut(head, room) + mark
}

// Pad returns s cut or filled with spaces to exactly width cells.
func (r Ruler) Pad(s string, width int) string {
	head := r.Cut(s, width)
	if gap := width - r.Width(head); gap > 0 {
		return head + strings.Repeat(" ", gap)
	}
	return head
}

// step returns the end and the width of the cluster of s that begins at byte at.
func (r Ruler) step(s string, at int) (end, width int) {
	if c := s[at]; c < utf8.RuneSelf && c != '\r' && c != '\t' && (at+1 == len(s) || s[at+1] < utf8.RuneSelf) {
		return at + 1, 1
	}
	first, size := utf8.DecodeRuneInString(s[at:])
	if end = at + size; plain(first) {
		if follower, _ := utf8.DecodeRuneInString(s[end:]); plain(follower) {
			return end, r.codePoint(first)
		}
	}
	if end = Next(s, at); end == at+size {
		return end, r.codePoint(first)
	}
	return end, r.cluster(s[at:end])
}

// cluster measures a cluster of several code points.
func (r Ruler) cluster(s string) int {
	if s == "\r\n" {
		return 1
	}
	width := 0
	var before rune
	for at := 0; at < len(s); {
		c, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case c == blackFlag:
			size += flagTags(s[at:])
			width += r.codePoint(c)
		case r.joins && before == zwj && isPictograph(c):
			return 2
		case r.selector && c == vs16 && isEmojiBase(before):
			width += max(0, 2-r.codePoint(before))
		case r.tones && isSkinTone(c) && isPictograph(before), r.kanaMarks && isDakuten(c) && before >= 'ｦ' && before <= 'ﾝ':
		default:
			width += r.codePoint(c)
		}
		before = c
		at += size
	}
	return width
}

const (
	zwj       = '\u200D'     // zero width joiner
	vs16      = '\uFE0F'     // variation selector 16: draw an emoji
	blackFlag = '\U0001F3F4' // base of the flags that are spelled with tag characters
)

func isSkinTone(c rune) bool   { return c >= 0x1F3FB && c <= 0x1F3FF }
func isFlagLetter(c rune) bool { return c >= 0x1F1E6 && c <= 0x1F1FF }
func isDakuten(c rune) bool    { return c == 0xFF9E || c == 0xFF9F }

// isEmojiBase reports whether the emoji selector may stand after c: a pictograph, or the base of a keycap.
func isEmojiBase(c rune) bool {
	return c >= '0' && c <= '9' || c == '#' || c == '*' || c == '©' || c == '®' || c == '‼' || c == '⁉' || c == 'ℹ' || isPictograph(c)
}

// isPictograph reports whether c is a symbol of the blocks that emoji come from.
func isPictograph(c rune) bool {
	return (c >= 0x2100 && c < 0x2400 || c >= 0x2460 && c < 0x3300 || c >= 0x1F000) && (unicode.Is(unicode.S, c) || c == '〰')
}

var (
	narrow = runewidth.Condition{StrictEmojiNeutral: true}
	wide   = runewidth.Condition{StrictEmojiNeutral: true, EastAsianWidth: true}
)

// tab is how a tab is drawn.
const tab = "    "

// codePoint returns the cells of one code point, or of its mark if Clean gives it one.
func (r Ruler) codePoint(c rune) int {
	switch {
	case c == '\t':
		return len(tab)
	case c < utf8.RuneSelf:
		return 1
	case c >= 0x4E00 && c < 0xA000, c >= 0x3041 && c < 0x3097, c >= 0x30A0 && c < 0x3100, // kanji, kana
		c >= 0x3000 && c < 0x302A, c >= 0xFF01 && c < 0xFF61: // 、。 brackets, full-width forms
		return 2
	case r.wideFlags && isFlagLetter(c):
		return 2
	}
	if m := mark(c); m != 0 {
		c = m
	}
	switch {
	case c < 0x300 && c != 0xAD, !unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		if r.ambiguousWide {
			return wide.RuneWidth(c)
		}
		return narrow.RuneWidth(c)
	}
	return 0
}

// Sure returns the cells of a cluster that every terminal draws alike: a letter or sign of ASCII, kana, kanji, Hangul, or
// one of the full-width forms, each without marks. ok is false for all others (ambiguous characters, emoji, clusters of
// several code points), whose width is the terminal's own.
func Sure(cluster string) (cells int, ok bool) {
	c, size := utf8.DecodeRuneInString(cluster)
	switch {
	case size != len(cluster):
		return 0, false
	case c >= 0x20 && c < 0x7F:
		return 1, true
	case c >= 0x4E00 && c < 0xA000, c >= 0x3041 && c < 0x3097, c >= 0x30A1 && c < 0x3100, c >= 0x3000 && c < 0x3020,
		c >= 0xFF01 && c < 0xFF61, c >= 0xAC00 && c < 0xD7A4:
		return 2, true
	case c >= 0xFF61 && c < 0xFF9E:
		return 1, true
	}
	return 0, false
}
