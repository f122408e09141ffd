package journal

import "strings"

// frontMatter returns the lines of YAML between two lines of three hyphens at
// the very start of a text, and where the text below begins. ok is false when
// there are none: then the body begins at 0, or behind a byte order mark.
func frontMatter(text string) (yaml string, body int, ok bool) {
	const most = 64 << 10 // bytes: what is longer is no front matter but an entry that begins with a rule
	start := len(text) - len(strings.TrimPrefix(text, "\uFEFF"))
	at := start
	for line := range strings.Lines(text[start:]) {
		first := at == start
		at += len(line)
		switch bare := strings.TrimRight(line, " \t\r\n"); {
		case first && bare != "---", at-start > most:
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

// frontTitle is the plain scalar of the key title, "" when there is none.
func frontTitle(text string) string {
	yaml, _, ok := frontMatter(text)
	if !ok {
		return ""
	}
	for line := range strings.Lines(yaml) {
		if value, found := strings.CutPrefix(line, "title:"); found {
			return clip(strings.Trim(strings.TrimSpace(value), `"'`))
		}
	}
	return ""
}
