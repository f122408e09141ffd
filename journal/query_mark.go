package journal

import (
	"cmp"
	"slices"
	"strings"

	"lifelog/journal/date"
	"lifelog/journal/fold"
)

// maxMarks is how many matches of one clause are marked in a text.
const maxMarks = 1000

// Matcher returns a function that finds in a text what the query asks for in
// the text of entries: byte ranges in order and apart from each other, whole
// signs where words are concerned. It is nil if the query asks for nothing of
// the kind.
func (q Query) Matcher() func(text string) [][2]int {
	wanted := wantedIn(nil, q.root)
	if len(wanted) == 0 {
		return nil
	}
	return func(text string) [][2]int {
		m := marker{text: text}
		for _, c := range wanted {
			m.mark(c)
		}
		return apart(m.marks)
	}
}

// Matcher is that of a query as it is typed; nil if it cannot be read.
func Matcher(query string) func(text string) [][2]int {
	someday := date.Date{Year: 2000, Month: 1, Day: 1} // dates are not looked for in a text
	q, err := ParseQuery(query, someday)
	if err != nil {
		return nil
	}
	return q.Matcher()
}

// wantedIn appends the clauses of c that texts are marked for.
func wantedIn(found []clause, c clause) []clause {
	switch c := c.(type) {
	case all:
		for _, part := range c {
			found = wantedIn(found, part)
		}
	case either:
		for _, part := range c {
			found = wantedIn(found, part)
		}
	case word, tag, title, pattern:
		found = append(found, c)
	case field:
		found = append(found, c.literal)
	}
	return found
}

// marker finds where a text holds clauses.
type marker struct {
	text   string
	marks  [][2]int
	ready  bool // the forms below are made
	folded string
	at     []int32
	weak   string
	weakAt []int32
}

func (m *marker) mark(c clause) {
	switch c := c.(type) {
	case word:
		m.word(c)
	case title:
		m.fold()
		m.find(c.folded, 1)
	case tag:
		m.tag(c)
	case pattern:
		for _, at := range c.re.FindAllStringIndex(m.text, maxMarks) {
			if at[0] < at[1] {
				m.marks = append(m.marks, [2]int{at[0], at[1]})
			}
		}
	}
}

func (m *marker) fold() {
	if !m.ready {
		m.folded, m.at = fold.Positions(m.text)
		m.ready = true
	}
}

// word marks a word, or what is found for it loosely if it is not there.
func (m *marker) word(w word) {
	m.fold()
	if m.find(w.folded, maxMarks) > 0 || w.loose != "" && m.find(w.loose, maxMarks) > 0 || w.weak == "" {
		return
	}
	if m.weakAt == nil {
		m.weak, m.weakAt = fold.WeakPositions(m.folded)
	}
	for from := range indexes(m.weak, w.weak, maxMarks) {
		i, j := fold.Source(m.weakAt, from, from+len(w.weak))
		m.add(i, j)
	}
}

func (m *marker) find(folded string, most int) (found int) {
	for from := range indexes(m.folded, folded, most) {
		m.add(from, from+len(folded))
		found++
	}
	return found
}

// add marks a range of the folded text.
func (m *marker) add(i, j int) {
	from, to := fold.Source(m.at, i, j)
	m.marks = append(m.marks, [2]int{from, to})
}

func (m *marker) tag(c tag) {
	var before rune
	for at, n := 0, 0; n < maxMarks; n++ {
		from, to, ok := NextTag(m.text[at:], before)
		if !ok {
			return
		}
		if isTag(fold.String(strings.TrimLeft(m.text[at+from:at+to], "#＃")), c.folded) {
			m.marks = append(m.marks, [2]int{at + from, at + to})
		}
		at += to
		before = 'x' // a tag ends in a letter
	}
}

// indexes yields where s holds part, without overlaps, as often as most.
func indexes(s, part string, most int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for at, n := 0, 0; n < most; n++ {
			i := strings.Index(s[at:], part)
			if i < 0 || !yield(at+i) {
				return
			}
			at += i + len(part)
		}
	}
}

// apart sorts ranges and joins those that overlap.
func apart(marks [][2]int) [][2]int {
	slices.SortFunc(marks, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(b[1], a[1])) })
	joined := marks[:0]
	for _, m := range marks {
		if n := len(joined); n > 0 && m[0] < joined[n-1][1] {
			joined[n-1][1] = max(joined[n-1][1], m[1])
			continue
		}
		joined = append(joined, m)
	}
	return joined
}
