package store

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"

	"golang.org/x/text/unicode/norm"
)

// The layout: an entry is the file YYYY-MM-DD.md, or YYYY-MM-DD-name.md, in
// the folder YYYY/MM. One that stands in the folder YYYY or in the journal
// itself is found too, and stays there.

const extension = ".md"

var (
	dayLike      = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)
	conflictCopy = regexp.MustCompile(`\.conflict-\d{8}-\d{6}-`)
)

// folders are the places where an entry of a day may stand, relative to the
// journal. New ones are made in the first.
func folders(d date.Date) []string {
	day := d.String()
	if len(day) < len("2022-05-02") {
		return []string{"."}
	}
	return []string{day[:4] + "/" + day[5:7], day[:4], "."}
}

// isYear and isMonth say which folders the layout has.
func isYear(name string) bool { return len(name) == 4 && strings.Trim(name, "0123456789") == "" }
func isMonth(name string) bool {
	return len(name) == 2 && name >= "01" && name <= "12" && strings.Trim(name, "0123456789") == ""
}

// fileOf is the file name of an entry. An ID that parseFile would not read
// back from it, such as one with a separator in its name, has none.
func fileOf(id journal.ID) (string, error) {
	file := id.String() + extension
	back, why, ok := parseFile(folders(id.Date)[0], file)
	switch {
	case why != "":
		return "", fmt.Errorf("no entry can be called %q: %s", id.String(), why)
	case !ok || back != id:
		return "", fmt.Errorf("no entry can be called %q; choose another name", id.String())
	}
	return file, nil
}

// parseFile reads the name of a file in a folder of the layout. ok says
// whether it is an entry; why, if not "", what is wrong with a name that looks
// like one. Names are compared in normalization form C, however they are
// spelled on the disk.
func parseFile(folder, file string) (id journal.ID, why string, ok bool) {
	stem, md := strings.CutSuffix(file, extension)
	if !md || !dayLike.MatchString(stem) || conflictCopy.MatchString(stem) {
		return id, "", false
	}
	id, err := journal.ParseID(norm.NFC.String(stem))
	if err != nil {
		return id, err.Error(), false
	}
	if own := folders(id.Date); folder != own[0] && folder != own[1] && folder != own[2] {
		return id, "is in the wrong folder; an entry of this day belongs in " + path.Clean(own[0]), false
	}
	return id, "", true
}
