package menu

import (
	"slices"
	"strings"
	"testing"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
	"lifelog/ui/theme"
)

// draw is what the menu looks like without its colours.
func draw(m *Menu, width, height int) []string {
	var plain []string
	for _, line := range m.Lines(Look{Theme: theme.New(true), None: "nothing"}, width, height) {
		plain = append(plain, strings.TrimRight(cell.Parse(line).Text, " "))
	}
	return plain
}

func fruit() *Menu {
	return New("Fruit", []Item{
		{Text: "りんご", Also: "apple", Note: "3", Head: "red"},
		{Text: "さくらんぼ", Also: "cherry", Note: "40", Head: "red"},
		{Text: "バナナ", Also: "banana", Note: "1", Head: "yellow"},
		{Text: "plain\x1b[2Jtext", Indent: 1, Head: "yellow"},
	})
}

func TestLines(t *testing.T) {
	got := draw(fruit(), 20, 10)
	want := []string{"Fruit", "", "red", "▌ りんご  3", "  さくらんぼ  40", "yellow", "  バナナ  1", "    plain␛[2Jtext"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What is typed is found in every spelling, and in what is not shown; the
// selection stays on its item.
func TestNarrow(t *testing.T) {
	m := fruit()
	m.Select(2)
	for _, c := range []struct {
		typed string
		want  int
		ok    bool
	}{
		{"ば", 2, true}, {"なな ｎａｎ", 2, true}, {"an ap", 0, false}, {"APPLE", 0, true}, {"", 0, true},
	} {
		for range len(m.Typed()) {
			m.Do(keys.Backspace)
		}
		m.Type(c.typed)
		if got, ok := m.Selected(); got != c.want || ok != c.ok {
			t.Errorf("%q: selected %d, %v, want %d, %v", c.typed, got, ok, c.want, c.ok)
		}
	}
	m.Type("zzz")
	if got := draw(m, 20, 10); !slices.Equal(got, []string{"Fruit  zzz", "", "nothing"}) {
		t.Errorf("nothing found is drawn as %q", got)
	}
	if _, ok := m.At(2); ok {
		t.Error("there is an item where nothing was found")
	}
}

// However small the screen, the selected item is on it and no row is wider
// than it.
func TestSmall(t *testing.T) {
	for width := 4; width < 24; width++ {
		for height := 3; height < 9; height++ {
			m := fruit()
			for at := range 4 {
				found := false
				for y, line := range m.Lines(Look{Theme: theme.New(false)}, width, height) {
					plain := cell.Parse(line).Text
					found = found || strings.HasPrefix(plain, "▌")
					if w := (cell.Ruler{}).Width(plain); w > width || y >= height {
						t.Errorf("%d×%d: line %d is %d wide: %q", width, height, y, w, plain)
					}
					if item, ok := m.At(y); ok && item == at && !strings.HasPrefix(plain, "▌") {
						t.Errorf("%d×%d: item %d is not on line %d: %q", width, height, at, y, plain)
					}
				}
				if !found {
					t.Errorf("%d×%d: item %d is selected and not on the screen", width, height, at)
				}
				m.Do(keys.Down)
			}
		}
	}
}

func TestSetKeepsThePlace(t *testing.T) {
	m := fruit()
	m.Select(3)
	m.Set([]Item{{Text: "one"}, {Text: "two"}})
	if got, ok := m.Selected(); got != 1 || !ok {
		t.Errorf("selected %d, %v, want the last", got, ok)
	}
	m.Set(nil)
	if _, ok := m.Selected(); ok {
		t.Error("an item of none is selected")
	}
	m.Do(keys.Down)
}

// Of what is found by some of its letters the likeliest stands first.
func TestFuzzy(t *testing.T) {
	commands := []Item{
		{Text: "toggle the task", Also: "toggle-task\nタスクの切替\nたすくのきりかえ"},
		{Text: "to what was found", Also: "walk"},
		{Text: "search", Also: "検索\nけんさく"},
		{Text: "find here", Also: "find\nこの中を検索"},
		{Text: "headings", Also: "outline\n見出し\nみだし"},
	}
	for _, c := range []struct {
		typed string
		want  []int
	}{
		{"", []int{0, 1, 2, 3, 4}},
		{"find", []int{3}},
		{"se", []int{2}},
		{"けんさく", []int{2}},
		{"ケン", []int{2}},
		{"検索", []int{2, 3}},
		{"ttt", []int{0}},
		{"ta", []int{0, 1}},
		{"to ta", []int{0, 1}},
		{"gh", nil},
		{"みだし", []int{4}},
	} {
		m := New("Commands", commands).Fuzzy()
		m.Type(c.typed)
		if !slices.Equal(m.shown, c.want) {
			t.Errorf("%q finds %v, want %v", c.typed, m.shown, c.want)
		}
	}
}

// While something is typed there are no groups, and the first is selected.
func TestFuzzyIsOneGroup(t *testing.T) {
	m := fruit().Fuzzy()
	m.Select(3)
	m.Type("an")
	if got, want := draw(m, 20, 10), []string{"Fruit  an", "", "▌ バナナ           1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	m.Do(keys.DeleteWord)
	if got, _ := m.Selected(); got != 2 {
		t.Errorf("with the box empty again %d is selected, want 2", got)
	}
}
