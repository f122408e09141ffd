package search

import (
	"iter"
	"math/bits"
	"slices"
	"unsafe"
)

// segmentSize is how many entries a segment holds at most.
const segmentSize = 1024

// segment holds entries, newest first. Those of an index's base share one block of memory and are never changed.
type segment[K comparable] struct {
	keys  []K
	texts [][]byte
	live  set   // the entries that are not hidden by a newer one
	rows  *rows // nil for none
}

// find returns where k is, or belongs.
func (s *segment[K]) find(k K, newest func(a, b K) int) (at int, found bool) {
	return slices.BinarySearchFunc(s.keys, k, newest)
}

func (s *segment[K]) insert(at int, k K, text []byte) {
	s.keys = slices.Insert(s.keys, at, k)
	s.texts = slices.Insert(s.texts, at, text)
	s.live.add(len(s.keys) - 1)
}

func (s *segment[K]) remove(at int) {
	s.keys = slices.Delete(s.keys, at, at+1)
	s.texts = slices.Delete(s.texts, at, at+1)
	s.live.clear(len(s.keys))
}

// add appends an entry; live is set by [segment.cut].
func (s *segment[K]) add(k K, text []byte) {
	s.keys = append(s.keys, k)
	s.texts = append(s.texts, text)
}

func (s *segment[K]) clone() *segment[K] {
	return &segment[K]{keys: slices.Clone(s.keys), texts: slices.Clone(s.texts), live: s.live}
}

// cut packs s into as few segments as hold it, all of about the same size, each with its texts in one block.
func (s *segment[K]) cut() []*segment[K] {
	var packed []*segment[K]
	parts := (len(s.keys) + segmentSize - 1) / segmentSize
	for i := range parts {
		from, to := len(s.keys)*i/parts, len(s.keys)*(i+1)/parts
		packed = append(packed, pack(s.keys[from:to], s.texts[from:to]))
	}
	return packed
}

func pack[K comparable](keys []K, texts [][]byte) *segment[K] {
	s := &segment[K]{keys: slices.Clone(keys), texts: make([][]byte, len(keys))}
	block := slices.Concat(texts...)
	for i, text := range texts {
		s.texts[i] = block[:len(text):len(text)]
		block = block[len(text):]
		s.live.add(i)
	}
	return s
}

// bytes returns the memory s takes.
func (s *segment[K]) bytes() int {
	var key K
	n := int(unsafe.Sizeof(*s)) + cap(s.keys)*int(unsafe.Sizeof(key)) + cap(s.texts)*int(unsafe.Sizeof([]byte{}))
	n += s.rows.bytes()
	for _, text := range s.texts {
		n += cap(text)
	}
	return n
}

// size returns how many bytes of text s holds.
func (s *segment[K]) size() int {
	n := 0
	for _, text := range s.texts {
		n += len(text)
	}
	return n
}

// dead returns how many bytes of text belong to hidden entries.
func (s *segment[K]) dead() int {
	n := 0
	for i, text := range s.texts {
		if !s.live.has(i) {
			n += len(text)
		}
	}
	return n
}

// set is a set of entries of one segment, by their places in it.
type set [segmentSize / 64]uint64

func (b *set) add(i int)      { b[i/64] |= 1 << (i % 64) }
func (b *set) clear(i int)    { b[i/64] &^= 1 << (i % 64) }
func (b *set) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }

func (b *set) count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// minus returns the entries of b that are not in other.
func (b set) minus(other set) set {
	for i := range b {
		b[i] &^= other[i]
	}
	return b
}

// plus returns the entries that are in b or in other.
func (b set) plus(other set) set {
	for i := range b {
		b[i] |= other[i]
	}
	return b
}

// and returns the entries that are in b and in other.
func (b set) and(other *set) set {
	for i := range b {
		b[i] &= other[i]
	}
	return b
}

// all yields the entries of b, newest first.
func (b *set) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range b {
			for ; word != 0; word &= word - 1 {
				if !yield(i*64 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
