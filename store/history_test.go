package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store/storetest"
)

var dawn = time.Date(2022, 5, 2, 6, 0, 0, 0, time.UTC)

// keepAll keeps texts as states, a minute apart.
func keepAll(t testing.TB, d *Dir, id journal.ID, texts ...string) {
	t.Helper()
	for i, text := range texts {
		if err := d.Keep(t.Context(), storetest.State(id, dawn.Add(time.Duration(i)*time.Minute), text), text); err != nil {
			t.Fatal(err)
		}
	}
}

func statesFile(d *Dir, id journal.ID) string {
	return filepath.Join(d.state, d.history(), id.String()+statesSuffix)
}

// stateTexts are the texts of the states that can be read, and of those that
// are listed and cannot.
func stateTexts(t testing.TB, d *Dir, id journal.ID) (texts []string, damage error) {
	t.Helper()
	states, err := d.States(t.Context(), id)
	var damaged *journal.Damaged
	if err != nil && !errors.As(err, &damaged) {
		t.Fatal(err)
	}
	for _, s := range states {
		text, err := d.Text(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	return texts, err
}

// A bit that has flipped anywhere in the file is noticed, and costs the state
// that it is in and those that have the same text. Thinning mends the file.
func TestHistoryBitFlips(t *testing.T) {
	d := unflushed(openDir(t, t.TempDir()))
	id := day(t, "2022-05-02")
	all := []string{"# 五月二日\n", "# 五月二日\n\n雨が降った。\n", "short", "# 五月二日\n\n雨が降った。\n", strings.Repeat("a line of some length\n", 30)}
	keepAll(t, d, id, all...)
	path := statesFile(d, id)
	whole := read(t, path)
	for i := range len(whole) {
		for _, bit := range []byte{1, 1 << (i % 8)} {
			flipped := []byte(whole)
			flipped[i] ^= bit
			if err := os.WriteFile(path, flipped, 0o600); err != nil {
				t.Fatal(err)
			}
			got, damage := stateTexts(t, d, id)
			if damage == nil {
				t.Fatalf("byte %d, bit %d: nobody noticed", i, bit)
			}
			lost := len(all) - len(got)
			if lost < 1 || lost > 2 || lost == 2 && strings.Contains(strings.Join(got, "|"), "雨") {
				t.Fatalf("byte %d: left are %q", i, got)
			}
			rest := all
			for _, text := range got {
				at := slices.Index(rest, text)
				if at < 0 {
					t.Fatalf("byte %d: %q was never kept, or comes too late", i, text)
				}
				rest = rest[at+1:]
			}
			if i%97 > 0 {
				continue
			}
			states, err := d.Forget(t.Context(), id, func(s []journal.State) []bool { return make([]bool, len(s)) })
			if len(states) != len(got) || err == nil {
				t.Fatalf("byte %d: thinning leaves %d states of %d and says %v", i, len(states), len(got), err)
			}
			storetest.HasStates(t, d, id, got...)
		}
	}
}

// What is cut short, or begins with what is none of ours, is read as far as it
// can be, and goes on.
func TestHistoryTorn(t *testing.T) {
	d := unflushed(openDir(t, t.TempDir()))
	id := day(t, "2022-05-02")
	keepAll(t, d, id, "one", "two")
	whole := read(t, statesFile(d, id))
	keepAll(t, d, id, "three")
	longer := read(t, statesFile(d, id))
	for n := range len(longer) - len(whole) {
		put(t, statesFile(d, id), longer[:len(whole)+n])
		if got, damage := stateTexts(t, d, id); !slices.Equal(got, []string{"one", "two"}) || (damage == nil) != (n == 0) {
			t.Fatalf("with %d bytes of the third: %q, %v", n, got, damage)
		}
		keepAll(t, d, id, "three")
		if got, _ := stateTexts(t, d, id); !slices.Equal(got, []string{"one", "two", "three"}) {
			t.Fatalf("after another %d bytes: %q", n, got)
		}
	}
	other := "lifelog state 7\nwhat a later version of the program wrote"
	put(t, statesFile(d, id), other)
	if got, damage := stateTexts(t, d, id); len(got) > 0 || damage == nil {
		t.Errorf("of a later version: %q, %v", got, damage)
	}
	if _, err := d.Forget(t.Context(), id, func([]journal.State) []bool { return nil }); err == nil {
		t.Error("thinning says nothing of a file that it cannot read")
	}
	if read(t, statesFile(d, id)) != other {
		t.Error("a file that cannot be read was changed")
	}
}

// The files are for their owner alone, and thinning leaves nothing beside them.
func TestHistoryFiles(t *testing.T) {
	d := unflushed(openDir(t, t.TempDir()))
	id := day(t, "2022-05-02-market")
	keepAll(t, d, id, "one", "two", "three")
	first := func(s []journal.State) []bool { return slices.Insert(make([]bool, len(s)-1), 0, true) }
	if _, err := d.Forget(t.Context(), id, first); err != nil {
		t.Fatal(err)
	}
	if err := d.SetAges(t.Context(), journal.Ages{Seen: dawn}); err != nil {
		t.Fatal(err)
	}
	wantTree(t, filepath.Join(d.state, d.history()), "2022-05-02-market.states", agesFile)
	for path, want := range map[string]fs.FileMode{statesFile(d, id): 0o600, filepath.Dir(statesFile(d, id)): 0o700} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want && filepath.Separator == '/' {
			t.Errorf("%s has the mode %o, want %o", path, got, want)
		}
	}
	stray := filepath.Join(d.state, d.history(), ".2022-05-02.states.lifelog-sl3k9a-00000001.tmp")
	put(t, stray, "half of a file")
	if err := d.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(stray); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what a kill left in the history is still there: %v", err)
	}
	storetest.HasStates(t, d, id, "two", "three")
}

