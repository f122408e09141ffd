package journal

import (
	"path"
	"strings"
	"unicode/utf8"
)

// marksOfInterest are the bytes at which something may begin that inline
// looks for. The last one begins ＃.
var marksOfInterest = func() (table [256]bool) {
	for _, c := range []byte("\\`[]<#:\xEF") {
		table[c] = true
	}
	return table
}()

// inline reads the words text[at:end] of a line and returns where the line
// ends that it came to: the same one, unless code or a comment goes on below.
func (s *scanner) inline(at, end int) int {
	start := at
	for at < end {
		c := s.text[at]
		if !marksOfInterest[c] {
			at++
			continue
		}
		switch c {
		case '\\':
			at = min(at+2, end)
		case '`':
			at = s.code(at, end)
		case '[':
			at = s.bracket(start, at, end)
		case ']':
			at = s.link(at, end)
		case '<':
			at = s.angle(at, end)
		case ':':
			if before := s.text[start:at]; strings.HasPrefix(s.text[at:end], "://") && (strings.HasSuffix(before, "http") || strings.HasSuffix(before, "https")) {
				s.found |= hasLink
			}
			at++
		default:
			at = s.tag(start, at, end)
		}
		if at > end {
			end = s.lineEnd(at)
		}
	}
	return end
}

func (s *scanner) lineEnd(at int) int {
	if n := strings.IndexByte(s.text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(s.text)
}

// tag reads what may be a tag. Marks of emphasis may stand before it.
func (s *scanner) tag(start, at, end int) int {
	mark, n := utf8.DecodeRuneInString(s.text[at:])
	if !isTagMark(mark) {
		return at + n
	}
	from, before := at+n, at
	for before > start {
		rest := s.text[start:before]
		if c := rest[len(rest)-1]; c == '*' || c == '_' {
			before--
		} else if strings.HasSuffix(rest, "~~") || strings.HasSuffix(rest, "==") {
			before -= 2
		} else {
			break
		}
	}
	var r rune
	if before > start {
		r, _ = utf8.DecodeLastRuneInString(s.text[start:before])
	}
	if !tagMayFollow(r) {
		return from
	}
	length := tagLen(s.text[from:end])
	if length > 0 {
		s.tags = append(s.tags, [2]int{from, from + length})
	}
	return from + length
}

// code skips a code span, or the backticks that begin none.
func (s *scanner) code(at, end int) int {
	n := tickRun(s.text[at:])
	if at >= s.noTicks {
		s.noTicks = end
		if !s.single {
			s.noTicks = s.paragraphEnd(end)
		}
		s.ticks = map[int]int{}
		for i := at; i < s.noTicks; i++ {
			if run := tickRun(s.text[i:s.noTicks]); run > 0 {
				s.ticks[run] = i
				i += run
			}
		}
	}
	if s.ticks[n] <= at {
		return at + n
	}
	for i := at + n; ; i++ {
		if run := tickRun(s.text[i:]); run == n {
			return i + n
		} else {
			i += run
		}
	}
}

func tickRun(s string) int {
	n := 0
	for n < len(s) && s[n] == '`' {
		n++
	}
	return n
}

// paragraphEnd returns where the paragraph ends that goes on, or not, at the
// line that begins at a byte.
func (s *scanner) paragraphEnd(at int) int {
	for at < len(s.text) {
		end := s.lineEnd(at)
		l := s.begin(at, end)
		rest := strings.TrimRight(s.text[l.at:end], " \t\r\n")
		if rest == "" || l.item || l.quoted > s.quotes || fenceMark(rest) != "" || isHeading(rest) {
			return at
		}
		at = end
	}
	return at
}

func isHeading(s string) bool {
	rest := strings.TrimLeft(s, "#")
	return len(rest) < len(s) && len(s)-len(rest) <= 6 && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}

// bracket reads a [, which begins [[…]] or may begin […](…).
func (s *scanner) bracket(start, at, end int) int {
	picture := at > start && s.text[at-1] == '!'
	if inner, found := strings.CutPrefix(s.text[at:end], "[["); found {
		if n := strings.IndexAny(inner, "[]\n"); n > 0 && strings.HasPrefix(inner[n:], "]]") {
			if picture && isPicture(inner[:n]) {
				s.found |= hasPhoto
				s.pictures = append(s.pictures, link{at + len("[["), at + len("[[") + n, true})
			} else {
				s.found |= hasLink
				s.links = append(s.links, link{at + len("[["), at + len("[[") + n, true})
			}
			return at + n + len("[[]]")
		}
	}
	s.open = append(s.open, bracket{len(s.tags), picture})
	return at + 1
}

// isPicture says whether a path, behind which words may follow after |, is
// that of a picture.
func isPicture(target string) bool {
	target, _, _ = strings.Cut(target, "|")
	switch strings.ToLower(path.Ext(strings.TrimSpace(target))) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".avif", ".svg", ".bmp", ".tif", ".tiff":
		return true
	}
	return false
}

// link reads a ], which ends the words of a link if its address follows. What
// looks like a tag among these words is none.
func (s *scanner) link(at, end int) int {
	if len(s.open) == 0 {
		return at + 1
	}
	b := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	address, found := strings.CutPrefix(s.text[at:end], "](")
	if !found || at < s.noParen {
		return at + 1
	}
	n := strings.IndexByte(address, ')')
	if n < 0 {
		s.noParen = end
		return at + 1
	}
	start := at + len("](") + len(address[:n]) - len(strings.TrimLeft(address[:n], " \t\r\n"))
	if address = strings.TrimSpace(address[:n]); strings.ContainsAny(address, " \t") && !strings.ContainsAny(address, "<\"'(") {
		return at + 1
	}
	if b.picture {
		s.found |= hasPhoto
		s.pictures = append(s.pictures, link{start, start + len(address), false})
	} else {
		s.found |= hasLink
		s.links = append(s.links, link{start, start + len(address), false})
	}
	s.tags = s.tags[:b.tags]
	return at + len("](") + n + len(")")
}

// angle reads a <, which may begin a comment, an address or a tag of HTML.
func (s *scanner) angle(at, end int) int {
	if strings.HasPrefix(s.text[at:end], "<!--") {
		if s.noClose {
			return at + 1
		}
		n := strings.Index(s.text[at:], "-->")
		if n < 0 {
			s.noClose = true
			return at + 1
		}
		return at + n + len("-->")
	}
	inner := s.text[at+1 : end]
	n := strings.IndexAny(inner, "<>\n")
	if n <= 0 || inner[n] != '>' || strings.IndexByte(" \t", inner[0]) >= 0 {
		return at + 1
	}
	inner = strings.ToLower(inner[:n])
	switch {
	case strings.Contains(inner, "://") && !strings.ContainsAny(inner, " \t"), strings.HasPrefix(inner, "mailto:"):
		s.found |= hasLink
	case strings.HasPrefix(inner, "img "):
		s.found |= hasPhoto
	case strings.IndexByte("abcdefghijklmnopqrstuvwxyz/?!", inner[0]) < 0:
		return at + 1
	}
	return at + 1 + n + 1
}
