package journal

import (
	"context"
	"time"
)

// Zones says in which zone one writes, by names as in "Asia/Tokyo". It is kept
// outside the journal, which holds zones only where they change.
type Zones struct {
	Here    func() string // what the machine calls that of its clock; "" if it does not say
	Home    func() string // that of entries before any that says one; "" until it is known
	SetHome func(string)
}

// KnowZones is called before anything else. Without it no zone is written.
func (j *Journal) KnowZones(z Zones) { j.zones = z }

// lookBack is how many entries are read to find one that says its zone. Beyond
// them one is taken to be at home.
const lookBack = 400

// Placed returns the text of an entry in which something is begun now, with the
// zone (tz in its front matter) if that is another than the entry before it is
// of. A day that is over stays as it is, and so does an entry that says its zone
// already, or has a front matter in which none can be set.
func (j *Journal) Placed(ctx context.Context, id ID, text string) string {
	if j.zones.Home == nil || id.Date != j.Today() || zoneOf(text) != "" {
		return text
	}
	here := j.here()
	switch last := j.zoneBefore(ctx, id); {
	case here == "" || here == last:
		return text
	case last == "": // the first time that anybody asks
		j.zones.SetHome(here)
		return text
	}
	if placed, err := setFront(text, "tz", yamlZone(here)); err == nil {
		return placed
	}
	return text
}

// Elsewhere is the zone that an entry says it is of, unless one is there now.
func (j *Journal) Elsewhere(text string) string {
	if zone := zoneOf(text); zone != j.here() {
		return zone
	}
	return ""
}

func zoneOf(text string) string { return clip(frontText(text, "tz")) }

// here is the zone of the clock; by its offset where it has no name.
func (j *Journal) here() string {
	now := j.now()
	switch name := now.Location().String(); {
	case name == "":
		return now.Format("-07:00")
	case name == "Local" && j.zones.Here != nil:
		return j.zones.Here()
	case name != "Local":
		return name
	}
	return ""
}

// yamlZone writes a zone as a value of YAML. An offset would be taken for a number
// by some programs.
func yamlZone(zone string) string {
	if _, err := time.Parse("-07:00", zone); err == nil {
		return `"` + zone + `"`
	}
	return zone
}

// zoneBefore is the zone of the newest entry before one, up to its day, that says
// its zone; else that of home, "" if nobody knows.
func (j *Journal) zoneBefore(ctx context.Context, id ID) string {
	read := 0
	for other, err := range j.store.List(ctx) {
		if err != nil || other == id || other.Date.Compare(id.Date) > 0 {
			continue
		}
		zone := ""
		if f := j.known.facts(other); f != nil {
			zone = f.zone
		} else if v, err := j.Load(ctx, other); err == nil {
			read++
			zone = zoneOf(v.Text)
		}
		if zone != "" {
			return zone
		}
		if read >= lookBack {
			break
		}
	}
	return j.zones.Home()
}
