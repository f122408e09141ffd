package date

import (
	"io/fs"
	"os"
	"testing"
	"time"
)

// zones are all that this machine knows, by their names.
func zones(t *testing.T) (list []*time.Location) {
	t.Helper()
	root := os.DirFS("/usr/share/zoneinfo")
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (name == "posix" || name == "right"):
			return fs.SkipDir // the same again
		case e.IsDir():
			return nil
		}
		if loc, err := time.LoadLocation(name); err == nil { // else it is no zone
			list = append(list, loc)
		}
		return nil
	})
	if err != nil || len(list) < 300 {
		t.Skipf("this machine knows %d zones: %v", len(list), err)
	}
	return list
}

// Nowhere on earth does a clock lead from a day to any but the next, except
// where the calendar itself skipped one; and what day it is at noon is what the
// calendar says, whatever happens at midnight.
func TestEveryZone(t *testing.T) {
	all := zones(t)
	skipped := map[string]bool{}
	days := 0
	for _, zone := range all {
		yesterday := Of(time.Date(1999, 12, 31, 12, 0, 0, 0, zone))
		for d := day("2000-01-01"); d.Year <= 2030; d = d.Add(1) {
			days++
			noon := time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, zone)
			if Of(noon) != d { // there was no such day
				skipped[zone.String()+" "+d.String()] = true
				continue
			}
			if n := d.Sub(yesterday); n != 1 && !skipped[zone.String()+" "+d.Add(-1).String()] {
				t.Fatalf("%v: from %v to %v are %d days", zone, yesterday, d, n)
			}
			for _, near := range []time.Duration{-17 * time.Hour, 17 * time.Hour} {
				if n := Of(noon.Add(near)).Sub(d); n < -2 || n > 2 || n == 0 {
					t.Fatalf("%v: %v from noon of %v it is %v", zone, near, d, Of(noon.Add(near)))
				}
			}
			yesterday = d
		}
	}
	for _, known := range []string{"Pacific/Apia 2011-12-30"} {
		if !skipped[known] {
			t.Errorf("%s was a day, which it was not", known)
		}
	}
	if len(skipped) > 20 {
		t.Errorf("%d days did not exist: %v", len(skipped), skipped)
	}
	t.Logf("%d zones, %d days, %d of them skipped by the calendar", len(all), days, len(skipped))
}
