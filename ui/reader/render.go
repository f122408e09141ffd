package reader

import (
	"hash/maphash"
	"strings"
	"sync"

	gansi "charm.land/glamour/v2/ansi"

	"lifelog/ui/cell"
)

// Pens are the styles that Glamour's themes do not have, as SGR parameters
// such as "1;38;5;4". They are laid over the style of the text.
type Pens struct {
	Found     string // words that were searched for
	Here      string // the hit, or the link, that is the current one
	Chosen    string // what the mouse is dragged over
	Highlight string // ==words==
	Faint     string // readings, marks of ours
	Strong    string // terms, titles of callouts
}

func (p Pens) orDefault() Pens {
	def := func(pen *string, to string) {
		if *pen == "" {
			*pen = to
		}
	}
	def(&p.Found, "30;43")
	def(&p.Here, "7")
	def(&p.Chosen, "7")
	def(&p.Highlight, "30;43")
	def(&p.Faint, "2")
	def(&p.Strong, "1")
	return p
}

// Options say how documents are rendered.
type Options struct {
	Ruler  cell.Ruler
	Style  gansi.StyleConfig // any style of Glamour
	Width  int               // cells; no line is wider
	Join   bool              // a newline inside a paragraph does not end the line
	Pens   Pens
	Notice string // stands above front matter that cannot be read; "" is an English default

	// Picture is asked for the pictures that documents show, from any
	// goroutine, and must answer at once; nil shows none. While it answers
	// that one has to be waited for, it is asked again.
	Picture func(Want) Picture
}

// Renderer lays documents out, block by block, and remembers the blocks it
// has laid out. It may be used from several goroutines.
type Renderer struct {
	options Options
	margin  int
	pens    Pens

	making sync.Mutex // held while a piece is laid out: Glamour does one thing at a time
	g      *stylist
	widths map[uint64][]int // of the columns of tables, by the key of the first piece

	mu    sync.Mutex // held only to look into the cache, so that a screen never waits for a search
	cache map[uint64]*layout
	held  int // rows in the cache
}

const (
	maxRows    = 50_000   // rows that the cache holds
	maxCode    = 16 << 10 // bytes of a code block that is coloured
	wideMargin = 60       // cells from which the whole margin of the style is kept
)

// NewRenderer returns a Renderer with these options.
func NewRenderer(o Options) *Renderer {
	o.Width = max(o.Width, 1)
	if o.Notice == "" {
		o.Notice = "The front matter cannot be read"
	}
	r := &Renderer{options: o, pens: o.Pens.orDefault(), cache: map[uint64]*layout{}}
	r.g = newStylist(o.Style, r.pens)
	if m := o.Style.Document.Margin; m != nil && o.Width >= wideMargin {
		r.margin = min(int(*m), o.Width/8)
	} else if m != nil && o.Width >= wideMargin/2 {
		r.margin = min(int(*m), 1)
	}
	return r
}

// layout is one piece laid out.
type layout struct {
	lines []logical
	rows  []row
	links []Link // of the piece
	waits []Want // pictures that were not known when it was made
	task  box    // the box of a task, which is the first link then
}

// box is where the box of a task stands in the lead of a row; the zero box is
// none.
type box struct{ row, from, to int }

// logical is a line before it is broken into rows.
type logical struct {
	cell.Styled
	above []cell.Styled // rows of a picture
	links []linkSpan
	hang  int  // cells that its rows after the first are moved to the right
	fits  bool // is not to be broken
	start int  // bytes from the start of the piece to what this line shows
}

// row is one line of the screen. Its text is the part from … to of a logical
// line; line -1 is a blank row, or one of a picture, which is in the lead then.
type row struct {
	lead     cell.Styled // margin, quote bars, bullets
	line     int
	from, to int
	picture  bool
}

// layout returns the rows of one piece.
func (r *Renderer) layout(d *Document, index int) *layout {
	key := r.key(d, index)
	if l := r.cached(key); l != nil && !r.known(l.waits) {
		return l
	}
	r.making.Lock()
	defer r.making.Unlock()
	if l := r.cached(key); l != nil && !r.known(l.waits) {
		return l // made by another goroutine meanwhile
	}
	l := r.make(d, index)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.held += len(l.rows); r.held > maxRows {
		clear(r.cache)
		r.held = len(l.rows)
	}
	r.cache[key] = l
	return l
}

