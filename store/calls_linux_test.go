package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store/storetest"
)

// These tests run a program that saves, this one again, under strace(1), which
// makes a chosen system call of it kill the program or fail. They know nothing
// of how Save works: every call of it is tried.

// calls are the system calls by which files are read and changed.
const calls = "openat,mkdirat,newfstatat,fstat,read,pread64,pwrite64,fsync,fdatasync,fallocate,ftruncate,renameat,renameat2,linkat,unlinkat,readlinkat,fchmod,fchown,flistxattr,fgetxattr,fsetxattr,flock,getdents64,close"

// aSave is one kind of save to try.
type aSave struct {
	name      string
	was, want string // "" for no entry
	link      bool   // the file has a second name
	without   string // a call that this system does not have
	draft     bool   // it is no save but the draft that is written
}

var someSaves = []aSave{
	{name: "new", want: "new\n"},
	{name: "over", was: "old\n", want: "new text\n"},
	{name: "in place, longer", was: "old\n", want: "new text\n", link: true},
	{name: "in place, shorter", was: "old text\n", want: "new\n", link: true},
	{name: "new, by link", want: "new\n", without: "renameat2"},
	{name: "over, by link", was: "old\n", want: "new text\n", without: "renameat2"},
	{name: "draft", was: "old\n", want: "new text\n", draft: true},
}

// begunMark is a file that the program looks for where its work begins, so that
// this can be found in what strace writes.
const begunMark = "the work begins here"

// TestSavingProgram is the program. It writes down what a person would have
// been told.
func TestSavingProgram(t *testing.T) {
	root, was, want := os.Getenv("STORE_TEST_ROOT"), os.Getenv("STORE_TEST_WAS"), os.Getenv("STORE_TEST_WANT")
	if root == "" {
		t.Skip("this is a program for other tests")
	}
	runtime.LockOSThread() // strace counts the calls of each thread
	d, err := Open(root, Options{State: root + ".state"})
	if err != nil {
		fmt.Println("not opened")
		return
	}
	os.Lstat(begunMark)
	base := versionOf(t, was)
	if os.Getenv("STORE_TEST_DRAFT") != "" {
		log := &draftLog{dir: d, base: base}
		if err := log.do([]job{{kind: frameEdit, at: time.Now(), edit: journal.Edit{To: len(was), Text: want}}}); err == nil {
			fmt.Println("shown")
		}
		if err := log.do([]job{{kind: endDraft}}); err != nil {
			fmt.Println("not saved:", err)
		}
		return
	}
	if _, err := journal.Open(d, time.Now).Save(t.Context(), base, journal.Version{ID: base.ID, Text: want}); err != nil {
		fmt.Println("not saved:", err)
	} else {
		fmt.Println("saved")
	}
	_ = d.Close() // this is no save
}

// versionOf is the version of an entry that has a text, and none without.
func versionOf(t *testing.T, text string) journal.Version {
	t.Helper()
	v := journal.Version{ID: day(t, "2022-05-02"), Text: text}
	if text != "" {
		v.Rev = journal.RevOf(text)
	}
	return v
}

// savingRun is one run of the program.
type savingRun struct {
	root string
	log  string // what strace wrote
	said string
}

func (r savingRun) told(what string) bool { return strings.Contains("\n"+r.said, "\n"+what) }

// point is one call of a save: the how many-th of its name.
type point struct {
	call string
	nth  int
}

func (p point) String() string { return fmt.Sprintf("call %d of %s", p.nth, p.call) }

// runSave runs the program under strace, with a fault such as "signal=KILL" or
// "error=EIO" at a call; "" for none. Its draft has been written.
func runSave(t *testing.T, s aSave, fault string, at point) savingRun {
	t.Helper()
	dir := t.TempDir()
	r := savingRun{root: filepath.Join(dir, "log")}
	if s.was != "" {
		file := r.root + "/2022/05/2022-05-02.md"
		put(t, file, s.was)
		if s.link {
			if err := os.Link(file, filepath.Join(dir, "other")); err != nil {
				t.Skipf("no hard links here: %v", err)
			}
		}
	}
	if !s.draft {
		d := openState(t, r.root)
		typed := begin(t, d, versionOf(t, s.was))
		typed.change(0, len(s.was), s.want)
		die(t, typed.draft)
	}
	args := []string{"-f", "-qq", "-o", dir + "/strace", "-e", "trace=" + calls + ",write"}
	if s.without != "" {
		args = append(args, "-e", "inject="+s.without+":error=EINVAL")
	}
	if fault != "" {
		args = append(args, "-e", fmt.Sprintf("inject=%s:%s:when=%d", at.call, fault, at.nth))
	}
	cmd := exec.Command("strace", append(args, "--", os.Args[0], "-test.run=^TestSavingProgram$")...)
	cmd.Env = append(os.Environ(), "STORE_TEST_ROOT="+r.root, "STORE_TEST_WAS="+s.was, "STORE_TEST_WANT="+s.want)
	if s.draft {
		cmd.Env = append(cmd.Env, "STORE_TEST_DRAFT=yes")
	}
	said, err := cmd.Output()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	r.said = string(said)
	log, err := os.ReadFile(dir + "/strace")
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	r.log = string(log)
	return r
}

