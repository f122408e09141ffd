package main

import (
	"context"
	"path/filepath"
	"sync/atomic"
	"time"

	"lifelog/journal"
	"lifelog/store"
)

// wall is the clock on the wall where one is. Go reads the zone of the machine
// once; a program that is open while one travels has to look again.
type wall struct{ zone atomic.Pointer[time.Location] }

func (w *wall) now() time.Time {
	if zone := w.zone.Load(); zone != nil {
		return time.Now().In(zone)
	}
	return time.Now()
}

// lookAgain is how often the zone of the machine is looked at.
const lookAgain = time.Minute

// follow takes in where the machine is, until the context ends.
func (w *wall) follow(ctx context.Context) {
	for was := store.Zone(); ; {
		select {
		case <-ctx.Done():
			return
		case <-time.After(lookAgain):
		}
		is := store.Zone()
		if zone, err := time.LoadLocation(is); is != was && err == nil {
			w.zone.Store(zone)
			was = is
		}
	}
}

// zones are those of the journal at path.
func zones(path string) journal.Zones {
	all := func() map[string]string {
		homes := map[string]string{}
		recall(homesFile, &homes)
		return homes
	}
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	return journal.Zones{
		Here: store.Zone,
		Home: func() string { return all()[path] },
		SetHome: func(zone string) {
			homes := all()
			homes[path] = zone
			remember(homesFile, homes)
		},
	}
}

const homesFile = "homes.json" // the zone of the entries that say none, by the folder of the journal
