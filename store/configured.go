package store

import (
	"encoding/json"
	"os"
	"path"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// configured reads in the settings of the program that a folder was begun with
// how it names daily notes. Settings that are not there, or that say what
// cannot be followed here, count for nothing.
func configured(root *os.Root) (way, bool) {
	for _, read := range []func(*os.Root) (folder, format, ext string, ok bool){periodicNotes, dailyNotes, logseq, zk} {
		folder, format, ext, ok := read(root)
		if !ok {
			continue
		}
		p, err := parsePattern(format)
		if folder = strings.Trim(path.Clean("/"+folder), "/"); err != nil || strings.HasPrefix(folder, ".") {
			continue
		}
		if folder != "" {
			p = p.behind(folder + "/")
		}
		return way{day: p, sep: "-", ext: ext, names: englishNames}, true
	}
	return way{}, false
}

// setting reads a small file of settings.
func setting(root *os.Root, name string) ([]byte, bool) {
	file, info, err := openFile(root, name)
	if err != nil {
		return nil, false
	}
	defer file.Close() // only read from
	data, err := readAtMost(file, info, name, 1<<20)
	return data, err == nil
}

// obsidian is what Obsidian, and its plugin for periodic notes, say of daily
// notes.
type obsidian struct {
	Enabled        *bool
	Folder, Format string
}

func (o obsidian) daily() (folder, format, ext string, ok bool) {
	if o.Format == "" {
		o.Format = "YYYY-MM-DD"
	}
	return o.Folder, o.Format, extension, o.Enabled == nil || *o.Enabled
}

func dailyNotes(root *os.Root) (folder, format, ext string, ok bool) {
	data, ok := setting(root, ".obsidian/daily-notes.json")
	var o obsidian
	if !ok || json.Unmarshal(data, &o) != nil {
		return "", "", "", false
	}
	return o.daily()
}

func periodicNotes(root *os.Root) (folder, format, ext string, ok bool) {
	data, ok := setting(root, ".obsidian/plugins/periodic-notes/data.json")
	var o struct{ Daily *obsidian }
	if !ok || json.Unmarshal(data, &o) != nil || o.Daily == nil {
		return "", "", "", false
	}
	return o.Daily.daily()
}

var (
	logseqFormat = regexp.MustCompile(`(?m)^[^;\n]*:journal/file-name-format\s+"([^"]*)"`)
	logseqFolder = regexp.MustCompile(`(?m)^[^;\n]*:journals-directory\s+"([^"]*)"`)
	logseqOrg    = regexp.MustCompile(`(?mi)^[^;\n]*:preferred-format\s+[:"]+org`)
)

// logseq reads the settings of a Logseq graph of files. Its formats are those
// of Java's dates.
func logseq(root *os.Root) (folder, format, ext string, ok bool) {
	data, ok := setting(root, "logseq/config.edn")
	if !ok || logseqOrg.Match(data) {
		return "", "", "", false
	}
	folder, format = "journals", "yyyy_MM_dd"
	if m := logseqFolder.FindSubmatch(data); m != nil {
		folder = string(m[1])
	}
	if m := logseqFormat.FindSubmatch(data); m != nil {
		format = string(m[1])
	}
	return folder, strings.NewReplacer("y", "Y", "d", "D", "EEEE", "dddd", "E", "ddd").Replace(format), extension, true
}

var zkFormat = regexp.MustCompile(`^\{\{\s*format-date now ['"]([^'"]*)['"]\s*\}\}$`)

// zk reads the settings of a zk notebook whose group for daily notes names
// them by a date, in the form of strftime.
func zk(root *os.Root) (folder, format, ext string, ok bool) {
	data, ok := setting(root, ".zk/config.toml")
	type note struct{ Filename, Extension string }
	var conf struct {
		Note  note
		Group map[string]struct {
			Paths []string
			Note  note
		}
	}
	if !ok || toml.Unmarshal(data, &conf) != nil {
		return "", "", "", false
	}
	daily := conf.Group["daily"]
	m := zkFormat.FindStringSubmatch(daily.Note.Filename)
	if m == nil || len(daily.Paths) == 0 {
		return "", "", "", false
	}
	ext = extension
	for _, e := range []string{conf.Note.Extension, daily.Note.Extension} {
		if e != "" {
			ext = "." + e
		}
	}
	return daily.Paths[0], strings.NewReplacer("%Y", "YYYY", "%m", "MM", "%d", "DD", "%B", "MMMM", "%b", "MMM", "%A", "dddd", "%a", "ddd", "%F", "YYYY-MM-DD").Replace(m[1]), ext, true
}
