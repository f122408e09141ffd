package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"lifelog/journal"

	"github.com/fsnotify/fsnotify"
)

const (
	// watchQuiet is how long nothing has to happen before changes are reported:
	// one save of an editor is many. watchMost is how long they may go on.
	watchQuiet = 100 * time.Millisecond
	watchMost  = 500 * time.Millisecond
	// watchNear is how often the entry that is open is looked at, and
	// watchAll all of them, for file systems that tell of no changes.
	watchNear = 1500 * time.Millisecond
	watchAll  = time.Minute
	// watchFirst is when all are looked at first: not while the program starts.
	watchFirst = 5 * time.Second
	// watchMany is how many changed entries are reported without reading them
	// to see whether it was us.
	watchMany = 256
)

// Watch reports what other programs change. Folders are watched, not files,
// since most programs put another file in the place of one. Where the system
// tells nothing (network file systems, or no more watches), the entry that is
// open is found to be changed within two seconds and others within a minute.
// Changes made before Watch returns are not reported.
func (d *Dir) Watch(ctx context.Context, near func() journal.ID) <-chan []journal.ID {
	w := &watcher{dir: d, near: near, changes: make(chan []journal.ID), pending: map[journal.ID]bool{}}
	w.notify, w.blind = fsnotify.NewWatcher()
	w.root(false)
	go w.run(ctx)
	return w.changes
}

// watcher is one watch under way. It is one goroutine.
type watcher struct {
	dir     *Dir
	near    func() journal.ID
	changes chan []journal.ID

	notify  *fsnotify.Watcher
	blind   error // why there is none
	rooted  bool  // the journal's folder is watched
	pending map[journal.ID]bool
	begun   time.Time // of what is pending

	open  journal.ID           // near, when it was looked at last
	stamp stamp                // of its file
	all   map[journal.ID]stamp // of all files; nil before they were looked at
}

// stamp tells whether a file may have changed.
type stamp struct{ size, time int64 }

func stampOf(info fs.FileInfo) stamp { return stamp{info.Size(), info.ModTime().UnixNano()} }

func (w *watcher) run(ctx context.Context) {
	defer close(w.changes)
	var events <-chan fsnotify.Event
	var faults <-chan error
	if w.blind == nil {
		defer w.notify.Close() // nothing is written to it
		events, faults = w.notify.Events, w.notify.Errors
	}
	near, all := time.NewTicker(watchNear), time.NewTimer(watchFirst)
	defer near.Stop()
	defer all.Stop()
	quiet := time.NewTimer(0)
	<-quiet.C
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			w.event(e)
		case <-faults: // events were lost
			all.Reset(0)
		case <-near.C:
			w.root(true)
			w.lookNear()
		case <-all.C:
			w.lookAll(ctx)
			all.Reset(watchAll)
		case <-quiet.C:
			if !w.report(ctx) {
				return
			}
			continue
		}
		if len(w.pending) == 0 {
			continue
		}
		if w.begun.IsZero() {
			w.begun = time.Now()
		}
		quiet.Reset(min(watchQuiet, max(0, watchMost-time.Since(w.begun))))
	}
}

// root watches the journal's folder and those below, once there is one. With
// tell what is found in them has just come.
func (w *watcher) root(tell bool) {
	if w.blind != nil || w.rooted {
		return
	}
	if w.rooted = w.notify.Add(w.dir.path) == nil; w.rooted {
		w.below(".", tell)
	}
}

// below watches the folders of the layout that stand in one that is watched.
func (w *watcher) below(folder string, tell bool) {
	root, err := os.OpenRoot(w.dir.path)
	if err != nil {
		return // removed a moment ago
	}
	defer root.Close()
	layout := w.dir.layout(root)
	if !tell && layout.ends(folder) {
		return
	}
	list, err := readDir(root, folder)
	if err != nil {
		return // removed a moment ago, or nobody may read it
	}
	for _, e := range list {
		full := path.Join(folder, e.Name())
		if tell {
			w.found(layout, full)
		}
		if !e.Type().IsRegular() && layout.leads(full) {
			w.enter(root, full, tell)
		}
	}
}

// enter watches a folder of the layout. A link may lead out of the journal, and
// then it is none of ours.
func (w *watcher) enter(root *os.Root, folder string, tell bool) {
	if info, err := root.Stat(folder); err != nil || !info.IsDir() {
		return
	}
	if w.notify.Add(w.dir.full(folder, ".")) == nil { // else there are no more watches
		w.below(folder, tell)
	}
}

