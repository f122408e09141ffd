package term

import (
	"bytes"
	"strconv"
)

// sequence is one thing in a stream to a terminal: a run of text, a control
// character or an escape sequence (ECMA-48).
type sequence struct {
	raw    []byte
	kind   kind
	final  byte   // the control character, or the last byte of an escape or control sequence
	prefix byte   // of a control sequence: one of <=>? or 0
	inter  byte   // the intermediate byte, as the space of "CSI 2 SP q", or 0
	params []byte // of a control sequence, without the prefix: "12;34"
}

type kind uint8

const (
	text      kind = iota
	control        // one character below space, or DEL
	escape         // ESC and a final byte
	csi            // a control sequence
	osc            // an operating system command, whole
	str            // another control string, whole: DCS, APC, PM, SOS
	unsettled      // the beginning of something whose end is not there
)

// next returns the first sequence of b, which is not empty.
func next(b []byte) sequence {
	c := b[0]
	switch {
	case c == 0x1b && len(b) > 1:
		return nextEscape(b)
	case c == 0x1b:
		return sequence{raw: b, kind: unsettled}
	case c < ' ' || c == 0x7f:
		return sequence{raw: b[:1], kind: control, final: c}
	}
	n := 1
	for n < len(b) && b[n] >= ' ' && b[n] != 0x7f {
		n++
	}
	return sequence{raw: b[:n], kind: text}
}

func nextEscape(b []byte) sequence {
	switch b[1] {
	case '[':
		return nextCSI(b)
	case ']':
		return nextString(b, osc)
	case 'P', '_', '^', 'X':
		return nextString(b, str)
	}
	n := 1
	for n < len(b) && 0x20 <= b[n] && b[n] <= 0x2f {
		n++
	}
	if n == len(b) {
		return sequence{raw: b, kind: unsettled}
	}
	s := sequence{raw: b[:n+1], kind: escape, final: b[n]}
	if n > 1 {
		s.inter = b[1]
	}
	return s
}

func nextCSI(b []byte) sequence {
	s := sequence{kind: csi}
	at := 2
	if at < len(b) && '<' <= b[at] && b[at] <= '?' {
		s.prefix = b[at]
		at++
	}
	from := at
	for at < len(b) && 0x30 <= b[at] && b[at] <= 0x3f {
		at++
	}
	s.params = b[from:at]
	for at < len(b) && 0x20 <= b[at] && b[at] <= 0x2f {
		s.inter = b[at]
		at++
	}
	if at == len(b) || b[at] < 0x40 || b[at] > 0x7e {
		return sequence{raw: b, kind: unsettled}
	}
	s.final = b[at]
	s.raw = b[:at+1]
	return s
}

// nextString ends at BEL or at ESC \.
func nextString(b []byte, k kind) sequence {
	for at := 2; at < len(b); at++ {
		switch {
		case b[at] == 0x07:
			return sequence{raw: b[:at+1], kind: k, final: b[1]}
		case b[at] == 0x1b && at+1 < len(b) && b[at+1] == '\\':
			return sequence{raw: b[:at+2], kind: k, final: b[1]}
		}
	}
	return sequence{raw: b, kind: unsettled}
}

// is reports whether s is the plain control sequence with this final byte.
func (s sequence) is(final byte) bool {
	return s.kind == csi && s.final == final && s.prefix == 0 && s.inter == 0
}

// number returns the first parameter, 9999 at most; 1 if it is missing or 0, as
// all moves count.
func (s sequence) number() int {
	first, _, _ := bytes.Cut(s.params, []byte(";"))
	n, err := strconv.Atoi(string(first))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 9999)
}

// numbers returns the two parameters of s and whether it has just these.
func (s sequence) numbers() (a, b int, ok bool) {
	first, second, _ := bytes.Cut(s.params, []byte(";"))
	a, errA := strconv.Atoi(string(first))
	b, errB := strconv.Atoi(string(second))
	return a, b, errA == nil && errB == nil && a > 0 && b > 0
}
