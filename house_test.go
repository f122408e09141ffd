package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The house: which room may know which. The faces (ui and ui/cli) and the disk
// (store) meet in main only; in the middle is the journal, which knows nobody.
// A room is named by its folder; main is the folder ".".

// rule forbids the rooms from to import anything that is in not, unless it is
// in but. Each is a list of names: a room ("ui/cell"), a room with all below it
// ("ui/..."), "ours" for every room, "charm" for the libraries of the terminal,
// "screen" for the rooms below ui that are one screen each.
type rule struct{ from, not, but, why string }

var rules = []rule{
	{"journal/date journal/fold journal/search", "ours", "", "the leaves of the journal know nobody of ours"},
	{"journal/...", "ours", "journal/...", "the journal knows neither where it is kept nor who looks"},
	{"journal/... store/...", "charm", "", "only what looks speaks Charm"},
	{"store/...", "ours", "store/... journal/...", "the disk knows the journal and nobody else"},
	{"ui/...", "store/...", "", "only main joins a face to the disk"},
	{"ui/cell", "ours charm", "", "the ruler is a leaf"},
	{"ui/text", "ours", "ui/cell", "a text being edited knows the ruler only"},
	{"ui/input", "ours", "ui/text ui/cell ui/keys", "a one-line input knows its text, the ruler and the keys only"},
	{"ui/cli", "charm", "", "the command line stays free of Charm"},
	{"ui/cli", "ours", "journal/... ui/cell ui/words", "the command line knows no screen"},
	{"ui/...", "ui/cli/...", "", "the two faces never meet"},
	{shared, "screen", "", "what all screens share knows none of them"},
	{"screen", "screen", "", "one screen never knows another"},
	{"ours", ".", "", "nobody knows main"},
}

// shared are the rooms below ui that every screen may know; the others, apart
// from the command line, are screens.
const shared = "ui/keys ui/theme ui/words ui/settings ui/cell ui/term ui/text ui/input ui/diff"

// forbidden are names that hide what a room is for.
var forbidden = []string{"internal", "pkg", "cmd", "common", "util", "utils", "helper", "helpers", "types", "misc", "base"}

// in says whether an import is in a list of names.
func in(list, imported string) bool {
	for _, name := range strings.Fields(list) {
		tree, below := strings.CutSuffix(name, "/...")
		switch {
		case name == "charm" && (strings.HasPrefix(imported, "charm.land/") || strings.HasPrefix(imported, "github.com/charmbracelet/")),
			name == "ours" && isOurs(imported),
			name == "screen" && screenOf(imported) != "",
			name == imported,
			below && (imported == tree || strings.HasPrefix(imported, tree+"/")):
			return true
		}
	}
	return false
}

func isOurs(room string) bool {
	return room == "." || in("journal/... store/... ui/...", room)
}

// screenOf is the screen that a room belongs to, "" for one of no screen.
func screenOf(room string) string {
	parts := strings.Split(room, "/")
	if len(parts) < 2 || parts[0] != "ui" || parts[1] == "cli" || in(shared, "ui/"+parts[1]) {
		return ""
	}
	return "ui/" + parts[1]
}

// room is a package: its folder, what it imports (our own packages as rooms),
// and its comment.
type room struct {
	name, doc string
	imports   []string
}

// complaints says in words what is wrong with a house.
func complaints(house []room) (list []string) {
	byName := map[string]room{}
	for _, r := range house {
		byName[r.name] = r
	}
	for _, r := range house {
		if r.doc == "" {
			list = append(list, fmt.Sprintf("%s has no package comment: say what the room is for", r.name))
		}
		for part := range strings.SplitSeq(r.name, "/") {
			if slices.Contains(forbidden, part) {
				list = append(list, fmt.Sprintf("%s: the name %q hides what the room is for", r.name, part))
			}
		}
		if !isOurs(r.name) {
			list = append(list, fmt.Sprintf("%s: at the top are journal, store and ui only", r.name))
		}
		for _, rule := range rules {
			if words := breaks(rule, r, byName); words != "" {
				list = append(list, words)
			}
		}
	}
	return list
}

