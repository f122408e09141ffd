package text

import (
	"math/rand/v2"
	"slices"
	"testing"

	"lifelog/ui/cell"
)

// standing reports whether a caret can stand at p: at a boundary of the clusters of a line, behind a byte order mark.
func standing(b *Buffer, p Pos) bool {
	if p.Line < 0 || p.Line >= b.Len() || p.Col < b.first(p.Line) {
		return false
	}
	line := b.Line(p.Line)
	if p.Col == len(line) {
		return true
	}
	for at := range cell.Clusters(line) {
		if at == p.Col {
			return true
		}
	}
	return false
}

// model is a buffer with a plain string that is edited alongside, and every state it was in by number.
type model struct {
	*testing.T
	b      *Buffer
	h      History
	want   string
	states map[int]string
	caret  Pos
	mark   Pos // kept through Shift and Clamp
}

// edit makes e in both, and sees that they agree.
func (m *model) edit(e Edit, join bool) {
	m.mark = Shift(m.b, m.mark, e)
	from, to := m.b.Offset(e.Span.From), m.b.Offset(e.Span.To)
	m.want = m.want[:from] + e.Text + m.want[to:]
	inverse := m.b.Replace(e)
	before := m.caret
	m.caret = Clamp(m.b, e.End())
	m.h.Add(inverse, At(before), At(m.caret), join)
	m.check("edit")
}

// turn undoes or redoes, makes the edit that was made in the plain string too, and sees that they agree.
func (m *model) turn(way func(*Buffer) (Edit, Selection, bool)) bool {
	was := New(m.want)
	e, selected, ok := way(m.b)
	if ok {
		was.Replace(e)
		m.want, m.caret = was.String(), selected.Caret
		m.check("turn")
	}
	return ok
}

func (m *model) check(after string) {
	if got := m.b.String(); got != m.want {
		m.Fatalf("after %s: %q, want %q", after, got, m.want)
	}
	if text, ok := m.states[m.h.Rev()]; ok && text != m.want {
		m.Fatalf("state %d is %q and was %q", m.h.Rev(), m.want, text)
	}
	m.states[m.h.Rev()] = m.want
	m.mark = Clamp(m.b, m.mark)
	for _, p := range []Pos{m.caret, m.mark} {
		if !standing(m.b, p) {
			m.Fatalf("after %s: no caret can stand at %v of %q", after, p, m.want)
		}
	}
}

// moves are all movements: wherever they lead, a caret can stand.
var moves = []func(*Buffer, Pos) Pos{
	Left, Right, WordLeft, WordRight, LineStart, LineEnd, BufferStart, BufferEnd, ParagraphStart, ParagraphEnd,
	func(b *Buffer, p Pos) Pos { return Word(b, p).From },
	func(b *Buffer, p Pos) Pos { return Word(b, p).To },
}

// do makes one random step of an editor. A step of undo or redo may find nothing to do.
func (m *model) do(r *rand.Rand, typed string) {
	b, here := m.b, Span{m.caret, m.caret}
	there := Clamp(b, b.At(r.IntN(len(m.want)+1)))
	far := Span{there, m.caret}.Ordered()
	switch r.IntN(16) {
	case 0, 1:
		m.edit(Edit{here, odd(r)}, true)
	case 2:
		m.edit(Edit{here, b.Typed(m.caret.Line, typed)}, false)
	case 3:
		m.edit(Edit{Span{Left(b, m.caret), m.caret}, ""}, true)
	case 4:
		m.edit(Edit{Span{m.caret, Right(b, m.caret)}, ""}, true)
	case 5:
		m.edit(Edit{far, odd(r)}, true)
	case 6:
		m.edit(Enter(b, far), false)
	case 7:
		m.edit(ToggleTask(b, far), false)
	case 8:
		m.edit(Indent(b, far), false)
		m.edit(Outdent(b, far), false)
	case 9:
		if e, ok := MoveUp(b, far); ok {
			m.edit(e, false)
		}
	case 10:
		if e, ok := MoveDown(b, far); ok {
			m.edit(e, false)
		}
	case 11:
		m.edit(ReplaceAll(b, m.want[:b.Offset(far.From)]+typed+m.want[b.Offset(far.To):]), false)
	case 12:
		m.edit(ReplaceMatches(b, Find(b, plainly("a")), typed), false)
	case 13:
		m.turn(m.h.Undo)
	case 14:
		m.turn(m.h.Redo)
	case 15:
		m.h.Close()
		m.caret = there
	}
	move := r.IntN(len(moves))
	if p := moves[move](b, m.caret); !standing(b, p) {
		m.Fatalf("movement %d from %v of %q led to %v", move, m.caret, m.want, p)
	} else if r.IntN(4) == 0 {
		m.caret = p
	}
}

func FuzzEdits(f *testing.F) {
	f.Add("# 日記\r\n\n- [ ] か\u3099\n  1. ﾊﾟ\n> 👨\u200d👩\u200d👧\xff", "貼り付け\ra b\n", uint64(1), uint8(60))
	f.Add(bom+"・東京\n\ta\r\r\n", "ー\u0301", uint64(2), uint8(90))
	f.Add("", "", uint64(3), uint8(200))
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 0))
		f.Add(oddText(r, 30), oddText(r, 4), seed, uint8(100))
	}
	f.Fuzz(func(t *testing.T, start, typed string, seed uint64, steps uint8) {
		if len(start) > 500 || len(typed) > 30 {
			return // longer texts only take longer
		}
		m := &model{T: t, b: New(start), want: start, states: map[int]string{0: start}}
		m.caret, m.mark = BufferStart(m.b, Pos{}), Clamp(m.b, m.b.At(len(start)/2))
		m.check("opening")
		r := rand.New(rand.NewPCG(seed, 1))
		for range steps {
			m.do(r, typed)
			if len(m.want) > 3000 {
				break
			}
		}
		for m.turn(m.h.Redo) {
		}
		end := m.want
		for m.turn(m.h.Undo) {
		}
		if m.want != start || m.h.Modified() {
			t.Fatalf("all undone: %q (modified: %v), want %q", m.want, m.h.Modified(), start)
		}
		for m.turn(m.h.Redo) {
		}
		if m.want != end {
			t.Fatalf("all redone: %q, want %q", m.want, end)
		}
	})
}

// FuzzMatches holds Find to places where a caret can stand, in order and not overlapping.
func FuzzMatches(f *testing.F) {
	f.Add("aか\u3099か\r\na\u0301a", "か")
	f.Fuzz(func(t *testing.T, s, literal string) {
		b := New(s)
		found := Find(b, plainly(literal))
		for i, m := range found {
			if m.Empty() || i > 0 && found[i-1].To.Compare(m.From) > 0 {
				t.Fatalf("found %v in %q", found, s)
			}
			if on := []Pos{Clamp(b, m.From), Clamp(b, m.To)}; m.From.Col >= b.first(m.From.Line) && !slices.Equal(on, []Pos{m.From, m.To}) {
				t.Fatalf("%v of %q begins or ends inside a cluster", m, s)
			}
		}
	})
}
