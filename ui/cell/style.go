package cell

import (
	"strconv"
	"strings"
)

// style is what a run of SGR sequences (ECMA-48, ISO 8613-6) adds up to.
type style struct {
	on                     attribute
	foreground, background string // "34", "38;5;4", "38;2;1;2;3"; "" is the default
}

type attribute uint16

const (
	bold attribute = 1 << iota
	faint
	italic
	underline
	reverse
	strike
	overline
)

// attributes lists what can be switched, with the parameter that switches it on.
var attributes = [...]struct {
	attribute
	param string
}{{bold, "1"}, {faint, "2"}, {italic, "3"}, {underline, "4"}, {reverse, "7"}, {strike, "9"}, {overline, "53"}}

// String returns the parameters that set s from the plain pen; "" for the plain pen.
func (s style) String() string {
	if s == (style{}) {
		return ""
	}
	params := make([]string, 0, len(attributes)+2)
	for _, a := range attributes {
		if s.on&a.attribute != 0 {
			params = append(params, a.param)
		}
	}
	for _, colour := range []string{s.foreground, s.background} {
		if colour != "" {
			params = append(params, colour)
		}
	}
	return strings.Join(params, ";")
}

// apply changes s by the parameters of one SGR sequence. What is not known is passed over.
func (s *style) apply(params string) {
	fields := strings.Split(params, ";")
	for len(fields) > 0 {
		field := fields[0]
		fields = fields[1:]
		code, sub, hasSub := strings.Cut(field, ":")
		n, err := strconv.Atoi(code)
		if err != nil && code != "" {
			continue
		}
		switch n {
		case 38, 48, 58:
			args := fields
			if hasSub {
				args = colonColour(sub)
			}
			colour, used := extendedColour(n, args)
			if !hasSub {
				fields = fields[used:]
			}
			s.colour(n, colour)
		case 4:
			s.set(underline, sub != "0")
		default:
			if !hasSub {
				s.simple(n)
			}
		}
	}
}

// simple applies a parameter without arguments.
func (s *style) simple(n int) {
	switch {
	case n == 0:
		*s = style{}
	case n == 1:
		s.set(bold, true)
	case n == 2:
		s.set(faint, true)
	case n == 3:
		s.set(italic, true)
	case n == 7:
		s.set(reverse, true)
	case n == 9:
		s.set(strike, true)
	case n == 21: // underlined twice
		s.set(underline, true)
	case n == 22:
		s.set(bold|faint, false)
	case n == 23:
		s.set(italic, false)
	case n == 24:
		s.set(underline, false)
	case n == 27:
		s.set(reverse, false)
	case n == 29:
		s.set(strike, false)
	case n == 53:
		s.set(overline, true)
	case n == 55:
		s.set(overline, false)
	case n >= 30 && n <= 37, n >= 90 && n <= 97:
		s.foreground = strconv.Itoa(n)
	case n == 39:
		s.foreground = ""
	case n >= 40 && n <= 47, n >= 100 && n <= 107:
		s.background = strconv.Itoa(n)
	case n == 49:
		s.background = ""
	}
}

func (s *style) set(a attribute, on bool) {
	s.on &^= a
	if on {
		s.on |= a
	}
}

// colour sets what 38 or 48 stands for. The colour of underlines, 58, is not kept.
func (s *style) colour(code int, colour string) {
	switch {
	case colour == "":
	case code == 38:
		s.foreground = colour
	case code == 48:
		s.background = colour
	}
}

// colonColour splits the sub-parameters of a colour and leaves out the colour space of the long form 2:SPACE:R:G:B.
func colonColour(sub string) []string {
	args := strings.Split(sub, ":")
	if len(args) >= 5 && args[0] == "2" {
		return append(args[:1:1], args[2:]...)
	}
	return args
}

// extendedColour reads 5;N or 2;R;G;B and returns the colour with code before it, "" if it is malformed, and how many of
// args it is made of.
func extendedColour(code int, args []string) (colour string, used int) {
	want := 0
	if len(args) > 0 {
		switch args[0] {
		case "5":
			want = 2
		case "2":
			want = 4
		}
	}
	if want == 0 || len(args) < want {
		return "", len(args)
	}
	colour = strconv.Itoa(code) + ";" + args[0]
	for _, arg := range args[1:want] {
		n, err := strconv.ParseUint(arg, 10, 8)
		if err != nil {
			return "", want
		}
		colour += ";" + strconv.FormatUint(n, 10)
	}
	return colour, want
}
