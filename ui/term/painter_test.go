package term

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"lifelog/ui/cell"
)

// painter draws frames with the renderer as Bubble Tea drives it and sends them
// to a writer.
type painter struct {
	renderer *uv.TerminalRenderer
	buffer   uv.ScreenBuffer
	queue    bytes.Buffer
}

func newPainter(width, height int, termType string) *painter {
	p := &painter{buffer: uv.NewScreenBuffer(width, height)}
	p.renderer = uv.NewTerminalRenderer(&p.queue, []string{"TERM=" + termType})
	p.renderer.SetColorProfile(colorprofile.TrueColor)
	p.renderer.SetTabStops(width)
	p.renderer.SetBackspace(true)
	p.renderer.SetScrollOptim(true)
	p.renderer.Resize(width, height)
	p.renderer.EnterAltScreen()
	return p
}

// frame returns the bytes that show lines with the cursor at x, y.
func (p *painter) frame(lines []string, x, y int) []byte {
	p.buffer.Clear()
	uv.NewStyledString(strings.Join(lines, "\n")).Draw(p.buffer, p.buffer.Bounds())
	p.renderer.Render(p.buffer.RenderBuffer)
	p.renderer.MoveTo(x, y)
	return p.flush()
}

func (p *painter) flush() []byte {
	if err := p.renderer.Flush(); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	sent := bytes.Clone(p.queue.Bytes())
	p.queue.Reset()
	return append(append([]byte("\x1b[?25l"), sent...), "\x1b[?25h"...)
}

func (p *painter) resize(width, height int) {
	p.renderer.Erase()
	p.renderer.Resize(width, height)
	p.buffer.Touched = nil
	p.buffer.Resize(width, height)
}

// text is what the renderer believes the screen to show.
func (p *painter) text() string {
	var b strings.Builder
	for y := range p.buffer.Height() {
		for x := range p.buffer.Width() {
			b.WriteString(p.buffer.CellAt(x, y).Content)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// page is a screen of text that changes as a user would change it.
type page struct {
	rand      *rand.Rand
	lines     []string
	paragraph []string // words that fill rows of lines
}

var (
	words = []string{
		"今日は", "カンファレンスで", "登壇した。", "東京", "ー、", "「強調」", "plain", "words", "Python", "2022-05-02", " ", "    ",
		"ｶﾞｷﾞ", "か\u3099", "👨‍👩‍👧", "❤️", "…", "─", "é", "🇯🇵", "葛\U000E0100", "----------------------", "　",
	}
	pens = []string{
		"", "", "", "\x1b[1m", "\x1b[31m", "\x1b[38;5;4m", "\x1b[48;2;1;2;3m", "\x1b[4:3m", "\x1b[7m", "\x1b[2;3;9m", "\x1b[1;38;5;200;44m",
		"\x1b]8;;https://example.org/a\x07", "\x1b]8;id=1;file:///b\x1b\\", "\x1b[58;5;3m",
	}
)

func (p *page) line() string {
	var b strings.Builder
	for range p.rand.IntN(8) {
		b.WriteString(pens[p.rand.IntN(len(pens))] + words[p.rand.IntN(len(words))])
		if p.rand.IntN(2) == 0 {
			b.WriteString("\x1b[m\x1b]8;;\x07")
		}
	}
	return b.String() + "\x1b[m\x1b]8;;\x07"
}

func (p *page) change() {
	at := p.rand.IntN(len(p.lines))
	height := len(p.lines)
	switch p.rand.IntN(10) {
	case 0:
		p.lines = slices.Insert(p.lines, at, p.line())[:height]
	case 1:
		p.lines = append(slices.Delete(p.lines, at, at+1), "")
	case 2, 3:
		p.lines[at] += words[p.rand.IntN(len(words))]
	case 4:
		n := 1 + p.rand.IntN(3)
		p.lines = append(slices.Delete(p.lines, 0, n), make([]string, n)...)
	case 5:
		p.lines = slices.Insert(p.lines, 0, p.line(), p.line())[:height]
	case 6:
		p.lines[height-1] = fmt.Sprintf("row %d, %d characters", at, p.rand.IntN(1000))
	case 7:
		clear(p.lines[at:])
	case 8, 9:
		p.fill(p.lines[at/3:])
	}
}

// fill fills rows with a paragraph that has a word more or less than before.
func (p *page) fill(rows []string) {
	at := p.rand.IntN(3)
	if n := len(p.paragraph); n > 50 || n > at && p.rand.IntN(2) == 0 {
		p.paragraph = slices.Delete(p.paragraph, at, at+1)
	}
	for len(p.paragraph) < 50 {
		p.paragraph = slices.Insert(p.paragraph, min(at, len(p.paragraph)), words[p.rand.IntN(11)])
	}
	text := strings.Join(p.paragraph, "")
	for i := range rows {
		n := cell.Ruler{}.Row(text, 20)
		rows[i], text = text[:n], text[n:]
	}
}
