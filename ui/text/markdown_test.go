package text

import "testing"

// applied makes e and draws the caret at its end.
func applied(b *Buffer, e Edit) string {
	b.Replace(e)
	return caret(b, e.End())
}

func TestEnter(t *testing.T) {
	for _, c := range []struct{ name, at, want string }{
		{"plain", "ab|c", "ab\n|c"},
		{"selection", "a{b\nc|d", "a\n|d"},
		{"backwards selection", "a|b\nc{d", "a\n|d"},
		{"item", "- one|", "- one\n- |"},
		{"item in the middle", "* on|e", "* on\n* |e"},
		{"plus and wide gap", "+   one|", "+   one\n+   |"},
		{"bullets of plain text", "・東京|", "・東京\n・|"},
		{"with a gap", "　•　東京|", "　•　東京\n　•　|"},
		{"an ellipsis is no bullet", "・・・|", "・・・\n|"},
		{"numbers", "9. nine|", "9. nine\n10. |"},
		{"numbers with a bracket", "3) c|", "3) c\n4) |"},
		{"a year is no number of an item", "2022. a|", "2022. a\n|"},
		{"task", "- [ ] do|", "- [ ] do\n- [ ] |"},
		{"done task", "1. [x] do|", "1. [x] do\n2. [ ] |"},
		{"quote", "> so|", "> so\n> |"},
		{"item in a quote", "> > - so|", "> > - so\n> > - |"},
		{"nested", "- a\n  - b|", "- a\n  - b\n  - |"},
		{"nested by tab", "- a\n\t- b|", "- a\n\t- b\n\t- |"},
		{"indented text", "    code|", "    code\n    |"},
		{"indent of a Japanese paragraph", "　昔|", "　昔\n|"},
		{"blank line", "  |", "  \n|"},
		{"inside the mark", "-| one", "-\n| one"},
		{"before the mark", "|- one", "\n|- one"},
		{"emphasis", "*so*|", "*so*\n|"},
		{"thematic break", "- - -|", "- - -\n|"},
		{"no gap", "-5|", "-5\n|"},
		{"empty item ends", "- a\n- |\nb", "- a\n|\nb"},
		{"empty task ends", "- [ ] |", "|"},
		{"empty number ends", "1. a\n2. |", "1. a\n|"},
		{"empty bullet ends", "・|", "|"},
		{"empty quote ends", "> a\n> |", "> a\n|"},
		{"empty quote in a quote", "> > |", "> |"},
		{"empty item in a quote", "> - |", "> |"},
		{"empty nested item goes up", "1. [x] a\n   - b\n   - |", "1. [x] a\n   - b\n2. [ ] |"},
		{"over a blank line", "- a\n\n\t- b\n\t- |", "- a\n\n\t- b\n- |"},
		{"empty item under text", " text\n   - |", " text\n|"},
		{"empty item with a selection", "- {\nb|c", "- \n- |c"},
		{"ending of its line", "- a|\r\nb\n", "- a\r\n- |\r\nb\n"},
		{"ending of the line above", "a\r\nb|", "a\r\nb\r\n|"},
	} {
		b, sel := drawn(t, c.at)
		if got := applied(b, Enter(b, sel)); got != c.want {
			t.Errorf("%s: Enter at %q makes %q, want %q", c.name, c.at, got, c.want)
		}
	}
}

func TestToggleTask(t *testing.T) {
	for _, c := range []struct{ at, want string }{
		{"|", "- [ ] "},
		{"do| it", "- [ ] do it"},
		{"- do| it", "- [ ] do it"},
		{"- [ ] do| it", "- [x] do it"},
		{"- [x] do| it", "- [ ] do it"},
		{"- [X] do| it", "- [ ] do it"},
		{"  2. do| it\r\n", "  2. [ ] do it\r\n"},
		{"> do| it", "> - [ ] do it"},
		{"・する|", "- [ ] する"},
		{"- [link](x)|", "- [ ] [link](x)"},
		{bom + "a|", bom + "- [ ] a"},
		{"{a\n\n- [x] b\n|- c", "- [ ] a\n\n- [ ] b\n- c"},
		{"{- [ ] a\nb\nc|", "- [x] a\n- [x] b\n- [x] c"},
	} {
		b, sel := drawn(t, c.at)
		if b.Replace(ToggleTask(b, sel)); b.String() != c.want {
			t.Errorf("toggled at %q: %q, want %q", c.at, b.String(), c.want)
		}
	}
}

