package term

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"lifelog/ui/cell"
)

// The renderer measures text by a table of its own and cuts off what it takes
// for wider than the screen, also where the terminal draws a cluster in fewer
// cells. So a cluster that it would measure otherwise than the ruler goes past
// it behind a mask: a character that stands for nothing, of the right width,
// followed by the bytes of the cluster as variation selectors, which take no
// cells and stay with it. Output takes the mask off.
const (
	maskNarrow = '\U0010FFFD' // a cell
	maskWide   = '\U0003FFFD' // two cells
	maskMore   = '\U0003FFFC' // two cells more of the cluster before
	maskByte   = '\U000E0100' // and on: a byte, from firstByte
	firstByte  = 0x10         // of clean text; there are 240 such selectors, and no byte of UTF-8 is beyond them
)

// Mask returns a frame of clean text that the renderer measures as r does.
func Mask(frame string, r cell.Ruler) string {
	if !mayDiffer(frame, r) {
		return frame
	}
	var b strings.Builder
	from := 0
	for at := 0; at < len(frame); {
		end := cell.Next(frame, at)
		if cluster := frame[at:end]; len(cluster) > 1 {
			if cells := r.Width(cluster); cells > 0 && (cells != cell.Ruler{}.Width(cluster) || strings.ContainsAny(cluster, masks)) {
				b.WriteString(frame[from:at])
				mask(&b, cluster, cells)
				from = end
			}
		}
		at = end
	}
	b.WriteString(frame[from:])
	return b.String()
}

const masks = string(maskNarrow) + string(maskWide) + string(maskMore)

// clues are what is in every cluster that a mask may be needed for, but for the
// ambiguous characters: joiner, selector, skin tone, flag, half-width marks.
var clues = []string{"\u200d", "\ufe0f", "\U0001f3fb"[:3], "\U0001f1ef"[:3], "ﾞ", "ﾟ", string(maskNarrow), string(maskWide), string(maskMore)}

func mayDiffer(s string, r cell.Ruler) bool {
	return r.Width("…") > 1 || slices.ContainsFunc(clues, func(clue string) bool { return strings.Contains(s, clue) })
}

// mask writes a cluster behind a mask of one cell or more.
func mask(b *strings.Builder, cluster string, cells int) {
	if cells%2 == 1 {
		b.WriteRune(maskNarrow)
	} else {
		b.WriteRune(maskWide)
	}
	for _, c := range []byte(cluster) {
		b.WriteRune(maskByte + rune(c) - firstByte)
	}
	for range (cells - 1) / 2 {
		b.WriteRune(maskMore)
	}
}

// unmask returns b with the clusters that are behind masks in it.
func unmask(b []byte) []byte {
	if !bytes.Contains(b, []byte(string(maskNarrow))) && !bytes.Contains(b, []byte(string(maskWide))) {
		return b
	}
	out := make([]byte, 0, len(b))
	masked := false
	for len(b) > 0 {
		c, size := utf8.DecodeRune(b)
		switch {
		case c == maskNarrow, c == maskWide:
			masked = true
		case c == maskMore:
		case masked && c >= maskByte && c < maskByte+240:
			out = append(out, byte(c-maskByte+firstByte))
		default:
			masked = false
			out = append(out, b[:size]...)
		}
		b = b[size:]
	}
	return out
}