// event takes in what the system tells.
func (w *watcher) event(e fsnotify.Event) {
	rel, err := filepath.Rel(w.dir.path, e.Name)
	if err != nil || e.Op == fsnotify.Chmod {
		return
	}
	if rel == "." { // the journal's folder itself was moved or removed
		w.rooted = false
		return
	}
	root, err := os.OpenRoot(w.dir.path)
	if err != nil {
		return
	}
	defer root.Close()
	layout, file := w.dir.layout(root), filepath.ToSlash(rel)
	if !layout.leads(file) {
		w.found(layout, file)
	} else if e.Has(fsnotify.Create) { // what is in it already is not told of
		w.enter(root, file, true)
	}
}

// found notes that something happened to a file.
func (w *watcher) found(l layout, file string) {
	if id, _, _, ok := l.parse(file); ok {
		w.pending[id] = true
	}
}

// lookNear looks whether the file of the open entry changed.
func (w *watcher) lookNear() {
	id := w.near()
	if id.Date.IsZero() {
		return
	}
	var now stamp
	if info, err := os.Stat(w.dir.Path(id)); err == nil {
		now = stampOf(info)
	}
	if w.open == id && now != w.stamp {
		w.pending[id] = true
	}
	w.open, w.stamp = id, now
}

// lookAll looks at all files, and notes which have changed since it did last.
func (w *watcher) lookAll(ctx context.Context) {
	now := map[journal.ID]stamp{}
	root, err := os.OpenRoot(w.dir.path)
	if err == nil {
		stamps(ctx, root, w.dir.layout(root), ".", now)
		root.Close() // only read from
	}
	if ctx.Err() != nil {
		return
	}
	if w.all != nil {
		for id, s := range now {
			if w.all[id] != s {
				w.pending[id] = true
			}
		}
		for id := range w.all {
			if _, there := now[id]; !there {
				w.pending[id] = true
			}
		}
	}
	w.all = now
}

// stamps collects the stamps of the entries in a folder and those below.
func stamps(ctx context.Context, root *os.Root, l layout, folder string, into map[journal.ID]stamp) {
	list, err := readDir(root, folder)
	if err != nil || ctx.Err() != nil {
		return // what cannot be read is said by List
	}
	for _, e := range list {
		full := path.Join(folder, e.Name())
		if e.IsDir() && l.leads(full) {
			stamps(ctx, root, l, full, into)
		} else if id, _, _, ok := l.parse(full); ok {
			if info, err := e.Info(); err == nil { // else removed a moment ago
				into[id] = stampOf(info)
			}
		}
	}
}

// report tells of what is pending, apart from what this program stored. It
// returns false when nobody listens any more.
func (w *watcher) report(ctx context.Context) bool {
	w.begun = time.Time{}
	var ids []journal.ID
	for id := range w.pending {
		if len(w.pending) > watchMany || w.dir.news(ctx, id) {
			ids = append(ids, id)
		}
	}
	clear(w.pending)
	if len(ids) == 0 {
		return ctx.Err() == nil
	}
	slices.SortFunc(ids, journal.Newest)
	select {
	case w.changes <- ids:
		return true
	case <-ctx.Done():
		return false
	}
}

// revs are the texts that a Dir stored or saw last, by entry.
type revs struct {
	sync.Mutex
	last map[journal.ID]journal.Rev
}

// note takes in what is stored now, and returns whether that is new.
func (r *revs) note(id journal.ID, rev journal.Rev) bool {
	r.Lock()
	defer r.Unlock()
	if last, ok := r.last[id]; ok && last == rev {
		return false
	}
	if r.last == nil {
		r.last = map[journal.ID]journal.Rev{}
	}
	r.last[id] = rev
	return true
}

// forget takes back what was noted of a change that did not come to pass:
// whatever is stored is news.
func (r *revs) forget(id journal.ID) {
	r.Lock()
	defer r.Unlock()
	delete(r.last, id)
}

// news says whether an entry holds something that this Dir neither stored nor
// saw.
func (d *Dir) news(ctx context.Context, id journal.ID) bool {
	v, err := d.Load(ctx, id)
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		return true // whoever looks is told why it cannot be read
	}
	return d.revs.note(id, v.Rev)
}
