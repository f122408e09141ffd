package term

import (
	"bytes"
	"os"
	"sync"
	"time"
	"unicode/utf8"
)

// The marks of bracketed paste, and the Escape key as the keyboard protocol of
// kitty and "CSI u" of xterm write it: the one form of it that cannot be taken
// for the beginning of something longer.
var (
	pasteBegin = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
	escapeKey  = []byte("\x1b[27u")
)

const (
	// escapeWait is how long an escape sequence may stay unfinished before an
	// ESC is taken for the key. Bubble Tea waits as long.
	escapeWait = 50 * time.Millisecond
	// runeWait is how long a burst stays open for the rest of its last character.
	runeWait = 50 * time.Millisecond
	// bulkWait is how long a burst of bulkSize bytes or more stays open for the
	// next packet, so that a long paste over a network is one paste.
	bulkWait = 20 * time.Millisecond
	bulkSize = 1024
)

// Input is a terminal's input, repaired for Bubble Tea (tea.WithInput):
//
//   - The bytes of one character always arrive in one read. A character cut in
//     two by the network would otherwise be lost, also inside a paste.
//   - ESC and a character beyond ASCII, sent in one go, are the Escape key and
//     the character, not Alt with a text that nobody gets.
//   - Many characters in one go without the marks of bracketed paste (text
//     committed by an input method, a paste by an old terminal) get the marks:
//     they arrive as one tea.PasteMsg, not as keys that could be commands.
//   - What is pasted comes whole, bytes that are no text included: [Pasted] has it.
//
// Everything else passes unchanged, and nothing is lost or reordered. Bubble
// Tea waits for the file descriptor and then calls Read once, so a Read leaves
// nothing behind that waits for a next Read, except the beginning of a
// character whose rest has not come.
//
// On Windows Bubble Tea reads whole key records from the console by itself,
// and an Input only stands for the file.
type Input struct {
	file  *os.File
	read  func([]byte) (int, error)
	ready func(time.Duration) bool // more to read, now or within the time

	mu      sync.Mutex
	raw     []byte // room for one read
	held    int    // bytes at the start of raw that wait for the rest of a character or a mark
	out     []byte // ready to be handed out
	err     error  // to be returned when out is empty
	pasting bool   // between the terminal's own paste marks
	burst   bool   // between paste marks set here
	size    int    // bytes since the burst began
	cut     bool   // the last bytes handed out are an unfinished escape sequence
}

// NewInput returns the input of the terminal f.
func NewInput(f *os.File) *Input {
	return &Input{
		file:  f,
		read:  f.Read,
		ready: func(d time.Duration) bool { return readable(f.Fd(), d) },
	}
}

// Fd returns the terminal's file descriptor, by which Bubble Tea sets it to raw
// mode and waits for input.
func (in *Input) Fd() uintptr { return in.file.Fd() }

// Name returns the name of the terminal's file.
func (in *Input) Name() string { return in.file.Name() }

// Write writes to the terminal's file; Bubble Tea asks for it and never calls it.
func (in *Input) Write(p []byte) (int, error) { return in.file.Write(p) }

// Close closes the terminal's file.
func (in *Input) Close() error { return in.file.Close() }

// Read reads what was typed. It returns 0 and no error when all that came is
// the beginning of a character.
func (in *Input) Read(p []byte) (int, error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if len(in.out) == 0 && in.err == nil {
		in.fill(len(p))
	}
	n := copy(p, in.out)
	in.out = in.out[n:]
	if n > 0 {
		return n, nil
	}
	err := in.err
	in.err = nil
	return 0, err
}

// fill reads once, and again while an escape sequence is unfinished, and puts
// what came into out. It reads so little that out fits into room bytes: one byte
// grows to four at most, and there is a pair of marks.
func (in *Input) fill(room int) {
	size := max(room/4-len(pasteBegin), utf8.UTFMax+len(pasteEnd))
	if len(in.raw) < size {
		in.raw = append(in.raw, make([]byte, size-len(in.raw))...)
	}
	in.out = in.out[:0]
	end := in.held
	for more := true; more; {
		n, err := in.read(in.raw[end:size])
		end += n
		if err != nil {
			in.flush(in.raw[:end], err)
			return
		}
		more = end < size && !in.endsInPaste(in.raw[:end]) && unfinished(in.raw[:end]) && in.ready(escapeWait)
	}
	rest := in.take(in.raw[:end])
	in.held = copy(in.raw, rest)
}