// A failing disk costs the state that is being kept, and none before it.
func TestHistoryEveryCallFails(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(context.Context, *Dir, journal.ID) error
		want []string
	}{
		{"keep", func(ctx context.Context, d *Dir, id journal.ID) error {
			return d.Keep(ctx, storetest.State(id, dawn.Add(time.Hour), "new"), "new")
		}, []string{"one", "two", "one", "new"}},
		{"forget", func(ctx context.Context, d *Dir, id journal.ID) error {
			_, err := d.Forget(ctx, id, func([]journal.State) []bool { return []bool{true, false, false} })
			return err
		}, []string{"two", "one"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for at := 1; ; at++ {
				d := unflushed(openDir(t, t.TempDir()))
				id := day(t, "2022-05-02")
				keepAll(t, d, id, "one", "two", "one")
				quiet := d.sys
				fail := &failing{at: at, short: at%2 == 0}
				d.sys = fail.around(quiet)
				err := c.do(t.Context(), d, id)
				d.sys = quiet
				if fail.what == "" {
					if err != nil || at < 4 {
						t.Fatalf("after %d calls: %v", at-1, err)
					}
					return
				}
				if err == nil {
					t.Fatalf("%s failed, and nobody says so", fail.what)
				}
				if got, damage := stateTexts(t, d, id); damage != nil || !slices.Equal(got, []string{"one", "two", "one"}) && !slices.Equal(got, c.want) {
					t.Fatalf("after a failed %s: %q, %v", fail.what, got, damage)
				}
				if err := c.do(t.Context(), d, id); err != nil && len(c.want) > 2 {
					t.Fatalf("again after %s: %v", fail.what, err)
				}
				for _, path := range tree(t, filepath.Join(d.state, d.history())) {
					if strings.HasSuffix(path, ".tmp") {
						t.Fatalf("a failed %s left %s", fail.what, path)
					}
				}
			}
		})
	}
}

// State folders that are missing, odd or for reading only give an error in
// words, and never more than that.
func TestHistoryWithoutAFolder(t *testing.T) {
	id := day(t, "2022-05-02")
	d := openDir(t, t.TempDir())
	d.state = filepath.Join(t.TempDir(), "file")
	put(t, d.state, "no folder")
	err := d.Keep(t.Context(), storetest.State(id, dawn, "x"), "x")
	if err == nil || !strings.HasPrefix(err.Error(), "earlier states cannot be kept: ") {
		t.Errorf("Keep: %v", err)
	}
	if _, err := d.States(t.Context(), id); err == nil {
		t.Error("States says nothing")
	}
	d = openDir(t, t.TempDir())
	keepAll(t, d, id, "one")
	if err := os.Remove(statesFile(d, id)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(statesFile(d, id), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := d.Keep(t.Context(), storetest.State(id, dawn, "x"), "x"); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("Keep: %v", err)
	}
	if err := d.Keep(t.Context(), storetest.State(day(t, "2022-05-03"), dawn, "x"), "x"); err != nil {
		t.Errorf("another entry pays for it: %v", err)
	}
	if os.Geteuid() == 0 {
		return // nothing is for reading only
	}
	folder := filepath.Dir(statesFile(d, id))
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700) // for the end of the test
	if err := d.Keep(t.Context(), storetest.State(day(t, "2022-05-04"), dawn, "x"), "x"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Keep: %v", err)
	}
	storetest.HasStates(t, d, day(t, "2022-05-03"), "x")
}

// A disk that does not answer holds up nobody for long.
func TestHistoryThatHangs(t *testing.T) {
	d := openDir(t, t.TempDir())
	d.patience = 20 * time.Millisecond
	hang := make(chan struct{})
	write := d.sys.write
	d.sys.write = func(file *os.File, text string, at int64) (int, error) {
		<-hang
		return write(file, text, at)
	}
	id := day(t, "2022-05-02")
	if err := d.Keep(t.Context(), storetest.State(id, dawn, "x"), "x"); !errors.Is(err, journal.ErrHistoryLate) {
		t.Errorf("Keep: %v", err)
	}
	close(hang)
	for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) { // it comes after all
		if got, _ := stateTexts(t, d, id); slices.Equal(got, []string{"x"}) {
			return
		}
		if time.Now().After(end) {
			t.Fatal("the state never came")
		}
	}
}

