package editor

import (
	"strings"
	"testing"
)

// TestColours: parts of Markdown in a line, each drawn as pen(part).
func TestColours(t *testing.T) {
	pens := Colours{Heading: "h", Strong: "s", Emphasis: "e", Code: "c", Link: "l", Tag: "t", Mark: "m", Quote: "q", Done: "d"}
	for _, c := range []struct{ line, want string }{
		{"plain * text_with_lines 2*3*4 is", "plain * text_with_lines 2e(*3*)4 is"},
		{"## heading #no", "h(## heading #no)"},
		{"**強調**と*斜体*だ", "s(**強調**)とe(*斜体*)だ"},
		{"朝は**パン**と`coffee`。*斜体*も", "朝はs(**パン**)とc(`coffee`)。e(*斜体*)も"},
		{"***both***", "e(*)s;e(**both**)e(*)"},
		{"*one **two** three*", "e(*one )s;e(**two**)e( three*)"},
		{"`a*b` and `c*d`", "c(`a*b`) and c(`c*d`)"},
		{"*see `a*b` here*", "e(*see )c;e(`a*b`)e( here*)"},
		{"https://example.org/_a_/#b, #旅。", "l(https://example.org/_a_/#b,) t(#旅)。"},
		{"[#no](a_b_c.md)＃旅", "l([#no](a_b_c.md))＃旅"},
		{"雨。#旅/京都 #2022", "雨。t(#旅/京都) t(#2022)"},
		{"see [[2022-05-01]]", "see l([[2022-05-01]])"},
		{"`#no` #yes", "c(`#no`) t(#yes)"},
		{"- [ ] buy *milk*", "m(- [ ]) buy e(*milk*)"},
		{"- [x] **bought**", "d(- [x] **bought**)"},
		{"  2. two", "  m(2.) two"},
		{"> - said", "q(> )m(-) said"},
	} {
		row := colour(c.line, false, pens)
		var got strings.Builder
		at := 0
		for _, s := range row.Spans {
			got.WriteString(c.line[at:s.From] + s.Pen + "(" + c.line[s.From:s.To] + ")")
			at = s.To
		}
		got.WriteString(c.line[at:])
		if got.String() != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.line, got.String(), c.want)
		}
	}
}
