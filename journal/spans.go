package journal

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"lifelog/journal/date"
	"lifelog/journal/fold"
)

// Span is an entry that lasts until another day, such as a trip.
type Span struct {
	ID    ID
	Title string
	Days  date.Range // both ends are days
}

// Spans are spans in order: by their first day, of those that begin on one day
// the longest first. OrderSpans makes them.
type Spans []spanned

type spanned struct {
	Span
	reach date.Date // the last day of this one and of all before it
	lane  int       // the first that no other has on its days
}

// OrderSpans puts spans in order.
func OrderSpans(spans []Span) Spans {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b Span) int {
		return cmp.Or(a.Days.From.Compare(b.Days.From), b.Days.To.Compare(a.Days.To), Newest(a.ID, b.ID))
	})
	ordered := make(Spans, len(spans))
	reach := date.Date{}
	for i, s := range spans {
		if s.Days.To.Compare(reach) > 0 {
			reach = s.Days.To
		}
		ordered[i] = spanned{s, reach, freeLane(ordered[:i].Lanes(s.Days.From))}
	}
	return ordered
}

// freeLane is the first that none of some spans is in.
func freeLane(lanes []Span) int {
	for i, s := range lanes {
		if s == (Span{}) {
			return i
		}
	}
	return len(lanes)
}

// On returns the innermost span that a day is in: the one that began last.
func (s Spans) On(d date.Date) (on Span, ok bool) {
	for on := range s.on(d) {
		return on.Span, true
	}
	return Span{}, false
}

// Lanes returns the spans that a day is in, each at its place among those that it
// shares days with, which is the same on all of its days. A place may be empty.
func (s Spans) Lanes(d date.Date) []Span {
	var lanes []Span
	for on := range s.on(d) {
		lanes = append(lanes, make([]Span, max(0, on.lane+1-len(lanes)))...)
		lanes[on.lane] = on.Span
	}
	return lanes
}

// on yields the spans that a day is in, the one that began last first.
func (s Spans) on(d date.Date) iter.Seq[spanned] {
	return func(yield func(spanned) bool) {
		after, _ := slices.BinarySearchFunc(s, d, func(s spanned, d date.Date) int {
			if s.Days.From.Compare(d) <= 0 {
				return -1
			}
			return 1
		})
		for i := after - 1; i >= 0 && s[i].reach.Compare(d) >= 0; i-- {
			if s[i].Days.Contains(d) && !yield(s[i]) {
				return
			}
		}
	}
}

// Spans returns the spans among the entries that were read.
func (j *Journal) Spans() Spans {
	j.known.mu.RLock()
	defer j.known.mu.RUnlock()
	var spans []Span
	for id := range j.known.lasting {
		f := j.known.entries[id]
		if f.until.Compare(id.Date) > 0 {
			spans = append(spans, Span{id, f.head.Title, date.Range{From: id.Date, To: f.until}})
		}
	}
	return OrderSpans(spans)
}

// Of returns the span that an entry is, else the innermost one that its day is
// in.
func (s Spans) Of(id ID) (of Span, ok bool) {
	for _, span := range s {
		if span.ID == id {
			return span.Span, true
		}
	}
	return s.On(id.Date)
}

// FindSpan returns the newest span whose title holds some words.
func (j *Journal) FindSpan(words string) (s Span, ok bool) {
	folded := fold.String(words)
	spans := j.Spans()
	for i := len(spans) - 1; i >= 0; i-- {
		if strings.Contains(fold.String(spans[i].Title), folded) {
			return spans[i].Span, true
		}
	}
	return Span{}, false
}

// Part is an entry within a longer text.
type Part struct {
	ID   ID
	At   int // byte offset in the longer text of what was taken from the entry
	End  int // byte offset in the longer text behind that
	From int // byte offset of that in the entry
}

// Whole reads the entries on the days of a span as one Markdown text, in the
// order they were lived: a heading for each day, then its entries without
// their front matter. The span's own entry comes first. parts say which
// entries the text is made of, in its order.
func (j *Journal) Whole(ctx context.Context, s Span, heading func(date.Date) string) (text string, parts []Part, err error) {
	ids, _, err := j.List(ctx)
	if err != nil {
		return "", nil, err
	}
	var b strings.Builder
	var day date.Date
	for _, id := range onDays(ids, s) {
		v, err := j.Load(ctx, id)
		if err != nil {
			return "", nil, err
		}
		if id != s.ID && id.Date != day {
			day = id.Date
			endParagraph(&b)
			b.WriteString("# " + heading(day) + "\n")
		}
		body := bodyStart(v.Text)
		if title := frontTitle(v.Text); title != "" && HeadOf(ID{}, v.Text[body:]).Title != title {
			endParagraph(&b)
			b.WriteString("# " + title + "\n")
		}
		taken := strings.TrimLeft(v.Text[body:], "\r\n")
		if strings.TrimSpace(taken) == "" {
			continue
		}
		endParagraph(&b)
		parts = append(parts, Part{id, b.Len(), b.Len() + len(taken), len(v.Text) - len(taken)})
		b.WriteString(taken)
	}
	return b.String(), parts, nil
}

// onDays are the entries on the days of a span, in the order they were lived,
// the span's own first. ids are given newest first.
func onDays(ids []ID, s Span) []ID {
	var on []ID
	for _, id := range ids {
		if id != s.ID && s.Days.Contains(id.Date) {
			on = append(on, id)
		}
	}
	slices.SortStableFunc(on, func(a, b ID) int { return a.Date.Compare(b.Date) })
	return append([]ID{s.ID}, on...)
}

// endParagraph sees to it that what is written next begins a paragraph.
func endParagraph(b *strings.Builder) {
	s := b.String()
	switch {
	case s == "" || strings.HasSuffix(s, "\n\n"):
	case strings.HasSuffix(s, "\n"):
		b.WriteByte('\n')
	default:
		b.WriteString("\n\n")
	}
}

// PartAt returns the entry that stands at a byte offset of a longer text, and
// the offset in it.
func PartAt(parts []Part, at int) (id ID, offset int, ok bool) {
	for _, p := range slices.Backward(parts) {
		if p.At <= at {
			return p.ID, p.From + min(at, p.End) - p.At, true
		}
	}
	if len(parts) > 0 {
		return parts[0].ID, parts[0].From, true
	}
	return ID{}, 0, false
}

// NewSpan returns the text that a span begins with.
func NewSpan(title string, last date.Date) string {
	return "---\nuntil: " + last.String() + "\n---\n\n# " + title + "\n\n"
}
