package store

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"lifelog/journal"
)

// Files of ours beside an entry are hidden. One that is being written is
//
//	.2022-05-02.md.lifelog-TIME-RANDOM.tmp
//
// and holds what is not published yet. One that was replaced is
//
//	.2022-05-02.md.lifelog-old-REV-OURS-TIME-RANDOM.tmp
//
// with the start of the Rev it had when it was last known, and of the one that
// takes its place; the new file has this name for a moment, before the two are
// exchanged. If it has either Rev, nothing is lost with it; if not, it is kept
// as a conflict copy.
var tempFile = regexp.MustCompile(`^\.(.+)\.lifelog-(?:old-([0-9a-f]{12}(?:-[0-9a-f]{12})?)-)?([0-9a-z]+)-[0-9a-f]{8}\.tmp$`)

func tempName(name string) string { return "." + name + ".lifelog-" + unique() + ".tmp" }

func retiredName(name string, revs ...journal.Rev) string {
	known := ""
	for _, rev := range revs {
		known += string(rev[:12]) + "-"
	}
	return "." + name + ".lifelog-old-" + known + unique() + ".tmp"
}

// unique is a part of a file name that no other has: the second it was made
// in, to base 36, and a random number.
func unique() string {
	var b [4]byte
	rand.Read(b[:]) // never fails
	return strconv.FormatInt(time.Now().Unix(), 36) + "-" + hex.EncodeToString(b[:])
}

// secondLook is how long after it was replaced a file is looked at again: a
// program that had it open may still have been writing.
const secondLook = 2 * time.Second

// looks are the second looks that are still to come.
type looks struct {
	after   time.Duration
	mu      sync.Mutex
	closed  bool
	waiting map[*time.Timer]func() error
	running sync.WaitGroup
}

// later runs look after a while, or at once when the Dir is closed. Its error
// then tells nobody: the file stays, and the next Sweep finds it.
func (l *looks) later(look func() error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.start(look)
}

// unlessClosed is later, but for a Dir that is closed: then the file stays for
// the next Sweep.
func (l *looks) unlessClosed(look func() error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed {
		l.start(look)
	}
}

func (l *looks) start(look func() error) {
	wait := l.after
	if l.closed {
		wait = 0
	}
	if l.waiting == nil {
		l.waiting = map[*time.Timer]func() error{}
	}
	l.running.Add(1)
	var timer *time.Timer
	timer = time.AfterFunc(wait, func() {
		defer l.running.Done()
		l.mu.Lock()
		delete(l.waiting, timer)
		l.mu.Unlock()
		look()
	})
	l.waiting[timer] = look
}

// finish looks at once at all that is left.
func (l *looks) finish() error {
	l.mu.Lock()
	l.closed = true
	var now []func() error
	for timer, look := range l.waiting {
		if timer.Stop() {
			now = append(now, look)
			delete(l.waiting, timer)
			l.running.Done()
		}
	}
	l.mu.Unlock()
	var errs []error
	for _, look := range now {
		errs = append(errs, look())
	}
	l.running.Wait()
	return errors.Join(errs...)
}

// lookAgain has a replaced file looked at once more before it is removed. One
// that is empty is left for longer: the program that emptied it may be about to
// write.
func (d *Dir) lookAgain(f *folder, name, out string, rev journal.Rev) {
	where, replaced := f.path, time.Now()
	var look func() error
	look = func() error {
		root, err := os.OpenRoot(d.path)
		if err != nil {
			return err
		}
		defer root.Close()
		f, err := openFolder(root, where)
		if err != nil {
			return err
		}
		defer f.Close()
		err = d.discard(f, name, out, string(rev), time.Since(replaced) < strayAge)
		if errors.Is(err, errEmptied) {
			d.looks.unlessClosed(look)
			return nil
		}
		return err
	}
	d.looks.later(look)
}

// discard removes a replaced file if nothing is lost with it: its Rev begins
// with one of revs, separated by hyphens, or the entry called name holds the same.
// Otherwise it keeps its text as a conflict copy. One that is young and empty
// stays, with errEmptied.
func (d *Dir) discard(f *folder, name, out, revs string, young bool) error {
	text, err := readFile(f.Root, out)
	switch {
	case err == nil && text == "" && young:
		return errEmptied
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case text == "" || d.isKnown(f, name, text, revs):
		return removeIfThere(f, out)
	}
	if err := d.keepText(f, name, text); err != nil {
		return err
	}
	return removeIfThere(f, out)
}

