package term

import (
	"fmt"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// screen is a terminal as far as Bubble Tea's renderer uses one. It reads
// sequences with the library's parser, not with this package's.
type screen struct {
	width, height int
	method        ansi.Method // how it measures text
	cells         [][]cellOf
	x, y          int
	pending       bool // the last column was written, the next character wraps
	wrap          bool
	top, bottom   int // scrolling region, both included
	style         uv.Style
	link          uv.Link
	pen, erased   string  // the pen to draw with, and the one erased cells get
	last          string  // for REP
	saved         *screen // for DECRC: the cursor and the pen
	unknown       []string
}

// cellOf is a cell: its text ("" is the right half of a wide one) and its pen.
type cellOf struct{ text, pen string }

func newScreen(width, height int, m ansi.Method) *screen {
	s := &screen{method: m, wrap: true}
	s.resize(width, height)
	return s
}

func (s *screen) resize(width, height int) {
	s.width, s.height = width, height
	s.cells = make([][]cellOf, height)
	for y := range s.cells {
		s.cells[y] = make([]cellOf, width)
	}
	s.top, s.bottom = 0, height-1
	s.eraseRows(0, height)
	s.moveTo(min(s.x, width-1), min(s.y, height-1))
}

// String shows every cell with its pen, the cursor and the pen to draw with.
func (s *screen) String() string {
	var b strings.Builder
	for _, row := range s.cells {
		was := ""
		for _, c := range row {
			if c.pen != was {
				b.WriteString("{" + c.pen + "}")
				was = c.pen
			}
			b.WriteString(c.text)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "cursor %d,%d pen %s wrap %v unknown %q", s.x, s.y, s.pen, s.wrap, s.unknown)
	return b.String()
}

// text shows every cell without its pen.
func (s *screen) text() string {
	var b strings.Builder
	for _, row := range s.cells {
		for _, c := range row {
			b.WriteString(c.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// setPen is called when the style or the link changed.
func (s *screen) setPen() {
	bare := func(style uv.Style) string {
		return strings.TrimSuffix(strings.TrimPrefix(style.String(), "\x1b["), "m")
	}
	s.pen = bare(s.style) + s.link.String()
	s.erased = bare(uv.Style{Bg: s.style.Bg})
}

func (s *screen) blank() cellOf { return cellOf{" ", s.erased} }

func (s *screen) Write(b []byte) (int, error) {
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	var state byte
	for rest := b; len(rest) > 0; {
		var seq []byte
		var width, n int
		if s.method == ansi.WcWidth {
			seq, width, n, state = ansi.DecodeSequenceWc(rest, state, p)
		} else {
			seq, width, n, state = ansi.DecodeSequence(rest, state, p)
		}
		rest = rest[n:]
		switch {
		case width > 0:
			s.put(string(seq), width)
		case seq[0] == 0x1b || seq[0] < ' ':
			s.command(seq, p)
		}
	}
	return len(b), nil
}

func (s *screen) put(cluster string, width int) {
	if s.pending && s.wrap {
		s.lineFeed()
		s.x = 0
	}
	s.pending = false
	if s.x+width > s.width {
		if s.wrap {
			s.lineFeed()
			s.x = 0
		} else {
			s.x = s.width - width
		}
	}
	s.split(s.x)
	s.split(s.x + width)
	s.cells[s.y][s.x] = cellOf{cluster, s.pen}
	for i := 1; i < width; i++ {
		s.cells[s.y][s.x+i] = cellOf{"", s.pen}
	}
	s.last = cluster
	s.x += width
	if s.x >= s.width {
		s.x, s.pending = s.width-1, true
	}
}

// split blanks the wide character that column x would cut in two.
func (s *screen) split(x int) {
	row := s.cells[s.y]
	if x <= 0 || x >= s.width || row[x].text != "" {
		return
	}
	from := x
	for from > 0 && row[from].text == "" {
		from--
	}
	row[from].text = " "
	for i := from + 1; i < s.width && row[i].text == ""; i++ {
		row[i].text = " "
	}
}

// half reports whether the right half of a wide character is at column x.
func (s *screen) half(x int) bool { return x < s.width && s.cells[s.y][x].text == "" }

func (s *screen) command(seq []byte, p *ansi.Parser) {
	n, _ := p.Param(0, 1)
	n = max(n, 1)
	switch {
	case len(seq) == 1:
		s.control(seq[0])
	case string(seq) == "\x1bM":
		if s.y == s.top {
			s.scroll(s.top, s.bottom, -1)
		} else {
			s.y = max(0, s.y-1)
		}
		s.pending = false
	case string(seq) == "\x1b7":
		now := *s
		s.saved = &now
	case string(seq) == "\x1b8":
		s.moveTo(s.saved.x, s.saved.y)
		s.style, s.link = s.saved.style, s.saved.link
		s.setPen()
	case strings.HasPrefix(string(seq), "\x1b]8;"):
		uv.ReadLink(p.Data(), &s.link)
		s.setPen()
	case strings.HasPrefix(string(seq), "\x1b]"):
	case strings.HasPrefix(string(seq), "\x1b["):
		s.csi(seq, p, n)
	default:
		s.unknown = append(s.unknown, string(seq))
	}
}

func (s *screen) control(c byte) {
	switch c {
	case '\r':
		s.moveTo(0, s.y)
	case '\n':
		s.lineFeed()
	case '\b':
		s.moveTo(max(0, s.x-1), s.y)
	case '\t':
		s.moveTo(min(s.width-1, (s.x/8+1)*8), s.y)
	default:
		s.unknown = append(s.unknown, string(c))
	}
}

func (s *screen) lineFeed() {
	s.pending = false
	if s.y == s.bottom {
		s.scroll(s.top, s.bottom, 1)
	} else {
		s.y = min(s.height-1, s.y+1)
	}
}

func (s *screen) moveTo(x, y int) {
	s.x, s.y, s.pending = min(max(x, 0), s.width-1), min(max(y, 0), s.height-1), false
}

func (s *screen) csi(seq []byte, p *ansi.Parser, n int) {
	cmd := ansi.Cmd(p.Command())
	second, _ := p.Param(1, 0)
	if cmd.Prefix() != 0 || cmd.Intermediate() != 0 {
		switch string(seq) {
		case "\x1b[?7l":
			s.wrap = false
		case "\x1b[?7h":
			s.wrap = true
		case "\x1b[?1049h", "\x1b[?1049l":
			s.eraseRows(0, s.height)
		}
		return
	}
	switch cmd.Final() {
	case 'A':
		if to := s.y - n; s.y >= s.top {
			s.moveTo(s.x, max(to, s.top))
		} else {
			s.moveTo(s.x, to)
		}
	case 'B':
		if to := s.y + n; s.y <= s.bottom {
			s.moveTo(s.x, min(to, s.bottom))
		} else {
			s.moveTo(s.x, to)
		}
	case 'C':
		s.moveTo(s.x+n, s.y)
	case 'D':
		s.moveTo(s.x-n, s.y)
	case 'G', '`':
		s.moveTo(n-1, s.y)
	case 'd':
		s.moveTo(s.x, n-1)
	case 'H':
		s.moveTo(max(second, 1)-1, n-1)
	case 'I':
		s.moveTo((s.x/8+n)*8, s.y)
	case 'Z':
		s.moveTo(((s.x+7)/8-n)*8, s.y)
	case 'm':
		uv.ReadStyle(p.Params(), &s.style)
		s.setPen()
	case 'r':
		if second == 0 {
			second = s.height
		}
		s.top, s.bottom = n-1, second-1
		s.moveTo(0, 0)
	case 'b':
		for range n {
			s.put(s.last, 1)
		}
	case 'n', 'c', 'u':
	default:
		s.edit(cmd.Final(), p, n)
	}
}

// edit does what changes text without writing any.
func (s *screen) edit(final byte, p *ansi.Parser, n int) {
	s.pending = false
	mode, _ := p.Param(0, 0)
	switch final {
	case 'J':
		switch mode {
		case 0:
			s.eraseCells(s.x, s.width)
			s.eraseRows(s.y+1, s.height)
		case 2:
			s.eraseRows(0, s.height)
		}
	case 'K':
		switch mode {
		case 0:
			s.eraseCells(s.x, s.width)
		case 1:
			s.eraseCells(0, s.x+1)
		case 2:
			s.eraseCells(0, s.width)
		}
	case 'X':
		s.eraseCells(s.x, min(s.x+n, s.width))
	case '@', 'P':
		if s.half(s.x) || final == 'P' && s.half(s.x+n) {
			s.unknown = append(s.unknown, "half of a wide character, with which each terminal does something else")
		}
		s.split(s.x)
		row := s.cells[s.y]
		n = min(n, s.width-s.x)
		if final == '@' {
			s.split(s.width - n)
			copy(row[s.x+n:], row[s.x:])
			s.eraseCells(s.x, s.x+n)
			if s.half(s.width - 1) { // kitty takes it for half a character
				s.eraseCells(s.width-2, s.width)
			}
		} else {
			s.split(s.x + n)
			copy(row[s.x:], row[s.x+n:])
			for x := s.width - n; x < s.width; x++ { // the last character may have left a half of it there
				row[x] = s.blank()
			}
			if s.half(s.x + 1) { // kitty takes it for half a character
				s.eraseCells(s.x, s.x+2)
			}
		}
	case 'L', 'M':
		if s.y < s.top || s.y > s.bottom {
			return
		}
		if final == 'L' {
			n = -n
		}
		s.scroll(s.y, s.bottom, n)
		s.x = 0
	case 'S':
		s.scroll(s.top, s.bottom, n)
	case 'T':
		s.scroll(s.top, s.bottom, -n)
	default:
		s.unknown = append(s.unknown, string(final))
	}
}

func (s *screen) eraseCells(from, to int) {
	s.split(from)
	s.split(to)
	for x := from; x < to; x++ {
		s.cells[s.y][x] = s.blank()
	}
}

func (s *screen) eraseRows(from, to int) {
	for y := from; y < to; y++ {
		for x := range s.cells[y] {
			s.cells[y][x] = s.blank()
		}
	}
}

func (s *screen) scroll(top, bottom, n int) {
	for range max(n, -n) {
		if n > 0 {
			first := s.cells[top]
			copy(s.cells[top:bottom], s.cells[top+1:bottom+1])
			s.cells[bottom] = first
			s.eraseRows(bottom, bottom+1)
		} else {
			last := s.cells[bottom]
			copy(s.cells[top+1:bottom+1], s.cells[top:bottom])
			s.cells[top] = last
			s.eraseRows(top, top+1)
		}
	}
}
