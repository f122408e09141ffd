package cell

import (
	"strings"
	"unicode/utf8"
)

// Parse reads rendered output: text with escape sequences. It is a white list. Styles (SGR) and links (OSC 8) become spans;
// every other escape sequence, in its 7-bit and its 8-bit form, is dropped with its content. A control string that never
// ends loses its beginning only, so that no text can hide behind it. The text between goes through Clean.
//
// Of SGR, colours and weight, slant, lines and reverse are kept; concealing and blinking are not. Of OSC 8, targets of a
// scheme that is safe to open (http, https, mailto, ftp, file) are kept, and relative ones, which String leaves out again.
func Parse(ansi string) Styled {
	p := parser{src: ansi}
	for p.at < len(p.src) {
		next := p.introducer()
		p.write(p.src[p.at:next])
		p.at = next
		p.escape()
	}
	return Styled{Text: p.text.String(), Spans: p.spans}
}

// parser is the state of one Parse.
type parser struct {
	src   string
	at    int // bytes of src read
	text  strings.Builder
	spans []Span
	style style
	pen   string // of style
	link  string
}

// write adds cleaned text with the current pen and link.
func (p *parser) write(s string) {
	if s == "" {
		return
	}
	from := p.text.Len()
	p.text.WriteString(Clean(s))
	if p.pen == "" && p.link == "" {
		return
	}
	to := p.text.Len()
	if n := len(p.spans); n > 0 {
		if last := &p.spans[n-1]; last.To == from && last.Pen == p.pen && last.Link == p.link {
			last.To = to
			return
		}
	}
	p.spans = append(p.spans, Span{From: from, To: to, Pen: p.pen, Link: p.link})
}

// introducer returns the offset of the next ESC or C1 control, in UTF-8 or as a bare byte; len(src) if there is none.
func (p *parser) introducer() int {
	for at := p.at; at < len(p.src); {
		c := p.src[at]
		if c == esc {
			return at
		}
		if c < utf8.RuneSelf {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(p.src[at:])
		if r < 0xA0 || r == utf8.RuneError && size == 1 && c < 0xA0 {
			return at
		}
		at += size
	}
	return len(p.src)
}

const (
	bel = 0x07
	can = 0x18
	sub = 0x1A
	esc = 0x1B
	st  = 0x9C
)

// escape reads one escape sequence.
func (p *parser) escape() {
	s := p.src[p.at:]
	switch {
	case s == "":
	case s[0] != esc: // C1: one bad byte, or two bytes of UTF-8
		_, size := utf8.DecodeRuneInString(s)
		p.at += size + p.sequence(s[size-1]-0x40, s[size:], false)
	case len(s) > 1 && s[1] >= 0x20 && s[1] < 0x7F:
		p.at += 2 + p.sequence(s[1], s[2:], true)
	default:
		p.at++
	}
}

// sequence reads the rest s of a sequence and returns its length. kind is the byte that follows ESC in the 7-bit form; what
// came in the 8-bit form is dropped even if it is a style.
func (p *parser) sequence(kind byte, s string, seven bool) int {
	switch kind {
	case '[':
		return p.control(s, seven)
	case ']', 'P', 'X', '^', '_': // OSC, DCS, SOS, PM, APC
		content, n := controlString(s)
		if target, found := strings.CutPrefix(content, "8;"); found && kind == ']' && seven {
			_, target, _ = strings.Cut(target, ";") // after parameters such as id=
			p.link, _ = safeLink(target)
		}
		return n
	}
	n := 0
	for kind < 0x30 && n < len(s) && s[n] >= 0x20 && s[n] < 0x7F { // intermediate bytes, then a final one
		kind = s[n]
		n++
	}
	return n
}

// control reads a control sequence after its introducer and returns its length. A byte that cannot be part of one ends it.
func (p *parser) control(s string, seven bool) int {
	end := 0
	for end < len(s) && s[end] >= 0x20 && s[end] < 0x40 {
		end++
	}
	if end == len(s) || s[end] < 0x40 || s[end] > 0x7E {
		return end
	}
	if s[end] == 'm' && seven && isPen(s[:end]) {
		p.style.apply(s[:end])
		p.pen = p.style.String()
	}
	return end + 1
}

// isPen reports whether s looks like SGR parameters.
func isPen(s string) bool { return strings.Trim(s, "0123456789;:") == "" }

// controlString returns the content of a control string and its length with the terminator: BEL, or ST in any form. Another
// control that cannot be part of it cuts it off; then, and if s ends before it does, its length is 0.
func controlString(s string) (content string, n int) {
	for at := 0; at < len(s); {
		switch c := s[at]; {
		case c == bel:
			return s[:at], at + 1
		case c == esc && strings.HasPrefix(s[at+1:], `\`):
			return s[:at], at + 2
		case c == esc, c == can, c == sub, c == '\n':
			return "", 0
		case c < utf8.RuneSelf:
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		at += size
		switch c := s[at-1]; {
		case r >= 0xA0 && (r != utf8.RuneError || size > 1), c >= 0xA0:
		case c == st:
			return s[:at-size], at
		default:
			return "", 0
		}
	}
	return "", 0
}

// maxLink is the longest target, in bytes, that terminals are known to take.
const maxLink = 2083

// safeLink returns target as it may stand in an OSC 8 sequence, its non-ASCII bytes percent-encoded, and whether it is
// absolute, that is, of use to a terminal. A target that may not stand there becomes "".
func safeLink(target string) (link string, absolute bool) {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(target) {
		switch c := target[i]; {
		case c <= ' ', c == 0x7F:
			return "", false
		case c < utf8.RuneSelf:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	if link = b.String(); len(link) > maxLink {
		return "", false
	}
	scheme, _, found := strings.Cut(link, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return link, false
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "ftp", "file":
		return link, true
	}
	return "", false
}
