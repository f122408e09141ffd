package main

import (
	"flag"
	"os"
	"path"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of rooms in docs/architecture.md anew")

// TestArchitecture holds the table of rooms in docs/architecture.md to the
// packages there are and to what they say of themselves.
func TestArchitecture(t *testing.T) {
	const file, head = "docs/architecture.md", "| room | what it is for |\n|---|---|\n"
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, _, found := strings.Cut(string(page), head)
	if !found {
		t.Fatalf("%s has no table of rooms", file)
	}
	text += head
	for _, r := range readHouse(t) {
		if r.name == "." || strings.HasPrefix(r.name, "store/storetest/") {
			continue
		}
		text += "| `" + r.name + "` | " + purpose(r) + " |\n"
	}
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if text != string(page) {
		t.Errorf("the rooms in %s are not those there are; go test . -run Architecture -update writes them anew", file)
	}
}

// purpose is the first sentence of a package's comment, behind "Package name".
func purpose(r room) string {
	words := strings.TrimPrefix(r.doc, "Package "+path.Base(r.name)+" ")
	first, _, _ := strings.Cut(words, ". ")
	return strings.ReplaceAll(strings.TrimSuffix(first, "."), "|", "\\|")
}
