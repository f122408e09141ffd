//go:build unix

package main

import (
	"strings"
	"testing"
	"time"
)

// TestTerminalBytesApart: the bytes of a character may come one after the other,
// as over a slow line, also within a paste.
func TestTerminalBytesApart(t *testing.T) {
	d := compose(t, 80, 24)
	want := ""
	for _, gap := range []time.Duration{time.Millisecond, 60 * time.Millisecond, 120 * time.Millisecond} {
		for _, parts := range [][]string{
			{"\xe3", "\x81\x82"},                         // あ
			{"\xe3\x81", "\x84"},                         // い
			{"\xf0\x9f", "\x8d\xa3"},                     // 🍣
			{"う\xe3", "\x81", "\x88お"},                   // うえお
			{"\x1b[200~か\xe3", "\x81\x8d", "く\x1b[201~"}, // かきく
			{"\x1b[200~け\xe3\x81", "\x93さ\x1b[201~"},     // けこさ
		} {
			for i, part := range parts {
				if i > 0 {
					time.Sleep(gap)
				}
				d.bytes(part)
			}
			want += strings.NewReplacer("\x1b[200~", "", "\x1b[201~", "").Replace(strings.Join(parts, ""))
			d.saved(want)
		}
	}
}

// TestTerminalEscapeThenText: Escape with text right behind it are both what
// they are, not a key of another kind.
func TestTerminalEscapeThenText(t *testing.T) {
	d := compose(t, 80, 24)
	d.typ("夕方の")
	d.key("C-f")
	d.until("the box", func(s screen) bool { return s.cursor && s.y > d.top })
	d.bytes("\x1bあめ")
	d.shows("夕方のあめ", 10, 0)
	d.key("C-f")
	d.until("the box", func(s screen) bool { return s.cursor && s.y > d.top })
	d.bytes("\x1b")
	d.bytes("が")
	d.shows("夕方のあめが", 12, 0)
	d.saved("夕方のあめが")
}

// TestTerminalBurst: a long text that comes as if it was typed, all at once.
func TestTerminalBurst(t *testing.T) {
	d := compose(t, 80, 24)
	text := longText(3400)
	begun := time.Now()
	d.typ(text)
	d.saved(text)
	t.Logf("%d bytes were typed and saved in %v", len(text), time.Since(begun))
}

// TestTerminalUndo: what an input method commits and what is pasted is taken
// back, and made again, as one step.
func TestTerminalUndo(t *testing.T) {
	const before, commit = "き", "よみがえるのは二十文字ほどの確定した文"
	d := compose(t, 80, 24)
	d.typ(before)
	d.shows(before, 2, 0)
	d.typ(commit)
	d.shows(before+commit, 40, 0)
	d.key("C-z")
	d.shows(before, 2, 0)
	d.key("C-y")
	d.shows(before+commit, 40, 0)
	d.key("C-a", "BSpace")
	d.shows("", 0, 0)

	text := longText(3400)
	d.paste(text)
	d.saved(text)
	d.key("C-z")
	d.shows("", 0, 0)
	d.saved("")
	d.key("C-y")
	d.saved(text)
}

// TestTerminalLargePaste: a megabyte of lines that end as on Windows comes
// whole, and is one step.
func TestTerminalLargePaste(t *testing.T) {
	d := compose(t, 80, 24)
	line := longText(200)
	lines := strings.Repeat(line+"\r\n", 1<<20/(len(line)+2)+1)
	d.typ("前")
	d.shows("前", 2, 0)
	d.paste(lines)
	d.saved("前" + strings.ReplaceAll(lines, "\r\n", "\n"))
	d.key("C-z")
	d.shows("前", 2, 0)
	d.saved("前")
	d.key("C-y")
	d.saved("前" + strings.ReplaceAll(lines, "\r\n", "\n"))
}

// TestTerminalPasteOfControls: what is pasted is in the file byte by byte, and on
// the screen as marks.
func TestTerminalPasteOfControls(t *testing.T) {
	const text = "a\x1b[31mb\x00c\x07\u2028d\u009be\xed\xa0\x80f\xffg\ufffdh"
	d := compose(t, 80, 24)
	d.paste(text)
	d.sees("a␛[31mb␀c␇␤d")
	d.saved(text)
	if s := d.screen(); s.title != "lifelog" || !s.cursor || !s.alternate {
		t.Errorf("%v", s)
	}
}
