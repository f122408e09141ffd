package search

import (
	"cmp"
	"maps"
	"slices"
)

// vocabulary are the frequent grams of some texts. Each has a row of its own.
type vocabulary struct {
	grams []gram        // by row, from 1 on
	rows  [slots]uint16 // by the hash of their gram, or beside that: the row, and above it four more bits of the hash
}

const (
	maxOwn    = 3072    // grams of a vocabulary
	slots     = 1 << 14 // many more, so that hardly any gram finds its two taken
	sample    = 64      // texts that a vocabulary is learned from
	minSample = 2       // of them that hold a frequent gram
)

// learn returns the grams that stand in most of the texts.
func learn(texts [][]byte) *vocabulary {
	type seen struct{ texts, last int }
	grams := map[gram]seen{}
	step := max(1, len(texts)/sample)
	for i := 0; i < len(texts); i += step {
		var reader grammarian
		for _, c := range string(texts[i]) {
			for _, g := range reader.next(c) {
				if s := grams[g]; s.texts == 0 || s.last != i {
					grams[g] = seen{s.texts + 1, i}
				}
			}
		}
	}
	maps.DeleteFunc(grams, func(g gram, s seen) bool { return g == 0 || s.texts < minSample })
	frequent := slices.SortedFunc(maps.Keys(grams), func(a, b gram) int {
		return cmp.Or(cmp.Compare(grams[b].texts, grams[a].texts), cmp.Compare(a, b))
	})
	v := &vocabulary{grams: make([]gram, 1)}
	for _, g := range frequent[:min(len(frequent), maxOwn-1)] {
		h := g.hash()
		slot := h % slots
		if v.rows[slot] != 0 {
			slot ^= 1
		}
		if v.rows[slot] == 0 {
			v.rows[slot] = h.tag() | uint16(len(v.grams))
			v.grams = append(v.grams, g)
		}
	}
	return v
}

// maxRow is what a row is below, so that the tag of a hash has room above it.
const maxRow = 1 << 12

// tag tells most grams apart that have the same slot, without a look at them.
func (h hash) tag() uint16 { return uint16(h>>48) &^ (maxRow - 1) }

// row returns the row of a gram; 0 if it has none.
func (v *vocabulary) row(g gram, h hash) int {
	slot, tag := h%slots, h.tag()
	if row := int(v.rows[slot] ^ tag); row < maxRow && v.grams[row] == g {
		return row
	}
	if row := int(v.rows[slot^1] ^ tag); row < maxRow && v.grams[row] == g {
		return row
	}
	return 0
}
