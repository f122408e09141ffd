// Package search finds entries by their folded text. It holds the text of a whole journal in memory and looks through
// it, newest entry first, on all cores, in a large one after a small table has said where it is worth to look; nothing is
// stored.
//
// A query is a tree of [Term], [And], [Or], [Not] and [Check]. [Index.Find] answers with a [Result]: its first page is
// there long before its exact count, and a result that narrows an earlier one looks only at what that one found.
//
// The package knows nothing of scripts: put in what journal/fold made of the text, and ask for what it made of the query.
package search

import (
	"bytes"
	"slices"
	"sync"
	"unsafe"
)

// Index holds folded texts by key, newest first. It is safe for concurrent use, and so are its results, which go on
// showing the index as it was when they were asked for.
type Index[K comparable] struct {
	newest func(a, b K) int

	mu     sync.RWMutex
	base   []*segment[K] // most entries, packed, newest first; replaced on every change, never changed
	recent *segment[K]   // entries put since base was packed; they hide those of the same key in base
	lent   bool          // a result reads recent: it has to be copied before it is changed
	dead   int           // bytes of text in base that are hidden
}

// New returns an empty index. The order newest is negative if a comes before b, that is, if a is the newer one; it must
// be a total order in which only equal keys compare as 0.
func New[K comparable](newest func(a, b K) int) *Index[K] {
	return &Index[K]{newest: newest, recent: new(segment[K])}
}

// Put sets the text of the entry k; it keeps a copy of folded.
func (x *Index[K]) Put(k K, folded []byte) {
	text := bytes.Clone(folded)
	x.mu.Lock()
	defer x.mu.Unlock()
	x.own()
	at, found := x.recent.find(k, x.newest)
	if found {
		x.recent.texts[at] = text
		return
	}
	x.bury(k)
	x.recent.insert(at, k, text)
	if len(x.recent.keys) == segmentSize {
		x.pack()
	}
}

// Drop removes the entry k, if it is there.
func (x *Index[K]) Drop(k K) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if at, found := x.recent.find(k, x.newest); found {
		x.own()
		x.recent.remove(at)
		return
	}
	x.bury(k)
	if x.dead > packAt {
		x.pack()
	}
}

// packAt is how many bytes of dropped text are kept before the segments are packed anew.
const packAt = 8 << 20

// Len returns how many entries there are.
func (x *Index[K]) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	n := len(x.recent.keys)
	for _, s := range x.base {
		n += s.live.count()
	}
	return n
}

// Bytes returns how much memory the texts and their tables take, in bytes; what keys point to is not counted.
func (x *Index[K]) Bytes() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	n, own := x.recent.bytes(), map[*vocabulary]bool{}
	for _, s := range x.base {
		n += s.bytes()
		if s.rows != nil {
			own[s.rows.own] = true
		}
	}
	return n + len(own)*int(unsafe.Sizeof(vocabulary{})+maxOwn*unsafe.Sizeof(gram(0)))
}

// Find returns the entries that q describes. Nothing is looked at until the result is asked. The result was, which may
// be nil, is an earlier one of this index: where q can only narrow it, as it does from one typed letter to the next, only
// its survivors are looked at.
func (x *Index[K]) Find(q Query[K], was *Result[K]) *Result[K] {
	x.mu.Lock()
	x.lent = true
	segments := append([]*segment[K]{x.recent}, x.base...)
	x.mu.Unlock()
	return newResult(q, x.newest, segments, was)
}

// own makes recent fit to be changed.
func (x *Index[K]) own() {
	if x.lent {
		x.recent, x.lent = x.recent.clone(), false
	}
}

// bury hides the entry k of base.
func (x *Index[K]) bury(k K) {
	i, found := slices.BinarySearchFunc(x.base, k, func(s *segment[K], k K) int {
		switch {
		case x.newest(s.keys[len(s.keys)-1], k) < 0:
			return -1
		case x.newest(s.keys[0], k) > 0:
			return 1
		}
		return 0
	})
	if !found {
		return
	}
	at, found := x.base[i].find(k, x.newest)
	if !found || !x.base[i].live.has(at) {
		return
	}
	less := *x.base[i] // shares its texts
	less.live.clear(at)
	x.base = slices.Clone(x.base)
	x.base[i] = &less
	x.dead += len(less.texts[at])
}

// pack moves the recent entries into base. Segments that none of them falls into stay as they are, unless many of their
// entries are hidden or they are small beside what has to be packed next to them.
func (x *Index[K]) pack() {
	var base []*segment[K]
	var stretch segment[K] // what has to be packed, in order
	recent := x.recent
	at := 0
	take := func(before K) {
		for ; at < len(recent.keys) && x.newest(recent.keys[at], before) < 0; at++ {
			stretch.add(recent.keys[at], recent.texts[at])
		}
	}
	for _, s := range x.base {
		take(s.keys[0])
		untouched := at == len(recent.keys) || x.newest(recent.keys[at], s.keys[len(s.keys)-1]) > 0
		apart := len(stretch.keys) == 0 || len(stretch.keys) >= segmentSize/2
		if untouched && apart && s.live.count() >= max(len(s.keys)*3/4, segmentSize/4) {
			base = append(base, stretch.cut()...)
			base = append(base, s)
			stretch = segment[K]{}
			continue
		}
		for i := range s.live.all() {
			take(s.keys[i])
			stretch.add(s.keys[i], s.texts[i])
		}
	}
	for ; at < len(recent.keys); at++ {
		stretch.add(recent.keys[at], recent.texts[at])
	}
	x.base = append(base, stretch.cut()...)
	x.recent, x.lent = new(segment[K]), false
	x.dead = 0
	for _, s := range x.base {
		x.dead += s.dead()
	}
}
