package picture

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lifelog/ui/cell"
)

func pictureOf(m image.Image) *Picture { return &Picture{pixels: shrink(m, 4000)} }

func stringsOf(lines []cell.Styled) (list []string) {
	for _, line := range lines {
		list = append(list, strings.ReplaceAll(line.String(), "\x1b", "␛"))
	}
	return list
}

func TestBlocks(t *testing.T) {
	for _, test := range []struct {
		name string
		m    image.Image
		want []string
	}{
		{"two by two", tiles(1, "rg", "bw"), []string{
			"␛[38;2;255;0;0;48;2;0;0;255m▀␛[m␛[38;2;0;255;0;48;2;255;255;255m▀␛[m",
		}},
		{"one colour is one run", tiles(1, "kkk", "kkk", "kkk", "kkk"), []string{
			"␛[38;2;0;0;0;48;2;0;0;0m▀▀▀␛[m", "␛[38;2;0;0;0;48;2;0;0;0m▀▀▀␛[m",
		}},
		{"one pixel", tiles(1, "r"), []string{"␛[38;2;255;0;0;48;2;255;0;0m▀␛[m"}},
	} {
		lines := pictureOf(test.m).Blocks(80, 24)
		wantText(t, lines)
		if got := stringsOf(lines); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%q\nwant\n%q", test.name, got, test.want)
		}
	}
	squares := pictureOf(tiles(1, "rg", "bw")).Squares(2, 1)
	wantText(t, squares)
	if len(squares) != 1 || squares[0].Text != "  " || len(squares[0].Spans) != 2 || strings.Contains(squares[0].Spans[0].Pen, "38;") {
		t.Errorf("squares: %q", stringsOf(squares))
	}
}

func TestFit(t *testing.T) {
	for _, test := range []struct{ w, h, cols, rows, wantCols, wantRows int }{
		{4000, 3000, 80, 16, 43, 16},
		{4000, 3000, 40, 100, 40, 15},
		{3000, 4000, 80, 16, 24, 16},
		{10000, 10, 80, 16, 80, 1},
		{10, 10000, 80, 16, 1, 16},
		{1, 1, 80, 16, 32, 16},
		{100, 100, 0, -3, 1, 1},
	} {
		if cols, rows := fit(test.w, test.h, test.cols, test.rows); cols != test.wantCols || rows != test.wantRows {
			t.Errorf("fit(%d×%d into %d×%d) = %d×%d, want %d×%d", test.w, test.h, test.cols, test.rows, cols, rows, test.wantCols, test.wantRows)
		}
	}
	for w := 1; w < 400; w += 13 {
		for h := 1; h < 400; h += 17 {
			if cols, rows := fit(w, h, 70, 16); cols < 1 || cols > 70 || rows < 1 || rows > 16 {
				t.Errorf("fit(%d×%d) = %d×%d", w, h, cols, rows)
			}
		}
	}
}

// A small picture is not blown up.
func TestSmallStaysSmall(t *testing.T) {
	p := pictureOf(tiles(4, "rg", "bw"))
	if lines := p.Blocks(80, 24); len(lines) != 4 || len(lines[0].Text) != 8*len(halfBlock) {
		t.Errorf("8×8 pixels as blocks: %d lines of %q", len(lines), lines[0].Text)
	}
	if _, lines, err := p.Graphics(20, 80, 24); err != nil || len(lines) != 1 {
		t.Errorf("8×8 pixels as graphics: %d lines (%v)", len(lines), err)
	}
}

func TestGraphics(t *testing.T) {
	p := pictureOf(tiles(100, "rg", "bw"))
	send, lines, err := p.Graphics(42, 10, 3)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, lines)
	const cells = "\U0010EEEE"
	want := []string{
		"␛[38;5;42m" + cells + "\u0305\u0305" + cells + "\u0305\u030D" + cells + "\u0305\u030E" + cells + "\u0305\u0310" + cells + "\u0305\u0312" + cells + "\u0305\u033D␛[m",
		"␛[38;5;42m" + cells + "\u030D\u0305" + cells + "\u030D\u030D" + cells + "\u030D\u030E" + cells + "\u030D\u0310" + cells + "\u030D\u0312" + cells + "\u030D\u033D␛[m",
		"␛[38;5;42m" + cells + "\u030E\u0305" + cells + "\u030E\u030D" + cells + "\u030E\u030E" + cells + "\u030E\u0310" + cells + "\u030E\u0312" + cells + "\u030E\u033D␛[m",
	}
	if got := stringsOf(lines); !slices.Equal(got, want) {
		t.Errorf("lines\n%q\nwant\n%q", got, want)
	}
	for _, line := range lines {
		if w := (cell.Ruler{}).Width(line.Text); w != 6 {
			t.Errorf("a line of 6 cells is %d wide", w)
		}
	}
	chunks := regexp.MustCompile(`\x1b_G([^;]*);([^\x1b]*)\x1b\\`).FindAllStringSubmatch(send, -1)
	if len(chunks) == 0 || !strings.HasPrefix(send, "\x1b_G") {
		t.Fatalf("sent: %.100q", send)
	}
	for _, option := range []string{"a=T", "U=1", "f=100", "i=42", "c=6", "r=3", "q=2"} {
		if !slices.Contains(strings.Split(chunks[0][1], ","), option) {
			t.Errorf("the options %s lack %s", chunks[0][1], option)
		}
	}
	payload, total := "", 0
	for i, chunk := range chunks {
		payload += chunk[2]
		total += len(chunk[0])
		if len(chunk[2]) > 4096 || i < len(chunks)-1 && !strings.Contains(chunk[1], "m=1") {
			t.Errorf("chunk %d of %d: %s, %d bytes", i, len(chunks), chunk[1], len(chunk[2]))
		}
	}
	if total != len(send) {
		t.Errorf("%d of %d bytes are chunks", total, len(send))
	}
	data, err := base64.StdEncoding.DecodeString(payload)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil || m.Bounds().Dx() != m.Bounds().Dy() {
		t.Errorf("sent is %v (%v), want a square as the picture", m, err)
	}
}

func TestHasGraphics(t *testing.T) {
	for version, want := range map[string]bool{
		"kitty(0.28.1)": true, "kitty(0.42.0)": true, "kitty(1.0.0)": true, "kitty 0.28.0": true,
		"kitty(0.27.1)": false, "kitty(0.26.5)": false, "kitty": false, "kitty()": false,
		"ghostty 1.1.0": true, "ghostty 1.2.0-main+abc": true,
		"tmux 3.5a": false, "WezTerm 20240203-110809-5046fc22": false, "XTerm(379)": false, "": false, "foot(1.16.2)": false,
	} {
		if got := HasGraphics(version); got != want {
			t.Errorf("HasGraphics(%q) = %v", version, got)
		}
	}
}
