package journal

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// setFront returns a text with a key of its front matter set to a value that is
// written in one line, or taken out with "". Only the lines of that key change:
// one is put in or taken out, or its value is; a front matter that this empties
// goes, too. With an error the text is as it was.
func setFront(text, key, value string) (string, error) {
	source, body, ok := frontMatter(text)
	var doc yaml.Node
	if ok {
		if err := yaml.Unmarshal([]byte(source), &doc); err != nil {
			return text, fmt.Errorf("the front matter cannot be read, so %s cannot be set: %w", key, err)
		}
	}
	end := lineEnd(text)
	start := len(text) - len(strings.TrimPrefix(text, "\uFEFF"))
	put := ""
	switch {
	case !ok && value == "":
		return text, nil
	case !ok, len(doc.Content) > 0 && doc.Content[0].Kind != yaml.MappingNode: // two rules that are text
		put = text[:start] + "---" + end + key + ": " + value + end + "---" + end + text[start:]
	default:
		first := start + strings.IndexByte(text[start:], '\n') + 1
		changed, err := setFrontIn(source, &doc, key, value, end)
		if err != nil {
			return text, err
		}
		put = text[:first] + changed + text[first+len(source):]
		if strings.TrimSpace(changed) == "" && strings.TrimSpace(source) != "" {
			put = text[:start] + text[body:]
		}
	}
	if frontText(put, key) != strings.Trim(value, `"`) {
		return text, errSet(key)
	}
	return put, nil
}

// errSet is for a front matter in which a key cannot be set.
func errSet(key string) error {
	return errors.New("the front matter is not written in a way that " + key + " can be set in; edit it by hand")
}

// setFrontIn does so in the lines of the front matter, which are those of the
// document.
func setFrontIn(source string, doc *yaml.Node, key, value, end string) (string, error) {
	line := key + ": " + value + end
	if len(doc.Content) == 0 {
		if value != "" {
			return source + line, nil
		}
		return source, nil
	}
	root := doc.Content[0]
	if root.Style&yaml.FlowStyle != 0 {
		return source, errSet(key)
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		name, was := root.Content[i], root.Content[i+1]
		if name.Value != key {
			continue
		}
		if was.Kind != yaml.ScalarNode || was.Line != name.Line {
			return source, errSet(key)
		}
		lines := strings.SplitAfter(source, "\n")
		line := lines[name.Line-1]
		if value != "" {
			at := strings.IndexByte(line, ':') + 1
			lines[name.Line-1] = line[:at] + strings.Replace(line[at:], was.Value, value, 1)
		} else {
			lines[name.Line-1] = ""
		}
		return strings.Join(lines, ""), nil
	}
	if value == "" {
		return source, nil
	}
	return source + strings.Repeat(" ", root.Column-1) + line, nil
}
