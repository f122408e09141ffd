package text

import (
	"strings"
	"testing"
)

// drawn reads a text with a picture of the caret in it: "ab|c" is the caret between b and c, "{ab|c" a selection made
// from before a to the caret (a bracket is part of tasks). It returns the text, and the selection as anchor and caret.
func drawn(t *testing.T, picture string) (*Buffer, Span) {
	t.Helper()
	if strings.Count(picture, "|") != 1 || strings.Count(picture, "{") > 1 {
		t.Fatalf("no picture of a caret: %q", picture)
	}
	head := strings.Index(strings.ReplaceAll(picture, "{", ""), "|")
	anchor := strings.Index(strings.ReplaceAll(picture, "|", ""), "{")
	if anchor < 0 {
		anchor = head
	}
	b := New(strings.NewReplacer("{", "", "|", "").Replace(picture))
	return b, Span{b.At(anchor), b.At(head)}
}

// caret returns the text with the caret drawn at p.
func caret(b *Buffer, p Pos) string {
	s, at := b.String(), b.Offset(p)
	return s[:at] + "|" + s[at:]
}

// selection returns the text with s drawn as a selection made forward.
func selection(b *Buffer, s Span) string {
	text, from, to := b.String(), b.Offset(s.From), b.Offset(s.To)
	return text[:from] + "{" + text[from:to] + "|" + text[to:]
}
