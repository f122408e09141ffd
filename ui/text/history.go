package text

// History is what was done to a buffer, step by step, and what of it was taken back. The zero History is that of a
// buffer just opened and unmodified. Nothing is dropped: a step costs about 100 bytes and a copy of the text that it removed.
//
// Every state the buffer was ever in has a number of its own, given once. It is not the depth of the stack: after an
// undo and other typing the depth is as before, but the text is not, and a save that reports late must not pass for it.
type History struct {
	done, undone []step
	rev          int // the state the buffer is in
	last         int // the greatest number given so far
	saved        int // the state that is on disk
	open         bool
}

// step is one change as undo sees it.
type step struct {
	edit          Edit      // takes it back; once it is taken back, makes it again
	before, after Selection // what was selected and what came to be
	was, is       int       // the states before and after
}

// Add records a change just made: its inverse, what was selected, and what is now. With join (typed and deleted
// characters) it becomes one step with the one before if that too was added with join, nothing was closed since, and the
// two lie side by side; a line break begins a new step. Without join (a paste, what an input method commits, a
// command) it is a step alone. A change of nothing is not recorded. What was undone can no longer be redone.
func (h *History) Add(inverse Edit, before, after Selection, join bool) {
	if inverse.Empty() {
		return
	}
	was := h.rev
	h.last++
	h.rev, h.undone = h.last, nil
	if join && h.open {
		top := &h.done[len(h.done)-1]
		if both, ok := sum(top.edit, inverse); ok {
			top.edit, top.after, top.is = both, after, h.rev
			return
		}
	}
	h.done = append(h.done, step{inverse, before, after, was, h.rev})
	h.open = join
}

// sum returns the one edit that takes back what late and then early would, if there is one and it reads as one action.
func sum(early, late Edit) (Edit, bool) {
	typed := late.Text == "" && late.Span.From.Line == late.Span.To.Line
	deleted := early.Span.Empty() && late.Span.Empty()
	switch {
	case typed && !early.Span.Empty() && early.Span.To == late.Span.From:
		return Edit{Span{early.Span.From, late.Span.To}, early.Text}, true
	case deleted && late.End() == early.Span.From: // by Backspace
		return Edit{late.Span, late.Text + early.Text}, true
	case deleted && late.Span == early.Span: // by Delete
		return Edit{early.Span, early.Text + late.Text}, true
	}
	return Edit{}, false
}

// Left says what is selected now that the last step is over, if that is not what Add was told.
func (h *History) Left(after Selection) {
	if top := len(h.done) - 1; top >= 0 && h.done[top].is == h.rev {
		h.done[top].after = after
	}
}

// Reach records a change that leads on to what was there before the first step, as though that step had been taken back:
// its inverse, and what was and is selected. It is for a history that goes on elsewhere.
func (h *History) Reach(inverse Edit, was, is Selection) {
	h.last++
	h.undone = append(h.undone, step{inverse, is, was, h.last, h.rev})
	h.rev, h.open = h.last, false
}

// Close ends the step: the next change is taken back by itself. Whoever begins a save calls it, so that undo can come
// back to the state that is on disk.
func (h *History) Close() { h.open = false }

// Undo takes the last step back. It returns the edit that did so (for whoever keeps a log of edits) and what was
// selected before the step; false if there is none.
func (h *History) Undo(b *Buffer) (Edit, Selection, bool) {
	s, edit, ok := turn(b, &h.done, &h.undone)
	if !ok {
		return Edit{}, Selection{}, false
	}
	h.rev, h.open = s.was, false
	return edit, s.before, true
}

// Redo makes again what was undone last. It returns the edit that did so and what was selected after the step; false if
// there is none.
func (h *History) Redo(b *Buffer) (Edit, Selection, bool) {
	s, edit, ok := turn(b, &h.undone, &h.done)
	if !ok {
		return Edit{}, Selection{}, false
	}
	h.rev, h.open = s.is, false
	return edit, s.after, true
}

// turn makes the edit of the top step of from, and puts the step with the inverse on top of to.
func turn(b *Buffer, from, to *[]step) (s step, made Edit, ok bool) {
	if len(*from) == 0 {
		return step{}, Edit{}, false
	}
	top := len(*from) - 1
	s = (*from)[top]
	(*from)[top] = step{} // lets go of its text
	*from = (*from)[:top]
	made = s.edit
	s.edit = b.Replace(made)
	*to = append(*to, s)
	return s, made, true
}

// Rev returns the number of the state the buffer is in. A save carries it along.
func (h *History) Rev() int { return h.rev }

// Saved says that the state numbered rev is now on disk.
func (h *History) Saved(rev int) { h.saved = rev }

// Modified reports whether the buffer is in another state than the one on disk.
func (h *History) Modified() bool { return h.rev != h.saved }
