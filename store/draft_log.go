package store

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"slices"
	"time"

	"lifelog/journal"
)

// The log of a draft: a first line that says what it is, then frames. A frame
// is
//
//	length of the payload   4 bytes, little-endian
//	CRC-32C                 4 bytes, of all that follows
//	number                  8 bytes, one more than that of the frame before
//	payload                 its first byte is the kind
//
// The first frame is a base; a base further on may have any higher number. What
// follows the first frame that is damaged, or whose number is wrong, is worth
// nothing: it was never written to its end, or is left from an earlier use of
// the file.

const draftMagic = "lifelog draft 1\n"

// Kinds of frames.
const (
	frameBase = 'b' // what is stored: length of the head (4 bytes), the head as JSON, the text
	frameEdit = 'e' // a change: when (milliseconds, varint), from, to (uvarints), the text
	frameText = 't' // the whole text, in place of all changes before: when, the text
)

const frameHead = 4 + 4 + 8

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// draftHead says what a draft is of.
type draftHead struct {
	Journal string // the path of its folder
	Entry   string // as journal.ID.String has it
	Rev     journal.Rev
	Host    string
	Zone    string // name and offset from UTC of the wall's clock, for Since
	Offset  int    // in seconds
}

// appendFrame appends a frame whose payload put appends.
func appendFrame(buf []byte, number uint64, put func([]byte) []byte) []byte {
	start := len(buf)
	buf = append(buf, make([]byte, 8)...)
	buf = binary.LittleEndian.AppendUint64(buf, number)
	buf = put(buf)
	binary.LittleEndian.PutUint32(buf[start:], uint32(len(buf)-start-frameHead))
	binary.LittleEndian.PutUint32(buf[start+4:], crc32.Checksum(buf[start+8:], castagnoli))
	return buf
}

func appendBase(buf []byte, number uint64, head []byte, text string) []byte {
	return appendFrame(buf, number, func(b []byte) []byte {
		b = append(b, frameBase)
		b = binary.LittleEndian.AppendUint32(b, uint32(len(head)))
		return append(append(b, head...), text...)
	})
}

func appendEdit(buf []byte, number uint64, at time.Time, e journal.Edit) []byte {
	return appendFrame(buf, number, func(b []byte) []byte {
		b = binary.AppendVarint(append(b, frameEdit), at.UnixMilli())
		b = binary.AppendUvarint(b, uint64(e.From))
		b = binary.AppendUvarint(b, uint64(e.To))
		return append(b, e.Text...)
	})
}

func appendText(buf []byte, number uint64, at time.Time, text string) []byte {
	return appendFrame(buf, number, func(b []byte) []byte {
		b = binary.AppendVarint(append(b, frameText), at.UnixMilli())
		return append(b, text...)
	})
}

// frame is one that was read and found whole.
type frame struct {
	kind    byte
	payload []byte // without the kind
}

// frames returns the frames of a log up to the first that is not whole.
func frames(log []byte) (list []frame) {
	if len(log) < len(draftMagic) || string(log[:len(draftMagic)]) != draftMagic {
		return nil
	}
	log = log[len(draftMagic):]
	var number uint64
	for len(log) > frameHead {
		size := uint64(binary.LittleEndian.Uint32(log))
		if size == 0 || size > uint64(len(log)-frameHead) {
			break
		}
		end := frameHead + int(size)
		if crc32.Checksum(log[8:end], castagnoli) != binary.LittleEndian.Uint32(log[4:]) {
			break
		}
		n := binary.LittleEndian.Uint64(log[8:])
		f := frame{log[frameHead], log[frameHead+1 : end]}
		if len(list) > 0 && n != number+1 && (f.kind != frameBase || n < number) {
			break
		}
		number = n
		list = append(list, f)
		log = log[end:]
	}
	return list
}

// replayed is what a log came to.
type replayed struct {
	head  draftHead
	base  string    // the text that head.Rev names
	text  string    // what was on the screen
	since time.Time // the first change since base; zero for none
}

// replay reads a log. ok is false for one without its head, which is no log.
// The text is that of the last whole frame.
func replay(log []byte) (r replayed, ok bool) {
	list := frames(log)
	if len(list) == 0 || list[0].kind != frameBase {
		return r, false
	}
	if r.head, r.base, ok = readBase(list[0].payload); !ok {
		return r, false
	}
	text := []byte(r.base)
	whole := 0 // the last frame with the whole text: changes before it need not be made
	for i, f := range list {
		if f.kind == frameText {
			whole = i
		}
	}
	for i, f := range list {
		if i > 0 && !r.take(f, &text, i >= whole) {
			break
		}
	}
	r.text = string(text)
	return r, true
}

// passed says whether a text was on the screen at some moment of a log, or is
// what a file came to that was being written in place with one that was.
func passed(log []byte, text string) bool {
	list := frames(log)
	if len(list) == 0 {
		return false
	}
	var r replayed
	_, base, ok := readBase(list[0].payload)
	now := []byte(base)
	for i := 0; ok && i < len(list); i++ {
		if i > 0 {
			ok = r.take(list[i], &now, true)
		}
		if ok && (string(now) == text || halfWritten(base, string(now), text)) {
			return true
		}
	}
	return false
}

// halfWritten says whether got is what rewrite leaves when it ends on the way
// from was to now: first what is to be longer is written, then the bytes from
// the start on.
func halfWritten(was, now, got string) bool {
	same := min(len(was), len(now))
	if len(got) < same || len(got) > max(len(was), len(now)) {
		return false
	}
	begun := 0 // bytes of the new text at the start
	for begun < same && got[begun] == now[begun] {
		begun++
	}
	if len(now) <= len(was) {
		return got[begun:] == was[begun:]
	}
	return got[begun:same] == was[begun:same] && got[same:] == now[same:len(got)]
}

// take takes in one more frame; false for one that makes no sense. Without
// change it only notes when it was made.
func (r *replayed) take(f frame, text *[]byte, change bool) (ok bool) {
	if f.kind == frameBase {
		head, base, ok := readBase(f.payload)
		if ok {
			r.head, r.base, r.since = head, base, time.Time{}
		}
		return ok
	}
	at, n := binary.Varint(f.payload)
	if n <= 0 {
		return false
	}
	switch rest := f.payload[n:]; {
	case f.kind == frameText:
		*text = slices.Clone(rest)
	case f.kind != frameEdit:
		return false
	case change:
		if *text, ok = applyEdit(*text, rest); !ok {
			return false
		}
	}
	if r.since.IsZero() {
		r.since = time.UnixMilli(at).In(time.FixedZone(r.head.Zone, r.head.Offset))
	}
	return true
}

func readBase(payload []byte) (head draftHead, text string, ok bool) {
	if len(payload) < 4 {
		return head, "", false
	}
	size := uint64(binary.LittleEndian.Uint32(payload))
	if payload = payload[4:]; size > uint64(len(payload)) {
		return head, "", false
	}
	if json.Unmarshal(payload[:size], &head) != nil {
		return head, "", false
	}
	return head, string(payload[size:]), true
}

// applyEdit makes the change of a frame; ok is false, and text as it was, for
// one that reaches outside the text.
func applyEdit(text, payload []byte) (_ []byte, ok bool) {
	from, n := binary.Uvarint(payload)
	if n <= 0 {
		return text, false
	}
	to, m := binary.Uvarint(payload[n:])
	if m <= 0 || from > to || to > uint64(len(text)) {
		return text, false
	}
	return slices.Replace(text, int(from), int(to), payload[n+m:]...), true
}