// straced needs strace.
func straced(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("it starts a few hundred programs: it is tried without -short")
	}
	if err := exec.Command("strace", "-qq", "-o", os.DevNull, "-e", "inject=getcwd:error=EIO:when=9", "true").Run(); err != nil {
		t.Skip("there is no strace(1) here that may make calls fail: ", err)
	}
}

// aCall is one system call in what strace wrote.
var aCall = regexp.MustCompile(`^(\d+) +([a-z0-9_]+)\((.*)`)

// points are the calls that the saving thread makes when nothing fails.
func points(t *testing.T, s aSave) (list []point) {
	t.Helper()
	r := runSave(t, s, "", point{})
	list = pointsOf(r.log, s.without)
	if len(list) < 10 || !r.told("saved") && !s.draft {
		t.Fatalf("without any fault it says %q: %s", r.said, r.log)
	}
	return list
}

// pointsOf are the calls in what strace wrote, from where the work begins, of
// the thread that does it.
func pointsOf(log, without string) (list []point) {
	count := map[string]int{}
	thread := ""
	for line := range strings.Lines(log) {
		m := aCall.FindStringSubmatch(line)
		if m == nil || m[2] == "write" || m[2] == without {
			continue
		}
		count[m[1]+m[2]]++
		if strings.Contains(m[3], begunMark) {
			thread = m[1]
		} else if m[1] == thread {
			list = append(list, point{m[2], count[m[1]+m[2]]})
		}
	}
	return list
}

// everyCall tries every call of every kind of save, several at a time.
func everyCall(t *testing.T, try func(t *testing.T, s aSave, at point, n int)) {
	t.Helper()
	straced(t)
	var tried atomic.Int32
	t.Run("saves", func(t *testing.T) {
		for _, s := range someSaves {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				for n, at := range points(t, s) {
					try(t, s, at, n)
					tried.Add(1)
				}
			})
		}
	})
	t.Logf("%d calls", tried.Load())
}

