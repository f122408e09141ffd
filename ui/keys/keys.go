// Package keys is the one table of keys: which key means which action where.
// The screens, the help, the line at the foot and the documentation are all
// made from it.
package keys

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Action is the name of something a person can do.
type Action string

// Scope is where a binding holds.
type Scope string

// The scopes. App holds on every screen, unless the screen binds the key
// itself; Command holds on every screen without a text box. None has the name
// of an action, so that both can be keys of one table of the settings.
const (
	App     Scope = "app"
	Command Scope = "command"
	Home    Scope = "home"
	Reader  Scope = "reader"
	Editor  Scope = "editor"
	Search  Scope = "search-box"
	Find    Scope = "find-box"
	Help    Scope = "help-page"
	Ask     Scope = "question"
	Prompt  Scope = "line-box"
	Hits    Scope = "hits"
	Filter  Scope = "filter-box"
	Seek    Scope = "seek-box"
	Pick    Scope = "menu"
	Past    Scope = "history-page"
	Stats   Scope = "statistics-page"
	Doctor  Scope = "doctor-page"

	Conflict Scope = "two-texts"
	Calendar Scope = "calendar"
	Preview  Scope = "preview-page"
	TagList  Scope = "tag-menu"
)

// Text reports whether letters are text in a scope.
func (s Scope) Text() bool {
	return s == Editor || s == Search || s == Find || s == Prompt || s == Seek || s == Pick || s == Filter || s == TagList
}

// Binding gives an action its keys in a scope: none, if it is done from the
// palette only. The keys are written as Bubble Tea names them, most memorable
// first.
type Binding struct {
	Scope  Scope
	Action Action
	Keys   []string
	Foot   bool // worth a place in the line at the foot
}

// Map is a table of bindings.
type Map []Binding

// Lookup returns what a key means in the innermost of the scopes that binds
// it. Where letters are text they mean nothing else. Elsewhere keys typed while
// an input method is on (full-width forms, and the kana on the same key) count
// as the key itself.
func (m Map) Lookup(key string, scopes ...Scope) (Action, bool) {
	try := []string{key}
	if !slices.ContainsFunc(scopes, Scope.Text) {
		try = append(try, Fold(key))
	} else if Letter(key) {
		return "", false
	}
	for _, scope := range scopes {
		for _, b := range m {
			if b.Scope == scope && slices.ContainsFunc(try, func(k string) bool { return slices.Contains(b.Keys, k) }) {
				return b.Action, true
			}
		}
	}
	return "", false
}

// In returns the bindings of one scope, in the order of the table.
func (m Map) In(scope Scope) Map {
	var in Map
	for _, b := range m {
		if b.Scope == scope {
			in = append(in, b)
		}
	}
	return in
}

// Letter reports whether a key types something.
func Letter(key string) bool { return key == "space" || utf8.RuneCountInString(key) == 1 }

// kana holds what Japanese input methods send for the keys that are commands.
var kana = map[string]string{
	"\u3000": "space", "・": "/", "「": "[", "」": "]", "ー": "-", "、": ",", "。": ".", "￥": "\\", "〜": "~",
	"あ": "a", "い": "i", "う": "u", "え": "e", "お": "o", "ん": "n",
}

// Fold returns the key that a full-width or kana character stands on.
func Fold(key string) string {
	if k, ok := kana[key]; ok {
		return k
	}
	return width.Narrow.String(key)
}
