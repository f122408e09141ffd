package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"lifelog/journal"
)

const (
	draftSuffix = ".draft"

	// draftFlush is how long what was written may wait to be flushed to the
	// disk: as much can be lost in a power cut.
	draftFlush = 250 * time.Millisecond
	// draftRoom is how much of the disk is taken beforehand, so that a disk that
	// became full still takes what is typed.
	draftRoom = 256 << 10
)

// draftLog is the file of a draft. It is written by one goroutine and flushed
// by another.
type draftLog struct {
	dir    *Dir
	base   journal.Version // what is stored
	broken error           // why the file does not hold the text

	file   *os.File // locked as long as it is open; nil before the first change
	path   string
	root   string // the path of the journal
	size   int64  // of what is valid in it; 0 before its head is written
	room   int64  // taken on the disk
	number uint64 // of its last frame

	before func(remove bool) error // ends the file whose place this one takes once it holds the text

	buf  []byte // what is to be written next,
	at   int64  // where,
	next uint64 // and the number of the last frame in it

	flush struct {
		sync.Mutex
		due   bool     // it will begin soon
		err   error    // the file cannot be relied on
		names []string // folders that have to be flushed as well
	}
}

// do does some jobs with one write, and returns why the file does not hold
// the text, nil if it does.
func (l *draftLog) do(jobs []job) error {
	if err := l.unreliable(); err != nil {
		l.broken = err
	}
	l.at, l.next, l.buf = l.size, l.number, l.buf[:0]
	for _, j := range jobs {
		switch j.kind {
		case frameBase:
			l.stored(j)
		case frameEdit:
			if l.file == nil && l.broken == nil {
				l.broken = l.make()
			}
			if l.broken == nil {
				l.buf = appendEdit(l.buf, l.count(), j.at, j.edit)
			}
		case frameText:
			if l.broken != nil {
				l.broken = l.mend()
			}
			if l.broken == nil {
				l.buf = appendText(l.buf, l.count(), j.at, j.text)
			}
		case endDraft:
			l.put()
			return errors.Join(l.broken, l.end(j.all))
		}
	}
	l.put()
	return l.broken
}

// stored takes in what is stored now. When that is all there is, the file
// begins anew.
func (l *draftLog) stored(j job) {
	l.base = j.base
	switch {
	case j.all:
		l.broken = nil
		if l.file != nil {
			l.begin()
		}
	case l.broken == nil:
		l.buf = appendBase(l.buf, l.count(), l.head(), l.base.Text)
	}
}

// count returns the number of the next frame.
func (l *draftLog) count() uint64 { l.next++; return l.next }

// begin writes the file anew, with what is stored. What stands behind in it has
// lower numbers, so that nobody takes it for a part of this.
func (l *draftLog) begin() {
	l.at, l.size = 0, 0
	l.buf = appendBase(append(l.buf[:0], draftMagic...), l.count(), l.head(), l.base.Text)
}

// mend makes the file ready to take the whole text after something failed. One
// that could not be flushed is given up for another, since systems forget what
// they could not write.
func (l *draftLog) mend() error {
	if l.file == nil || l.unreliable() != nil {
		return l.make()
	}
	if l.size == 0 {
		l.begin()
		return nil
	}
	l.buf = appendBase(l.buf, l.count(), l.head(), l.base.Text)
	return nil
}

// make makes a file and begins it. One that was there before goes once this one
// holds the text.
func (l *draftLog) make() error {
	folder := l.dir.drafts()
	grown, err := makeFolders(folder)
	if err != nil {
		return err
	}
	path := filepath.Join(folder, fmt.Sprintf("%v-%s-%d-%s%s", l.base.ID, hostName(), os.Getpid(), unique(), draftSuffix))
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if busy, err := lockDraft(file); busy || err != nil && !errors.Is(err, errNoLocks) {
		return errors.Join(fmt.Errorf("%s cannot be locked", path), err, file.Close(), os.Remove(path))
	}
	l.root = resolved(l.dir.path)
	switch before, its := l.file, l.path; {
	case before == nil:
	case l.before == nil: // it holds what is known of the text
		l.before = func(remove bool) error {
			if remove {
				return removeDraft(before, its)
			}
			return before.Close()
		}
	default: // it never held anything
		err = removeDraft(before, its)
	}
	l.flush.Lock()
	l.file, l.path, l.room, l.flush.err, l.flush.names = file, path, 0, nil, append(grown, folder)
	l.flush.Unlock()
	l.dir.writing.add(l, l.base.ID)
	l.begin()
	return err
}

// put writes what has gathered.
func (l *draftLog) put() {
	if len(l.buf) == 0 || l.broken != nil {
		return
	}
	end := l.at + int64(len(l.buf))
	if end > l.room {
		l.room = end + draftRoom
		reserve(l.file, l.room) // without room the write itself will tell
	}
	l.number = l.next // even if it fails: no number is used twice
	if l.broken = l.dir.write(l.file, string(l.buf), l.at); l.broken != nil {
		return
	}
	l.size = end
	if l.before != nil {
		l.broken = l.before(true)
		l.before = nil
	}
	l.flush.Lock()
	defer l.flush.Unlock()
	if !l.flush.due {
		l.flush.due = true
		time.AfterFunc(draftFlush, l.flushNow)
	}
}

// flushNow flushes the file to the disk, and its name the first time.
func (l *draftLog) flushNow() {
	l.flush.Lock()
	l.flush.due = false
	file, names := l.file, l.flush.names
	l.flush.Unlock()
	if file == nil { // it has ended
		return
	}
	err := l.dir.sys.syncData(file)
	for _, folder := range names {
		if err == nil {
			err = l.dir.syncFolder(folder)
		}
	}
	if errors.Is(err, os.ErrClosed) {
		return
	}
	l.flush.Lock()
	defer l.flush.Unlock()
	if l.file == file {
		if l.flush.err = errors.Join(l.flush.err, err); err == nil {
			l.flush.names = nil
		}
	}
}

// unreliable says why the file cannot be relied on.
func (l *draftLog) unreliable() error {
	l.flush.Lock()
	defer l.flush.Unlock()
	return l.flush.err
}

// end removes the file, or flushes and leaves it.
func (l *draftLog) end(all bool) error {
	if l.file == nil {
		return nil
	}
	file := l.file
	l.dir.writing.remove(l)
	if !all {
		l.flushNow()
	}
	l.flush.Lock()
	l.file = nil
	l.flush.Unlock()
	var err error
	if l.before != nil {
		err = l.before(all)
	}
	if all {
		return errors.Join(err, removeDraft(file, l.path))
	}
	return errors.Join(err, l.unreliable(), file.Close())
}

// removeDraft removes a file and lets go of it, in the order that the system
// allows: where it can be, it is removed while it is locked.
func removeDraft(file *os.File, path string) error {
	err := os.Remove(path)
	closeErr := file.Close()
	if err != nil {
		err = os.Remove(path)
	}
	return errors.Join(err, closeErr)
}

// head is what the base frame says beside the text.
func (l *draftLog) head() []byte {
	zone, offset := time.Now().Zone()
	data, err := json.Marshal(draftHead{
		Journal: l.root, Entry: l.base.ID.String(), Rev: l.base.Rev,
		Host: hostName(), Zone: zone, Offset: offset,
	})
	if err != nil {
		panic(err) // of strings and a number
	}
	return data
}

// drafts is the folder of this journal's drafts.
func (d *Dir) drafts() string { return filepath.Join(d.state, "drafts", d.key()) }
