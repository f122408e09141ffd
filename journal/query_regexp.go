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
	"lifelog/journal/search"
)

// Limits of a regular expression. The time to match it is the length of the
// text times the length of its program, at worst.
const (
	maxPattern  = 1000   // bytes
	maxProgram  = 2000   // instructions
	maxPrograms = 10_000 // of all in a query
)

// pattern is a regular expression that the text matches as it stands; ^ and $
// match at lines.
type pattern struct {
	source string
	re     *regexp.Regexp
	size   int              // instructions
	needs  search.Query[ID] // what a folded text must hold to match
}

// pattern reads a regular expression, which begins at a byte of the query.
func (p *queryParser) pattern(from int) (clause, error) {
	c, kind, cause := newPattern(p.src[from+1 : p.at-1])
	if c.re == nil {
		return nil, p.fail(kind, from, p.at, cause)
	}
	if p.programs += c.size; p.programs > maxPrograms {
		return nil, p.fail(QueryRegexpLarge, from, p.at, nil)
	}
	return c, nil
}

// newPattern reads a regular expression; it is zero if that cannot be used.
func newPattern(source string) (c pattern, kind QueryErrorKind, cause error) {
	if len(source) > maxPattern {
		return pattern{}, QueryRegexpLarge, nil
	}
	const flags = syntax.Perl &^ syntax.OneLine
	tree, err := syntax.Parse(source, flags)
	if err != nil {
		return pattern{}, QueryRegexp, plainError(err)
	}
	needs := needsOf(tree)
	program, err := syntax.Compile(tree.Simplify())
	if err != nil || len(program.Inst) > maxProgram {
		return pattern{}, QueryRegexpLarge, err
	}
	re, err := regexp.Compile("(?m)" + source)
	if err != nil {
		return pattern{}, QueryRegexp, plainError(err)
	}
	return pattern{source, re, len(program.Inst), needs}, 0, nil
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

// needsOf describes what the folded text of every entry holds that matches the
// expression, so that others need not be read.
func needsOf(tree *syntax.Regexp) search.Query[ID] {
	switch tree.Op {
	case syntax.OpLiteral:
		var terms []search.Query[ID]
		for run := range strings.FieldsFuncSeq(string(tree.Rune), func(r rune) bool { return !foldsAlone(r) }) {
			if needle := needleOf(run); needle != "" {
				terms = append(terms, search.Term[ID](needle))
			}
		}
		return search.And(terms...)
	case syntax.OpConcat:
		return search.And(needsOfAll(tree.Sub)...)
	case syntax.OpAlternate:
		return search.Or(needsOfAll(tree.Sub)...)
	case syntax.OpCapture, syntax.OpPlus:
		return needsOf(tree.Sub[0])
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return needsOf(tree.Sub[0])
		}
	}
	return search.Query[ID]{} // any text may match
}

func needsOfAll(trees []*syntax.Regexp) []search.Query[ID] {
	needs := make([]search.Query[ID], len(trees))
	for i, tree := range trees {
		needs[i] = needsOf(tree)
	}
	return needs
}

// foldsAlone says whether a character is folded the same way in every text,
// but for kana at the ends of a run.
func foldsAlone(r rune) bool {
	return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) && unicode.IsLetter(r) && r != 'ー'
}

// needleOf is what a folded text surely holds where the text holds a run of
// such characters. A kana at its ends may belong to the character beside it in
// the text: か to か\u3099, ァ to ヴァ.
func needleOf(run string) string {
	isKana := func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }
	needle := fold.String(run)
	if r, n := utf8.DecodeRuneInString(needle); isKana(r) {
		needle = needle[n:]
	}
	if r, n := utf8.DecodeLastRuneInString(needle); isKana(r) {
		needle = needle[:len(needle)-n]
	}
	return needle
}
