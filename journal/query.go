package journal

import (
	"strings"

	"lifelog/journal/date"
)

// Query describes entries. The zero Query asks for nothing. It is written as
// people write in a search box:
//
//	京都 雨            entries that hold both words, in any spelling
//	"the old town"    these words in this order; also “…”, 「…」 and 『…』
//	-雨               not this; before anything else too
//	雨 OR 雪, 雨|雪    either of the two beside it
//	(雨 OR 雪) -京都   parts of a query together
//	#仕事             the tag, or one below it such as #仕事/会議
//	on:2022-05-02     that day or days; from: (since:), to: (until:),
//	                  before: and after: likewise. A date is whatever
//	                  date.ParseRange reads, in quotes if it has spaces
//	2022-05           that month, day or stretch of days: year and month at least
//	title:東京         in the title
//	is:starred        has:photo  has:task  has:link
//	mood:>3           a number in the front matter: > >= < <= =
//	place:東京         a value in the front matter, or just this in the text
//	/colou?r/         a regular expression (RE2) on the lines as they stand
//	trip:"PyCon"      on the days of an entry with until: and this title
//
// Spaces, quotes, parentheses and operators may be full-width ones. OR is in
// capitals and joins what stands beside it, before anything else is joined.
//
// What is still being typed is no error: a quote or a parenthesis that is not
// closed reaches to the end, and what does nothing yet (a lone -, OR, | or #, a
// parenthesis too many, on: without a date) is left out. What cannot be an
// operator is a word: C++, f(x), --limit, 12:30, https://example.com, /usr/bin.
type Query struct {
	root clause // nil for nothing
}

// ParseQuery reads a query; today is what dates like "yesterday" count from,
// and weeks begin on Monday. The error is always a *QueryError.
func ParseQuery(s string, today date.Date) (Query, error) {
	return parseQuery(s, today)
}

// Empty says whether the query asks for nothing, and so finds nothing.
func (q Query) Empty() bool { return q.root == nil }

// String is a query that means the same and reads the same on any day: dates
// are written out.
func (q Query) String() string {
	if parts, ok := q.root.(all); ok {
		return join(parts, " ")
	}
	return join([]clause{q.root}, " ")
}

// Explain says in English how the query was understood, in lines of which
// those below another are indented by two spaces more.
func (q Query) Explain() []string {
	if q.Empty() {
		return nil
	}
	return explain(nil, q.root, "")
}

func explain(lines []string, c clause, indent string) []string {
	var parts []clause
	words := c.words()
	switch c := c.(type) {
	case all:
		parts = c
	case either:
		parts = c
	case not:
		switch c.of.(type) {
		case all, either, not:
			parts = []clause{c.of}
		default:
			words += " " + c.of.words()
		}
	}
	lines = append(lines, indent+words)
	for _, part := range parts {
		lines = explain(lines, part, indent+"  ")
	}
	return lines
}

func join(parts []clause, between string) string {
	var b strings.Builder
	for i, part := range parts {
		if part == nil {
			continue
		}
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(part.String())
	}
	return b.String()
}
