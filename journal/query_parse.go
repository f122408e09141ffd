package journal

import (
	"strings"
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

	clauses  int // read so far
	programs int // instructions of the regular expressions read so far
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
		from := p.at
		c, err := p.clause()
		if err != nil {
			return nil, err
		}
		if c == nil {
			continue
		}
		if p.clauses++; p.clauses > maxClauses {
			return nil, p.fail(QueryTooMany, from, p.at, nil)
		}
		if last := len(parts) - 1; or && last >= 0 {
			parts[last] = eitherOf(parts[last], c)
		} else {
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
			return p.pattern(from)
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
