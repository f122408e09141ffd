package journal

import "strings"

// Hit is one entry that a search found.
type Hit struct {
	ID    ID
	Head  Head
	Line  string   // the line of the text that holds the first match, as it stands; without matches its first words
	Marks [][2]int // byte ranges of the matches in Line
	At    int      // byte offset of the first match in the entry's text; without matches of Line
	Loose bool     // found only by comparing loosely
}

// hitIn describes an entry by the line of its first match.
func hitIn(v Version, head Head, marks [][2]int) Hit {
	hit := Hit{ID: v.ID, Head: head}
	if len(marks) > 0 {
		hit.At = marks[0][0]
	} else {
		hit.At = firstWords(v.Text, hit.Head)
	}
	from := strings.LastIndexByte(v.Text[:hit.At], '\n') + 1
	line, _, _ := strings.Cut(v.Text[from:], "\n")
	hit.Line = strings.TrimRight(line, "\r")
	for _, m := range marks {
		if m[0] >= from+len(hit.Line) {
			break
		}
		hit.Marks = append(hit.Marks, [2]int{m[0] - from, min(m[1]-from, len(hit.Line))})
	}
	return hit
}

// firstWords is where the line begins that holds the first words of an entry,
// below its title if there are any.
func firstWords(text string, head Head) int {
	at, first, seen := bodyStart(text), -1, 0
	for line := range strings.Lines(text[at:]) {
		if seen++; seen > 200 {
			break
		}
		words := bare(strings.TrimSpace(line))
		if head.Lead != "" && words == head.Lead {
			return at
		}
		if first < 0 && words != "" {
			first = at
		}
		at += len(line)
	}
	return max(first, 0)
}
