package cell

// Row returns the length in bytes of the first visual row of the paragraph s at width cells: 0 for "", else at least one
// cluster. A paragraph holds no line feed (one would count as a space). Filling is greedy: the row ends at the last place within width where a line may be broken, or at the end of s.
//
// A line may be broken where UAX #14 allows it in its strict form, but not before a character that no line begins with
// nor after one that no line ends with (see kinsoku.go), nor inside a number in full-width digits or a run such as "C++".
//
// Spaces at the end of a row, U+3000 among them, belong to it and hang: they do not count against width. Spaces at the
// start of s are text like any other.
//
// What has no such place inside and fits in width is never cut. A row that begins with a wider run is cut at the last
// cluster boundary within width that offends least: one outside of alphabetic words and numbers that obeys the two tables;
// else one that obeys the tables; else any. So a row begins with a no-start character, or ends with a no-end one, only if
// every boundary in the row before would have been so too; and a word narrower than width is cut only together with the
// punctuation that clings to it, where there was no better boundary. Only a single cluster wider than width makes a row too
// wide.
//
// Row reads no further than two clusters past the row and the spaces that hang, and rows after the first depend on
// nothing before them: Rows is Row, again and again, on what is left.
func (r Ruler) Row(s string, width int) int {
	limit := r.fill(s, width)
	switch limit {
	case len(s):
		return limit
	case 0:
		return skipSpaces(s, Next(s, 0))
	}
	return breakBefore(s, limit)
}

// Rows returns the ends of all visual rows of the paragraph s, as Row makes them; [0] for "".
func (r Ruler) Rows(s string, width int) []int {
	ends := make([]int, 0, 1+len(s)/max(width, 1))
	for at := 0; ; {
		at += r.Row(s[at:], width)
		ends = append(ends, at)
		if at == len(s) {
			return ends
		}
	}
}

// fill returns where the first cluster of s begins that is neither a space nor fits in width; len(s) if there is none.
func (r Ruler) fill(s string, width int) int {
	total := 0
	for at := 0; at < len(s); {
		end, w := r.step(s, at)
		if total += w; total > width && !hangs(s[at:end]) {
			return at
		}
		at = end
	}
	return len(s)
}

// breakBefore returns the best place to end the row that s begins with, at limit or before it. The cluster at limit is
// not a space.
func breakBefore(s string, limit int) int {
	var rules *segmentation // of UAX #14, made when first needed
	defer func() { rules.release() }()

	betweenWords, anywhere := 0, 0 // last boundaries that obey the tables
	for at := limit; at > 0; at = Prev(s, at) {
		if hangs(s[at:Next(s, at)]) {
			continue
		}
		p := placeAt(s, at)
		if p.barred() {
			continue
		}
		allowed, sure := p.obvious()
		if !sure {
			if rules == nil {
				rules = segment(s, limit)
			}
			allowed = rules.allow(at)
		}
		if allowed && !p.tied() {
			return at
		}
		if anywhere == 0 {
			anywhere = at
		}
		if betweenWords == 0 && !p.inWord() {
			betweenWords = at
		}
	}
	switch {
	case betweenWords > 0:
		return betweenWords
	case anywhere > 0:
		return anywhere
	}
	return limit
}

// hangs reports whether a cluster is a space that may hang over the end of a row: all but the no-break ones.
func hangs(cluster string) bool {
	switch cluster {
	case " ", "\t", "\n", "\r\n", "\u3000", "\u1680", "\u205F",
		"\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2008", "\u2009", "\u200A":
		return true
	}
	return false
}

// skipSpaces returns the end of the run of hanging spaces of s that begins at byte at.
func skipSpaces(s string, at int) int {
	for at < len(s) {
		end := Next(s, at)
		if !hangs(s[at:end]) {
			break
		}
		at = end
	}
	return at
}