// openState opens a journal with the state folder that the program has, too.
func openState(t *testing.T, root string) *Dir {
	t.Helper()
	d, err := Open(root, Options{State: root + ".state"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestKilledAtEveryCall kills the program at every system call of a save. The
// entry is the old one or the new one, whole, and once the next program has
// started it is the new one.
func TestKilledAtEveryCall(t *testing.T) {
	var ended [4]atomic.Int32
	everyCall(t, func(t *testing.T, s aSave, at point, n int) {
		r := runSave(t, s, "signal=KILL", at)
		where := fmt.Sprintf("killed at %v, %s", at, lastCall(r.log))
		got, err := os.ReadFile(r.root + "/2022/05/2022-05-02.md")
		switch {
		case string(got) == s.want:
			ended[0].Add(1)
		case string(got) == s.was && (s.was == "") == (err != nil):
			ended[1].Add(1)
		case s.link: // it is written in place, with whole copies beside
			ended[2].Add(1)
		default:
			t.Errorf("%s: the entry holds %q (%v)", where, got, err)
		}
		if r.told("saved") && string(got) != s.want {
			t.Errorf("%s: it said saved, and the entry holds %q", where, got)
		}
		if s.draft && !r.told("shown") {
			return
		}
		if string(got) != s.want {
			ended[3].Add(1)
		}
		comesBack(t, where, s, r.root)
	})
	t.Logf("the entry: %d new, %d old, %d being written in place, 0 torn, 0 missing; %d times only the draft had the text, which came back each time",
		ended[0].Load(), ended[1].Load(), ended[2].Load(), ended[3].Load())
}

// comesBack starts the next program: the entry must then hold what was shown,
// and nothing may lie about.
func comesBack(t *testing.T, where string, s aSave, root string) {
	t.Helper()
	d := openState(t, root)
	j := journal.Open(d, time.Now)
	if _, err := j.Recover(t.Context()); err != nil {
		t.Errorf("%s: %v", where, err)
	}
	if v, err := j.Load(t.Context(), day(t, "2022-05-02")); err != nil || v.Text != s.want {
		t.Errorf("%s: at the next start the entry holds %q (%v)", where, v.Text, err)
	}
	if err := errors.Join(d.Close(), sweepNow(t, d)); err != nil {
		t.Errorf("%s: %v", where, err)
	}
	for _, path := range tree(t, root) {
		if !strings.HasSuffix(path, "/") && path != "2022/05/2022-05-02.md" && !(s.link && strings.Contains(path, ".conflict-")) {
			t.Errorf("%s: after a sweep there is %s", where, path)
		}
	}
}

// sweepNow makes strays old enough for a sweep and sweeps.
func sweepNow(t *testing.T, d *Dir) error {
	t.Helper()
	for _, path := range tree(t, d.path) {
		if m := tempFile.FindStringSubmatch(filepath.Base(path)); m != nil {
			aged := strings.Replace(path, "-"+m[3]+"-", "-100000-", 1)
			if err := os.Rename(filepath.Join(d.path, path), filepath.Join(d.path, aged)); err != nil {
				return err
			}
		}
	}
	return d.Sweep(t.Context())
}

// lastCall is the call at which a program was killed.
func lastCall(log string) string {
	lines := strings.Split(strings.TrimSpace(log), "\n")
	for _, line := range slices.Backward(lines) {
		if m := aCall.FindStringSubmatch(line); m != nil {
			return m[2] + "(" + m[3]
		}
	}
	return ""
}

// errnos are what calls fail with.
var errnos = []string{"EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EMFILE", "EINTR"}

// TestEverySystemCallFails makes every system call of a save fail once. Then
// "saved" is never said without the new text being flushed, and otherwise the
// old one is there, whole; the text that was shown comes back.
func TestEverySystemCallFails(t *testing.T) {
	var saved, failed atomic.Int32
	everyCall(t, func(t *testing.T, s aSave, at point, n int) {
		for i, errno := range errnos {
			if few := storetest.Rounds(3, 0); few > 0 && (n%few != 0 || i != n/few%len(errnos)) {
				continue // every third call, with one after the other
			}
			r := runSave(t, s, "error="+errno, at)
			injected, before := faultOf(r.log)
			where := fmt.Sprintf("%s at %v, %s", errno, at, injected)
			got, _ := os.ReadFile(r.root + "/2022/05/2022-05-02.md")
			switch {
			case r.told("saved"):
				saved.Add(1)
				if string(got) != s.want {
					t.Errorf("%s: it says saved, and the entry holds %q", where, got)
				}
				if before && errno != "EINTR" && regexp.MustCompile(`^(pwrite64|fsync|ftruncate|rename|link)`).MatchString(injected) {
					t.Errorf("%s: it says saved", where)
				}
			case r.told("not saved"):
				failed.Add(1)
				if string(got) != s.was {
					t.Errorf("%s: it says not saved, and the entry holds %q: %s", where, got, r.said)
				}
			case !s.draft && injected != "": // else it failed where no test begins, in another thread
				t.Errorf("%s: it says %q", where, r.said)
			}
			if !s.draft || r.told("shown") {
				comesBack(t, where, s, r.root)
			}
		}
	})
	t.Logf("saved all the same: %d, with the new text; said not to be saved: %d, with the old bytes whole", saved.Load(), failed.Load())
}

// faultOf is the call that was made to fail, in the thread that saves, and
// whether that was before it said saved.
func faultOf(log string) (call string, before bool) {
	thread, before := "", false
	for line := range strings.Lines(log) {
		m := aCall.FindStringSubmatch(line)
		switch {
		case m == nil:
		case strings.Contains(m[3], begunMark):
			thread = m[1]
		case m[1] == thread && m[2] == "write" && strings.Contains(m[3], `"saved`):
			return call, before
		case m[1] == thread && strings.Contains(line, "(INJECTED)") && m[2] != "renameat2":
			call, before = m[2]+"("+m[3], true
		}
	}
	return call, before
}
