package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lifelog/journal/date"
	"lifelog/journal/fold"
)

// Limits of a query; what is beyond them is an error in words.
const (
	maxQuery   = 10_000 // characters
	maxClauses = 256
	maxNesting = 100
)

// queryParser reads a query from left to right.
type queryParser struct {
	src     string
	at      int // bytes read
	today   date.Date
	nesting int
	clauses int
}

func parseQuery(s string, today date.Date) (Query, error) {
	p := &queryParser{src: s, today: today}
	if len(s) > maxQuery && utf8.RuneCountInString(s) > maxQuery {
		return Query{}, p.fail(QueryTooLong, 0, len(s), nil)
	}
	root, err := p.sequence()
	if err != nil {
		return Query{}, err
	}
	return Query{root}, nil
}

// fail is an error about the bytes of the query from one offset to another.
func (p *queryParser) fail(kind QueryErrorKind, from, to int, cause error) error {
	return &QueryError{Kind: kind, From: from, To: to, Part: p.src[from:to], Cause: cause}
}

// sequence reads clauses up to the end of the query or of its parenthesis.
func (p *queryParser) sequence() (clause, error) {
	var parts []clause
	or := false
	for {
		p.at += spaces(p.src[p.at:])
		switch r, n := p.next(); {
		case n == 0, isClosing(r) && p.nesting > 0:
			return together(parts), nil
		case isClosing(r):
			p.at += n
			continue
		case p.operator():
			or = true
			continue
		}
		c, err := p.clause()
		switch {
		case err != nil:
			return nil, err
		case c == nil:
			continue
		case or && len(parts) > 0:
			last := len(parts) - 1
			parts[last] = eitherOf(parts[last], c)
		default:
			parts = append(parts, c)
		}
		or = false
	}
}

// next is the character to be read; n is its length, 0 at the end.
func (p *queryParser) next() (r rune, n int) {
	if p.at == len(p.src) {
		return 0, 0
	}
	return utf8.DecodeRuneInString(p.src[p.at:])
}

// operator reads an OR, if one is next.
func (p *queryParser) operator() bool {
	rest := p.src[p.at:]
	for _, mark := range []string{"|", "｜"} {
		if strings.HasPrefix(rest, mark) {
			p.at += len(mark)
			return true
		}
	}
	for _, word := range []string{"OR", "ＯＲ"} {
		if after, found := strings.CutPrefix(rest, word); found && endsWord(after) {
			p.at += len(word)
			return true
		}
	}
	return false
}

// clause reads what is next; it is nil if that does nothing.
func (p *queryParser) clause() (clause, error) {
	from := p.at
	if p.clauses++; p.clauses > maxClauses {
		return nil, p.fail(QueryTooMany, from, len(p.src), nil)
	}
	r, n := p.next()
	after := p.src[p.at+n:]
	switch {
	case isMinus(r):
		second, m := utf8.DecodeRuneInString(after)
		switch {
		case m == 0 || isGap(second) || isClosing(second) || isBar(second):
			p.at += n
			return nil, nil
		case !isMinus(second):
			p.at += n
			c, err := p.clause()
			if c == nil || err != nil {
				return nil, err
			}
			return not{c}, nil
		}
	case isOpening(r):
		return p.group(n)
	case quotes[r] != 0:
		return newPhrase(p.quoted()), nil
	case r == '/':
		if end := regexpEnd(p.src[p.at:]); end > 0 {
			p.at += end
			c, kind, cause := newPattern(p.src[from+1 : p.at-1])
			if c == nil {
				return nil, p.fail(kind, from, p.at, cause)
			}
			return c, nil
		}
	}
	return p.word()
}

// group reads what stands in parentheses; the opening one has n bytes.
func (p *queryParser) group(n int) (clause, error) {
	if p.nesting == maxNesting {
		return nil, p.fail(QueryTooDeep, p.at, p.at+n, nil)
	}
	p.at += n
	p.nesting++
	c, err := p.sequence()
	p.nesting--
	_, n = p.next()
	p.at += n
	return c, err
}

// quoted reads a quotation; one that is not closed reaches to the end.
func (p *queryParser) quoted() string {
	r, n := p.next()
	p.at += n
	inner, _, closed := strings.Cut(p.src[p.at:], string(quotes[r]))
	p.at += len(inner)
	if closed {
		p.at += utf8.RuneLen(quotes[r])
	}
	return strings.TrimSpace(inner)
}

