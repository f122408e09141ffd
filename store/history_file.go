package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"time"

	"lifelog/journal"
)

// The states of an entry are a file of frames, one behind the other. A frame is
//
//	"lifelog state 1\n"
//	CRC-32C    4 bytes, little-endian, of all that follows
//	length     4 bytes, of all that follows
//	time       in milliseconds (varint); of the wall's clock, seconds from UTC (varint)
//	occasion   1 byte
//	SHA-256    32 bytes, of the text
//	length     of the text (uvarint)
//	text       compressed (RFC 1951); nothing if an earlier frame has the same
//
// Each text is compressed by itself: with the texts before it as a dictionary it
// would take a tenth, but then a damaged byte would cost all that follow. What
// is damaged or cut short is skipped up to the next frame.

const stateMagic = "lifelog state 1\n"

const stateHead = len(stateMagic) + 4 + 4

// kept is a state as a file holds it, or a Mem, which does not compress.
type kept struct {
	journal.State
	packed []byte // the text, compressed; nil if an earlier frame has it
	frame  []byte // the whole of it
}

// pack compresses a text.
func pack(text string) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // into memory, at a level that exists
	}
	return b.Bytes()
}

// unpack returns the text of a state.
func unpack(s journal.State, packed []byte) (string, error) {
	var b strings.Builder
	_, err := io.Copy(&b, io.LimitReader(flate.NewReader(bytes.NewReader(packed)), int64(s.Length)+1))
	if err == nil && journal.RevOf(b.String()) != s.Rev {
		err = errors.New("the text is not the one that was kept")
	}
	if err != nil {
		return "", fmt.Errorf("a state of %v is damaged: %w", s.ID, err)
	}
	return b.String(), nil
}

// appendState appends the frame of a state. A nil packed says that the text is
// in the file already.
func appendState(buf []byte, s journal.State, packed []byte) ([]byte, error) {
	rev, err := hex.DecodeString(string(s.Rev))
	if err != nil || len(rev) != 32 {
		return nil, fmt.Errorf("%q is no Rev", s.Rev)
	}
	start := len(buf)
	buf = append(buf, stateMagic...)
	buf = append(buf, make([]byte, 8)...)
	_, offset := s.At.Zone()
	buf = binary.AppendVarint(buf, s.At.UnixMilli())
	buf = binary.AppendVarint(buf, int64(offset))
	buf = append(append(buf, byte(s.On)), rev...)
	buf = binary.AppendUvarint(buf, uint64(s.Length))
	buf = append(buf, packed...)
	sums := start + len(stateMagic)
	binary.LittleEndian.PutUint32(buf[sums+4:], uint32(len(buf)-start-stateHead))
	binary.LittleEndian.PutUint32(buf[sums:], crc32.Checksum(buf[sums+4:], castagnoli))
	return buf, nil
}

// readStates reads a file of states, and counts the places in which it is
// damaged. A state without its text is worth nothing and counts as damage.
func readStates(id journal.ID, data []byte) (list []kept, damaged int) {
	texts := map[journal.Rev]bool{}
	for at, whole := 0, true; at < len(data); {
		s, ok := readState(id, data[at:])
		if !ok {
			if whole {
				damaged++
			}
			next := bytes.Index(data[at+1:], []byte(stateMagic))
			if next < 0 {
				break
			}
			at, whole = at+1+next, false
			continue
		}
		at, whole = at+len(s.frame), true
		if s.packed == nil && !texts[s.Rev] {
			damaged++
			continue
		}
		texts[s.Rev] = true
		list = append(list, s)
	}
	return list, damaged
}

// readState reads the frame that data begins with; ok is false if there is none.
func readState(id journal.ID, data []byte) (s kept, ok bool) {
	if len(data) < stateHead || string(data[:len(stateMagic)]) != stateMagic {
		return s, false
	}
	sums := data[len(stateMagic):]
	length := uint64(binary.LittleEndian.Uint32(sums[4:]))
	if length > uint64(len(data)-stateHead) {
		return s, false
	}
	s.frame = data[:stateHead+int(length)]
	if crc32.Checksum(s.frame[len(stateMagic)+4:], castagnoli) != binary.LittleEndian.Uint32(sums) {
		return s, false
	}
	rest := s.frame[stateHead:]
	at, n := binary.Varint(rest)
	rest = rest[max(0, n):]
	offset, m := binary.Varint(rest)
	rest = rest[max(0, m):]
	if n <= 0 || m <= 0 || len(rest) < 1+32 {
		return s, false
	}
	text, k := binary.Uvarint(rest[1+32:])
	if k <= 0 || text > maxText {
		return s, false
	}
	s.State = journal.State{
		ID: id, At: time.UnixMilli(at).In(time.FixedZone("", int(offset))), On: journal.Occasion(rest[0]),
		Rev: journal.Rev(hex.EncodeToString(rest[1:33])), Length: int(text), Size: len(s.frame),
	}
	if packed := rest[33+k:]; len(packed) > 0 {
		s.packed = packed
	}
	return s, true
}
