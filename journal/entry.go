package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"lifelog/journal/date"

	"golang.org/x/text/unicode/norm"
)

// ID names an entry: a civil date and, for an entry of its own beside the
// day's log, a name. Without a date it is that of a page; see IsPage.
type ID struct {
	Date date.Date
	Name string // "" is the day's own log
}

// MaxName is the length in bytes that a name may have, so that a file name
// made of it fits every file system.
const MaxName = 80

// NewID returns the ID of a named entry, or says why there can be none. The
// name is put into Unicode normalization form C.
func NewID(d date.Date, name string) (ID, error) {
	name = norm.NFC.String(name)
	switch {
	case d.IsZero():
		return ID{}, errors.New("an entry needs a date")
	case len(name) > MaxName:
		return ID{}, fmt.Errorf("the name is %d bytes long; at most %d fit", len(name), MaxName)
	case !utf8.ValidString(name):
		return ID{}, errors.New("the name is not valid UTF-8")
	case name != strings.TrimSpace(name) || strings.HasPrefix(name, ".") || strings.HasSuffix(name, "."):
		return ID{}, fmt.Errorf("the name %q begins or ends with a space or a dot", name)
	}
	for _, r := range name {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return ID{}, fmt.Errorf("the name %q holds %q, which file names cannot have everywhere", name, r)
		}
	}
	return ID{Date: d, Name: name}, nil
}

// ParseID reads what ID.String writes: "2022-05-02" or
// "2022-05-02-pycon-us-2022".
func ParseID(s string) (ID, error) {
	if len(s) < len("2022-05-02") {
		return ID{}, fmt.Errorf("%q does not begin with a date like 2022-05-02", s)
	}
	d, err := date.ParseISO(s[:10])
	if err != nil {
		return ID{}, err
	}
	name := s[10:]
	if name == "" {
		return ID{Date: d}, nil
	}
	if name[0] != '-' || len(name) == 1 {
		return ID{}, fmt.Errorf("%q: a name follows the date after one hyphen", s)
	}
	return NewID(d, name[1:])
}

// String is the date, and the name behind a hyphen when there is one; of a
// page it is the name.
func (id ID) String() string {
	switch {
	case id.Name == "":
		return id.Date.String()
	case id.IsPage():
		return id.Name
	}
	return id.Date.String() + "-" + id.Name
}

// Newest orders IDs as the journal is read: later days first, within a day
// its own log first and then the named entries by name.
func Newest(a, b ID) int {
	if c := b.Date.Compare(a.Date); c != 0 {
		return c
	}
	return strings.Compare(a.Name, b.Name)
}

// Rev names one stored text by its content. "" is what was never stored.
type Rev string

// RevOf is the Rev of a text that is stored: its SHA-256 in hexadecimal.
func RevOf(text string) Rev {
	sum := sha256.Sum256([]byte(text))
	return Rev(hex.EncodeToString(sum[:]))
}

// Version is one state of an entry: the exact bytes of its file.
type Version struct {
	ID   ID
	Text string
	Rev  Rev // of the stored text; "" when the entry has no file
}

// Head is what a list says of an entry. Both are single lines of the text as
// it stands, not made safe for a terminal.
type Head struct {
	Title string // the first heading, else the first line, else the name
	Lead  string // the first words below the title
}

// HeadOf reads the head of an entry from its text. It looks at no more than
// the first lines, so it costs the same for an entry of any length.
func HeadOf(id ID, text string) Head {
	head := Head{Title: frontTitle(text)}
	fenced := false
	seen := 0
	for line := range strings.Lines(text[bodyStart(text):]) {
		if seen++; seen > 200 || head.Title != "" && head.Lead != "" {
			break
		}
		line = strings.TrimSpace(strings.ToValidUTF8(line, "\uFFFD"))
		if strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			fenced = !fenced
			continue
		}
		heading := !fenced && strings.HasPrefix(line, "#") && strings.TrimLeft(line, "#") != line &&
			(strings.TrimLeft(line, "#") == "" || strings.TrimLeft(line, "#")[0] == ' ')
		line = bare(line)
		switch {
		case line == "", heading && isClock(line): // the time of a section says nothing
		case head.Title == "":
			head.Title = line
		case head.Lead == "" && !heading:
			head.Lead = line
		}
	}
	if head.Title == "" {
		head.Title = id.Name
	}
	return head
}

var (
	leading = regexp.MustCompile(`^(?:[#=\-*+_>・•\s\x{3000}]|\d{1,3}[.)] )*(?:\[[ xX]\] )?`)
	linked  = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)|\[\[([^\]]+)\]\]`)
	signs   = strings.NewReplacer("**", "", "__", "", "==", "", "~~", "", "`", "")
)

// bare is a line without the signs of Markdown: marks at its start, emphasis,
// the targets of links.
func bare(line string) string {
	line = clip(line)
	line = linked.ReplaceAllString(leading.ReplaceAllString(line, ""), "$1$2")
	return strings.TrimSpace(strings.TrimRight(signs.Replace(line), "#=-_ \t\u3000"))
}

// isClock reports whether a heading is only a time, as in "18:20".
func isClock(s string) bool {
	_, err := time.Parse("15:04", s)
	return err == nil
}

// clip keeps the start of a line that may be a megabyte long.
func clip(line string) string {
	const most = 400
	if len(line) <= most {
		return line
	}
	at := most
	for at > 0 && !utf8.RuneStart(line[at]) {
		at--
	}
	return line[:at]
}