// word reads a word, a tag, a date or a key with its value.
func (p *queryParser) word() (clause, error) {
	from := p.at
	p.at += max(wordEnd(p.src[from:]), 1)
	text := p.src[from:p.at]
	if r, n := utf8.DecodeRuneInString(text); r == '#' || r == '＃' {
		name := strings.TrimRight(text[n:], "-/")
		if name == "" {
			return nil, nil // has just been begun
		}
		if tagLen(name) == len(name) {
			return newTag(name), nil
		}
	}
	key, value, found := cutKey(text)
	if found && !strings.HasPrefix(value, "//") && !strings.HasPrefix(value, ":") {
		at := p.at - len(value)
		if r, _ := p.next(); value == "" && quotes[r] != 0 {
			value = p.quoted()
		}
		if value == "" {
			return emptyField(key, text), nil
		}
		return p.field(key, value, at)
	}
	if d, ok := bareDays(text, p.today); ok {
		return d, nil
	}
	return newWord(text), nil
}

// field is a key with its value, which begins at a byte of the query.
func (p *queryParser) field(key, value string, at int) (clause, error) {
	fail := func(kind QueryErrorKind, cause error) (clause, error) { return nil, p.fail(kind, at, p.at, cause) }
	switch folded := fold.String(key); folded {
	case "on", "from", "since", "to", "until", "before", "after":
		d, any, err := newDays(folded, value, p.today)
		switch {
		case err != nil:
			return fail(QueryDate, err)
		case any:
			return nil, nil
		}
		return d, nil
	case "title":
		return newTitle(value), nil
	case "trip":
		return newTrip(value), nil
	case "tag", "tags":
		return newTag(strings.TrimLeft(value, "#＃")), nil
	case "is", "has":
		if which, ok := newTrait(folded, value); ok {
			return which, nil
		}
		return fail(QueryUnknown, nil)
	}
	c, ok := newField(key, value, p.src[at:p.at])
	if !ok {
		return fail(QueryNumber, nil)
	}
	return c, nil
}

// cutKey parts "key:value". A key begins with a letter.
func cutKey(text string) (key, value string, found bool) {
	at := strings.IndexFunc(text, func(r rune) bool {
		return !(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' || r == '-' || r == '.')
	})
	first, _ := utf8.DecodeRuneInString(text)
	if at <= 0 || !unicode.IsLetter(first) {
		return "", "", false
	}
	for _, colon := range []string{":", "："} {
		if value, found := strings.CutPrefix(text[at:], colon); found {
			return text[:at], value, true
		}
	}
	return "", "", false
}

// quotes are what a quotation begins and ends with.
var quotes = map[rune]rune{'"': '"', '＂': '＂', '“': '”', '「': '」', '『': '』'}

func isMinus(r rune) bool   { return r == '-' || r == '－' || r == '−' }
func isOpening(r rune) bool { return r == '(' || r == '（' }
func isClosing(r rune) bool { return r == ')' || r == '）' }
func isBar(r rune) bool     { return r == '|' || r == '｜' }
func isGap(r rune) bool     { return unicode.IsSpace(r) || unicode.IsControl(r) }

// spaces is the length of the gap that s begins with.
func spaces(s string) int { return len(s) - len(strings.TrimLeftFunc(s, isGap)) }

// endsWord says whether no word goes on at the start of rest.
func endsWord(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	return n == 0 || isGap(r) || isBar(r) || isOpening(r) || isClosing(r) || quotes[r] != 0
}

// wordEnd is the length of the word that s begins with. Parentheses are part
// of it with all between them, if they are closed in it again.
func wordEnd(s string) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isOpening(r) && i > 0 {
			n = closedAt(s[i:])
			if n == 0 {
				return i
			}
		} else if endsWord(s[i:]) {
			return i
		}
		i += n
	}
	return len(s)
}

// closedAt is where the parenthesis that s begins with is closed within the
// same word, 0 if it is not.
func closedAt(s string) int {
	depth := 0
	for i, r := range s {
		switch {
		case isOpening(r):
			depth++
		case isClosing(r):
			if depth--; depth == 0 {
				return i + utf8.RuneLen(r)
			}
		case endsWord(s[i:]):
			return 0
		}
	}
	return 0
}

// regexpEnd is the length of the regular expression in slashes that s begins
// with, 0 if the slash begins something else. The last slash ends a word.
func regexpEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '/' && i > 1 && endsWord(s[i+1:]):
			return i + 1
		}
	}
	return 0
}
