package keys

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lifelog/ui/words"
)

// Change gives an action other keys than the table does, as a line of the
// settings says.
type Change struct {
	Scope  Scope // "" is wherever the action has a binding
	Action Action
	Keys   []string // as a person names them; none takes away those it has
	Line   int
}

// With returns the table with the changes made. What cannot be done is said in
// faults, with the line, and left out. A key that an unchanged binding of the
// same scope has goes over to the changed one, which is said too.
func (m Map) With(changes []Change) (Map, []words.Fault) {
	r := rebinder{Map: slices.Clone(m), set: make([]int, len(m))}
	changes = slices.Clone(changes)
	slices.SortStableFunc(changes, func(a, b Change) int { // what holds in one place stands over what holds everywhere
		return min(1, len(a.Scope)) - min(1, len(b.Scope))
	})
	var bound []func()
	for _, c := range changes {
		keys := r.keys(c)
		for _, i := range r.places(c) {
			r.Map[i].Keys = nil // free for other changes
			bound = append(bound, func() { r.bind(i, keys, c.Line) })
		}
	}
	for _, bind := range bound {
		bind()
	}
	for i, b := range r.Map {
		r.Map[i].Keys = reachable(b, m)
	}
	return r.Map, r.faults
}

// rebinder is a table that is being changed.
type rebinder struct {
	Map
	set    []int // the line that changed each binding; 0 for none
	faults []words.Fault
}

func (r *rebinder) fault(line int, what words.Phrase, args ...any) {
	f := words.Fault{Line: line, What: what, Args: args}
	if !slices.ContainsFunc(r.faults, func(g words.Fault) bool { return g.Is(f) }) {
		r.faults = append(r.faults, f)
	}
}

// keys are the keys of a change as Bubble Tea names them.
func (r *rebinder) keys(c Change) []string {
	var list []string
	for _, name := range c.Keys {
		key, ok := Parse(name)
		if !ok {
			r.fault(c.Line, words.NoSuchKey, name)
			continue
		}
		list = append(list, key)
		if first, size := utf8.DecodeRuneInString(key); size == len(key) && unicode.IsUpper(first) {
			list = append(list, "shift+"+strings.ToLower(key)) // as some terminals tell of it
		}
	}
	return list
}

// places are the bindings that a change is about. An action of the whole
// program gets one of its own in a scope that has none.
func (r *rebinder) places(c Change) (at []int) {
	actions, scopes := map[string]bool{}, map[string]bool{}
	for _, b := range r.Map {
		actions[string(b.Action)], scopes[string(b.Scope)] = true, true
	}
	switch {
	case !actions[string(c.Action)]:
		r.fault(c.Line, words.NoSuchCommand, c.Action, words.Near(string(c.Action), actions))
		return nil
	case c.Scope != "" && !scopes[string(c.Scope)]:
		r.fault(c.Line, words.NoSuchPlace, c.Scope, words.Near(string(c.Scope), scopes))
		return nil
	}
	everywhere := false
	for i, b := range r.Map {
		if b.Action == c.Action {
			if c.Scope == "" || b.Scope == c.Scope {
				at = append(at, i)
			}
			everywhere = everywhere || b.Scope == App || b.Scope == Command
		}
	}
	if len(at) == 0 && everywhere {
		r.Map, r.set = append(r.Map, Binding{Scope: c.Scope, Action: c.Action}), append(r.set, 0)
		at = []int{len(r.Map) - 1}
	}
	if len(at) == 0 {
		r.fault(c.Line, words.NotInPlace, c.Action, c.Scope)
	}
	return at
}

// bind gives binding i other keys, and takes them from the others of its scope.
func (r *rebinder) bind(i int, keys []string, line int) {
	var got []string
	for _, key := range keys {
		other := slices.IndexFunc(r.Map, func(b Binding) bool {
			return b.Scope == r.Map[i].Scope && b.Action != r.Map[i].Action && slices.Contains(b.Keys, key)
		})
		switch {
		case other >= 0 && r.set[other] > 0:
			r.fault(line, words.KeyGiven, Label(key), r.Map[other].Action, r.set[other])
			continue
		case other >= 0:
			r.fault(line, words.KeyTaken, Label(key), r.Map[other].Action)
			r.Map[other].Keys = slices.DeleteFunc(slices.Clone(r.Map[other].Keys), func(k string) bool { return k == key })
		}
		got = append(got, key)
	}
	r.Map[i].Keys, r.set[i] = got, line
}

// reachable are the keys of a binding with, for the ways out, those of the
// first table that work where letters are text, if it has no such key.
func reachable(b Binding, first Map) []string {
	if b.Action != Back && b.Action != Quit || !b.Scope.Text() && b.Scope != App {
		return b.Keys
	}
	if slices.ContainsFunc(b.Keys, func(k string) bool { return !Letter(k) }) {
		return b.Keys
	}
	for _, was := range first {
		if was.Scope == b.Scope && was.Action == b.Action {
			return append(slices.Clone(b.Keys), was.Keys...)
		}
	}
	return b.Keys
}