func TestToggleTaskTouchesOnlyTheBox(t *testing.T) {
	b := New("- [ ] long line")
	if got, want := ToggleTask(b, Span{}), (Edit{Span{Pos{0, 3}, Pos{0, 4}}, "x"}); got != want {
		t.Errorf("the edit is %v, want %v", got, want)
	}
}

func TestIndentAndOutdent(t *testing.T) {
	for _, c := range []struct{ name, flat, deep string }{
		{"plain", "a\nb|", "a\n  b"},
		{"blank", "|", "  "},
		{"tab above", "\ta\nb|", "\ta\n\tb"},
		{"own tab", "\t- b|", "\t\t- b"},
		{"into an item", "- a\n- b|", "- a\n  - b"},
		{"into a numbered item", "1. a\n   - x\n\n2. b|", "1. a\n   - x\n\n   2. b"},
		{"under an item with a tab", "1.\ta\n- b|", "1.\ta\n  - b"},
		{"under a full-width bullet", "・a\n・b|", "・a\n  ・b"},
		{"in a quote", "> - a\n> - b|", "> - a\n>   - b"},
		{"several", "- a\n{- b\n\n  - c\r\n|- d", "- a\n  - b\n\n    - c\r\n- d"},
		{"behind the mark", bom + "a|", bom + "  a"},
	} {
		b, sel := drawn(t, c.flat)
		flat := b.String()
		if b.Replace(Indent(b, sel)); b.String() != c.deep {
			t.Errorf("%s: indented %q, want %q", c.name, b.String(), c.deep)
		}
		if b.Replace(Outdent(b, sel)); b.String() != flat {
			t.Errorf("%s: and back %q, want %q", c.name, b.String(), flat)
		}
	}
	b := New("  a\n b\nc\n    d")
	if b.Replace(Outdent(b, Span{Pos{}, b.End()})); b.String() != "a\nb\nc\n  d" {
		t.Errorf("outdented unevenly: %q", b.String())
	}
	if e := Outdent(New("a"), Span{}); !e.Empty() {
		t.Errorf("outdented nothing: %v", e)
	}
}

func TestMoveLines(t *testing.T) {
	for _, c := range []struct{ above, below string }{
		{"a\n|b\nc\n", "a\nc\n|b\n"},
		{"a\r\n{b\nc|\nd\n", "a\r\nd\n{b\nc|\n"},
		{"a\nb|\r\nc", "a\nc\r\nb|"}, // no last newline
		{"|b\n\nc", "\n|b\nc"},
		{bom + "b|\nc\n", bom + "c\nb|\n"},
	} {
		b, sel := drawn(t, c.above)
		below, _ := drawn(t, c.below)
		e, ok := MoveDown(b, sel)
		if inverse := b.Replace(e); !ok || b.String() != below.String() {
			t.Errorf("%q down: %v %q, want %q", c.above, ok, b.String(), below.String())
		} else {
			b.Replace(inverse)
		}
		_, sel = drawn(t, c.below)
		e, ok = MoveUp(below, sel)
		if below.Replace(e); !ok || below.String() != b.String() {
			t.Errorf("%q up: %v %q, want %q", c.below, ok, below.String(), b.String())
		}
	}
	for _, at := range []string{"|a\nb", "|", "a\n|"} {
		b, sel := drawn(t, at)
		if e, ok := MoveUp(b, sel); ok {
			t.Errorf("%q up: %v", at, e)
		}
	}
	for _, at := range []string{"a\n|b", "|a\n", "|", "a\n|"} {
		b, sel := drawn(t, at)
		if e, ok := MoveDown(b, sel); ok {
			t.Errorf("%q down: %v", at, e)
		}
	}
}
