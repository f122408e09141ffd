package reader

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// bareLinks makes links of addresses that stand in the text without any mark:
// http://…, https://…, www.…, name@host. They may follow a Japanese character
// directly, and they end before one (as in https://example.com/です).
//
// The parsers of goldmark are called at punctuation only, so this one wakes
// up inside an address and looks back for its beginning.
type bareLinks struct{}

func (bareLinks) Trigger() []byte { return []byte{':', '.', '@'} }

func (bareLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	last, ok := parent.LastChild().(*ast.Text)
	line, here := block.PeekLine()
	if !ok || last.Segment.Stop != here.Start || last.SoftLineBreak() || last.HardLineBreak() || pc.IsInLinkLabel() {
		return nil
	}
	before := last.Segment.Value(block.Source())
	var back, ahead int
	kind, protocol := ast.AutoLinkURL, ""
	switch line[0] {
	case ':':
		back, ahead = schemeBefore(before), addressEnd(line, 3)
		if !bytes.HasPrefix(line, []byte("://")) {
			return nil
		}
	case '.':
		back, ahead, protocol = wwwBefore(before), addressEnd(line, 1), "http"
		if bytes.IndexByte(line[1:max(1, ahead)], '.') < 0 {
			return nil
		}
	case '@':
		back, ahead, kind = localBefore(before), hostEnd(line), ast.AutoLinkEmail
	}
	if back == 0 || ahead == 0 {
		return nil
	}
	start := here.Start - back
	if last.Segment = last.Segment.WithStop(start); last.Segment.IsEmpty() {
		parent.RemoveChild(parent, last)
	}
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, here.Start+ahead)))
	if protocol != "" {
		link.Protocol = []byte(protocol)
	}
	block.Advance(ahead)
	return link
}

// schemeBefore returns the length of "http" or "https" at the end of b.
func schemeBefore(b []byte) int {
	for _, scheme := range []string{"https", "http"} {
		if n := len(scheme); len(b) >= n && strings.EqualFold(string(b[len(b)-n:]), scheme) && wordStart(b[:len(b)-n]) {
			return n
		}
	}
	return 0
}

func wwwBefore(b []byte) int {
	if n := len(b); n >= 3 && strings.EqualFold(string(b[n-3:]), "www") && wordStart(b[:n-3]) {
		return 3
	}
	return 0
}

func localBefore(b []byte) int {
	at := len(b)
	for at > 0 && (alnum(b[at-1]) || strings.IndexByte("._+-", b[at-1]) >= 0) {
		at--
	}
	return len(b) - at
}

// wordStart reports whether a word may begin after b.
func wordStart(b []byte) bool { return len(b) == 0 || !alnum(b[len(b)-1]) }

func alnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// hostEnd returns the end of "@host.name" in line, 0 if there is none.
func hostEnd(line []byte) int {
	end := 1
	for end < len(line) && (alnum(line[end]) || line[end] == '-' || line[end] == '.') {
		end++
	}
	for end > 1 && !alnum(line[end-1]) {
		end--
	}
	if dot := bytes.LastIndexByte(line[:end], '.'); dot <= 1 {
		return 0
	}
	return end
}

// addressEnd returns the end of the address whose host begins at byte from of
// line: before a space, an angle bracket, a quotation mark or a CJK
// character, and without the punctuation that ends a sentence. 0 if there is
// no host.
func addressEnd(line []byte, from int) int {
	if from >= len(line) {
		return 0
	}
	end := from
	for end < len(line) {
		r, size := utf8.DecodeRune(line[end:])
		if unicode.IsSpace(r) || unicode.IsControl(r) || cjk(r) || r == utf8.RuneError || strings.ContainsRune("<>\"`|\u2018\u2019\u201c\u201d", r) {
			break
		}
		end += size
	}
	for end > from {
		c := line[end-1]
		if i := strings.IndexByte(")]}", c); i >= 0 {
			open := "([{"[i]
			if bytes.Count(line[from:end], []byte{c}) <= bytes.Count(line[from:end], []byte{open}) {
				break
			}
		} else if strings.IndexByte("?!.,:;*_~'", c) < 0 {
			break
		}
		end--
	}
	if end == from || line[from] < utf8.RuneSelf && !alnum(line[from]) && line[from] != '[' {
		return 0
	}
	return end
}
