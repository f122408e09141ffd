package store

import (
	"fmt"
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

var conflictCopy = regexp.MustCompile(`\.conflict-\d{8}-\d{6}-`)

// folders are the places where an entry of a day may stand, relative to the
// journal. New ones are made in the first.
func folders(d date.Date) []string {
	day := d.String()
	if !dayLike(day) {
		return []string{"."}
	}
	return []string{day[:4] + "/" + day[5:7], day[:4], "."}
}

// belongs says whether folder is one of the folders of a day, YYYY-MM-DD.
func belongs(folder, day string) bool {
	return folder == "." || folder == day[:4] ||
		len(folder) == len("2022/05") && folder[:4] == day[:4] && folder[4] == '/' && folder[5:] == day[5:7]
}

// dayLike says whether a name begins like a day, whether or not there is one.
func dayLike(name string) bool {
	const form = "0000-00-00"
	if len(name) < len(form) {
		return false
	}
	for i := range form {
		digit := '0' <= name[i] && name[i] <= '9'
		if digit != (form[i] == '0') || !digit && name[i] != '-' {
			return false
		}
	}
	return true
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
	if !md || !dayLike(stem) || strings.Contains(stem, ".conflict-") && conflictCopy.MatchString(stem) {
		return id, "", false
	}
	id, err := journal.ParseID(norm.NFC.String(stem))
	if err != nil {
		return id, err.Error(), false
	}
	if !belongs(folder, stem) {
		return id, "is in the wrong folder; an entry of this day belongs in " + folders(id.Date)[0], false
	}
	return id, "", true
}
