package ui

import tea "charm.land/bubbletea/v2"

// split is where the screen is divided between the list and what is read.
type split struct {
	share   int  // of the width that the list has, in thousandths; 0 is what is usual
	dragged bool // by the mouse, now
}

// Cells that the list and the text beside it have at least.
const (
	leastList = 30
	leastText = 30
)

// listWidth is how wide the list is beside a text, on a screen of w cells.
func (m *Model) listWidth(w int) int {
	if m.split.share <= 0 {
		return max(32, min(48, w*2/5))
	}
	return max(leastList, min(w*m.split.share/1000, w-leastText-3-margin))
}

// setSplit gives the list so many cells.
func (m *Model) setSplit(cells int) {
	cells = max(leastList, min(cells, m.width-leastText-3-margin))
	m.split.share = (cells*1000 + m.width - 1) / m.width // rounded up, so that it comes to as many again
	m.resize()
}

func (m *Model) keepSplit() tea.Cmd {
	keep, share := m.o.KeepSplit, m.split.share
	if keep == nil {
		return nil
	}
	return func() tea.Msg { keep(share); return nil }
}

// moveSplit makes the list wider by so many cells.
func (m *Model) moveSplit(by int) tea.Cmd {
	if m.width < twoPanes {
		return nil
	}
	m.setSplit(m.listWidth(m.width) + by)
	return tea.Batch(m.keepSplit(), m.readHeads())
}

// onSplit reports whether a cell is on the line between list and text.
func (m *Model) onSplit(x, y int) bool {
	f := m.frameOf()
	text := f.pane
	if f.side.w > 0 {
		text = f.main
	}
	return m.overlay == nil && text.w > 0 && text.x > margin && (f.pane.w > 0 || f.side.w > 0) &&
		(x == text.x-2 || x == text.x-3) && y >= text.y && y < text.y+text.h
}
