package cell

// Row returns the bytes of the first visual row of the paragraph s.
func (r Ruler) Row(s string, width int) int {
	n := len(r.Cut(s, width))
	if n == 0 && s != "" {
		return Next(s, 0)
	}
	return n
}

// Rows returns the ends of all visual rows of s.
func (r Ruler) Rows(s string, width int) []int {
	if s == "" {
		return []int{0}
	}
	var ends []int
	for at := 0; at < len(s); {
		at += r.Row(s[at:], width)
		ends = append(ends, at)
	}
	return ends
}
