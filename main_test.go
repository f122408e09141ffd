package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run lifelog, which is inside the test binary.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lifelog": main})
}

// TestScripts runs testdata/script: the program as a person uses it. All
// scripts begin at home, with nothing there, at 18:20 on 2 May 2022 in Japan.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			if err := os.Chmod(env.WorkDir, 0o700); err != nil { // nobody else looks into the journal
				return err
			}
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("USERPROFILE", env.WorkDir)
			env.Setenv("LIFELOG_NOW", "2022-05-02T18:20:00+09:00")
			for _, name := range []string{"LIFELOG_DIR", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "VISUAL", "EDITOR", "NO_COLOR"} {
				env.Setenv(name, "")
			}
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name != "root" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes":  writeBytes,
			"holds":  holdsBytes,
			"status": endsWith,
		},
	})
}

// writeBytes makes a file of the bytes of a Go string, as in
// bytes day.md '"two\r\nlines"'.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	name, want := fileAndBytes(ts, neg, args)
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o700))
	ts.Check(os.WriteFile(name, []byte(want), 0o600))
}

// holdsBytes fails unless a file, or stdout, is the bytes of a Go string.
func holdsBytes(ts *testscript.TestScript, neg bool, args []string) {
	_, want := fileAndBytes(ts, neg, args)
	if got := ts.ReadFile(args[0]); got != want {
		ts.Fatalf("%s holds %q, not %q", args[0], got, want)
	}
}

func fileAndBytes(ts *testscript.TestScript, neg bool, args []string) (name, content string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE 'GO STRING', or holds FILE 'GO STRING'")
	}
	content, err := strconv.Unquote(args[1])
	ts.Check(err)
	return ts.MkAbs(args[0]), content
}

// endsWith runs a program and fails unless it ends with a status, as in
// status 2 lifelog frobnicate.
func endsWith(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status NUMBER PROGRAM [ARGUMENT...]")
	}
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if want := args[0]; strconv.Itoa(got) != want {
		ts.Fatalf("the status is %d, not %s", got, want)
	}
}
