package editor

import (
	"regexp"
	"strings"
)

// links are the ways a link is written on a line: its target is the first
// group that is not empty.
var links = regexp.MustCompile(`\[\[([^\[\]]+)\]\]|!?\[[^\]]*\]\(<?([^)>\s]+)[^)]*\)|<?((?:https?|mailto):[^\s\p{Z}<>、。）」]+)`)

// Link is a link as it is written.
type Link struct {
	Target  string
	Named   bool // [[…]], which names an entry by its title or date
	Picture bool // ![…](…)
}

// Link returns the link that the caret is in.
func (e *Editor) Link() (Link, bool) {
	line := e.buf.Line(e.caret.Line)
	from := max(0, e.caret.Col-most) // a line may be a megabyte long
	for _, at := range links.FindAllStringSubmatchIndex(line[from:min(len(line), e.caret.Col+most)], -1) {
		if at[0]+from > e.caret.Col || e.caret.Col > at[1]+from {
			continue
		}
		for group := 1; group <= 3; group++ {
			if at[2*group] >= 0 {
				target, _, _ := strings.Cut(line[from+at[2*group]:from+at[2*group+1]], "|")
				return Link{Target: target, Named: group == 1, Picture: line[from+at[0]] == '!'}, true
			}
		}
	}
	return Link{}, false
}
