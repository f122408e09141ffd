package store

import (
	"errors"
	"sync"
	"time"

	"lifelog/journal"
)

const (
	// draftPatience is how long a change waits to be written.
	draftPatience = 50 * time.Millisecond
	// draftEnd is how long the end of a draft waits for the disk.
	draftEnd = 5 * time.Second
	// draftRetry is how long after a failure the next try is made. It needs the
	// whole text.
	draftRetry = time.Second
	// draftWhole is after how many changes the whole text is written, so that a
	// log is quick to read, and draftSmall the bytes that the changes may have
	// even when the text is shorter.
	draftWhole = 1000
	draftSmall = 64 << 10
)

// draft records one entry being written. What is to be written goes through a
// queue to a goroutine of its own, the writer, because a disk may make it
// wait; Add waits for the writer, but not for ever.
type draft struct {
	base   journal.Version
	log    *draftLog // the writer's
	writes bool      // the writer has begun
	timer  *time.Timer
	tried  time.Time // when the whole text was written last after a failure

	changes, bytes int // since the whole text was written
	length         int // of the text

	wake chan struct{} // there is something in the queue
	done chan struct{} // the writer has done something

	mu      sync.Mutex
	queue   []job
	given   int        // jobs so far
	added   int        // the last of them that is a change
	written int        // of these, the writer has done
	late    chan error // gets err when it has done them up to added; nil unless it has fallen behind
	err     error      // why the log does not hold what was given
}

// job is something for the writer to do.
type job struct {
	kind byte // of a frame; endDraft for the end
	at   time.Time
	edit journal.Edit
	text string          // of frameText
	base journal.Version // of frameBase
	all  bool            // of frameBase and endDraft: nothing is in the text beyond what is stored
}

const endDraft = 0

// Begin returns the draft of an entry. Its file, in the folder drafts/JOURNAL
// of the state folder, is made by the first change.
func (d *Dir) Begin(base journal.Version) journal.Draft {
	return &draft{
		base: base, length: len(base.Text), log: &draftLog{dir: d, base: base},
		wake: make(chan struct{}, 1), done: make(chan struct{}, 1),
	}
}

// Add records a change.
func (w *draft) Add(e journal.Edit, text func() string) error {
	if !w.writes {
		w.writes, w.timer = true, time.NewTimer(draftPatience)
		go w.write()
	}
	w.mu.Lock()
	broken := w.err
	w.mu.Unlock()
	w.changes++
	w.bytes += frameHead + len(e.Text)
	w.length += len(e.Text) - (e.To - e.From)
	j := job{kind: frameEdit, at: time.Now(), edit: e}
	if broken != nil {
		if j.at.Sub(w.tried) < draftRetry {
			return unrecorded(broken)
		}
		w.tried = j.at
	}
	if broken != nil || w.changes >= draftWhole || w.bytes > max(w.length, draftSmall) {
		j.kind, j.text = frameText, text()
		w.changes, w.bytes = 0, 0
	}
	n := w.give(j)
	if w.Late() != nil {
		return nil
	}
	err, done := w.wait(n, draftPatience)
	if !done {
		w.fallBehind(n)
	}
	return unrecorded(err)
}

func unrecorded(err error) error {
	if err == nil {
		return nil
	}
	return inWords("what you type is not recorded", err)
}

// fallBehind notes that nobody waits for the job of a number any more, unless
// it is done.
func (w *draft) fallBehind(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.written < n {
		w.late = make(chan error, 1)
	}
}

// Late says whether something is not recorded yet.
func (w *draft) Late() <-chan error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.late
}

// Stored notes what is stored now.
func (w *draft) Stored(base journal.Version, all bool) {
	if !w.writes {
		w.base, w.length = base, len(base.Text)
		w.log.base = base
		return
	}
	w.give(job{kind: frameBase, base: base, all: all})
	if all {
		w.changes, w.bytes, w.length = 0, 0, len(base.Text)
	}
}

// Close ends the draft.
func (w *draft) Close(all bool) error {
	if !w.writes {
		return nil
	}
	n := w.give(job{kind: endDraft, all: all})
	patience := draftEnd
	if all { // what is not removed now, is at the next start
		patience = draftPatience
	}
	err, done := w.wait(n, patience)
	if !done && !all {
		return &journal.Trouble{Cause: journal.NoAnswer, Err: errors.New("the disk does not answer")}
	}
	return err
}

// give puts something into the queue and returns its number.
func (w *draft) give(j job) int {
	w.mu.Lock()
	w.queue = append(w.queue, j)
	w.given++
	n := w.given
	if j.kind == frameEdit || j.kind == frameText {
		w.added = n
	}
	w.mu.Unlock()
	select {
	case w.wake <- struct{}{}:
	default:
	}
	return n
}

// wait waits for the writer to do the job of a number.
func (w *draft) wait(n int, patience time.Duration) (err error, done bool) {
	w.timer.Reset(patience)
	for {
		w.mu.Lock()
		err, done = w.err, w.written >= n
		w.mu.Unlock()
		if done {
			return err, true
		}
		select {
		case <-w.done:
		case <-w.timer.C:
			return nil, false
		}
	}
}

// write is the writer.
func (w *draft) write() {
	for range w.wake {
		w.mu.Lock()
		jobs := w.queue
		w.queue = nil
		w.mu.Unlock()
		err := w.log.do(jobs)
		w.mu.Lock()
		w.err = err
		w.written += len(jobs)
		if w.late != nil && w.written >= w.added {
			w.late <- unrecorded(err)
			w.late = nil
		}
		w.mu.Unlock()
		select {
		case w.done <- struct{}{}:
		default:
		}
		if n := len(jobs); n > 0 && jobs[n-1].kind == endDraft {
			return
		}
	}
}
