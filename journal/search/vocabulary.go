package search

import (
	"cmp"
	"maps"
	"slices"
)

// vocabulary are the frequent grams of some texts. Each has a row of its own.
type vocabulary struct {
	grams [slots]gram // by hash, or in the slot beside it; 0 for none
	rows  [slots]uint16
	size  int
}

const (
	maxOwn    = 3072    // grams of a vocabulary
	slots     = 1 << 14 // many more, so that hardly any gram finds its two taken
	sample    = 128     // texts that a vocabulary is learned from
	minSample = 3       // of them that hold a frequent gram
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
	v := new(vocabulary)
	for _, g := range frequent {
		slot := g.hash() % slots
		if v.grams[slot] != 0 {
			slot ^= 1
		}
		if v.grams[slot] == 0 && v.size < maxOwn {
			v.grams[slot], v.rows[slot] = g, uint16(v.size)
			v.size++
		}
	}
	return v
}

// row returns the row of a gram, if it has one.
func (v *vocabulary) row(g gram, h hash) (row int, found bool) {
	slot := h % slots
	if v.grams[slot] != g {
		slot ^= 1
	}
	return int(v.rows[slot]), v.grams[slot] == g && g != 0
}
