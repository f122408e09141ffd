package journal

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"lifelog/journal/fold"

	"go.yaml.in/yaml/v3"
)

// ErrNoTag is returned for words that cannot be a tag.
var ErrNoTag = errors.New("a tag has letters, digits, _ and -, at least one letter, and one / between a tag and those below it")

// NewTag returns a tag without its mark, or says why it can be none.
func NewTag(typed string) (string, error) {
	tag := strings.TrimSpace(typed)
	if mark, n := utf8.DecodeRuneInString(tag); isTagMark(mark) {
		tag = tag[n:]
	}
	if tag == "" || tagLen(tag) != len(tag) || strings.HasPrefix(tag, "/") || strings.Contains(tag, "//") {
		return "", ErrNoTag
	}
	return tag, nil
}

// PlanTag works out what changes when a tag is called differently, and with it
// those below it. If there is a tag of the new name both become one. It knows
// the tags of the entries that were read (see Read).
func (j *Journal) PlanTag(ctx context.Context, old, new string) (*Plan, error) {
	new, err := NewTag(new)
	if err != nil {
		return nil, err
	}
	if old, err = NewTag(old); err != nil {
		return nil, err
	}
	r := retagging{fold.String(old), new}
	j.known.mu.RLock()
	entries := maps.Clone(j.known.entries)
	j.known.mu.RUnlock()
	p := &Plan{edits: r.edits}
	var ids []ID
	for _, id := range slices.SortedFunc(maps.Keys(entries), Newest) {
		tags := withParents(entries[id].tags)
		if slices.Contains(tags, r.old) {
			ids = append(ids, id)
		} else if slices.Contains(tags, fold.String(new)) {
			p.Joined++
		}
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("#%s: %w", old, errNoSuchTag)
	}
	return p, j.planTexts(ctx, p, ids)
}

var errNoSuchTag = errors.New("no entry has this tag")

// retagging gives a tag, which is folded, a new name.
type retagging struct{ old, new string }

// named returns how long the part of a tag is that gets the new name; 0 for
// other tags.
func (r retagging) named(tag string) int {
	depth, at := strings.Count(r.old, "/"), 0
	for {
		n := strings.IndexByte(tag[at:], '/')
		if n < 0 {
			at = len(tag)
		} else {
			at += n
		}
		if depth == 0 || n < 0 {
			break
		}
		depth, at = depth-1, at+1
	}
	if depth > 0 || fold.String(tag[:at]) != r.old {
		return 0
	}
	return at
}

// edits changes the tags of a text, and those of its front matter.
func (r retagging) edits(_ context.Context, v Version) ([]Edit, error) {
	edits, err := r.front(v.Text)
	if err != nil {
		return nil, err
	}
	for _, at := range scanText(v.Text).tags {
		if n := r.named(v.Text[at[0]:at[1]]); n > 0 {
			edits = append(edits, Edit{at[0], at[0] + n, r.new})
		}
	}
	edits = slices.DeleteFunc(edits, func(e Edit) bool { return v.Text[e.From:e.To] == e.Text })
	if is, _ := edited(v.Text, edits); !slices.Equal(factsOf(Version{ID: v.ID, Text: is}).tags, r.tags(factsOf(v).tags)) {
		return nil, errTagStays
	}
	return edits, nil
}

// tags are folded tags with the new name.
func (r retagging) tags(tags []string) (list []string) {
	for _, tag := range tags {
		if n := r.named(tag); n > 0 {
			tag = fold.String(r.new) + tag[n:]
		}
		list = append(list, tag)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// errTagStays is for a text in which a tag is written so that it cannot be
// changed without changing more.
var errTagStays = errors.New("the tag is written here in a way that only a person can change")

// front changes the tags in a front matter, where each stands on one line as
// it is read.
func (r retagging) front(text string) (edits []Edit, err error) {
	source, _, ok := frontMatter(text)
	var doc yaml.Node
	if !ok || yaml.Unmarshal([]byte(source), &doc) != nil || len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, nil
	}
	start := strings.IndexByte(text, '\n') + 1 // behind the first rule
	lines := strings.SplitAfter(source, "\n")
	for _, n := range tagNodes(doc.Content[0]) {
		at := start
		for _, line := range lines[:n.Line-1] {
			at += len(line)
		}
		for range n.Column - 1 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			at++
		}
		for _, tag := range frontTags(frontValue{key: "tags", text: n.Value}) {
			if named := r.named(tag); named == 0 {
				continue
			} else if !strings.HasPrefix(text[at:], n.Value) {
				return nil, errTagStays
			}
			edits = append(edits, r.within(n.Value, at)...)
			break
		}
	}
	return edits, nil
}

// within are the edits of the tags in a value that stands at a byte of a text.
func (r retagging) within(value string, at int) (edits []Edit) {
	from := 0
	for _, tag := range frontTags(frontValue{key: "tags", text: value}) {
		from += strings.Index(value[from:], tag)
		if n := r.named(tag); n > 0 {
			edits = append(edits, Edit{at + from, at + from + n, r.new})
		}
		from += len(tag)
	}
	return edits
}

// tagNodes are the values of the keys of tags.
func tagNodes(root *yaml.Node) (nodes []*yaml.Node) {
	for i := 0; i+1 < len(root.Content); i += 2 {
		if key := root.Content[i].Value; key != "tags" && key != "tag" {
			continue
		}
		values := []*yaml.Node{root.Content[i+1]}
		for len(values) > 0 {
			n := values[0]
			values = values[1:]
			switch n.Kind {
			case yaml.ScalarNode:
				nodes = append(nodes, n)
			case yaml.SequenceNode:
				values = append(slices.Clone(n.Content), values...)
			}
		}
	}
	return nodes
}
