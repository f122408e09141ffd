package store

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store/storetest"
)

// A journal in which an entry gets another day: before, and after.
var (
	beforeMove = map[string]string{
		"2022/05/2022-05-02.md": "# Sea\n\n![](a.jpg) [[2022-05-02]]\n",
		"2022/05/2022-05-03.md": "After [[2022-05-02]].\n",
		"2022/05/2022-05-04.md": "[x](2022-05-02.md)\n",
		"2022/05/a.jpg":         "\xff\xd8\xff",
	}
	afterMove = map[string]string{
		"2023/01/2023-01-01.md": "# Sea\n\n![](../../2022/05/a.jpg) [[2023-01-01]]\n",
		"2022/05/2022-05-03.md": "After [[2023-01-01]].\n",
		"2022/05/2022-05-04.md": "[x](../../2023/01/2023-01-01.md)\n",
		"2022/05/a.jpg":         "\xff\xd8\xff",
	}
)

// renameIn gives the entry its other day.
func renameIn(t *testing.T, root string) error {
	t.Helper()
	d := openState(t, root)
	j := journal.Open(d, time.Now)
	if _, err := j.Read(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	os.Lstat(begunMark)
	p, err := j.PlanMove(t.Context(), day(t, "2022-05-02"), day(t, "2023-01-01"))
	if err == nil && len(p.Left) > 0 {
		err = p.Left[0] // a person would be told
	}
	if err == nil {
		_, err = j.Apply(t.Context(), p, nil)
	}
	_ = d.Close() // what it looks at again is no part of this
	return err
}

// TestRenamingProgram is the program of the tests below.
func TestRenamingProgram(t *testing.T) {
	root := os.Getenv("STORE_TEST_ROOT")
	if root == "" {
		t.Skip("this is a program for other tests")
	}
	runtime.LockOSThread() // strace counts the calls of each thread
	if err := renameIn(t, root); err != nil {
		fmt.Println("not renamed:", err)
	} else {
		fmt.Println("renamed")
	}
}

// runRename runs the program under strace, with a fault at a call.
func runRename(t *testing.T, fault string, at point) savingRun {
	t.Helper()
	dir := t.TempDir()
	r := savingRun{root: filepath.Join(dir, "log")}
	for name, text := range beforeMove {
		put(t, filepath.Join(r.root, name), text)
	}
	args := []string{"-f", "-qq", "-o", dir + "/strace", "-e", "trace=" + calls + ",write"}
	if fault != "" {
		args = append(args, "-e", fmt.Sprintf("inject=%s:%s:when=%d", at.call, fault, at.nth))
	}
	cmd := exec.Command("strace", append(args, "--", os.Args[0], "-test.run=^TestRenamingProgram$")...)
	cmd.Env = append(os.Environ(), "STORE_TEST_ROOT="+r.root)
	said, err := cmd.Output()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	log, err := os.ReadFile(dir + "/strace")
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	r.said, r.log = string(said), string(log)
	return r
}

// entriesOf are the files of a journal, without what waits to be looked at
// again.
func entriesOf(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, path := range tree(t, root) {
		if !strings.HasSuffix(path, "/") && !strings.HasPrefix(filepath.Base(path), ".") {
			data, err := os.ReadFile(filepath.Join(root, path))
			if err != nil {
				t.Fatal(err)
			}
			files[path] = string(data)
		}
	}
	return files
}

// everyCallOfRename tries the calls of a rename: a part of them, or all in a
// long run.
func everyCallOfRename(t *testing.T, try func(t *testing.T, at point, n int)) {
	t.Helper()
	straced(t)
	r := runRename(t, "", point{})
	if !r.told("renamed") || !maps.Equal(entriesOf(t, r.root), afterMove) {
		t.Fatalf("without any fault it says %q, and there is %q", r.said, entriesOf(t, r.root))
	}
	list := pointsOf(r.log, "")
	step := storetest.Rounds(20, 1)
	for n := 0; n < len(list); n += step {
		try(t, list[n], n)
	}
	t.Logf("%d of %d calls", len(list)/step, len(list))
}

// TestKilledWhileRenaming kills the program at system calls of a rename. Every
// text is whole, the entry is there under one of its names, and to do the same
// again comes to the same end.
func TestKilledWhileRenaming(t *testing.T) {
	var before, between, after atomic.Int32
	everyCallOfRename(t, func(t *testing.T, at point, _ int) {
		r := runRename(t, "signal=KILL", at)
		where := fmt.Sprintf("killed at %v, %s", at, lastCall(r.log))
		now := entriesOf(t, r.root)
		switch {
		case maps.Equal(now, beforeMove):
			before.Add(1)
		case maps.Equal(now, afterMove):
			after.Add(1)
		default:
			between.Add(1)
		}
		for name, text := range now {
			if text != beforeMove[name] && text != afterMove[name] {
				t.Errorf("%s: %s holds %q", where, name, text)
			}
		}
		if _, old := now["2022/05/2022-05-02.md"]; old {
			if err := renameIn(t, r.root); err != nil {
				t.Errorf("%s: once more: %v", where, err)
			}
		}
		d := openState(t, r.root)
		if err := errors.Join(d.Close(), sweepNow(t, d)); err != nil {
			t.Errorf("%s: %v", where, err)
		}
		if now := entriesOf(t, r.root); !maps.Equal(now, afterMove) {
			t.Errorf("%s: once more came to %q", where, now)
		}
		if states, err := d.States(t.Context(), day(t, "2023-01-01")); err != nil || len(states) == 0 {
			t.Errorf("%s: the states did not go along: %v, %v", where, states, err)
		}
	})
	t.Logf("as before: %d, between: %d, renamed: %d; each came to its end when it was done again", before.Load(), between.Load(), after.Load())
}

// TestRenameFails makes system calls of a rename fail. It is made, or all is as
// it was.
func TestRenameFails(t *testing.T) {
	var renamed, not atomic.Int32
	everyCallOfRename(t, func(t *testing.T, at point, n int) {
		errno := errnos[n%len(errnos)]
		r := runRename(t, "error="+errno, at)
		injected, _ := faultOf(r.log)
		where := fmt.Sprintf("%s at %v, %s", errno, at, injected)
		switch now := entriesOf(t, r.root); {
		case r.told("renamed"):
			renamed.Add(1)
			if !maps.Equal(now, afterMove) {
				t.Errorf("%s: it says renamed, and there is %q", where, now)
			}
		case r.told("not renamed"):
			not.Add(1)
			if !maps.Equal(now, beforeMove) {
				t.Errorf("%s: it says %q, and there is %q", where, r.said, now)
			}
		case injected != "":
			t.Errorf("%s: it says %q", where, r.said)
		}
	})
	t.Logf("renamed all the same: %d; not renamed, with all as it was: %d", renamed.Load(), not.Load())
}
