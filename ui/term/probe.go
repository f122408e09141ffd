package term

import (
	"fmt"
	"strings"

	"lifelog/ui/cell"
)

// samples are the texts that cell.Profile has the widths of, in its order.
var samples = [...]string{"…", "❤️", "👩‍💻", "👍🏽", "🇯🇵", "ﾊﾟ"}

// Probe asks a terminal how wide it draws text: it has the terminal write each
// sample and report its cursor (CSI 6 n). Nothing of it is seen: the samples go
// to a row that is blank and is blank again at the end of one write, and the
// cursor comes back to where it was.
//
// Send String with tea.Raw, hand every tea.CursorPositionMsg to Answer, and
// after a second without being done take it that the terminal does not answer.
type Probe struct {
	row   int
	cells []uint8 // of the samples answered so far
}

// NewProbe returns a probe that uses the screen's row of this number, counted
// from 1. The row must be blank in the default colours. Row 1 does not do: what
// a terminal reports from there looks like the key F3.
func NewProbe(row int) *Probe { return &Probe{row: row} }

// String returns what the terminal is to be sent.
func (p *Probe) String() string {
	var b strings.Builder
	// Hold the picture still (mode 2026, where known) and save cursor and pen.
	b.WriteString("\x1b[?2026h\x1b7\x1b[m")
	for _, sample := range samples {
		fmt.Fprintf(&b, "\x1b[%d;1H%s\x1b[6n", p.row, sample)
	}
	fmt.Fprintf(&b, "\x1b[%d;1H\x1b[2K", p.row)
	b.WriteString("\x1b8\x1b[?2026l")
	return b.String()
}

// Answer takes the cursor position x, y, counted from 0 as in
// tea.CursorPositionMsg. It reports whether it was the last one missing.
// Positions in other rows and after the last one are ignored.
func (p *Probe) Answer(x, y int) (done bool) {
	if y != p.row-1 || len(p.cells) == len(samples) {
		return false
	}
	if x < 0 || x > 8 {
		x = 0 // no width of a sample, so not measured
	}
	p.cells = append(p.cells, uint8(x))
	return len(p.cells) == len(samples)
}

// Profile returns what the terminal answered; samples without an answer count
// as not measured.
func (p *Probe) Profile() cell.Profile {
	var w [len(samples)]uint8
	copy(w[:], p.cells)
	return cell.Profile{Ambiguous: w[0], VS16: w[1], ZWJ: w[2], Skin: w[3], Flag: w[4], Kana: w[5]}
}
