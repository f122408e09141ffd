package journal

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"lifelog/journal/date"
	"lifelog/journal/fold"
)

// clause is a part of a query: one of the types below.
type clause interface {
	String() string // as in a query
	words() string  // in English; of a clause with parts, what stands above them
}

type (
	// all, either and not put clauses together; none of them is empty.
	all    []clause
	either []clause
	not    struct{ of clause }

	// word is in the text.
	word struct {
		text   string
		folded string
		exact  bool   // a phrase: never compared loosely
		loose  string // what else to look for in folded text, "" for nothing
		weak   string // what else to look for in weak text, "" for nothing
	}

	// tag is one of the tags, or above one of them.
	tag struct{ name, folded string }

	// days are those the entry's date is one of.
	days struct{ date.Range }

	// title has these words in it.
	title struct{ text, folded string }

	// trip is the days of an entry that lasts until another day and has this
	// title.
	trip struct{ text, folded string }

	// trait is what the entry has or is.
	trait struct {
		which traits
		name  string
	}

	// field is a value of the front matter, or "key:value" in the text.
	field struct {
		key, value string
		keyFolded  string
		folded     string
		number     float64
		isNumber   bool
		literal    word
	}

	// compared is a number of the front matter.
	compared struct {
		key       string
		keyFolded string
		op        string // > >= < <= =
		number    float64
	}
)

// together is the clause that all parts hold; nil for none.
func together(parts []clause) clause {
	var flat all
	for _, part := range parts {
		if inner, ok := part.(all); ok {
			flat = append(flat, inner...)
			continue
		}
		flat = append(flat, part)
	}
	switch len(flat) {
	case 0:
		return nil
	case 1:
		return flat[0]
	}
	return flat
}

func eitherOf(a, b clause) clause {
	var flat either
	for _, part := range []clause{a, b} {
		if inner, ok := part.(either); ok {
			flat = append(flat, inner...)
			continue
		}
		flat = append(flat, part)
	}
	return flat
}

func newWord(text string) clause {
	w := word{text: text, folded: fold.String(text)}
	if strings.TrimSpace(w.folded) == "" {
		return nil
	}
	if !isASCII(w.folded) { // Latin words are written one way
		w.loose, w.weak = fold.Loosen(w.folded)
	}
	return w
}

func newPhrase(text string) clause {
	if folded := fold.String(text); strings.TrimSpace(folded) != "" {
		return word{text: text, folded: folded, exact: true}
	}
	return nil
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

func newTag(name string) clause {
	name = strings.TrimRight(name, "-/")
	if folded := fold.String(name); folded != "" {
		return tag{name, folded}
	}
	return nil
}

func newTitle(text string) clause {
	if folded := fold.String(text); folded != "" {
		return title{text, folded}
	}
	return nil
}

func newTrip(text string) clause {
	if folded := fold.String(text); folded != "" {
		return trip{text, folded}
	}
	return nil
}

// traitNames are the words behind is: and has:; the first of each is its name.
var traitNames = map[traits][]string{
	starred:  {"is:starred", "is:star"},
	hasPhoto: {"has:photo", "has:image", "has:picture"},
	hasTask:  {"has:task", "has:todo"},
	hasLink:  {"has:link"},
}

func newTrait(key, value string) (trait, bool) {
	asked := key + ":" + fold.String(value)
	for which, names := range traitNames {
		if slices.Contains(names, asked) || slices.Contains(names, strings.TrimSuffix(asked, "s")) {
			return trait{which, names[0]}, true
		}
	}
	return trait{}, false
}

// emptyField is a key whose value is still to be typed. One that means nothing
// here is a word.
func emptyField(key, text string) clause {
	switch fold.String(key) {
	case "on", "from", "since", "to", "until", "before", "after", "title", "trip", "tag", "tags", "is", "has":
		return nil
	}
	return newWord(text)
}

// newField reads a key of the front matter and its value, which is written as
// source in the query. ok is false if it should be a number and is not.
func newField(key, value, source string) (c clause, ok bool) {
	folded := fold.String(strings.NewReplacer("≧", ">=", "≥", ">=", "≦", "<=", "≤", "<=").Replace(value))
	if op := operatorOf(folded); op != "" && source == value {
		rest := strings.TrimSpace(folded[len(op):])
		if rest == "" {
			return nil, true
		}
		number, ok := parseNumber(rest)
		return compared{key, fold.String(key), op, number}, ok
	}
	f := field{key: key, value: value, keyFolded: fold.String(key), folded: fold.String(value)}
	if f.folded == "" {
		return nil, true
	}
	f.number, f.isNumber = parseNumber(f.folded)
	f.literal = word{text: key + ":" + value, folded: fold.String(key + ":" + value), exact: true}
	return f, true
}

func operatorOf(folded string) string {
	for _, op := range []string{">=", "<=", ">", "<", "="} {
		if strings.HasPrefix(folded, op) {
			return op
		}
	}
	return ""
}

// parseNumber reads a decimal number.
func parseNumber(folded string) (float64, bool) {
	if folded == "" || !strings.ContainsRune("0123456789+-.", rune(folded[0])) || strings.ContainsAny(folded, "xXpP_") {
		return 0, false
	}
	n, err := strconv.ParseFloat(folded, 64)
	return n, err == nil && !math.IsInf(n, 0) && !math.IsNaN(n)
}
