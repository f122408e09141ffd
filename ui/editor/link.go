package editor

import (
	"regexp"
	"strings"
)

// links are the ways a link is written on a line: its target is the first
// group that is not empty.
var links = regexp.MustCompile(`\[\[([^\[\]]+)\]\]|!?\[[^\]]*\]\(<?([^)>\s]+)[^)]*\)|<?((?:https?|mailto):[^\s\p{Z}<>、。）」]+)`)

// Link returns the target of the link that the caret is in; named is true for
// [[…]], which names an entry by its title or date.
func (e *Editor) Link() (target string, named, ok bool) {
	line := e.buf.Line(e.caret.Line)
	from := max(0, e.caret.Col-most) // a line may be a megabyte long
	for _, at := range links.FindAllStringSubmatchIndex(line[from:min(len(line), e.caret.Col+most)], -1) {
		if at[0]+from > e.caret.Col || e.caret.Col > at[1]+from {
			continue
		}
		for group := 1; group <= 3; group++ {
			if at[2*group] >= 0 {
				target := line[from+at[2*group] : from+at[2*group+1]]
				target, _, _ = strings.Cut(target, "|")
				return target, group == 1, true
			}
		}
	}
	return "", false, false
}
