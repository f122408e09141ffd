package journal

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"lifelog/journal/date"
)

// Tag is a tag and where in time it is used.
type Tag struct {
	Name        string // without its mark, as its newest entry spells it
	Count       int    // of entries that have it, or a tag below it
	First, Last date.Date
	Years       map[int]int // how many of them are of a year
}

// Tags returns the tags of the entries that were read, a tag before those
// below it and else by name. A nested tag counts for each tag that it is
// below, once in an entry.
func (j *Journal) Tags(ctx context.Context) ([]Tag, error) {
	tags, newest := j.known.tags()
	var list []Tag
	for _, folded := range slices.SortedFunc(maps.Keys(tags), byLevel) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t := tags[folded]
		v, err := j.Load(ctx, newest[folded])
		if err != nil {
			return nil, err
		}
		t.Name = spelling(v.Text, folded)
		list = append(list, *t)
	}
	return list, nil
}

// byLevel orders tags so that those below one follow it.
func byLevel(a, b string) int {
	return slices.Compare(strings.Split(a, "/"), strings.Split(b, "/"))
}

// tags counts the tags by their folded form, and says which the newest entry
// is that has each.
func (k *known) tags() (tags map[string]*Tag, newest map[string]ID) {
	tags, newest = map[string]*Tag{}, map[string]ID{}
	k.mu.RLock()
	defer k.mu.RUnlock()
	for id, f := range k.entries {
		for _, name := range withParents(f.tags) {
			t := tags[name]
			if t == nil {
				t = &Tag{First: id.Date, Last: id.Date, Years: map[int]int{}}
				tags[name], newest[name] = t, id
			}
			t.Count++
			t.Years[id.Date.Year]++
			if id.Date.Compare(t.First) < 0 {
				t.First = id.Date
			}
			if id.Date.Compare(t.Last) > 0 {
				t.Last = id.Date
			}
			if Newest(id, newest[name]) < 0 {
				newest[name] = id
			}
		}
	}
	return tags, newest
}

// withParents are some tags and those they are below, each once.
func withParents(tags []string) []string {
	all := slices.Clone(tags)
	for _, tag := range tags {
		for at := strings.LastIndexByte(tag, '/'); at > 0; at = strings.LastIndexByte(tag[:at], '/') {
			all = append(all, tag[:at])
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Missing is what entries link to and nobody has written.
type Missing struct {
	Target string // as it is written within [[…]]
	From   []ID   // newest first
}

// Missing returns the links [[…]] that lead nowhere, the most wanted first. It
// knows the links of the entries that were read. Links to files with another
// ending than that of an entry are left out.
func (j *Journal) Missing(ctx context.Context) []Missing {
	j.known.mu.RLock()
	entries, pages := maps.Clone(j.known.entries), j.known.pages
	j.known.mu.RUnlock()
	ids := slices.SortedFunc(maps.Keys(entries), Newest)
	n := newNames(slices.Concat(ids, pages), j.store)
	n.addTitles(ids, entries)
	from := map[string][]ID{}
	for _, id := range ids {
		if ctx.Err() != nil {
			return nil
		}
		for _, target := range entries[id].links {
			if _, found := n.findHeading(id, target); !found && !strings.ContainsAny(target, "./") {
				from[target] = append(from[target], id)
			}
		}
	}
	var missing []Missing
	for target, ids := range from {
		missing = append(missing, Missing{target, ids})
	}
	slices.SortFunc(missing, func(a, b Missing) int {
		return cmp.Or(cmp.Compare(len(b.From), len(a.From)), strings.Compare(a.Target, b.Target))
	})
	return missing
}
