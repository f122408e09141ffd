package journal

import (
	"context"
	"slices"
	"strings"

	"lifelog/journal/date"
	"lifelog/journal/fold"
)

// hasTag says whether a folded tag is one of the entry's, or above one.
func (f *facts) hasTag(folded string) bool {
	return slices.ContainsFunc(f.tags, func(tag string) bool { return isTag(tag, folded) })
}

// isTag says whether a tag is the one asked for or below it.
func isTag(tag, asked string) bool {
	rest, found := strings.CutPrefix(tag, asked)
	return found && (rest == "" || rest[0] == '/')
}

func (f *facts) hasTitle(folded string) bool {
	return strings.Contains(fold.String(f.head.Title), folded)
}

// hasField says whether a value of the front matter is the number asked for
// or holds the text.
func (f *facts) hasField(c field) bool {
	return slices.ContainsFunc(f.values, func(v value) bool {
		switch {
		case v.key != c.keyFolded:
			return false
		case v.isNumber && c.isNumber:
			return v.number == c.number
		}
		return strings.Contains(v.text, c.folded)
	})
}

func (f *facts) compares(c compared) bool {
	return slices.ContainsFunc(f.values, func(v value) bool {
		if v.key != c.keyFolded || !v.isNumber {
			return false
		}
		switch c.op {
		case ">":
			return v.number > c.number
		case ">=":
			return v.number >= c.number
		case "<":
			return v.number < c.number
		case "<=":
			return v.number <= c.number
		}
		return v.number == c.number
	})
}

// reading is an entry whose text was read to be compared with a query. What
// it takes for that is made when it is asked for.
type reading struct {
	ctx   context.Context
	known *known
	Version

	facts  *facts
	folded string
	weak   string
}

// holds says whether the entry is one that c describes.
func (r *reading) holds(c clause, loose bool) bool {
	switch c := c.(type) {
	case all:
		return !slices.ContainsFunc(c, func(part clause) bool { return !r.holds(part, loose) })
	case either:
		return slices.ContainsFunc(c, func(part clause) bool { return r.holds(part, loose) })
	case not:
		return !r.holds(c.of, false)
	case word:
		return r.holdsText(c.folded) || loose && r.holdsLoosely(c)
	case tag:
		return r.look().hasTag(c.folded)
	case title:
		return r.look().hasTitle(c.folded)
	case days:
		return c.Contains(r.ID.Date)
	case trip:
		return slices.ContainsFunc(r.known.trips(c.folded), func(t date.Range) bool { return t.Contains(r.ID.Date) })
	case trait:
		return r.look().is&c.which != 0
	case field:
		return r.look().hasField(c) || r.holdsText(c.literal.folded)
	case compared:
		return r.look().compares(c)
	case pattern:
		return c.matches(r.ctx, r.Text)
	}
	return false
}

func (r *reading) look() *facts {
	if r.facts == nil {
		r.facts, _ = r.known.factsOf(r.Version)
	}
	return r.facts
}

func (r *reading) holdsText(folded string) bool {
	if r.folded == "" {
		r.folded = string(r.look().folded(r.Text))
	}
	return strings.Contains(r.folded, folded)
}

func (r *reading) holdsLoosely(w word) bool {
	if w.loose != "" && r.holdsText(w.loose) {
		return true
	}
	if w.weak == "" {
		return false
	}
	if r.weak == "" {
		r.weak = fold.Weak(r.folded)
	}
	return strings.Contains(r.weak, w.weak)
}
