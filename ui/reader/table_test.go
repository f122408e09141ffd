package reader

import (
	"fmt"
	"strings"
	"testing"

	gstyles "charm.land/glamour/v2/styles"

	"lifelog/ui/cell"
)

// longTable is a table of so many rows.
func longTable(n int) string {
	var b strings.Builder
	b.WriteString("| 番号 | name | words |\n|---:|---|---|\n")
	for i := range n {
		fmt.Fprintf(&b, "| %d | **name** %d | 今日は%d番目の行 [[aki]] |\n", i, i, i)
	}
	return b.String()
}

// A long table is laid out in parts, and looks like one.
func TestLongTable(t *testing.T) {
	const n = 1000
	if parts := len(Parse(longTable(n)).pieces); parts < 5 || parts > 50 {
		t.Errorf("the table is in %d parts", parts)
	}
	lines := plain("before\n\n"+longTable(n)+"\nafter\n", 60)
	if len(lines) != n+6 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, line := range lines[4 : 4+n] {
		if want := fmt.Sprintf("  %4d │ name %-3d │ 今日は%d番目の行 aki", i, i, i); line != want {
			t.Errorf("row %d: %q, want %q", i, line, want)
		}
	}
}

// A cell that is longer than those of the first part is broken in its column.
func TestLongCellFarDown(t *testing.T) {
	lines := plain(longTable(300)+"| 300 | "+strings.Repeat("long ", 20)+"| x |\n", 60)
	if w := (cell.Ruler{}).Width(lines[len(lines)-1]); len(lines) < 310 || w > 40 {
		t.Errorf("%d lines, the last of %d cells: %q", len(lines), w, lines[len(lines)-1])
	}
}

// Cells without marks look as Glamour makes them, in each of its styles.
func TestUnmarkedCells(t *testing.T) {
	for name, style := range gstyles.DefaultStyles {
		r := NewRenderer(Options{Style: *style, Width: 80})
		slow := NewRenderer(Options{Style: *style, Width: 80})
		slow.g.even = false
		if !r.g.even && name != "notty" && name != "ascii" {
			t.Logf("%s styles words in a way of its own", name)
		}
		text := "|数|b c|\n|-|-|\n|1,200|コーヒー (hot)|\n| x | 3.5% |\n"
		d := Parse(text)
		for i := range d.pieces {
			fast, want := r.layout(d, i), slow.layout(d, i)
			for n := range want.lines {
				if got := fast.lines[n].String(); got != want.lines[n].String() {
					t.Errorf("%s: %q, want %q", name, got, want.lines[n].String())
				}
			}
		}
	}
	for _, s := range []string{"a*b*", "[[x]]", "https://a.example", "www.a.example", "a@b.example", "&amp;", "\\|", "{漢|か}", "#tag", "＃tag", "==x==", "<b>", "\x1b[2J", "\u202e", ""} {
		if unmarked(s) {
			t.Errorf("%q is taken for plain words", s)
		}
	}
}
