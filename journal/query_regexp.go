package journal

import (
	"context"
	"errors"
	"io"
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"

	"lifelog/journal/fold"
)

// Limits of a regular expression. The time to match it is the length of the
// text times the length of its program, at worst.
const (
	maxPattern = 1000 // bytes
	maxProgram = 2000 // instructions
)

// pattern is a regular expression that the text matches as it stands; ^ and $
// match at lines.
type pattern struct {
	source  string
	re      *regexp.Regexp
	needles []string // folded words that a text must hold to match
}

// newPattern reads a regular expression; c is nil if it cannot be used.
func newPattern(source string) (c clause, kind QueryErrorKind, cause error) {
	if len(source) > maxPattern {
		return nil, QueryRegexpLarge, nil
	}
	const flags = syntax.Perl &^ syntax.OneLine
	tree, err := syntax.Parse(source, flags)
	if err != nil {
		return nil, QueryRegexp, plainError(err)
	}
	needles := foldedNeedles(tree)
	program, err := syntax.Compile(tree.Simplify())
	if err != nil || len(program.Inst) > maxProgram {
		return nil, QueryRegexpLarge, err
	}
	re, err := regexp.Compile("(?m)" + source)
	if err != nil {
		return nil, QueryRegexp, plainError(err)
	}
	return pattern{source, re, needles}, 0, nil
}

// plainError leaves out of an error what everybody knows.
func plainError(err error) error {
	var e *syntax.Error
	if errors.As(err, &e) {
		return errors.New(e.Code.String() + " in " + e.Expr)
	}
	return err
}

func (c pattern) String() string { return "/" + c.source + "/" }
func (c pattern) words() string  { return "/" + c.source + "/ matches the text" }

// matches says whether text matches, false if the context ends first.
func (c pattern) matches(ctx context.Context, text string) bool {
	if ctx.Err() != nil {
		return false
	}
	const short = 64 << 10 // bytes: for more it is worth to look at the context meanwhile
	if len(text) <= short {
		return c.re.MatchString(text)
	}
	return c.re.MatchReader(&endingReader{ctx: ctx, text: text})
}

// endingReader gives a text rune by rune, until the context ends.
type endingReader struct {
	ctx  context.Context
	text string
	at   int
	look int // where to look at the context again
}

func (r *endingReader) ReadRune() (rune, int, error) {
	if r.at >= r.look {
		r.look = r.at + 4<<10
		if err := r.ctx.Err(); err != nil {
			return 0, 0, err
		}
	}
	if r.at == len(r.text) {
		return 0, 0, io.EOF
	}
	c, n := utf8.DecodeRuneInString(r.text[r.at:])
	r.at += n
	return c, n, nil
}

// foldedNeedles returns words in folded form that every text that matches the
// expression holds, so that other entries need not be read.
func foldedNeedles(tree *syntax.Regexp) (needles []string) {
	switch tree.Op {
	case syntax.OpLiteral:
		for run := range strings.FieldsFuncSeq(string(tree.Rune), func(r rune) bool { return !foldsAlone(r) }) {
			needles = appendNeedle(needles, run)
		}
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return foldedNeedles(tree.Sub[0])
		}
	case syntax.OpCapture, syntax.OpPlus:
		return foldedNeedles(tree.Sub[0])
	case syntax.OpConcat:
		for _, sub := range tree.Sub {
			needles = append(needles, foldedNeedles(sub)...)
		}
	}
	return needles
}

// foldsAlone says whether a character is folded the same way in every text,
// but for kana at the ends of a run.
func foldsAlone(r rune) bool {
	return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) && unicode.IsLetter(r) && r != 'ー'
}

// appendNeedle appends a run of a literal, folded. A kana at its ends may belong
// to the character beside it in the text: か to か\u3099, ァ to ヴァ.
func appendNeedle(needles []string, run string) []string {
	isKana := func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }
	run = fold.String(run)
	if r, n := utf8.DecodeRuneInString(run); isKana(r) {
		run = run[n:]
	}
	if r, n := utf8.DecodeLastRuneInString(run); isKana(r) {
		run = run[:len(run)-n]
	}
	if run == "" {
		return needles
	}
	return append(needles, run)
}
