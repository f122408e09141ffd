package journal

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"
	"unique"

	"lifelog/journal/date"
	"lifelog/journal/fold"
)

// facts is what the journal knows of an entry beside its words. It holds on
// to no part of the entry's text.
type facts struct {
	sum      uint64 // of the text they were read from
	head     Head
	is       traits
	until    date.Date // the last day of a trip; zero for others
	zone     string    // that it says it is of; "" for none
	tags     []string  // folded, in order, each once
	links    []string  // where they lead, as written, in order, each once
	pictures []string  // files that are shown, as written
	unread   string    // why the front matter cannot be read; "" if it can
	tasks    int       // that are not done
	length   int       // characters, as lengthOf counts
	words    int       // as it counts, too
	values   []value   // of the front matter
}

// traits are what an entry is or has.
type traits uint8

const (
	starred traits = 1 << iota
	hasPhoto
	hasTask
	hasLink
)

// value is one value of the front matter, key and text folded.
type value struct {
	key, text string
	number    float64
	isNumber  bool
	name      string // of a number: its key as it is written
}

// factsOf reads an entry's text.
func factsOf(v Version) facts {
	head := HeadOf(v.ID, v.Text)
	f := facts{sum: sumOf(v.Text), head: Head{Title: strings.Clone(head.Title), Lead: strings.Clone(head.Lead)}}
	source, body, ok := frontMatter(v.Text)
	if ok {
		values, err := frontValues(source)
		if err == errNoFront {
			body = 0
		}
		f.front(values)
		if err != nil && err != errNoFront {
			f.unread = err.Error()
		}
	}
	s := scanner{text: v.Text}
	s.scan(body)
	f.is |= s.found
	f.tasks = s.tasks
	f.length, f.words = lengthOf(v.Text[body:])
	for _, tag := range s.tags {
		f.tags = append(f.tags, shared(v.Text[tag[0]:tag[1]]))
	}
	slices.Sort(f.tags)
	f.tags = slices.Clip(slices.Compact(f.tags))
	f.links = s.targets()
	f.pictures = s.shown()
	return f
}

var seed = maphash.MakeSeed()

// sumOf tells texts apart within one run of the program.
func sumOf(text string) uint64 { return maphash.String(seed, text) }

// folded is the text to be searched, folded: that of the entry and, where
// they are written there in another way, its tags and title. So whoever looks
// for these may look for them in it first.
func (f *facts) folded(text string) []byte {
	folded := fold.Append(nil, text)
	for _, part := range append(slices.Clone(f.tags), fold.String(f.head.Title)) {
		if !bytes.Contains(folded, []byte(part)) {
			folded = append(append(folded, '\n'), part...)
		}
	}
	return folded
}

// shared is the folded form of a word that many entries have, stored once.
func shared(word string) string { return unique.Make(fold.String(word)).Value() }

// front takes in the values of a front matter.
func (f *facts) front(values []frontValue) {
	for _, v := range values {
		switch v.key {
		case "tags", "tag":
			for _, name := range frontTags(v) {
				f.tags = append(f.tags, shared(name))
			}
		case "starred":
			if strings.EqualFold(v.text, "true") {
				f.is |= starred
			}
		case "until":
			if d, err := date.ParseISO(v.text); err == nil {
				f.until = d
			}
		case "tz":
			f.zone = unique.Make(clip(v.text)).Value()
		}
		known := value{key: shared(v.key), text: fold.String(v.text)}
		if !v.quoted {
			known.number, known.isNumber = parseNumber(known.text)
		}
		if known.isNumber {
			known.name = unique.Make(v.key).Value()
		}
		f.values = append(f.values, known)
	}
	f.values = slices.Clip(f.values)
}

// frontTags are the tags that a value of the front matter gives.
func frontTags(v frontValue) (tags []string) {
	if v.key != "tags" && v.key != "tag" {
		return nil
	}
	for name := range strings.FieldsFuncSeq(v.text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '、' }) {
		if name = strings.TrimRight(strings.TrimLeft(name, "#＃"), "-/"); name != "" {
			tags = append(tags, name)
		}
	}
	return tags
}

// scanner finds tags, tasks, links and pictures in Markdown without building
// its tree. It looks at every byte a bounded number of times. Code is left
// out, in fences, indented and within lines, and so are comments. It does not
// know HTML blocks; and a tag after a backslash is none.
type scanner struct {
	text     string
	found    traits
	tags     [][2]int // without their marks
	links    []link   // no pictures
	pictures []link
	tasks    int // that are not done

	fence   string      // the mark of the code that a line is in, "" for none
	inside  int         // columns that lines of that code are indented by, at least
	quoted  int         // and the quotation marks before them
	blank   bool        // the line before is blank, ends a block, or is none
	indent  bool        // the line before is indented code
	list    int         // columns that the words of the list are indented by; 0 outside of lists
	single  bool        // the line is all of its paragraph
	quotes  int         // quotation marks before the line, or the last one with words
	open    []bracket   // of the paragraph
	ticks   map[int]int // of the paragraph: where the last run of so many backticks stands
	noTicks int         // where that paragraph ends
	noParen int         // up to here there is no )
	noClose bool        // there is no --> below
}

