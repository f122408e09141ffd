package search

import (
	"context"
	"strings"
)

// Query describes entries. The zero Query describes all of them.
type Query[K comparable] struct {
	kind  kind
	term  needle
	parts []Query[K]
	name  string
	check func(K) bool
	holds func(text []byte, word string) bool
}

type kind int

const (
	and kind = iota
	or
	not
	term
	like
	check
)

// Term describes the entries whose text contains folded.
func Term[K comparable](folded string) Query[K] {
	return Query[K]{kind: term, term: newNeedle(folded)}
}

// And describes the entries that all of qs describe. They are asked in this order, each only for what the ones before
// left over: put first what is cheap and rare.
func And[K comparable](qs ...Query[K]) Query[K] { return Query[K]{kind: and, parts: qs} }

// Or describes the entries that any of qs describes.
func Or[K comparable](qs ...Query[K]) Query[K] { return Query[K]{kind: or, parts: qs} }

// Not describes the entries that q does not describe.
func Not[K comparable](q Query[K]) Query[K] { return Query[K]{kind: not, parts: []Query[K]{q}} }

// Like describes the entries whose text holds a word by a comparison of one's own: there must be one only in an index, and a
// text that holds a word must hold its parts too.
func Like[K comparable](word string, holds func(text []byte, word string) bool) Query[K] {
	return Query[K]{kind: like, name: word, holds: holds}
}

// Check describes the entries for which f is true: dates, tags, regular expressions, all that is not folded text. It is
// called from several goroutines at once. Two checks with the same name must give the same answers for an entry until it
// is put again; a check with an empty name is never taken for another.
func Check[K comparable](name string, f func(k K) bool) Query[K] {
	return Query[K]{kind: check, name: name, check: f}
}

// narrows says whether every entry that q describes is surely described by wide too.
func (q Query[K]) narrows(wide Query[K]) bool {
	switch {
	case wide.kind == and:
		for _, part := range wide.parts {
			if !q.narrows(part) {
				return false
			}
		}
		return true
	case q.kind == or:
		for _, part := range q.parts {
			if !part.narrows(wide) {
				return false
			}
		}
		return true
	case q.kind == and && anyPart(q.parts, func(part Query[K]) bool { return part.narrows(wide) }):
		return true
	case wide.kind == or:
		return anyPart(wide.parts, func(part Query[K]) bool { return q.narrows(part) })
	case q.kind != wide.kind:
		return false
	}
	switch q.kind {
	case term:
		return strings.Contains(q.term.text, wide.term.text)
	case like:
		return strings.Contains(q.name, wide.name)
	case not:
		return wide.parts[0].narrows(q.parts[0])
	case check:
		return q.name != "" && q.name == wide.name
	}
	return false
}

func anyPart[K comparable](parts []Query[K], f func(Query[K]) bool) bool {
	for _, part := range parts {
		if f(part) {
			return true
		}
	}
	return false
}

// among returns those of the entries among that q describes. If it is stopped, what it returns has no meaning.
func (q Query[K]) among(s *segment[K], among set, stop *stopper) set {
	var found set
	switch q.kind {
	case and:
		among = q.filter(s, among)
		for _, part := range q.parts {
			among = part.among(s, among, stop)
		}
		return among
	case or:
		for _, part := range q.parts {
			found = found.plus(part.among(s, among.minus(found), stop))
		}
	case not:
		found = among.minus(q.parts[0].among(s, among, stop))
	case term:
		among, exact := s.rows.among(&q.term, among)
		if exact {
			return among
		}
		for i := range among.all() {
			if stop.after(len(s.texts[i])) {
				break
			}
			if q.term.in(s.texts[i]) {
				found.add(i)
			}
		}
	case like:
		for i := range among.all() {
			if stop.after(len(s.texts[i])) {
				break
			}
			if q.holds(s.texts[i], q.name) {
				found.add(i)
			}
		}
	case check:
		for i := range among.all() {
			if stop.after(costOfCheck) {
				break
			}
			if q.check(s.keys[i]) {
				found.add(i)
			}
		}
	}
	return found
}

// filter returns those of the entries among that q may describe, by the rows of s alone.
func (q Query[K]) filter(s *segment[K], among set) set {
	switch q.kind {
	case term:
		among, _ = s.rows.among(&q.term, among)
	case and:
		for _, part := range q.parts {
			among = part.filter(s, among)
		}
	case or:
		var found set
		for _, part := range q.parts {
			found = found.plus(part.filter(s, among))
		}
		return found
	}
	return among
}

// terms appends the terms that an entry may have been found by.
func (q Query[K]) terms(found []needle) []needle {
	switch q.kind {
	case term:
		if q.term.text != "" {
			found = append(found, q.term)
		}
	case and, or:
		for _, part := range q.parts {
			found = part.terms(found)
		}
	}
	return found
}

// stopper looks now and then whether the context is done.
type stopper struct {
	ctx     context.Context
	left    int // bytes to look through before the context is looked at again
	stopped bool
}

const (
	stride      = 128 << 10 // a few dozen microseconds of work
	costOfCheck = 4 << 10   // bytes that could be looked through instead
)

// after says whether to stop now, with n bytes to look through next.
func (s *stopper) after(n int) bool {
	if s.left -= n; s.left <= 0 && !s.stopped {
		s.left = stride
		s.stopped = s.ctx.Err() != nil
	}
	return s.stopped
}
