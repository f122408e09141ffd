package search

import (
	"context"
	"slices"
)

// Quicken makes a large index quick: it makes the rows of the segments that have none. It takes several times as long as
// filling the index, which may be searched and changed meanwhile; what is put in later has no rows until the next time. It
// ends when ctx does.
func (x *Index[K]) Quicken(ctx context.Context) { x.quicken(ctx, plainTo, rowsFrom) }

// quicken leaves the newest segments, of so many bytes, and those of less than from without rows.
func (x *Index[K]) quicken(ctx context.Context, plain, from int) {
	x.mu.RLock()
	base := x.base
	x.mu.RUnlock()
	var maker rowMaker
	for _, s := range base {
		size := s.size()
		plain -= size
		if s.rows != nil || plain >= 0 || size < from {
			continue
		}
		if ctx.Err() != nil {
			return
		}
		x.equip(s, maker.rows(s.texts, size))
	}
}

// equip gives the segment s its rows, unless it has been packed anew.
func (x *Index[K]) equip(s *segment[K], made *rows) {
	x.mu.Lock()
	defer x.mu.Unlock()
	i := slices.IndexFunc(x.base, func(now *segment[K]) bool { return &now.texts[0] == &s.texts[0] })
	if i < 0 {
		return
	}
	quick := *x.base[i] // some of its entries may have been hidden
	quick.rows = made
	x.base = slices.Clone(x.base)
	x.base[i] = &quick
}