// bracket is a [ that may begin a link.
type bracket struct {
	tags    int // how many were found before it
	picture bool
}

// scanText reads a text below its front matter.
func scanText(text string) *scanner {
	source, body, ok := frontMatter(text)
	if ok {
		if _, err := frontValues(source); err == errNoFront {
			body = 0
		}
	}
	s := &scanner{text: text}
	s.scan(body)
	return s
}

func (s *scanner) scan(at int) {
	s.blank = true
	for at < len(s.text) {
		end := len(s.text)
		if n := strings.IndexByte(s.text[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		at = s.line(at, end)
	}
}

// line reads the line text[at:end] and returns where to go on, which is
// further down if code or a comment goes on there.
func (s *scanner) line(at, end int) int {
	l := s.begin(at, end)
	rest := strings.TrimRight(s.text[l.at:end], " \t\r\n")
	if s.fence != "" {
		outside := l.quoted < s.quoted || rest != "" && l.indent < s.inside
		if !outside {
			mark := strings.TrimLeft(rest, s.fence[:1])
			if mark == "" && len(rest) >= len(s.fence) && l.indent < s.inside+4 {
				s.fence = ""
			}
			return end
		}
		s.fence = ""
	}
	if rest == "" {
		s.blank = true
		s.open = s.open[:0]
		return end
	}
	if l.indent < s.list && !l.item && (s.blank || l.quoted > s.quotes || isHeading(rest) || fenceMark(rest) != "") {
		s.list = 0
	}
	if l.indent >= 4 && !l.item && s.list == 0 && (s.blank || s.indent) {
		s.blank, s.indent = false, true
		return end
	}
	s.indent = false
	if l.item && l.indent < max(s.list, 1) {
		s.list = l.inside
	}
	if mark := fenceMark(rest); mark != "" {
		s.fence, s.inside, s.quoted = mark, l.inside, l.quoted
		s.blank = true
		return end
	}
	if l.item || isHeading(rest) {
		s.open = s.open[:0]
	}
	if l.item && isBox(s.text[l.at:end]) {
		s.found |= hasTask
		if s.text[l.at+1] == ' ' {
			s.tasks++
		}
		l.at += len("[ ]")
	}
	s.quotes = l.quoted
	s.blank = isHeading(rest)
	s.single = s.blank
	return s.inline(l.at, end)
}

// begun is what a line begins with.
type begun struct {
	at     int // where its words begin
	quoted int // how many > stand before them
	indent int // columns before them, or before the first list mark
	inside int // columns before the words of the list item they belong to, if item
	item   bool
}

// begin reads the marks of quotations and list items.
func (s *scanner) begin(at, end int) begun {
	l := begun{at: at}
	column := 0
	for l.at < end {
		switch c := s.text[l.at]; {
		case c == ' ':
			column++
		case c == '\t':
			column += 4 - column%4
		case c == '>' && (column < 4 || l.quoted > 0) && !l.item && s.fenceGoesOn(l.quoted):
			l.quoted++
			column = 0
			if l.at+1 < end && s.text[l.at+1] == ' ' {
				l.at++
			}
		default:
			n := listMark(s.text[l.at:end])
			if n == 0 || s.fence != "" || column >= 4 && s.list == 0 {
				if !l.item {
					l.indent = column
				}
				return l
			}
			if !l.item {
				l.indent = column
			}
			l.item = true
			column += n + 1
			l.inside = column
			l.at += n
		}
		l.at++
	}
	l.at = end
	return l
}

// fenceGoesOn says whether a > is a mark: in code only those it began with.
func (s *scanner) fenceGoesOn(quoted int) bool { return s.fence == "" || quoted < s.quoted }

// listMark is the length of the mark of a list item that s begins with.
func listMark(s string) int {
	n := 0
	if strings.IndexByte("-+*", s[0]) >= 0 {
		n = 1
	} else {
		for n < len(s) && n < 9 && '0' <= s[n] && s[n] <= '9' {
			n++
		}
		if n == 0 || n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	}
	if n < len(s) && strings.IndexByte(" \t", s[n]) >= 0 && strings.TrimSpace(s[n:]) != "" {
		return n
	}
	return 0
}

// isBox says whether an item begins with the box of a task.
func isBox(s string) bool {
	return len(s) > 3 && s[0] == '[' && strings.IndexByte(" xX", s[1]) >= 0 && s[2] == ']' && (s[3] == ' ' || s[3] == '\t')
}

// fenceMark is what a fence of code begins with, "" if s is none.
func fenceMark(s string) string {
	for _, mark := range []string{"`", "~"} {
		if n := len(s) - len(strings.TrimLeft(s, mark)); n >= 3 && (mark == "~" || !strings.Contains(s[n:], "`")) {
			return s[:n]
		}
	}
	return ""
}
