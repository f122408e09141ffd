package journal

import (
	"fmt"
	"strconv"
	"strings"

	"lifelog/journal/fold"
)

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
