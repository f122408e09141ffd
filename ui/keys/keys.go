// Package keys is the one table of keys: which key means which action where.
// The screens, the help, the line at the foot and the documentation are all
// made from it.
package keys

import (
	"slices"
	"strings"

	"golang.org/x/text/width"
)

// Action is the name of something a person can do.
type Action string

// Scope is where a binding holds.
type Scope string

// The scopes. App holds on every screen, unless the screen binds the key
// itself; Command holds on every screen without a text box.
const (
	App     Scope = "app"
	Command Scope = "command"
	Home    Scope = "home"
	Reader  Scope = "reader"
	Editor  Scope = "editor"
	Search  Scope = "search"
	Find    Scope = "find"
	Help    Scope = "help"
	Ask     Scope = "ask"
	GoTo    Scope = "go-to"
	Hits    Scope = "hits"
	Filter  Scope = "filter"
	Seek    Scope = "seek"
	Pick    Scope = "pick"
)

// Text reports whether letters are text in a scope.
func (s Scope) Text() bool {
	return s == Editor || s == Search || s == Find || s == GoTo || s == Seek || s == Pick || s == Filter
}

// Binding gives an action its keys in a scope. The keys are written as Bubble
// Tea names them, most memorable first.
type Binding struct {
	Scope  Scope
	Action Action
	Keys   []string
	Foot   bool // worth a place in the line at the foot
}

// Map is a table of bindings.
type Map []Binding

// Lookup returns what a key means in the innermost of the scopes that binds
// it. In scopes without text, keys typed while an input method is on
// (full-width forms, and the kana on the same key) count as the key itself.
func (m Map) Lookup(key string, scopes ...Scope) (Action, bool) {
	for _, scope := range scopes {
		try := []string{key}
		if !scope.Text() && !slices.ContainsFunc(scopes, Scope.Text) {
			try = append(try, Fold(key))
		}
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

// Label writes a key as people read it: "ctrl+q" is "Ctrl-Q".
func Label(key string) string {
	names := map[string]string{
		"up": "↑", "down": "↓", "left": "←", "right": "→", "pgup": "PgUp", "pgdown": "PgDn",
		"enter": "Enter", "esc": "Esc", "tab": "Tab", "space": "Space", "home": "Home", "end": "End",
		"delete": "Del", "backspace": "Backspace", "ctrl": "Ctrl", "alt": "Alt", "shift": "Shift",
	}
	if len(key) == 1 {
		return key
	}
	parts := strings.Split(strings.TrimSuffix(key, "+"), "+")
	for i, p := range parts {
		if p == "" {
			parts[i] = "+"
		} else if name, ok := names[p]; ok {
			parts[i] = name
		} else {
			parts[i] = strings.ToUpper(p)
		}
	}
	return strings.Join(parts, "-")
}