// endsInPaste reports whether got, which has not been taken yet, ends between
// the terminal's own paste marks.
func (in *Input) endsInPaste(got []byte) bool {
	for pasting := in.pasting; ; pasting = !pasting {
		mark := pasteBegin
		if pasting {
			mark = pasteEnd
		}
		at := bytes.Index(got, mark)
		if at < 0 {
			return pasting
		}
		got = got[at+len(mark):]
	}
}

// flush hands out everything there is: nothing more will come before err.
func (in *Input) flush(got []byte, err error) {
	if in.burst {
		in.out = append(in.out, pasteEnd...)
		in.burst = false
	}
	if in.pasting {
		got = appendPasted(nil, got)
	}
	in.out = append(in.out, got...)
	in.held, in.err = 0, err
}

// take puts got into out and returns the end of it that has to wait.
func (in *Input) take(got []byte) (rest []byte) {
	for {
		if in.pasting {
			at := bytes.Index(got, pasteEnd)
			if at < 0 {
				keep := max(unfinishedRune(got), unfinishedMark(got, pasteEnd))
				in.out = appendPasted(in.out, got[:len(got)-keep])
				return got[len(got)-keep:]
			}
			in.pasting = false
			in.out = append(appendPasted(in.out, got[:at]), pasteEnd...)
			got = got[at+len(pasteEnd):]
		}
		at := bytes.Index(got, pasteBegin)
		if at < 0 {
			return in.typed(got)
		}
		in.closeBurst()
		in.keys(got[:at], pasteBegin[0])
		in.out = append(in.out, pasteBegin...)
		in.pasting = true
		got = got[at+len(pasteBegin):]
	}
}

// typed takes what came outside the terminal's paste marks: keys or a burst.
func (in *Input) typed(got []byte) (rest []byte) {
	n := len(got) - unfinishedRune(got)
	got, rest = got[:n], got[n:]
	if len(got) == 0 {
		return rest
	}
	first := !in.burst
	switch {
	case in.burst && !isText(got, true):
		in.closeBurst()
		fallthrough
	case first && (in.cut || !isBurst(got)):
		var next byte
		if len(rest) > 0 {
			next = rest[0]
		}
		in.keys(got, next)
		return rest
	}
	if first {
		in.out = append(in.out, pasteBegin...)
		in.burst, in.size = true, 0
	}
	in.size += len(got)
	if in.ready(burstWait(in.size, len(rest))) {
		in.out = appendPasted(in.out, got)
		return rest
	}
	body := got
	if first {
		body = withoutEnter(got)
	}
	in.out = appendPasted(in.out, body)
	in.closeBurst()
	in.out = append(in.out, got[len(body):]...)
	return rest
}

func (in *Input) closeBurst() {
	if in.burst {
		in.out = append(in.out, pasteEnd...)
		in.burst = false
	}
}

// keys puts got into out with an unmistakable Escape key for every ESC that is
// not followed by an ASCII character. next is the byte after got, 0 if none is
// known.
func (in *Input) keys(got []byte, next byte) {
	for i, b := range got {
		follow := next
		if i+1 < len(got) {
			follow = got[i+1]
		}
		if alone := i+1 == len(got) && next == 0; b == 0x1b && (alone || follow >= utf8.RuneSelf) {
			in.out = append(in.out, escapeKey...)
		} else {
			in.out = append(in.out, b)
		}
	}
	in.cut = !bytes.HasSuffix(got, []byte{0x1b}) && unfinished(got)
}

// burstWait says how long to wait for more of a burst of size bytes, held of
// them the beginning of a character.
func burstWait(size, held int) time.Duration {
	switch {
	case held > 0:
		return runeWait
	case size >= bulkSize:
		return bulkWait
	}
	return 0
}
