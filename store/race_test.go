package store

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store/storetest"
)

// unflushed makes a Dir fast: these tests are about order, not about power.
func unflushed(d *Dir) *Dir {
	d.sys.sync = func(*os.File) error { return nil }
	d.sys.syncDir = d.sys.sync
	return d
}

// Another program writes the entry again and again, blindly, while we save
// 500 times. Whatever it wrote and we replaced, we must have been told of, or
// it must lie in a conflict copy or in the file itself.
func TestForeignWriter(t *testing.T) {
	inPlace := func(pause time.Duration) func(path, text string) error {
		return func(path, text string) error {
			file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
			if err != nil {
				return err
			}
			time.Sleep(pause)
			_, err = file.WriteString(text)
			return errors.Join(err, file.Close())
		}
	}
	writers := map[string]func(path, text string) error{
		"by rename": func(path, text string) error {
			temp := filepath.Join(filepath.Dir(path), "..", "foreign")
			if err := os.WriteFile(temp, []byte(text), 0o644); err != nil {
				return err
			}
			return os.Rename(temp, path)
		},
		"in place": inPlace(0),
		"slowly":   inPlace(time.Millisecond),
		"by appending": func(path, text string) error {
			file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
			if err != nil {
				return err
			}
			_, err = file.WriteString(text)
			return errors.Join(err, file.Close())
		},
	}
	for how, write := range writers {
		for kind, sys := range systems {
			if kind != "real" && how == "by rename" {
				continue // the one race that replaceByLink cannot see
			}
			t.Run(how+", "+kind, func(t *testing.T) {
				t.Parallel()
				versions, saves := 20, 500
				if kind != "real" {
					saves = 150
				}
				if long := storetest.Rounds(0, 10_000); long > 0 {
					versions, saves = long, long
				}
				foreignWriter(t, sys(), write, versions, saves)
			})
		}
	}
}

// foreign is another program at work. count may be read while it runs, the
// rest when it has ended.
type foreign struct {
	count atomic.Int32
	saves atomic.Int32 // of ours that have ended
	wrote []string
	took  []time.Duration // to write it
	err   error
}

// run writes version after version, each when the last has been overwritten.
func (f *foreign) run(path string, write func(path, text string) error, done <-chan struct{}) {
	for {
		text := fmt.Sprintf("foreign %d\n", len(f.wrote))
		begun := time.Now()
		if f.err = write(path, text); f.err != nil {
			f.count.Store(math.MaxInt32)
			return
		}
		f.wrote, f.took = append(f.wrote, text), append(f.took, time.Since(begun))
		f.count.Add(1)
		// For a moment our text may be there and be taken back: what was written
		// is gone if it is not there now, nor once a save has ended.
		for gone := 0; gone < 2; {
			if now, err := os.ReadFile(path); err == nil && strings.Contains(string(now), text) {
				gone = 0
			} else {
				gone++
			}
			for ended := f.saves.Load(); ; time.Sleep(100 * time.Microsecond) {
				select {
				case <-done:
					return
				default:
				}
				if gone != 1 || f.saves.Load() > ended {
					break
				}
			}
		}
	}
}

func foreignWriter(t *testing.T, sys system, write func(path, text string) error, versions, saves int) {
	root := t.TempDir()
	d := openDir(t, root)
	d.sys = sys
	unflushed(d)
	d.room = 0
	d.looks.after = time.Duration(storetest.Rounds(200, 2000)) * time.Millisecond // a slow writer on a busy machine takes long
	id := day(t, "2022-05-02")
	rev := save(t, d, id, "ours\n")

	var other foreign
	var running sync.WaitGroup
	done := make(chan struct{})
	stop := sync.OnceFunc(func() { close(done) })
	defer stop()
	path := d.Path(id)
	running.Go(func() { other.run(path, write, done) })

	var told strings.Builder
	for n := 0; n < saves || int(other.count.Load()) < versions; n++ {
		saved, err := d.Save(t.Context(), journal.Version{ID: id, Text: fmt.Sprintf("ours %d\n", n), Rev: rev})
		other.saves.Add(1)
		var conflict *journal.Conflict
		switch {
		case errors.As(err, &conflict):
			told.WriteString(conflict.Theirs.Text)
			rev = conflict.Theirs.Rev
		case err != nil:
			t.Fatalf("save %d: %v", n, err)
		default:
			rev = saved
		}
	}
	stop()
	running.Wait()
	if err := errors.Join(other.err, d.Close()); err != nil {
		t.Fatal(err)
	}
	for _, file := range tree(t, root) {
		if strings.HasPrefix(filepath.Base(file), ".") {
			t.Errorf("left %s", file)
		} else if !strings.HasSuffix(file, "/") {
			told.WriteString(read(t, filepath.Join(root, file)))
		}
	}
	all := told.String()
	lost := 0
	for i, text := range other.wrote {
		if !strings.Contains(all, text) {
			lost++
			t.Errorf("%q is lost, which took %v to write", text, other.took[i])
		}
	}
	t.Logf("%d versions of the other program, %d lost; it took %v at the longest to write one", len(other.wrote), lost, slices.Max(other.took))
}

