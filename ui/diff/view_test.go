package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lifelog/ui/cell"
	"lifelog/ui/keys"
)

var pens = Pens{OldLit: "7", NewLit: "7"}

// drawn is a view as it is seen, with what is lit in brackets.
func drawn(v *View) []string {
	var out []string
	for _, line := range v.Lines(pens) {
		t, shown, at := cell.Parse(line), "", 0
		for _, s := range t.Spans {
			shown += t.Text[at:s.From] + "[" + t.Text[s.From:s.To] + "]"
			at = s.To
		}
		out = append(out, strings.TrimRight(shown+t.Text[at:], " "))
	}
	return out
}

func TestView(t *testing.T) {
	old := "# 五月二日\n\n朝から雨が降った。\n\nlast\n"
	new := "# 五月二日\n\n朝から雪が降った。\n\nlast\nand more\n"
	for _, c := range []struct {
		width int
		want  []string
	}{
		{40, []string{
			"  # 五月二日",
			"",
			"- 朝から[雨]が降った。",
			"+ 朝から[雪]が降った。",
			"",
			"  last",
			"+ [and more]",
		}},
		{16, []string{
			"  # 五月二日",
			"",
			"- 朝から[雨]が降っ",
			"  た。",
			"+ 朝から[雪]が降っ",
			"  た。",
			"",
			"  last",
			"+ [and more]",
		}},
		{81, []string{
			"  # 五月二日                            │   # 五月二日",
			"                                        │",
			"- 朝から[雨]が降った。                    │ + 朝から[雪]が降った。",
			"                                        │",
			"  last                                  │   last",
			"                                        │ + [and more]",
		}},
	} {
		v := NewView(Of(old, new), cell.Ruler{})
		v.Resize(c.width, 20)
		got := drawn(v)
		if !slices.Equal(got, c.want) {
			t.Errorf("%d cells:\n%s\nwant\n%s", c.width, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// Only how the lines end differs: that is to be seen as well.
func TestViewOfEndings(t *testing.T) {
	v := NewView(Of("a\r\nb\r\n", "a\nb\r\n"), cell.Ruler{})
	v.Resize(20, 10)
	if got, want := drawn(v), []string{"- a[␍↵]", "+ a[↵]", "  b"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is far from every difference is left out, also in a long paragraph.
func TestViewFolds(t *testing.T) {
	lines := make([]string, 100)
	for i := range lines {
		lines[i] = fmt.Sprintf("line %d", i)
	}
	old := strings.Join(lines, "\n")
	lines[50] = "LINE 50"
	v := NewView(Of(old, strings.Join(lines, "\n")), cell.Ruler{})
	v.Resize(40, 20)
	want := []string{"  ⋯", "  line 47", "  line 48", "  line 49", "- [line] 50", "+ [LINE] 50", "  line 51", "  line 52", "  line 53", "  ⋯"}
	if got := drawn(v); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	long := strings.Repeat("とても長い段落が続いている。", 100)
	v = NewView(Of(long, long+"終わり。"), cell.Ruler{})
	v.Resize(30, 100)
	if got := len(drawn(v)); got > 4*around+6 {
		t.Errorf("a word at the end of a long paragraph takes %d rows", got)
	}
}

// At every size the rows fit, the hunk that is gone to can be seen, and the
// cursor stands on it.
func TestViewFits(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 6))
	pieces := []string{"word ", "雨が降った。", "\n", "\n\n", "…", "👩‍💻", "\t", "\x1b[31m", "a-very-long-word-that-fits-nowhere"}
	some := func() string {
		var b strings.Builder
		for range rng.IntN(40) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return b.String()
	}
	for round := range 500 {
		ruler := cell.NewRuler(cell.Profile{Ambiguous: uint8(1 + round%2)})
		head := some()
		v := NewView(Of(head+some()+head, head+some()+head), ruler)
		width, height := 20+rng.IntN(150), 3+rng.IntN(30)
		v.Resize(width, height)
		for range 20 {
			a := []keys.Action{keys.NextHit, keys.PrevHit, keys.Up, keys.Down, keys.PageDown, keys.PageUp, keys.Top, keys.Bottom}[rng.IntN(8)]
			v.Do(a)
			list := v.Lines(pens)
			if len(list) > height || len(list) < min(height, len(v.rows)) {
				t.Fatalf("%d rows in %d", len(list), height)
			}
			for _, line := range list {
				if w := ruler.Width(cell.Parse(line).Text); w > width {
					t.Fatalf("%q takes %d of %d cells", line, w, width)
				}
			}
			if v.Hunk() < 0 {
				continue
			}
			if _, y := v.Cursor(); (a == keys.NextHit || a == keys.PrevHit) && v.rows[v.top+y].hunk != v.Hunk() {
				t.Fatalf("after %s the cursor is in row %d, which is of hunk %d, not %d", a, y, v.rows[v.top+y].hunk, v.Hunk())
			}
		}
	}
}
