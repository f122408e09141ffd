package ui

import (
	"testing"

	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// TestEveryBindingHasAName holds the key table and the words together: the
// help would show a key without saying what it does.
func TestEveryBindingHasAName(t *testing.T) {
	shown := map[keys.Scope]bool{keys.Help: true, keys.Ask: true, keys.GoTo: true}
	for _, place := range words.Places {
		shown[keys.Scope(place.Scope)] = true
	}
	for _, b := range keys.Default() {
		for _, lang := range []words.Lang{words.English, words.Japanese} {
			if name, ok := lang.Action(string(b.Action)); !ok || name == "" {
				t.Errorf("%s (%v in %s) has no name in language %d", b.Action, b.Keys, b.Scope, lang)
			}
		}
		if !shown[b.Scope] {
			t.Errorf("the help does not show the keys of %s", b.Scope)
		}
	}
}