// appendLines adds lines to today as the command line does.
func appendLines(s journal.Store, who string, n int) error {
	now := time.Date(2026, 11, 22, 15, 42, 0, 0, time.UTC)
	j := journal.Open(s, func() time.Time { return now })
	id := journal.ID{Date: j.Today()}
	for i := range n {
		_, err := j.Append(context.Background(), id, fmt.Sprintf("%s %d.", who, i))
		if err != nil {
			return fmt.Errorf("line %d of %s: %w", i, who, err)
		}
	}
	return nil
}

func wantLines(t *testing.T, d *Dir, who []string, n int) {
	t.Helper()
	v, err := d.Load(t.Context(), day(t, "2026-11-22"))
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range who {
		for i := range n {
			if line := fmt.Sprintf("\n%s %d.\n", who, i); strings.Count(v.Text, line) != 1 {
				t.Errorf("%q is there %d times", line, strings.Count(v.Text, line))
			}
		}
	}
	wantTree(t, d.path, "2026/", "2026/11/", "2026/11/2026-11-22.md")
}

func TestTwoDirsAppend(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	rounds := storetest.Rounds(200, 1000)
	one, two := unflushed(openDir(t, root)), unflushed(openDir(t, root))
	var both sync.WaitGroup
	for who, d := range map[string]*Dir{"one": one, "two": two} {
		both.Go(func() {
			if err := appendLines(d, who, rounds); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	if err := errors.Join(one.Close(), two.Close()); err != nil {
		t.Fatal(err)
	}
	wantLines(t, one, []string{"one", "two"}, rounds)
}

// Three programs at once: this test runs itself again, twice.
func TestPrograms(t *testing.T) {
	const lines = 25
	if root := os.Getenv("STORE_TEST_APPEND"); root != "" {
		d := openDir(t, root)
		if err := appendLines(d, fmt.Sprint("process ", os.Getpid()), lines); err != nil {
			t.Error(err)
		}
		return
	}
	d := openDir(t, t.TempDir())
	who := []string{"parent"}
	var others []*exec.Cmd
	for range 2 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestPrograms$")
		cmd.Env = append(os.Environ(), "STORE_TEST_APPEND="+d.path)
		cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
		if err := cmd.Start(); err != nil {
			t.Skipf("the test cannot start itself again: %v", err)
		}
		others = append(others, cmd)
		who = append(who, fmt.Sprint("process ", cmd.Process.Pid))
	}
	if err := appendLines(d, "parent", lines); err != nil {
		t.Error(err)
	}
	for _, cmd := range others {
		if err := cmd.Wait(); err != nil {
			t.Errorf("the other program: %v", err)
		}
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	wantLines(t, d, who, lines)
}

// A program of ours that was suspended in the middle of a save holds up
// another only for a while, and not one that is told to stop.
func TestLockIsNotForEver(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	d := openDir(t, root)
	id := day(t, "2022-05-02")
	rev := save(t, d, id, "one\n")
	held := make(chan struct{})
	release := make(chan struct{})
	other := openDir(t, root)
	var suspended sync.WaitGroup
	suspended.Go(func() {
		err := other.change(context.Background(), id, false, func(*folder, place, bool) error {
			close(held)
			<-release
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
	<-held
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := d.Save(ctx, journal.Version{ID: id, Text: "two\n", Rev: rev}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Save with a deadline: %v", err)
	}
	d.patience = 20 * time.Millisecond
	if _, err := d.Save(t.Context(), journal.Version{ID: id, Text: "two\n", Rev: rev}); err != nil {
		t.Errorf("Save with patience: %v", err)
	}
	close(release)
	suspended.Wait()
}

// A program that writes an entry in place empties it first. What is saved in
// that moment is joined with what it comes to hold, not with nothing.
func TestSavedWhileAnotherWritesInPlace(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	d := openDir(t, root)
	id := day(t, "2022-05-02")
	base := journal.Version{ID: id, Text: "one\ntwo\n", Rev: save(t, d, id, "one\ntwo\n")}
	file := root + "/2022/05/2022-05-02.md"
	put(t, file, "")
	var other sync.WaitGroup
	other.Go(func() {
		time.Sleep(150 * time.Millisecond)
		put(t, file, "zero\none\ntwo\n")
	})
	saved, err := journal.Open(d, time.Now).Save(t.Context(), base, journal.Version{ID: id, Text: "one\ntwo\nthree\n"})
	other.Wait()
	if err != nil || saved.Text != "zero\none\ntwo\nthree\n" || saved.Copy != "" {
		t.Errorf("Save = %+v, %v", saved, err)
	}
}
