package reader

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// delimiters reads *emphasis*, **strong**, ~~struck~~ and ==highlighted==
// text. CommonMark asks that a mark beside punctuation stand next to a space,
// which Japanese and Chinese do not write: there, `**「強調」**です` would stay
// as it is. So a character of these scripts counts as such a space, and their
// punctuation as a letter.
type delimiters struct{}

func (delimiters) Trigger() []byte { return []byte{'*', '_', '~', '='} }

func (delimiters) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	char := line[0]
	d := parser.ScanDelimiter(line, before, 1, pairs{char})
	if d == nil || (char == '~' || char == '=') && d.OriginalLength != 2 {
		return nil
	}
	if char != '_' {
		after, _ := utf8.DecodeRune(line[d.OriginalLength:])
		if len(line) == d.OriginalLength {
			after = ' '
		}
		d.CanOpen, d.CanClose = flanks(before, after), flanks(after, before)
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// flanks reports whether a mark between outer and inner may enclose what lies
// on the side of inner.
func flanks(outer, inner rune) bool {
	if unicode.IsSpace(inner) || inner == utf8.RuneError {
		return false
	}
	return !punctuation(inner) || cjk(inner) || unicode.IsSpace(outer) || punctuation(outer) || cjk(outer)
}

func punctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// cjk reports whether a character belongs to a script that is written without
// spaces around marks: Han, kana, Hangul, bopomofo, their punctuation and
// full-width forms.
func cjk(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r >= 0x3000 && r <= 0x303F, r >= 0xFF00 && r <= 0xFFEF, r >= 0xFE30 && r <= 0xFE4F:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo) || r == 'ー'
}

// pairs makes nodes of two marks that belong together.
type pairs struct{ char byte }

func (p pairs) IsDelimiter(b byte) bool { return b == p.char }

func (p pairs) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (p pairs) OnMatch(consumes int) ast.Node {
	switch p.char {
	case '~':
		return extast.NewStrikethrough()
	case '=':
		return &extra{is: highlightExtra}
	}
	return ast.NewEmphasis(consumes)
}