var errEmptied = errors.New("a file was emptied, perhaps to be written anew")

func (d *Dir) isKnown(f *folder, name, text, revs string) bool {
	is := string(journal.RevOf(text))
	for rev := range strings.SplitSeq(revs, "-") {
		if strings.HasPrefix(is, rev) {
			return true
		}
	}
	now, err := readFile(f.Root, name)
	return err == nil && now == text
}

// keepText makes a conflict copy of a text that another program wrote, and a
// state of the entry.
func (d *Dir) keepText(f *folder, name, text string) error {
	if id, ok := d.entryOf(f, name); ok {
		s := journal.State{ID: id, At: d.Clock(), On: journal.OnForeign, Rev: journal.RevOf(text), Length: len(text)}
		_ = d.Keep(context.Background(), s, text) // without the history there is still the copy
	}
	path, err := d.keepBeside(f, name, text, time.Now())
	if err == nil && d.kept != nil {
		d.kept(path)
	}
	return err
}

// entryOf is the entry whose file is called name in a folder.
func (d *Dir) entryOf(f *folder, name string) (journal.ID, bool) {
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return journal.ID{}, false
	}
	defer root.Close()
	id, _, _, ok := d.layout(root).parse(path.Join(f.path, name))
	return id, ok
}

// strayAge is how old a file of ours must be before a sweep touches it, so
// that another program of ours can finish its save.
const strayAge = time.Minute

// Sweep removes what saves that were cut short, by a power cut or a kill, left
// in the journal's folders, and in that of the history. A text of another
// program among it is kept as a conflict copy. It reads all folders, so it is
// for the background.
func (d *Dir) Sweep(ctx context.Context) error { return d.eachStray(ctx, d.sweepAway) }

// onStrays does something with the strays of one folder, given as matched by
// tempFile.
type onStrays func(ctx context.Context, root *os.Root, folder string, strays [][]string) error

// eachStray finds what saves that were cut short left.
func (d *Dir) eachStray(ctx context.Context, do onStrays) error {
	none := func(*os.Root) layout { return nil }
	return errors.Join(
		d.strayBelow(ctx, d.path, d.layout, do),
		d.strayBelow(ctx, filepath.Join(d.state, d.history()), none, do),
		d.strayBelow(ctx, filepath.Join(d.state, "trash", d.key()), none, do),
	)
}

// strayBelow looks in a folder and those below that its layout has.
func (d *Dir) strayBelow(ctx context.Context, top string, layoutOf func(*os.Root) layout, do onStrays) error {
	root, err := os.OpenRoot(top)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return inWords("cannot open "+top, err)
	}
	defer root.Close()
	return d.straysIn(ctx, root, ".", layoutOf(root), do)
}

func (d *Dir) straysIn(ctx context.Context, root *os.Root, name string, l layout, do onStrays) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	list, err := readDir(root, name)
	if err != nil {
		return fmt.Errorf("cannot sweep %s: %w", name, err)
	}
	var errs []error
	var strays [][]string
	for _, e := range list {
		if m := tempFile.FindStringSubmatch(e.Name()); m != nil && e.Type().IsRegular() && old(m[3]) {
			strays = append(strays, m)
		} else if below := path.Join(name, e.Name()); e.IsDir() && l.leads(below) {
			errs = append(errs, d.straysIn(ctx, root, below, l, do))
		}
	}
	if len(strays) > 0 {
		errs = append(errs, do(ctx, root, name, strays))
	}
	return errors.Join(errs...)
}

// sweepAway removes the strays of one folder.
func (d *Dir) sweepAway(ctx context.Context, root *os.Root, name string, strays [][]string) error {
	f, err := openFolder(root, name)
	if err != nil {
		return err
	}
	defer f.Close()
	unlock, err := d.lock(ctx, f, journal.ID{})
	if err != nil {
		return err
	}
	defer unlock()
	var errs []error
	for _, m := range strays {
		if file, entry, rev := m[0], m[1], m[2]; rev == "" {
			errs = append(errs, removeIfThere(f, file))
		} else {
			errs = append(errs, d.discard(f, entry, file, rev, false))
		}
	}
	return errors.Join(errs...)
}

// old says whether the time in a name is long enough ago, or so far ahead
// that the clock must have been wrong.
func old(stamp string) bool {
	sec, err := strconv.ParseInt(stamp, 36, 64)
	return err == nil && time.Since(time.Unix(sec, 0)).Abs() > strayAge
}
