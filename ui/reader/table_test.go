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

// Wherever a long table stands, every row of it is there, once and in order,
// and is copied.
func TestLongTableAnywhere(t *testing.T) {
	const n = 200
	each := func(text, before string) string {
		return before + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+before) + "\n"
	}
	for name, text := range map[string]string{
		"alone":               longTable(n),
		"behind a heading":    "# Head\n" + longTable(n) + "\nafter",
		"below words":         "words\nmore words\n" + longTable(n),
		"below many words":    strings.Repeat("words\n", 70) + longTable(n),
		"in a quote":          each(longTable(n), "> "),
		"in an item":          "- item\n\n" + each(longTable(n), "  "),
		"twice":               longTable(60) + "\nbetween\n\n" + longTable(n),
		"with pipes in cells": strings.ReplaceAll(longTable(n), "[[aki]]", "`a\\|b`"),
		"with cells missing":  strings.ReplaceAll(longTable(n), "| **name** 7 |", "|"),
	} {
		lines := plain(text, 80)
		at, found := 0, 0
		for i := 0; at < len(lines); at++ {
			if strings.Contains(lines[at], fmt.Sprintf("今日は%d番目の行", i)) {
				if i++; i > found {
					found = i
				}
			} else if name == "twice" && strings.Contains(lines[at], "between") {
				i = 0
			}
		}
		if found != n {
			t.Errorf("%s: %d rows of %d", name, found, n)
		}
		s := screen(text, 80, 20)
		s.ToBottom()
		if got := s.Excerpt(); name == "alone" && (got.Of != OfTable || strings.Count(got.Text, "\n") != n || !strings.HasSuffix(got.Text, "199\tname 199\t今日は199番目の行 aki")) {
			t.Errorf("copied: %q", got)
		}
	}
	if lines := plain(strings.Repeat("a | b\n", 200), 80); len(lines) != 200 {
		t.Errorf("no table: %d lines", len(lines))
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
