package reader

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

const maxFront = 64 << 10 // bytes of front matter that are read

// frontEnd returns where the body begins if the text opens with a block
// between lines of three dashes, else 0.
func frontEnd(src string) int {
	first, rest, ok := strings.Cut(src, "\n")
	if !ok || strings.TrimRight(strings.TrimPrefix(first, "\ufeff"), " \t\r") != "---" {
		return 0
	}
	at := len(src) - len(rest)
	for rest != "" && at <= maxFront {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		at = len(src) - len(rest)
		if line = strings.TrimRight(line, " \t\r"); line == "---" || line == "..." {
			return at
		}
	}
	return 0
}

// frontMatter returns where the body begins, after the front matter. If there
// is front matter that is not YAML, body is 0 and err says what is wrong. A
// block between rules that is no mapping is ordinary text.
func frontMatter(src string) (body int, err error) {
	end := frontEnd(src)
	if end == 0 {
		return 0, nil
	}
	inside := src[strings.IndexByte(src, '\n')+1 : end]
	inside = inside[:strings.LastIndexByte(strings.TrimRight(inside, "\r\n"), '\n')+1]
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(inside), &node); err != nil {
		return 0, err
	}
	if len(node.Content) == 0 || node.Content[0].Kind == yaml.MappingNode {
		return end, nil
	}
	return 0, nil
}
