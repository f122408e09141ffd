// Package celltest holds a corpus of text that tries to drive a terminal, and
// tells what gets through, for the tests of whatever shows text from outside.
package celltest

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"lifelog/ui/cell"
)

//go:embed escapes.tsv
var escapes string

// Payload is bytes that a terminal must not be sent as they are.
type Payload struct {
	Name, Bytes string
	Never       string // what must not be in what is shown; "" for nothing in particular
}

// Place is Markdown with the mark %s where a payload goes.
type Place struct{ Name, Text string }

// Fill puts a payload into the place.
func (p Place) Fill(with Payload) string { return strings.ReplaceAll(p.Text, "%s", with.Bytes) }

// Corpus returns all payloads, and the places of CommonMark, GFM and the
// elements that entries have beyond them.
func Corpus(t testing.TB) (payloads []Payload, places []Place) {
	t.Helper()
	unquote := func(s string) string {
		v, err := strconv.Unquote(s)
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		return v
	}
	for line := range strings.Lines(escapes) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case f[0] == "payload" && f[1] != "name":
			payloads = append(payloads, Payload{f[1], unquote(f[2]), unquote(f[3])})
		case f[0] == "place":
			places = append(places, Place{f[1], unquote(f[2])})
		}
	}
	if len(payloads) < 33 || len(places) < 19 {
		t.Fatalf("the corpus holds %d payloads and %d places", len(payloads), len(places))
	}
	return payloads, append(places,
		Place{"wiki", "[[a|%s]]"}, Place{"wiki target", "[[%s]]"}, Place{"highlight", "==%s=="}, Place{"callout", "> [!note] %s"},
		Place{"furigana", "{漢%s|か%s}"}, Place{"footnote", "a[^%s]\n\n[^%s]: b %s"}, Place{"tag", "#a%s"}, Place{"definition", "a%s\n: b%s"},
		Place{"front", "---\na: %s: b\n---\n%s"}, Place{"html", "<div %s"}, Place{"reference", "[a][x]\n\n[x]: <http://x.example/%s>"},
		Place{"embed", "![[a%s.png]]"},
	)
}

// harmless is all that may reach the terminal besides text: styles, and links
// to where it is safe to go.
var harmless = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;;((https?|mailto|ftp|file):[!-~]*)?\x1b\\\\")

// Acts returns the first thing in a line that a terminal would act on, "" for
// none.
func Acts(line string) string {
	rest := harmless.ReplaceAllString(line, "")
	for i, r := range rest {
		switch {
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200b, r >= 0xe0000 && r < 0xe0100:
			return strconv.QuoteRune(r)
		case r == utf8.RuneError && !strings.HasPrefix(rest[i:], "\uFFFD"):
			return strconv.Quote(rest[i : i+1])
		}
	}
	return ""
}

// GetsOut returns what of a payload reaches the terminal in a line of the
// screen, "" for nothing.
func (p Payload) GetsOut(line string) string {
	if what := Acts(line); what != "" {
		return what
	}
	if p.Never != "" && strings.Contains(withoutHonestLinks(line), p.Never) {
		return strconv.Quote(p.Never)
	}
	return ""
}

// withoutHonestLinks takes away the links whose address is what is shown: an
// address in a text may be a link to itself.
func withoutHonestLinks(line string) string {
	t := cell.Parse(line)
	for i, s := range t.Spans {
		if strings.Contains(s.Link, t.Text[s.From:s.To]) {
			t.Spans[i].Link = ""
		}
	}
	return t.String()
}
