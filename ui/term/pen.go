package term

import (
	"bytes"
	"strings"
)

// pen is how a terminal draws the text that comes next. The zero pen is plain.
type pen struct {
	attrs           [10]bool // by SGR number: 1 bold, 2 faint … 9 crossed out; 0 and 4 are not used
	underline       string   // "4" or "4:3"
	fg, bg, ulcolor string   // as SGR parameters: "31", "38;5;4", "48;2;1;2;3"
	link            string   // the OSC 8 sequence that opened it
	strange         bool     // holds a parameter not known here
}

// isPen reports whether s changes the pen and nothing else.
func (s sequence) isPen() bool {
	return s.is('m') || s.kind == osc && bytes.HasPrefix(s.raw, []byte("\x1b]8;"))
}

// apply returns the pen after the sequence s, which isPen.
func (p pen) apply(s sequence) pen {
	if s.kind == osc {
		target := bytes.TrimRight(s.raw[len("\x1b]8;"):], "\x07\x1b\\")
		p.link = ""
		if !bytes.Equal(target, []byte(";")) {
			p.link = string(s.raw)
		}
		return p
	}
	rest := string(s.params)
	for more := true; more; {
		var param string
		param, rest, more = strings.Cut(rest, ";")
		if param == "38" || param == "48" || param == "58" {
			var colour string
			colour, rest, more = extendedColour(rest)
			param += ";" + colour
		}
		p = p.set(param)
	}
	return p
}

// extendedColour cuts the rest of "38;5;n" or "38;2;r;g;b" off after its first
// number.
func extendedColour(s string) (colour, rest string, more bool) {
	fields := strings.Split(s, ";")
	n := 2
	if fields[0] == "2" {
		n = 4
	}
	n = min(n, len(fields))
	return strings.Join(fields[:n], ";"), strings.Join(fields[n:], ";"), n < len(fields)
}

func (p pen) set(param string) pen {
	switch kind, _, _ := strings.Cut(strings.Replace(param, ":", ";", 1), ";"); kind {
	case "", "0":
		return pen{link: p.link}
	case "1", "2", "3", "5", "6", "7", "8", "9":
		p.attrs[kind[0]-'0'] = true
	case "22":
		p.attrs[1], p.attrs[2] = false, false
	case "25":
		p.attrs[5], p.attrs[6] = false, false
	case "23", "27", "28", "29":
		p.attrs[kind[1]-'0'] = false
	case "4":
		p.underline = param
		if param == "4:0" {
			p.underline = ""
		}
	case "24":
		p.underline = ""
	case "30", "31", "32", "33", "34", "35", "36", "37", "38", "90", "91", "92", "93", "94", "95", "96", "97":
		p.fg = param
	case "40", "41", "42", "43", "44", "45", "46", "47", "48", "100", "101", "102", "103", "104", "105", "106", "107":
		p.bg = param
	case "58":
		p.ulcolor = param
	case "39":
		p.fg = ""
	case "49":
		p.bg = ""
	case "59":
		p.ulcolor = ""
	default:
		p.strange = true
	}
	return p
}

// from appends to b what makes a terminal with the pen old draw with p.
func (p pen) from(old pen, b []byte) []byte {
	if p.link != old.link {
		if p.link == "" {
			b = append(b, "\x1b]8;;\x07"...)
		}
		b = append(b, p.link...)
	}
	old.link = p.link
	if p == old {
		return b
	}
	b = append(b, "\x1b[0"...)
	for i, on := range p.attrs {
		if on {
			b = append(b, ';', '0'+byte(i))
		}
	}
	for _, param := range []string{p.underline, p.fg, p.bg, p.ulcolor} {
		if param != "" {
			b = append(append(b, ';'), param...)
		}
	}
	return append(b, 'm')
}
