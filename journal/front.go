package journal

import (
	"errors"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Limits of a front matter; what is beyond them is text like any other.
const (
	maxFront     = 64 << 10 // bytes
	maxFrontKeys = 1000
	maxFrontDeep = 32
)

// frontMatter returns the lines of YAML between two lines of three hyphens at
// the very start of a text, and where the text below begins. ok is false when
// there are none: then the body begins at 0, or behind a byte order mark.
func frontMatter(text string) (source string, body int, ok bool) {
	start := len(text) - len(strings.TrimPrefix(text, "\uFEFF"))
	at := start
	for line := range strings.Lines(text[start:]) {
		first := at == start
		at += len(line)
		switch bare := strings.TrimRight(line, " \t\r\n"); {
		case first && bare != "---", at-start > maxFront:
			return "", start, false
		case first:
		case bare == "---" || bare == "...":
			return text[start+strings.IndexByte(text[start:], '\n')+1 : at-len(line)], at, true
		}
	}
	return "", start, false
}

func bodyStart(text string) int {
	_, body, _ := frontMatter(text)
	return body
}

// frontOf are the values of the front matter of a text; none where there is
// none, or it cannot be read.
func frontOf(text string) []frontValue {
	source, _, ok := frontMatter(text)
	if !ok {
		return nil
	}
	values, err := frontValues(source)
	if err != nil {
		return nil
	}
	return values
}

// frontText is the first value that a key has there, "" when there is none.
func frontText(text, key string) string {
	source, _, ok := frontMatter(text)
	if !ok || !strings.Contains(source, key+":") {
		return ""
	}
	for _, v := range frontOf(text) {
		if v.key == key {
			return v.text
		}
	}
	return ""
}

// frontTitle is the title that it gives, in one line.
func frontTitle(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(frontText(text, "title")), "\n")
	return clip(line)
}

// frontValue is one value of a front matter. The key of a value within
// another is both keys with a dot between; each value of a list is one with the
// key of the list.
type frontValue struct {
	key, text string
	quoted    bool // so that it is no number
}

// errNoFront is for what stands between two rules and is no front matter.
var errNoFront = errors.New("no front matter")

// frontValues reads the values of a front matter in their order. The error is
// that of YAML, or errNoFront for text that is no mapping or is beyond the
// limits.
func frontValues(source string) ([]frontValue, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(source), &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	if doc.Content[0].Kind != yaml.MappingNode {
		return nil, errNoFront
	}
	r := frontReader{}
	r.read("", doc.Content[0], 0)
	if r.beyond {
		return nil, errNoFront
	}
	return r.values, nil
}

// frontReader collects the values of a tree. Aliases are not followed.
type frontReader struct {
	values []frontValue
	keys   int
	beyond bool // the limits
}

func (r *frontReader) read(key string, n *yaml.Node, depth int) {
	if depth > maxFrontDeep {
		r.beyond = true
	}
	if r.beyond {
		return
	}
	switch n.Kind {
	case yaml.ScalarNode:
		r.values = append(r.values, frontValue{key, n.Value, n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0})
	case yaml.SequenceNode:
		for _, item := range n.Content {
			r.read(key, item, depth+1)
		}
	case yaml.MappingNode:
		if r.keys += len(n.Content) / 2; r.keys > maxFrontKeys {
			r.beyond = true
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			name := n.Content[i].Value
			if key != "" {
				name = key + "." + name
			}
			r.read(name, n.Content[i+1], depth+1)
		}
	}
}
