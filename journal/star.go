package journal

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Star stars an entry, or takes its star away, by the key starred of its front
// matter. starred is what it has now. An entry without a file is left alone.
func (j *Journal) Star(ctx context.Context, id ID) (saved Saved, starred bool, err error) {
	base, err := j.Load(ctx, id)
	if err != nil || base.Rev == "" {
		return Saved{Version: base}, false, err
	}
	ours := base
	starred = !isStarred(base.Text)
	if ours.Text, err = setStarred(base.Text, starred); err != nil {
		return Saved{Version: base}, !starred, err
	}
	if saved, err = j.Save(ctx, base, ours); err == nil {
		j.Leave(ctx, saved.Version, OnLeaving)
	}
	return saved, starred, err
}

func isStarred(text string) bool {
	source, _, _ := frontMatter(text)
	values, err := frontValues(source)
	f := facts{}
	if err == nil {
		f.front(values)
	}
	return f.is&starred != 0
}

// errStar is for a front matter in which starred cannot be set.
var errStar = errors.New("the front matter is not written in a way that a star can be put in; edit it, with the line starred: true")

// setStarred returns a text with the key starred of its front matter set, or
// taken out. Only the lines of that key change: one is put in or taken out, or
// its value is; a front matter that this empties goes, too.
func setStarred(text string, on bool) (string, error) {
	source, body, ok := frontMatter(text)
	var doc yaml.Node
	if ok {
		if err := yaml.Unmarshal([]byte(source), &doc); err != nil {
			return text, fmt.Errorf("the front matter cannot be read, so no star can be put in: %w", err)
		}
	}
	end := lineEnd(text)
	start := len(text) - len(strings.TrimPrefix(text, "\uFEFF"))
	put := ""
	switch {
	case !ok && !on:
		return text, nil
	case !ok, len(doc.Content) > 0 && doc.Content[0].Kind != yaml.MappingNode: // two rules that are text
		put = text[:start] + "---" + end + "starred: true" + end + "---" + end + text[start:]
	default:
		first := start + strings.IndexByte(text[start:], '\n') + 1
		changed, err := setStarredIn(source, &doc, on, end)
		if err != nil {
			return text, err
		}
		put = text[:first] + changed + text[first+len(source):]
		if strings.TrimSpace(changed) == "" && strings.TrimSpace(source) != "" {
			put = text[:start] + text[body:]
		}
	}
	if isStarred(put) != on {
		return text, errStar
	}
	return put, nil
}

// setStarredIn does so in the lines of the front matter, which are those of
// the document.
func setStarredIn(source string, doc *yaml.Node, on bool, end string) (string, error) {
	if len(doc.Content) == 0 {
		if on {
			return source + "starred: true" + end, nil
		}
		return source, nil
	}
	root := doc.Content[0]
	if root.Style&yaml.FlowStyle != 0 {
		return source, errStar
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if key.Value != "starred" {
			continue
		}
		if value.Kind != yaml.ScalarNode || value.Line != key.Line {
			return source, errStar
		}
		lines := strings.SplitAfter(source, "\n")
		line := lines[key.Line-1]
		if on {
			at := strings.IndexByte(line, ':') + 1
			lines[key.Line-1] = line[:at] + strings.Replace(line[at:], value.Value, "true", 1)
		} else {
			lines[key.Line-1] = ""
		}
		return strings.Join(lines, ""), nil
	}
	if !on {
		return source, nil
	}
	indent := strings.Repeat(" ", root.Column-1)
	return source + indent + "starred: true" + end, nil
}
