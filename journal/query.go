package journal

import (
	"strings"
	"unicode"

	"lifelog/journal/fold"
)

// terms returns the words of a query, folded: an entry is found if it holds
// all of them. Words are parted by spaces of any width; what stands in quotes
// or in 「」 is one word with its spaces.
func terms(query string) []string {
	var out []string
	add := func(word string) {
		if word = fold.String(strings.TrimSpace(word)); word != "" {
			out = append(out, word)
		}
	}
	for query != "" {
		query = strings.TrimLeftFunc(query, unicode.IsSpace)
		if phrase, rest, ok := quoted(query); ok {
			add(phrase)
			query = rest
			continue
		}
		end := strings.IndexFunc(query, func(r rune) bool { return unicode.IsSpace(r) || r == '"' || r == '“' || r == '「' })
		if end <= 0 {
			end = len(query)
		}
		add(query[:end])
		query = query[end:]
	}
	return out
}

// quoted cuts a phrase in quotes off the start of a query. A quote that is
// not closed yet, because it is still being typed, reaches to the end.
func quoted(query string) (phrase, rest string, ok bool) {
	for _, q := range [][2]string{{`"`, `"`}, {"“", "”"}, {"「", "」"}} {
		if inner, found := strings.CutPrefix(query, q[0]); found {
			phrase, rest, _ = strings.Cut(inner, q[1])
			return phrase, rest, true
		}
	}
	return "", query, false
}

// Matcher returns a function that finds the words of a query in a line: byte
// ranges of whole signs, in order and apart from each other. It is nil for a
// query without words.
func Matcher(query string) func(line string) [][2]int {
	words := terms(query)
	if len(words) == 0 {
		return nil
	}
	return func(line string) [][2]int { return matches(line, words) }
}
