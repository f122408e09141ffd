package store

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lifelog/journal"
)

// draftRest is how long a draft is left alone when it cannot be told whether
// its program is alive: one without its head, which may be about to be written,
// and one on a file system without locks.
const draftRest = 24 * time.Hour

var errNoLocks = errors.New("files cannot be locked here")

// Left yields what programs that have ended left behind, oldest first.
func (d *Dir) Left(ctx context.Context) iter.Seq2[journal.Leftover, error] {
	return func(yield func(journal.Leftover, error) bool) {
		list, err := os.ReadDir(d.drafts())
		if errors.Is(err, fs.ErrNotExist) {
			return
		}
		if err != nil {
			yield(journal.Leftover{}, inWords("the drafts cannot be read", err))
			return
		}
		var files []fs.FileInfo
		for _, e := range list {
			if !strings.HasSuffix(e.Name(), draftSuffix) || !e.Type().IsRegular() {
				continue
			}
			if info, err := e.Info(); err == nil { // else removed a moment ago
				files = append(files, info)
			}
		}
		slices.SortFunc(files, func(a, b fs.FileInfo) int {
			return cmp.Or(a.ModTime().Compare(b.ModTime()), strings.Compare(a.Name(), b.Name()))
		})
		for _, info := range files {
			if ctx.Err() != nil {
				yield(journal.Leftover{}, ctx.Err())
				return
			}
			if !d.leftover(filepath.Join(d.drafts(), info.Name()), yield) {
				return
			}
		}
	}
}

// leftover yields one draft if its program has ended and it has something to
// say. It returns what yield does, and true if that was not asked.
func (d *Dir) leftover(path string, yield func(journal.Leftover, error) bool) bool {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist) || yield(journal.Leftover{}, inWords("a draft cannot be read", err))
	}
	defer file.Close() // only read from
	info, err := file.Stat()
	if err != nil {
		return yield(journal.Leftover{}, inWords("a draft cannot be read", err))
	}
	rested := time.Since(info.ModTime()) >= draftRest
	switch busy, err := lockDraft(file); {
	case busy, errors.Is(err, errNoLocks) && !rested:
		return true
	case err != nil && !errors.Is(err, errNoLocks):
		return yield(journal.Leftover{}, inWords("a draft cannot be locked", err))
	}
	if now, err := os.Stat(path); err != nil || !os.SameFile(now, info) {
		return true // its program has just removed it
	}
	log, err := io.ReadAll(file)
	if err != nil {
		return yield(journal.Leftover{}, inWords("a draft cannot be read", err))
	}
	r, ok := replay(log)
	if !ok { // cut short at once, or of another version of the program
		if !rested || len(log) > 0 && !strings.HasPrefix(string(log), draftMagic) {
			return true
		}
		if err := removeDraft(file, path); err != nil {
			return yield(journal.Leftover{}, inWords("a draft cannot be removed", err))
		}
		return true
	}
	id, err := journal.ParseID(r.head.Entry)
	if err != nil || r.head.Journal != resolved(d.path) {
		return true
	}
	return yield(journal.Leftover{
		Base: journal.Version{ID: id, Text: r.base, Rev: r.head.Rev},
		Text: r.text, Since: r.since,
		Drop:   func() error { return d.retireDraft(file, path) },
		Passed: func(text string) bool { return passed(log, text) },
	}, nil)
}
