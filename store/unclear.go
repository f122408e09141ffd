package store

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"strings"

	"lifelog/journal"
	"lifelog/journal/date"
)

// Days written with the year last say either the day or the month first, and
// 05-02-2022 does not tell which. A file such as 31-12-2022 does.

// orders are the two ways to read such names, in every folder that they may
// stand in.
var orders = func() (all [][2]form) {
	for _, folder := range folderForms {
		for _, sep := range []string{"-", "_", "."} {
			var pair [2]form
			for i, name := range []string{"DD-MM-YYYY", "MM-DD-YYYY"} {
				p := mustPattern(path.Join(folder, strings.ReplaceAll(name, "-", sep)))
				pair[i] = form{p, len(p.folders()), true}
			}
			all = append(all, pair)
		}
	}
	return all
}()

// unclear is a way of naming files whose days can be read in two ways.
type unclear struct {
	as     [2]sighting
	proven [2]bool // a file can be read in this way only
	file   string  // one that can be read in both
	on     [2]date.Date
}

// noteUnclear notes a file whose day is written with the year last.
func (s *sampler) noteUnclear(file string) bool {
	stem, ext := splitExtension(file)
	parts := strings.Split(stem, "/")
	for _, pair := range orders {
		above := len(parts) - 1 - pair[0].above
		if above < 0 {
			continue
		}
		outer, dated := strings.Join(append(parts[:above:above], ""), "/"), strings.Join(parts[above:], "/")
		var days [2]date.Date
		var seps [2]string
		var fits [2]bool
		for i, f := range pair {
			days[i], seps[i], fits[i] = f.fit(dated, englishNames)
		}
		if !fits[0] && !fits[1] {
			continue
		}
		key := outer + pair[0].String() + ext
		u := s.unclear[key]
		if u == nil {
			u = &unclear{}
			for i, f := range pair {
				u.as[i].way = way{day: f.behind(outer), sep: "-", ext: ext, names: englishNames}
			}
			s.unclear[key] = u
		}
		for i := range pair {
			u.proven[i] = u.proven[i] || fits[i] && !fits[1-i]
			u.as[i].note(days[i])
		}
		if fits[0] && fits[1] && days[0] != days[1] {
			u.file, u.on = file, days
		}
		return true
	}
	return false
}

// clear parts the ways that are proven, or that the person has chosen, from
// those that one would have to guess.
func (s *sampler) clear(chosen string) (found []*sighting, left []journal.Reading) {
	for _, u := range s.unclear {
		for i := range u.as {
			name := u.as[i].way.day.String()
			switch {
			case u.proven[i] && !u.proven[1-i], name == chosen:
				found = append(found, &u.as[i])
			case u.proven[0] == u.proven[1] && chosen != u.as[1-i].way.day.String() && u.file != "":
				left = append(left, journal.Reading{File: u.file, Date: u.on[i], As: name})
			}
		}
	}
	return found, left
}

// Readings returns what the days in the names of files may mean, where that is
// not clear; nothing where it is.
func (d *Dir) Readings(ctx context.Context) ([]journal.Reading, error) {
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return nil, nil // whoever lists the journal is told
	}
	defer root.Close()
	d.layout(root)
	d.ways.Lock()
	defer d.ways.Unlock()
	return d.ways.left, ctx.Err()
}

// ReadAs says what the days in the names of files mean, from now on.
func (d *Dir) ReadAs(r journal.Reading) error {
	if err := d.makeAll(filepath.Dir(d.chosen())); err != nil {
		return inWords("what the dates mean could not be remembered", err)
	}
	if err := os.WriteFile(d.chosen(), []byte(r.As), 0o600); err != nil {
		return inWords("what the dates mean could not be remembered", err)
	}
	d.ways.Lock()
	d.ways.known = nil // it is recognised anew
	d.ways.Unlock()
	return nil
}

// chosen is the file with the pattern that the person chose.
func (d *Dir) chosen() string { return filepath.Join(d.state, "dates", d.key()) }
