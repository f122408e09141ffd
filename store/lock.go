package store

import (
	"context"
	"math/rand/v2"
	"time"
)

// lockPatience is how long a save waits for another program of ours that is
// changing the same folder. It is not for ever, since that one may have been
// suspended in the middle. The lock only spares the two a merge: what protects
// the texts is the look at what came out of the exchange.
const lockPatience = 2 * time.Second

// lock keeps other programs of ours, and other Dirs of this one, from changing
// the folder. Where locks do not work, there is none.
func (d *Dir) lock(ctx context.Context, f *folder) (unlock func(), err error) {
	try, unlock, err := locker(d, f)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	for pause := 50 * time.Microsecond; ; pause = min(2*pause, 2*time.Millisecond) {
		busy := try()
		if !busy || time.Since(start) > lockPatience {
			return unlock, nil
		}
		select {
		case <-time.After(pause/2 + rand.N(pause)):
		case <-ctx.Done():
			unlock()
			return nil, ctx.Err()
		}
	}
}
