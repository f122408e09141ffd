package text

import (
	"unicode"
	"unicode/utf8"

	"lifelog/ui/cell"
)

// class is what a cluster is, by its first code point. Neighbours of one class are one word: Japanese has no spaces, so
// a change of script is where its words end, as in 今日|は|データ|を|見|た.
type class uint8

const (
	space     class = iota
	invisible       // control and format characters
	punctuation
	digit
	letter // of every script that is not below
	han
	hiragana
	katakana
	long // ー and loose voicing marks: they go with the kana before them
)

// ascii holds the classes of U+0000 to U+007F.
var ascii = func() (table [utf8.RuneSelf]class) {
	for r := range table {
		table[r] = lookUp(rune(r))
	}
	return table
}()

// classOf returns the class of r.
func classOf(r rune) class {
	if r < utf8.RuneSelf {
		return ascii[r]
	}
	return lookUp(r)
}

func lookUp(r rune) class {
	switch r {
	case 'ー', 'ｰ', '゛', '゜', 'ﾞ', 'ﾟ':
		return long
	case '〆':
		return han
	case '_':
		return letter
	}
	switch {
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsSpace(r):
		return space
	case unicode.IsNumber(r):
		return digit
	case unicode.In(r, unicode.Cc, unicode.Cf):
		return invisible
	}
	return punctuation
}

// classAt returns the class of the cluster of line that begins at at. An apostrophe between letters is one of them.
func classAt(line string, at int) class {
	r, n := utf8.DecodeRuneInString(line[at:])
	if r == '\'' || r == '’' {
		before, _ := utf8.DecodeLastRuneInString(line[:at])
		after, _ := utf8.DecodeRuneInString(line[at+n:])
		if at > 0 && classOf(before) == letter && classOf(after) == letter {
			return letter
		}
	}
	return classOf(r)
}

// piece returns start and class of the cluster of line that ends at at. A row of ー is one piece, of the class of the
// kana before it; where there is none it is katakana.
func piece(line string, at int) (int, class) {
	at = cell.Prev(line, at)
	if c := classAt(line, at); c != long {
		return at, c
	}
	for at > 0 {
		before := cell.Prev(line, at)
		switch c := classAt(line, before); c {
		case long:
			at = before
		case hiragana, katakana:
			return at, c
		default:
			return at, katakana
		}
	}
	return at, katakana
}

// runStart returns the start of the run of one class that ends at at > 0.
func runStart(line string, at int) int {
	start, c := piece(line, at)
	for start > 0 {
		before, k := piece(line, start)
		if k != c {
			break
		}
		start = before
	}
	return start
}

// runEnd returns the end of the run of one class that the cluster beginning at at is in.
func runEnd(line string, at int) int {
	at = cell.Next(line, at)
	_, c := piece(line, at)
	for at < len(line) {
		k := classAt(line, at)
		if k == long {
			k = katakana
			if c == hiragana {
				k = hiragana
			}
		}
		if k != c {
			break
		}
		at = cell.Next(line, at)
	}
	return at
}

// WordLeft returns the start of the word to the left, past spaces. It stops at the start of a line, and goes on from
// there to the end of the line above.
func WordLeft(b *Buffer, p Pos) Pos {
	first := b.first(p.Line)
	if p.Col <= first {
		return Left(b, p)
	}
	line, at := b.Line(p.Line), p.Col
	for at > first {
		start, c := piece(line, at)
		if c != space {
			at = runStart(line, at)
			break
		}
		at = start
	}
	return Pos{p.Line, max(at, first)}
}

// WordRight returns the end of the word to the right, past spaces. It stops at the end of a line, and goes on from
// there to the start of the line below.
func WordRight(b *Buffer, p Pos) Pos {
	line, at := b.Line(p.Line), p.Col
	if at == len(line) {
		return Right(b, p)
	}
	if classAt(line, at) == space {
		at = runEnd(line, at)
	}
	if at < len(line) {
		at = runEnd(line, at)
	}
	return Pos{p.Line, at}
}

// Word returns the word at p, as a double click selects it: the run that the cluster after p is in, at the end of a line the one before p.
func Word(b *Buffer, p Pos) Span {
	line, at := b.Line(p.Line), p.Col
	if line == "" {
		return Span{p, p}
	}
	if at == len(line) {
		at = cell.Prev(line, at)
	}
	end := runEnd(line, at)
	return Span{Pos{p.Line, max(runStart(line, end), b.first(p.Line))}, Pos{p.Line, end}}
}

// Words returns the ends of the runs of one class that a line consists of, spaces among them.
func Words(line string) []int {
	var ends []int
	for at := 0; at < len(line); {
		at = runEnd(line, at)
		ends = append(ends, at)
	}
	return ends
}
