package journal

import (
	"context"
	"fmt"
	"strings"
)

// Plan is one change of several entries, worked out before it is made. To
// look at it changes nothing.
type Plan struct {
	From, To ID       // the entry that gets another name; zero for none
	Changes  []Change // of texts, the newest entry first
	Joined   int      // entries that have the new tag already; 0 for a name
	Stay     []ID     // pages that would change, too: only other programs change those
	Left     []*Odd   // entries that are left out, and why

	edits rewriting
}

// Change is what becomes of the text of one entry.
type Change struct {
	ID    ID
	Lines []ChangedLine
}

// ChangedLine is a line that changes, without its ending.
type ChangedLine struct {
	Number  int // from 1
	Was, Is string
}

// Lines returns how many lines change in all entries.
func (p *Plan) Lines() (n int) {
	for _, c := range p.Changes {
		n += len(c.Lines)
	}
	return n
}

// rewriting says what changes in a text that is stored, in order.
type rewriting func(ctx context.Context, v Version) ([]Edit, error)

// Mover is a Store that can give an entry another name.
type Mover interface {
	// Move stores to.Text as the entry to.ID, in a file like that of from, and
	// takes from out of the journal. There is no moment in which neither is
	// stored. It changes nothing and returns a *Conflict with what is stored of
	// to.ID if that is another text, or of from if that has not the Rev was.
	Move(ctx context.Context, from ID, was Rev, to Version) (Rev, error)
}

// Taken is returned for a name that another entry has.
type Taken struct{ ID ID }

func (t *Taken) Error() string { return fmt.Sprintf("there is an entry %v already", t.ID) }

// edited returns a text with some edits made, which are in order, and the edits
// that make of that the text again.
func edited(text string, edits []Edit) (is string, back []Edit) {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.From])
		back = append(back, Edit{b.Len(), b.Len() + len(e.Text), text[e.From:e.To]})
		b.WriteString(e.Text)
		at = e.To
	}
	b.WriteString(text[at:])
	return b.String(), back
}

// changedLines are the lines of a text in which edits are made. None of these
// reaches over the end of a line.
func changedLines(text string, edits []Edit) (lines []ChangedLine) {
	at, number := 0, 0
	for line := range strings.Lines(text) {
		number++
		end := at + len(line)
		var here []Edit
		for len(edits) > 0 && edits[0].From < end {
			e := edits[0]
			here, edits = append(here, Edit{e.From - at, e.To - at, e.Text}), edits[1:]
		}
		if len(here) > 0 {
			is, _ := edited(line, here)
			lines = append(lines, ChangedLine{number, strings.TrimRight(line, "\r\n"), strings.TrimRight(is, "\r\n")})
		}
		at = end
	}
	return lines
}

// planTexts works out what changes in some entries, given newest first. Those
// that cannot be read, or be changed as they should, are left out.
func (j *Journal) planTexts(ctx context.Context, p *Plan, ids []ID) error {
	for _, id := range ids {
		v, err := j.Load(ctx, id)
		var edits []Edit
		if err == nil {
			edits, err = p.edits(ctx, v)
		}
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			p.Left = append(p.Left, &Odd{Path: j.Path(id), Why: err.Error()})
		case len(edits) > 0:
			p.Changes = append(p.Changes, Change{id, changedLines(v.Text, edits)})
		}
	}
	return nil
}
