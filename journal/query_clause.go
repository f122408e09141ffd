package journal

import (
	"fmt"
	"math"
	"regexp"
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

// newDays reads the value of a key for dates; any is true if it leaves every
// day in.
func newDays(key, value string, today date.Date) (d days, any bool, err error) {
	r, err := date.ParseRange(value, today)
	if err != nil {
		return days{}, false, err
	}
	switch key {
	case "from", "since":
		r.To = date.Date{}
	case "to", "until":
		r.From = date.Date{}
	case "before":
		r = date.Range{To: beside(r.From, -1)}
	case "after":
		r = date.Range{From: beside(r.To, +1)}
	}
	for _, d := range []date.Date{r.From, r.To} {
		if !d.IsZero() && (d.Year < 1 || d.Year > 9999) {
			return days{}, false, &date.Error{Kind: date.NoSuchDay, Input: value}
		}
	}
	return days{r}, r == date.Range{}, nil
}

// beside is the day next to d; an open end stays open.
func beside(d date.Date, by int) date.Date {
	if d.IsZero() {
		return d
	}
	return d.Add(by)
}

// bareDate is what a word begins with to be a date by itself: a year and a
// month. Folded text.
var bareDate = regexp.MustCompile(`^([0-9]{4}[-/][0-9]{1,2}([^0-9]|$)|([0-9]{4}|(令和|平成|昭和|大正|明治)[^ ]{1,4})年[^ ]{1,4}月)`)

// bareDays reads a word that is a date by itself. Of a date that is still
// being typed it reads what is complete.
func bareDays(text string, today date.Date) (days, bool) {
	for _, begun := range []string{"", "-", "-0", "/", "/0"} {
		if rest, found := strings.CutSuffix(text, begun); found && bareDate.MatchString(fold.String(rest)) {
			if r, err := date.ParseRange(rest, today); err == nil {
				return days{r}, true
			}
		}
	}
	return days{}, false
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

func (c all) String() string    { return "(" + join(c, " ") + ")" }
func (c either) String() string { return join(c, " OR ") }

func (c not) String() string {
	of := c.of.String()
	switch c.of.(type) {
	case all:
		return "-" + of
	case either:
		return "-(" + of + ")"
	}
	if r := []rune(of)[0]; isMinus(r) {
		return "-(" + of + ")"
	}
	return "-" + of
}

func (c word) String() string {
	if c.exact {
		return quote(c.text)
	}
	return c.text
}

func (c tag) String() string {
	if tagLen(c.name) == len(c.name) {
		return "#" + c.name
	}
	return "tag:" + asValue(c.name)
}

func (c days) String() string {
	switch {
	case c.From == c.To:
		return "on:" + c.From.String()
	case c.To.IsZero():
		return "from:" + c.From.String()
	case c.From.IsZero():
		return "to:" + c.To.String()
	}
	return "on:" + c.From.String() + ".." + c.To.String()
}

func (c title) String() string { return "title:" + asValue(c.text) }
func (c trip) String() string  { return "trip:" + asValue(c.text) }
func (c trait) String() string { return c.name }
func (c field) String() string { return c.key + ":" + asValue(c.value) }

func (c compared) String() string {
	return c.key + ":" + c.op + strconv.FormatFloat(c.number, 'g', -1, 64)
}

// asValue is text behind a key, in quotes if it needs them.
func asValue(text string) string {
	first := []rune(text)[0]
	plain := wordEnd(text) == len(text) && operatorOf(fold.String(text)) == "" &&
		!strings.ContainsAny(text[:1], ":/") && !strings.ContainsRune("≧≥≦≤", first)
	if plain {
		return text
	}
	return quote(text)
}

// quote puts text in quotes that it does not hold; what was read from a query
// never holds all of them.
func quote(text string) string {
	open := '"'
	for _, other := range []rune{'"', '“', '「', '『', '＂'} {
		if !strings.ContainsRune(text, quotes[other]) {
			open = other
			break
		}
	}
	return string(open) + text + string(quotes[open])
}

func (all) words() string    { return "all of" }
func (either) words() string { return "any of" }
func (not) words() string    { return "not" }

func (c word) words() string {
	if c.exact {
		return fmt.Sprintf("exactly %s in the text", quote(c.text))
	}
	return fmt.Sprintf("%s in the text", quote(c.text))
}

func (c tag) words() string { return "the tag #" + c.name + " or one below it" }

func (c days) words() string {
	switch {
	case c.From == c.To:
		return "on " + c.From.String()
	case c.To.IsZero():
		return "on " + c.From.String() + " or later"
	case c.From.IsZero():
		return "on " + c.To.String() + " or earlier"
	}
	return "from " + c.From.String() + " to " + c.To.String()
}

func (c title) words() string { return quote(c.text) + " in the title" }

func (c trip) words() string {
	return "on the days of an entry with until: and " + quote(c.text) + " in the title"
}

func (c trait) words() string {
	key, name, _ := strings.Cut(c.name, ":")
	if key == "is" {
		return name
	}
	return "has a " + name
}

func (c field) words() string {
	return fmt.Sprintf("%s is %s in the front matter, or exactly %s in the text", c.key, quote(c.value), quote(c.literal.text))
}

func (c compared) words() string {
	return fmt.Sprintf("%s %s %s in the front matter", c.key, c.op, strconv.FormatFloat(c.number, 'g', -1, 64))
}