// breaks says how a room breaks a rule, "" if it does not. What it must not
// know of Charm it must not know through another room either.
func breaks(rule rule, r room, house map[string]room) string {
	if !in(rule.from, r.name) {
		return ""
	}
	for _, imported := range r.imports {
		sameScreen := rule.not == "screen" && screenOf(imported) == screenOf(r.name)
		if in(rule.not, imported) && !in(rule.but, imported) && !sameScreen {
			return fmt.Sprintf("%s imports %s: %s", r.name, imported, rule.why)
		}
	}
	if !in(rule.not, "charm.land/") {
		return ""
	}
	for _, imported := range r.imports {
		if through := charmBehind(imported, house); through != "" {
			return fmt.Sprintf("%s imports %s: %s", r.name, through, rule.why)
		}
	}
	return ""
}

// charmBehind is the way from one of our rooms to Charm, "" if there is none.
func charmBehind(name string, house map[string]room) string {
	for _, imported := range house[name].imports {
		if in("charm", imported) {
			return fmt.Sprintf("%s, which imports %s", name, imported)
		}
		if through := charmBehind(imported, house); through != "" {
			return fmt.Sprintf("%s, which imports %s", name, through)
		}
	}
	return ""
}

func TestHouse(t *testing.T) {
	openFolders(t)
	house := readHouse(t)
	if len(house) < 4 {
		t.Fatalf("go list names only %d packages", len(house))
	}
	for _, words := range complaints(house) {
		t.Error(words)
	}
}

// openFolders opens the folders of all rooms, for the go command to see: it
// remembers that a test passed until something changes that the test opened.
func openFolders(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && len(path) > 1 && strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// readHouse asks the go command, for every system we build for, since files
// for one system may import what others do not.
func readHouse(t *testing.T) []room {
	byName := map[string]room{}
	for _, system := range []string{"linux", "darwin", "windows", "freebsd"} {
		cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Doc,Imports,Module", "./...")
		cmd.Env = append(cmd.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			var exit *exec.ExitError
			if errors.As(err, &exit) {
				t.Fatalf("go list: %v\n%s", err, exit.Stderr)
			}
			t.Fatalf("go list: %v", err)
		}
		for d := json.NewDecoder(strings.NewReader(string(out))); ; {
			var p struct {
				ImportPath, Doc string
				Imports         []string
				Module          struct{ Path string }
			}
			if err := d.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("go list wrote no JSON: %v", err)
			}
			name := roomName(p.Module.Path, p.ImportPath)
			r := byName[name]
			r.name, r.doc = name, p.Doc
			for _, imported := range p.Imports {
				if imported = roomName(p.Module.Path, imported); !slices.Contains(r.imports, imported) {
					r.imports = append(r.imports, imported)
				}
			}
			byName[name] = r
		}
	}
	var house []room
	for _, r := range byName {
		house = append(house, r)
	}
	slices.SortFunc(house, func(a, b room) int { return strings.Compare(a.name, b.name) })
	return house
}

// roomName is the folder of one of our packages; other packages keep their
// import path.
func roomName(module, importPath string) string {
	if importPath == module {
		return "."
	}
	return strings.TrimPrefix(importPath, module+"/")
}

