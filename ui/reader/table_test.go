package reader

import (
	"fmt"
	"strings"
	"testing"

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
