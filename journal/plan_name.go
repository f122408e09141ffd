package journal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"lifelog/journal/date"
)

// isDated is what begins like an ID.
var isDated = regexp.MustCompile(`^\d{4,}-\d\d-\d\d`)

// Renamed is the name that a person gives an entry: a whole one as it is
// listed, a day in any way that dates are written, or a name on the same day.
func (j *Journal) Renamed(id ID, typed string) (ID, error) {
	typed = strings.TrimSpace(typed)
	if isDated.MatchString(typed) {
		return ParseID(typed)
	}
	day, err := date.Parse(typed, j.Today())
	var bad *date.Error
	switch {
	case typed == "":
		return ID{}, errors.New("an entry needs a name or a day")
	case err == nil:
		return ID{Date: day, Name: id.Name}, nil
	case errors.As(err, &bad) && bad.Kind != date.Unknown:
		return ID{}, err
	}
	return NewID(id.Date, typed)
}

// PlanMove works out what changes when an entry gets another name or day: each
// link of an entry that was read (see Read) leads where it led before, and so do
// the paths in the entry itself.
func (j *Journal) PlanMove(ctx context.Context, from, to ID) (*Plan, error) {
	_, left, err := j.List(ctx)
	if err != nil {
		return nil, err
	}
	v, err := j.Load(ctx, from)
	switch {
	case err != nil:
		return nil, err
	case from.IsPage() || to.IsPage():
		return nil, fmt.Errorf("%s.md has no date; rename it with another program", from)
	case v.Rev == "":
		return nil, fmt.Errorf("%v: %w", from, ErrNotFound)
	case strings.ContainsAny(to.Name, "[]"):
		return nil, fmt.Errorf("no link could name %q; leave out the brackets", to.Name)
	}
	for _, odd := range left {
		if odd.Copy != nil && odd.Copy.ID == from {
			return nil, fmt.Errorf("%v has another text in %s; settle that first", from, odd.Path)
		}
	}
	j.known.mu.RLock()
	entries, pages := maps.Clone(j.known.entries), slices.Clone(j.known.pages)
	j.known.mu.RUnlock()
	read := factsOf(v)
	entries[from] = &read
	ids := slices.SortedFunc(maps.Keys(entries), Newest)
	p := &Plan{From: from, To: to}
	r := newRenaming(j, v, to, pages, entries)
	p.edits = r.edits
	own, err := r.edits(ctx, v)
	if err != nil {
		return nil, err
	}
	becomes, _ := edited(v.Text, own)
	switch there, err := j.Load(ctx, to); {
	case err != nil:
		return nil, err
	case to == from, there.Rev != "" && there.Text != becomes: // else a move was cut short
		return nil, &Taken{to}
	}
	if err := j.planTexts(ctx, p, r.touched(ids, entries)); err != nil {
		return nil, err
	}
	p.Stay = r.pages(ctx, pages)
	return p, nil
}

// renaming knows where the links lead before and after an entry gets another
// name.
type renaming struct {
	j        *Journal
	from, to ID
	was, is  *names
	old      func(ID) string // where files are
}

func newRenaming(j *Journal, v Version, to ID, pages []ID, entries map[ID]*facts) *renaming {
	r := &renaming{j: j, from: v.ID, to: to}
	paths := map[ID]string{}
	r.old = func(id ID) string {
		path, known := paths[id]
		if !known {
			path = j.Path(id)
			paths[id] = path
		}
		return path
	}
	names := func(entries map[ID]*facts) *names {
		ids := slices.SortedFunc(maps.Keys(entries), Newest)
		n := newNames(slices.Concat(ids, pages), j.store)
		n.addTitles(ids, entries)
		return n
	}
	r.was = names(entries)
	moved := factsOf(Version{ID: to, Text: v.Text}) // whose title may be its name
	after := maps.Clone(entries)
	delete(after, v.ID)
	after[to] = &moved
	r.is = names(after)
	return r
}

// now is the name that an entry has afterwards.
func (r *renaming) now(id ID) ID {
	if id == r.from {
		return r.to
	}
	return id
}

// touched are the entries in which something may change: the renamed one, those
// that link to it, and those whose links would lead elsewhere.
func (r *renaming) touched(ids []ID, entries map[ID]*facts) (touched []ID) {
	for _, id := range ids {
		if id == r.from || slices.ContainsFunc(entries[id].links, func(target string) bool {
			led, found := r.was.findHeading(id, target)
			leads, _ := r.is.findHeading(id, target)
			return found && (led == r.from || leads != led)
		}) {
			touched = append(touched, id)
		}
	}
	return touched
}

// pages are those with links that would have to change.
func (r *renaming) pages(ctx context.Context, pages []ID) (stay []ID) {
	for _, id := range pages {
		v, err := r.j.Load(ctx, id)
		if err != nil {
			continue // it can neither be read nor followed
		}
		if edits, err := r.edits(ctx, v); err == nil && len(edits) > 0 {
			stay = append(stay, id)
		}
	}
	return stay
}

// edits changes the links of a text, and the paths of the entry itself.
func (r *renaming) edits(ctx context.Context, v Version) (edits []Edit, err error) {
	s := scanText(v.Text)
	for _, l := range slices.Concat(s.links, s.pictures) {
		e, changes := r.link(v, l)
		if !changes && v.ID == r.from {
			e, changes, err = r.file(ctx, v, l)
		}
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return nil, err
		}
		if changes {
			edits = append(edits, e)
		}
	}
	slices.SortFunc(edits, func(a, b Edit) int { return a.From - b.From })
	return edits, nil
}
