package store

import (
	"sync"

	"lifelog/journal"
)

// writing are the drafts that are being written.
type writing struct {
	sync.Mutex
	logs map[*draftLog]journal.ID
}

func (w *writing) add(l *draftLog, id journal.ID) {
	w.Lock()
	defer w.Unlock()
	if w.logs == nil {
		w.logs = map[*draftLog]journal.ID{}
	}
	w.logs[l] = id
}

func (w *writing) remove(l *draftLog) {
	w.Lock()
	defer w.Unlock()
	delete(w.logs, l)
}

// flush flushes the drafts of an entry. That is done before its text is stored:
// else a power cut could leave a draft that is behind the entry, whose text would
// then be taken for another program's.
func (w *writing) flush(id journal.ID) {
	w.Lock()
	var due []*draftLog
	for l, of := range w.logs {
		if of == id {
			due = append(due, l)
		}
	}
	w.Unlock()
	for _, l := range due {
		l.flushNow() // what fails is said with the next change
	}
}
