package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lifelog/ui/text"
)

// Wanted says what completion is asked for by what stands before the caret.
type Wanted struct {
	Link   bool   // the title of an entry, after [[; else a tag, after #
	Prefix string // what of it is typed already
}

// Wanted returns what can be completed at the caret; ok is false where nothing
// can.
func (e *Editor) Wanted() (w Wanted, ok bool) {
	if !e.selection().Empty() || e.find != nil {
		return Wanted{}, false
	}
	before := e.buf.Line(e.caret.Line)[:e.caret.Col]
	before = before[max(0, len(before)-most):] // a line may be a megabyte long
	if i := strings.LastIndex(before, "[["); i >= 0 && !strings.ContainsAny(before[i+2:], "[]|#") {
		return Wanted{Link: true, Prefix: before[i+2:]}, true
	}
	i := strings.LastIndexAny(before, "#＃")
	if i < 0 {
		return Wanted{}, false
	}
	_, mark := utf8.DecodeRuneInString(before[i:])
	last, _ := utf8.DecodeLastRuneInString(before[:i])
	prefix := before[i+mark:]
	if i > 0 && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == '#' || last == '&' || last == '/') ||
		strings.ContainsFunc(prefix, func(r rune) bool {
			return !unicode.In(r, unicode.L, unicode.M, unicode.N) && !strings.ContainsRune("_-/ー", r)
		}) {
		return Wanted{}, false
	}
	return Wanted{Prefix: prefix}, prefix != "" || strings.TrimSpace(before[:i]) != "" // else a heading begins
}

// Complete puts a tag, or the title of an entry, in the place of what is typed
// of it, as one undo step.
func (e *Editor) Complete(with string) {
	w, ok := e.Wanted()
	if !ok {
		return
	}
	from := text.Pos{Line: e.caret.Line, Col: e.caret.Col - len(w.Prefix)}
	if w.Link {
		with += "]]"
		if strings.HasPrefix(e.buf.Line(e.caret.Line)[e.caret.Col:], "]]") {
			with = strings.TrimSuffix(with, "]]")
		}
	}
	e.history.Close()
	e.change(text.Edit{Span: text.Span{From: from, To: e.caret}, Text: with}, false)
}
