package store

import (
	"context"
	"math/rand/v2"
	"time"

	"lifelog/journal"
)

// lockPatience is how long a save waits for another program of ours that is
// changing the same folder. It is not for ever, since that one may have been
// suspended in the middle. The lock only spares the two a merge: what protects
// the texts is the look at what came out of the exchange.
const lockPatience = 2 * time.Second

// lockRoom is how long a Dir that saves one entry again and again pauses in
// between. Another program that found a conflict comes back with the merged
// text sooner than that, so that none is kept out for ever.
const lockRoom = 2 * time.Millisecond

// lock keeps other programs of ours, and other Dirs of this one, from changing
// the folder. Where locks do not work, there is none.
func (d *Dir) lock(ctx context.Context, f *folder, id journal.ID) (unlock func(), err error) {
	if wait := d.room - time.Since(d.lastAt); wait > 0 && id == d.last {
		if err := pause(ctx, wait); err != nil {
			return nil, err
		}
	}
	return d.hold(ctx, f)
}

// hold is lock for a folder with no entries in it.
func (d *Dir) hold(ctx context.Context, f *folder) (unlock func(), err error) {
	try, unlock, err := locker(d, f)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	for wait := 50 * time.Microsecond; ; wait = min(2*wait, 2*time.Millisecond) {
		busy := try()
		if !busy || time.Since(start) > d.patience {
			return unlock, nil
		}
		if err := pause(ctx, wait/2+rand.N(wait)); err != nil {
			unlock()
			return nil, err
		}
	}
}

func pause(ctx context.Context, wait time.Duration) error {
	select {
	case <-time.After(wait):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
