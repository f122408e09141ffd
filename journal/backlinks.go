package journal

import (
	"context"
	"maps"
	slashes "path"
	"path/filepath"
	"slices"
	"strings"

	"lifelog/journal/date"
	"lifelog/journal/fold"
)

// Linked finds the entry that a link in another one means: by its date, its
// date and name, its path beside that one, its name, or its title. Of several
// it is the newest. A page is meant by its path beside that one or in the
// journal, or by its name. An empty target is the entry itself.
func (j *Journal) Linked(ctx context.Context, from ID, target string) (id ID, found bool, err error) {
	ids, _, err := j.List(ctx)
	if err != nil {
		return ID{}, false, err
	}
	names := newNames(slices.Concat(ids, j.pages(ctx)), j.store)
	if id, found = names.find(from, target); found {
		return id, true, nil
	}
	title := bareTarget(target)
	for _, id := range ids { // which may have to be read
		head, err := j.Head(ctx, id)
		if ctx.Err() != nil {
			return ID{}, false, ctx.Err()
		}
		if err == nil && title != "" && fold.String(head.Title) == title {
			return id, true, nil
		}
	}
	return ID{}, false, nil
}

// Backlinks returns the entries that link to an entry, newest first, without
// itself. It knows of those that were read (see Read) or saved so far.
func (j *Journal) Backlinks(ctx context.Context, id ID) []ID {
	return slices.Clone(j.known.backlinks(ctx, j.store)[id])
}

// names are all that entries can be meant by.
type names struct {
	store  Store
	ids    map[ID]bool
	days   map[date.Date]ID
	names  map[string]ID // folded
	titles map[string]ID // folded
}

// newNames returns the names of entries, which are given newest first, and of
// pages behind them, but not their titles.
func newNames(ids []ID, s Store) *names {
	n := &names{s, map[ID]bool{}, map[date.Date]ID{}, map[string]ID{}, map[string]ID{}}
	for _, id := range ids {
		n.ids[id] = true
		if id.Name != "" {
			keep(n.names, fold.String(id.Name), id)
		}
		if id.IsPage() {
			keep(n.names, fold.String(slashes.Base(id.Name)), id)
			continue
		}
		keep(n.days, id.Date, id)
	}
	return n
}

// addTitles makes the entries known by their titles, too.
func (n *names) addTitles(ids []ID, entries map[ID]*facts) {
	for _, id := range ids {
		keep(n.titles, fold.String(entries[id].head.Title), id)
	}
}

// keep gives a name to an entry, unless a newer one has it.
func keep[Name comparable](to map[Name]ID, name Name, id ID) {
	if _, taken := to[name]; !taken {
		to[name] = id
	}
}

// find is Linked by the names that are known.
func (n *names) find(from ID, target string) (id ID, found bool) {
	target = strings.TrimSpace(target)
	if target == "" {
		return from, true
	}
	if id, err := ParseID(strings.TrimSuffix(slashes.Base(target), ".md")); err == nil {
		if n.ids[id] {
			return id, true
		}
		if day, found := n.days[id.Date]; found && id.Name == "" {
			return day, true
		}
	}
	beside := filepath.Join(filepath.Dir(n.store.Path(from)), filepath.FromSlash(target))
	for _, path := range []string{beside, beside + ".md"} {
		if id, ok := n.store.At(path); ok && n.ids[id] {
			return id, true
		}
	}
	bare := bareTarget(target)
	if id, found = n.names[bare]; found {
		return id, true
	}
	id, found = n.titles[bare]
	return id, found && bare != ""
}

// findHeading is find for a target behind which a heading may follow after a
// hash.
func (n *names) findHeading(from ID, target string) (id ID, found bool) {
	id, found = n.find(from, target)
	if at := strings.LastIndexByte(target, '#'); !found && at >= 0 {
		return n.find(from, target[:at])
	}
	return id, found
}

// bareTarget is a target as names and titles are compared with it.
func bareTarget(target string) string {
	return fold.String(strings.TrimSuffix(strings.TrimSpace(target), ".md"))
}

// backlinks returns which entries link to each, newest first. They are found
// out anew after a change of a link or of a name, by whoever asks first.
func (k *known) backlinks(ctx context.Context, s Store) map[ID][]ID {
	k.mu.RLock()
	linking, names := k.linking, k.names
	var entries map[ID]*facts
	pages := k.pages
	if linking == nil {
		entries = maps.Clone(k.entries)
	}
	k.mu.RUnlock()
	if linking != nil {
		return linking
	}
	linking = linksOf(ctx, entries, pages, s)
	if ctx.Err() != nil {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.names == names {
		k.linking = linking
	}
	return linking
}

// linksOf finds out which entries link to each of them and to each page.
func linksOf(ctx context.Context, entries map[ID]*facts, pages []ID, s Store) map[ID][]ID {
	ids := slices.SortedFunc(maps.Keys(entries), Newest)
	n := newNames(slices.Concat(ids, pages), s)
	n.addTitles(ids, entries)
	linking := map[ID][]ID{}
	for _, from := range ids {
		if ctx.Err() != nil {
			return nil
		}
		for _, target := range entries[from].links {
			to, found := n.findHeading(from, target)
			if all := linking[to]; found && to != from && (len(all) == 0 || all[len(all)-1] != from) {
				linking[to] = append(all, from)
			}
		}
	}
	return linking
}

// linkedAlike reports whether two states of an entry have the same links and
// can be meant by the same names.
func linkedAlike(a, b *facts) bool {
	return a != nil && b != nil && a.head.Title == b.head.Title && slices.Equal(a.links, b.links)
}
