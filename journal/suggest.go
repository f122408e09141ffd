package journal

import (
	"cmp"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"lifelog/journal/fold"
)

// SuggestTags returns up to n tags of the journal that begin with a prefix,
// the most used first, each as its newest entry spells it, without its mark.
// Case, width and kana make no difference.
func (j *Journal) SuggestTags(ctx context.Context, prefix string, n int) ([]string, error) {
	prefix = fold.String(prefix)
	type use struct {
		count  int
		newest ID
	}
	uses := map[string]use{}
	j.known.mu.RLock()
	for id, f := range j.known.entries {
		for _, tag := range f.tags {
			if !strings.HasPrefix(tag, prefix) {
				continue
			}
			u := uses[tag]
			if u.count++; u.count == 1 || Newest(id, u.newest) < 0 {
				u.newest = id
			}
			uses[tag] = u
		}
	}
	j.known.mu.RUnlock()
	tags := slices.SortedFunc(maps.Keys(uses), func(a, b string) int {
		return cmp.Or(cmp.Compare(uses[b].count, uses[a].count), strings.Compare(a, b))
	})
	var spelled []string
	for _, tag := range tags[:min(n, len(tags))] {
		v, err := j.Load(ctx, uses[tag].newest)
		if err != nil {
			return spelled, err
		}
		spelled = append(spelled, spelling(v.Text, tag))
	}
	return spelled, ctx.Err()
}

// spelling is how a text writes a folded tag, or one below it; the folded form
// if it has neither.
func spelling(text, tag string) string {
	s := scanner{text: text}
	s.scan(bodyStart(text))
	var written []string
	for _, at := range s.tags {
		written = append(written, text[at[0]:at[1]])
	}
	source, _, _ := frontMatter(text)
	if values, err := frontValues(source); err == nil {
		for _, v := range values {
			written = append(written, frontTags(v)...)
		}
	}
	depth := strings.Count(tag, "/")
	for _, word := range written {
		parts := strings.Split(word, "/")
		if word = strings.Join(parts[:min(depth+1, len(parts))], "/"); fold.String(word) == tag {
			return word
		}
	}
	return tag
}

// SuggestTitles returns up to n names by which an entry can be linked to: the
// titles that hold some words, and the dates that begin with them, the newest
// first; then the names of pages that hold them.
func (j *Journal) SuggestTitles(ctx context.Context, words string, n int) []string {
	folded := fold.String(words)
	type name struct {
		id   ID
		name string
	}
	var names []name
	j.known.mu.RLock()
	for id, f := range j.known.entries {
		if ctx.Err() != nil {
			break
		}
		switch {
		case words != "" && strings.HasPrefix(id.String(), words):
			names = append(names, name{id, id.String()})
		case f.head.Title != "" && !strings.ContainsAny(f.head.Title, "[]|#") && strings.Contains(fold.String(f.head.Title), folded):
			names = append(names, name{id, f.head.Title})
		}
	}
	for _, id := range j.known.pages {
		if base := path.Base(id.Name); !strings.ContainsAny(base, "[]|#") && strings.Contains(fold.String(base), folded) {
			names = append(names, name{id, base})
		}
	}
	j.known.mu.RUnlock()
	slices.SortFunc(names, func(a, b name) int { return Newest(a.id, b.id) })
	var out []string
	for _, found := range names {
		if len(out) < n && !slices.Contains(out, found.name) {
			out = append(out, found.name)
		}
	}
	return out
}
