package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"lifelog/ui/keys"
	"lifelog/ui/words"
)

// TestKeysDoc holds docs/keys.md to the table of keys; with -update it is
// written anew.
func TestKeysDoc(t *testing.T) {
	const path = "../docs/keys.md"
	text := keysDoc()
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("%s is not what the table of keys says (%v); go test ./ui -run KeysDoc -update writes it anew", path, err)
	}
}

const keysHead = `# Keys

Every command has a name. All of them are in the list that Ctrl-P opens, and
":" outside text; there they are found by name in English and Japanese, also by
some of its letters ("tgt" finds "toggle the task") and in kana.

The name in the middle column is for the settings, where a command can be given
other keys:

` + "```toml" + `
[keys]
search = ["ctrl+f", "/"]   # wherever there is such a command
suspend = []               # no key

[keys.reader]              # only there
copy = "c"
` + "```" + `

A key is written like "ctrl+f", "alt+shift+left", "f4", "G" or "?". A letter
means something only where letters are not text. Of two bindings of a key the
one of the place where one is counts, then "command", then "app". A key that is
given to two commands of one place, and a name that there is not, is said when
lifelog starts, with its line. With an input method on, letters and signs work in
their full-width and kana forms too.
`

func keysDoc() string {
	var b strings.Builder
	b.WriteString(keysHead)
	cell := func(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
	for _, place := range words.Places {
		fmt.Fprintf(&b, "\n## %s (`%s`)\n\n| keys | command | what it does | |\n|---|---|---|---|\n", words.English.Say(place.Name), place.Scope)
		for _, bind := range keys.Default().In(keys.Scope(place.Scope)) {
			en, _ := words.English.Action(string(bind.Action))
			ja, _ := words.Japanese.Action(string(bind.Action))
			fmt.Fprintf(&b, "| %s | `%s` | %s | %s |\n", cell(strings.Join(bind.Shown(), " · ")), bind.Action, cell(en), cell(ja))
		}
	}
	return b.String()
}