// TestComplaints breaks every rule once, in made-up houses, and reads what is
// said.
func TestComplaints(t *testing.T) {
	const tea = "charm.land/bubbletea/v2"
	broken := map[string]bool{}
	for _, test := range []struct {
		name    string
		imports string
		want    string
	}{
		{"journal/date", "time journal/fold", "journal/date imports journal/fold: the leaves of the journal know nobody of ours"},
		{"journal/fold", "journal", "journal/fold imports journal: the leaves of the journal know nobody of ours"},
		{"journal", "store", "journal imports store: the journal knows neither where it is kept nor who looks"},
		{"journal/exchange", "journal ui/words", "journal/exchange imports ui/words: the journal knows neither where it is kept nor who looks"},
		{"journal", tea, "journal imports charm.land/bubbletea/v2: only what looks speaks Charm"},
		{"store", "github.com/charmbracelet/x/term", "store imports github.com/charmbracelet/x/term: only what looks speaks Charm"},
		{"store", "ui/settings", "store imports ui/settings: the disk knows the journal and nobody else"},
		{"ui", "store", "ui imports store: only main joins a face to the disk"},
		{"ui/reader", "store/image", "ui/reader imports store/image: only main joins a face to the disk"},
		{"ui/cell", "ui/text", "ui/cell imports ui/text: the ruler is a leaf"},
		{"ui/cell", "github.com/charmbracelet/x/ansi", "ui/cell imports github.com/charmbracelet/x/ansi: the ruler is a leaf"},
		{"ui/text", "ui/keys", "ui/text imports ui/keys: a text being edited knows the ruler only"},
		{"ui/input", "ui/theme", "ui/input imports ui/theme: a one-line input knows its text, the ruler and the keys only"},
		{"ui/cli", tea, "ui/cli imports charm.land/bubbletea/v2: the command line stays free of Charm"},
		{"ui/cli", "ui/words", "ui/cli imports ui/words, which imports ui/theme, which imports charm.land/lipgloss/v2: the command line stays free of Charm"},
		{"ui/cli", "ui/keys", "ui/cli imports ui/keys: the command line knows no screen"},
		{"ui", "ui/cli", "ui imports ui/cli: the two faces never meet"},
		{"ui/reader", "ui/editor", "ui/reader imports ui/editor: one screen never knows another"},
		{"ui/calendar/month", "ui/list", "ui/calendar/month imports ui/list: one screen never knows another"},
		{"ui/theme", "ui/reader", "ui/theme imports ui/reader: what all screens share knows none of them"},
		{"ui/keys", ".", "ui/keys imports .: nobody knows main"},
	} {
		house := map[string]room{
			"ui/words": {name: "ui/words", imports: []string{"ui/theme"}},
			"ui/theme": {name: "ui/theme", imports: []string{"charm.land/lipgloss/v2"}},
		}
		var said []string
		for _, rule := range rules {
			if words := breaks(rule, room{name: test.name, imports: strings.Fields(test.imports)}, house); words != "" {
				said = append(said, words)
				broken[rule.from+rule.not] = broken[rule.from+rule.not] || words == test.want
			}
		}
		if !slices.Contains(said, test.want) {
			t.Errorf("%s importing %s: said %q, want %q", test.name, test.imports, said, test.want)
		}
	}
	for _, rule := range rules {
		if !broken[rule.from+rule.not] {
			t.Errorf("no made-up house breaks the rule %q", rule.why)
		}
	}
}

// TestNoComplaints: a house as it should be.
func TestNoComplaints(t *testing.T) {
	imports := map[string]string{
		".":                "ui ui/cli store journal charm.land/bubbletea/v2",
		"journal":          "journal/date journal/fold journal/search golang.org/x/text/unicode/norm",
		"journal/exchange": "journal journal/date",
		"store":            "journal os",
		"store/git":        "store journal",
		"ui":               "ui/editor ui/reader ui/keys journal charm.land/bubbletea/v2",
		"ui/editor":        "ui/text ui/cell ui/theme ui/editor/find",
		"ui/editor/find":   "ui/input ui/editor/marks",
		"ui/text":          "ui/cell",
		"ui/cli":           "journal ui/cell ui/words flag",
		"ui/words":         "journal/date",
	}
	var house []room
	for name, list := range imports {
		house = append(house, room{name, "Package " + path.Base(name) + " has a comment.", strings.Fields(list)})
	}
	for _, words := range complaints(house) {
		t.Error(words)
	}
}

func TestNames(t *testing.T) {
	got := complaints([]room{{name: "ui/common", doc: "x"}, {name: "web", doc: "x"}, {name: "journal"}})
	want := []string{
		`ui/common: the name "common" hides what the room is for`,
		"web: at the top are journal, store and ui only",
		"journal has no package comment: say what the room is for",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