// What another program wrote into an entry in the moment it was replaced is a
// state of it as well.
func TestForeignTextIsAState(t *testing.T) {
	d := unflushed(openDir(t, t.TempDir()))
	id := day(t, "2022-05-02")
	rev := save(t, d, id, "old\n")
	slow, err := os.OpenFile(d.Path(id), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Save(t.Context(), journal.Version{ID: id, Text: "new\n", Rev: rev}); err != nil {
		t.Fatal(err)
	}
	_, err = slow.WriteString("from elsewhere\n")
	if err := errors.Join(err, slow.Close(), d.Close()); err != nil {
		t.Fatal(err)
	}
	storetest.HasStates(t, d, id, "old\nfrom elsewhere\n")
}

const killVariable = "STORE_TEST_HISTORY_KILL"

// The program is killed at every call that it makes of the system while it
// keeps, restores or thins: the states are those of before or of after.
func TestHistoryKilled(t *testing.T) {
	id := day(t, "2022-05-02")
	before := []string{"one\n", "two\n", "one\n", "three\n"}
	does := map[string]struct {
		do    func(*testing.T, *Dir)
		after []string
	}{
		"keep": {func(t *testing.T, d *Dir) {
			if err := d.Keep(t.Context(), storetest.State(id, dawn.Add(time.Hour), "new\n"), "new\n"); err != nil {
				t.Error(err)
			}
		}, []string{"one\n", "two\n", "one\n", "three\n", "new\n"}},
		"thin": {func(t *testing.T, d *Dir) {
			_, err := d.Forget(t.Context(), id, func([]journal.State) []bool { return []bool{true, true, false, false} })
			if err != nil {
				t.Error(err)
			}
		}, []string{"one\n", "three\n"}},
		"restore": {func(t *testing.T, d *Dir) {
			three := journal.Version{ID: id, Text: "three\n", Rev: journal.RevOf("three\n")}
			if _, err := journal.Open(d, time.Now).Restore(t.Context(), three, "two\n"); err != nil {
				t.Error(err)
			}
		}, []string{"one\n", "two\n", "one\n", "three\n", "two\n"}},
	}
	if task := strings.Split(os.Getenv(killVariable), ","); len(task) == 4 {
		d, err := Open(task[0], Options{State: task[1]})
		if err != nil {
			t.Fatal(err)
		}
		at, err := strconv.Atoi(task[3])
		if err != nil {
			t.Fatal(err)
		}
		d.sys = (&killing{at: at}).around(d.sys)
		does[task[2]].do(t, d)
		if err := d.Close(); err != nil {
			t.Error(err)
		}
		return
	}
	for name, c := range does {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for at, killed := 1, true; killed; at++ {
				d := unflushed(openDir(t, t.TempDir()))
				save(t, d, id, "three\n")
				keepAll(t, d, id, before...)
				cmd := exec.Command(os.Args[0], "-test.run=^TestHistoryKilled$")
				cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s,%s,%s,%d", killVariable, d.path, d.state, name, at))
				out, err := cmd.CombinedOutput()
				killed = cmd.ProcessState != nil && cmd.ProcessState.ExitCode() < 0
				if err != nil && !killed {
					t.Fatalf("call %d: %v\n%s", at, err, out)
				}
				if !killed && at < 5 {
					t.Fatalf("only %d calls were made", at-1)
				}
				got, _ := stateTexts(t, d, id) // half a state at the end is told of as damage
				if !slices.Equal(got, c.after) && (!killed || !slices.Equal(got, before)) {
					t.Fatalf("killed at call %d: the states are %q", at, got)
				}
				if text := read(t, d.Path(id)); text != "three\n" && (name != "restore" || text != "two\n") {
					t.Fatalf("killed at call %d: the entry holds %q", at, text)
				}
				keepAll(t, d, id, "and on\n")
				if got, _ := stateTexts(t, d, id); got[len(got)-1] != "and on\n" {
					t.Fatalf("killed at call %d: nothing can be kept any more: %q", at, got)
				}
			}
		})
	}
}

// killing is a system in which the program is killed at a call, from 1.
type killing struct{ at, calls int }

func (k *killing) next() {
	if k.calls++; k.calls == k.at {
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Kill()
		}
		if err != nil {
			panic(err)
		}
		select {}
	}
}

func (k *killing) around(real system) system {
	s := real
	s.create = func(f *folder, name string) (*os.File, error) { k.next(); return real.create(f, name) }
	s.write = func(file *os.File, text string, at int64) (int, error) {
		k.next()
		if k.calls++; k.calls == k.at { // in the middle of it
			if _, err := real.write(file, text[:len(text)/2], at); err != nil {
				return 0, err
			}
			k.calls--
			k.next()
		}
		return real.write(file, text, at)
	}
	s.sync = func(file *os.File) error { k.next(); return real.sync(file) }
	s.close = func(file *os.File) error { k.next(); return real.close(file) }
	s.replace = func(f *folder, in, name, out string) error { k.next(); return real.replace(f, in, name, out) }
	s.publish = func(f *folder, in, name string) error { k.next(); return real.publish(f, in, name) }
	s.syncDir = func(file *os.File) error { k.next(); return real.syncDir(file) }
	return s
}
