package journal

import (
	"cmp"
	"slices"
	"strings"

	"lifelog/journal/date"
	"lifelog/journal/fold"
	"lifelog/journal/search"
)

// planner turns a query into one for the index of folded text, which answers
// at once. Where the text has to be read as it stands, for regular expressions,
// the index finds candidates: no entry that the query describes is missing
// among them.
type planner struct {
	known *known
	loose bool // words are compared loosely too
}

// hasPattern says whether the text of entries has to be read for c.
func hasPattern(c clause) bool {
	switch c := c.(type) {
	case all:
		return slices.ContainsFunc(c, hasPattern)
	case either:
		return slices.ContainsFunc(c, hasPattern)
	case not:
		return hasPattern(c.of)
	case pattern:
		return true
	}
	return false
}

// hasLoose says whether c may describe more entries when it is compared
// loosely.
func hasLoose(c clause) bool {
	switch c := c.(type) {
	case all:
		return slices.ContainsFunc(c, hasLoose)
	case either:
		return slices.ContainsFunc(c, hasLoose)
	case word:
		return c.loose != "" || c.weak != ""
	}
	return false
}

func (p planner) plan(c clause) search.Query[ID] {
	switch c := c.(type) {
	case all:
		parts := slices.Clone(c)
		slices.SortStableFunc(parts, func(a, b clause) int { return cmp.Compare(cost(a), cost(b)) })
		return search.And(p.planAll(parts)...)
	case either:
		return search.Or(p.planAll(c)...)
	case not:
		if hasPattern(c.of) {
			return search.Query[ID]{} // all are candidates
		}
		return search.Not(planner{known: p.known}.plan(c.of))
	case word:
		return p.word(c)
	case tag:
		return search.And(search.Term[ID](c.folded), p.check(c, func(f *facts) bool { return f.hasTag(c.folded) }))
	case title:
		return search.And(search.Term[ID](c.folded), p.check(c, func(f *facts) bool { return f.hasTitle(c.folded) }))
	case days:
		return search.Check(c.String(), func(id ID) bool { return c.Contains(id.Date) })
	case trip:
		return p.trip(c)
	case trait:
		return p.check(c, func(f *facts) bool { return f.is&c.which != 0 })
	case field:
		return search.Or(search.Term[ID](c.literal.folded), p.check(c, func(f *facts) bool { return f.hasField(c) }))
	case compared:
		return p.check(c, func(f *facts) bool { return f.compares(c) })
	case pattern:
		return c.needs
	}
	return search.Query[ID]{}
}

func (p planner) planAll(parts []clause) []search.Query[ID] {
	plans := make([]search.Query[ID], len(parts))
	for i, part := range parts {
		plans[i] = p.plan(part)
	}
	return plans
}

// cost orders clauses, the cheap and rare ones first.
func cost(c clause) int {
	switch c := c.(type) {
	case days, trip:
		return 0
	case word:
		return max(1, 100-len(c.folded))
	case tag, title, pattern:
		return 101
	case either, not:
		return 102
	}
	return 103
}

func allTerms(words []string) []search.Query[ID] {
	terms := make([]search.Query[ID], len(words))
	for i, w := range words {
		terms[i] = search.Term[ID](w)
	}
	return terms
}

// word is a word in folded text, or what it is compared with loosely.
func (p planner) word(w word) search.Query[ID] {
	ways := []search.Query[ID]{search.Term[ID](w.folded)}
	if p.loose && w.loose != "" {
		ways = append(ways, search.Term[ID](w.loose))
	}
	if p.loose && w.weak != "" {
		signs := strings.Split(w.weak, "") // what is left out between them is not known
		slices.SortFunc(signs, func(a, b string) int { return cmp.Compare(b, a) })
		ways = append(ways, search.And(append(allTerms(slices.Compact(signs)), search.Like[ID](w.weak, fold.HoldsWeak))...))
	}
	return search.Or(ways...)
}

// check asks what is known of entries. The clause names the question.
func (p planner) check(c clause, f func(*facts) bool) search.Query[ID] {
	return search.Check(c.String(), func(id ID) bool {
		known := p.known.facts(id)
		return known != nil && f(known)
	})
}

// trip is the days of all entries that last until another day and have the
// title.
func (p planner) trip(c trip) search.Query[ID] {
	trips := p.known.trips(c.folded)
	name := c.String()
	for _, t := range trips {
		name += " " + t.From.String() + ".." + t.To.String()
	}
	return search.Check(name, func(id ID) bool {
		return slices.ContainsFunc(trips, func(r date.Range) bool { return r.Contains(id.Date) })
	})
}
