package journal

import (
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// Merge joins two texts that were both made from base, line by line: a
// three-way merge. Where both sides put lines at the same place, ours come
// first. clean is false, and merged is ours, when both changed the same lines
// differently: then the caller keeps both texts.
func Merge(base, ours, theirs string) (merged string, clean bool) {
	switch {
	case ours == theirs || base == theirs:
		return ours, true
	case base == ours:
		return theirs, true
	}
	b, o, t := endLine(base), endLine(ours), endLine(theirs)
	edits, clean := udiff.Merge(udiff.Lines(b, o), udiff.Lines(b, t))
	if !clean {
		return ours, false
	}
	merged, err := udiff.Apply(b, edits)
	if err != nil {
		return ours, false
	}
	if o != ours && t != theirs { // neither side ended its last line
		merged = strings.TrimSuffix(merged, lineEnd(merged))
	}
	return merged, true
}

// endLine gives the last line the ending that the others have: two texts that
// both go on after an unended line would otherwise have changed that line.
func endLine(text string) string {
	if text == "" || strings.HasSuffix(text, "\n") {
		return text
	}
	return text + lineEnd(text)
}

// lineEnd is how the first line of text ends, "\n" when none does.
func lineEnd(text string) string {
	if i := strings.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}