func (r *Renderer) cached(key uint64) *layout {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.cache[key]
}

// Warm lays out what a screen of so many rows will show of a document, from
// the paragraph at a byte offset on, so that showing it takes no time.
func (r *Renderer) Warm(d *Document, at, rows int) {
	for i := d.pieceAt(at); i < len(d.pieces) && rows > 0; i++ {
		rows -= len(r.layout(d, i).rows)
	}
}

// key stands for everything that makes a piece look as it does.
func (r *Renderer) key(d *Document, index int) uint64 {
	p := &d.pieces[index]
	var h maphash.Hash
	h.SetSeed(seed)
	maphash.WriteComparable(&h, [4]int{int(p.kind), p.level, p.gap, int(d.seed)})
	h.WriteString(p.title)
	h.WriteByte(0)
	h.WriteString(p.target)
	if p.kind == notice {
		h.WriteString(d.frontErr.Error())
	}
	for f := p.frame; f != nil; f = f.outer {
		maphash.WriteComparable(&h, [5]int{int(f.container), f.number, f.digits, int(f.task), min(index-f.first, 1)})
		h.WriteString(f.label)
		h.WriteByte(0)
	}
	if p.lines != nil {
		for i := range p.lines.Len() {
			s := p.lines.At(i)
			maphash.WriteComparable(&h, s.Start-p.from)
			h.Write(d.source[s.Start:s.Stop])
		}
	} else {
		h.WriteString(d.text[p.from:p.to])
	}
	if p.kind == table { // whose columns are as wide as cells elsewhere
		maphash.WriteComparable(&h, [2]uint64{p.sum, uint64(min(1, index-p.head))})
	}
	return h.Sum64()
}

// make lays a piece out.
func (r *Renderer) make(d *Document, index int) *layout {
	p := &d.pieces[index]
	first, rest, blank := r.leads(p, index)
	width := r.options.Width - 2*r.margin - r.options.Ruler.Width(rest.Text)
	first, rest, blank = concat(spaces(r.margin), first), concat(spaces(r.margin), rest), concat(spaces(r.margin), blank)

	l := &layout{}
	for range p.gap {
		l.rows = append(l.rows, row{lead: trimRight(blank), line: -1})
	}
	r.fill(l, d, index, max(width, 1))
	if len(l.lines) == 0 {
		l.add(cell.Styled{})
	}
	l.nameLinks()
	if p.isTask(index) {
		l.boxed(len(l.rows), first, r.bullet(p.frame))
	}
	for i := range l.lines {
		from, hang := 0, l.lines[i].hang
		if hang > width/2 {
			hang = 0
		}
		if len(l.lines[i].above) > 0 {
			l.placePicture(l.lines[i].above, first, rest, i == 0)
			first = rest
		}
		for n, end := range r.rows(&l.lines[i], max(width, 1), hang) {
			lead := rest
			switch {
			case n > 0:
				lead = concat(rest, spaces(hang))
			case i == 0:
				lead = first
			}
			to := from + len(strings.TrimRight(l.lines[i].Text[from:end], " \u3000"))
			if to == from {
				lead = trimRight(lead)
			}
			l.rows = append(l.rows, row{lead: lead, line: i, from: from, to: to})
			from = end
		}
	}
	return l
}

// boxed makes the box at the end of a lead a link, the first of the piece. It
// is not there where containers were left out for want of room.
func (l *layout) boxed(row int, lead, bullet cell.Styled) {
	if !strings.HasSuffix(lead.Text, bullet.Text) {
		return
	}
	from := len(lead.Text) - len(bullet.Text)
	l.task = box{row, from, from + len(strings.TrimRight(bullet.Text, " "))}
	l.links = append([]Link{{Kind: ToTask}}, l.links...)
	for i := range l.lines {
		for n := range l.lines[i].links {
			l.lines[i].links[n].link++
		}
	}
}

// rows breaks a line into rows, those after the first hang cells narrower.
func (r *Renderer) rows(line *logical, width, hang int) []int {
	if line.fits {
		return []int{len(line.Text)}
	}
	ends := r.options.Ruler.Rows(line.Text, width)
	if hang == 0 || len(ends) == 1 {
		return ends
	}
	ends = ends[:1]
	for _, end := range r.options.Ruler.Rows(line.Text[ends[0]:], width-hang) {
		ends = append(ends, ends[0]+end)
	}
	return ends
}
