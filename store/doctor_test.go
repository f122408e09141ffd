package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"lifelog/journal"
)

// faults are the kinds of what is wrong, in the order in which it is said.
func faults(t *testing.T, d *Dir) (all []journal.Fault, flaws []journal.Flaw) {
	t.Helper()
	flaws, err := d.Flaws(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range flaws {
		all = append(all, f.Fault)
	}
	return all, flaws
}

// Looking changes nothing, and what can be mended is gone when it has been.
func TestFlaws(t *testing.T) {
	top, state := t.TempDir(), t.TempDir()
	d, err := Open(top, Options{State: state})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := d.Save(t.Context(), journal.Version{ID: day(t, "2022-05-02"), Text: "one\n"}); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod(top, 0o700), os.Chmod(state, 0o700)); err != nil {
		t.Fatal(err)
	}
	if all, _ := faults(t, d); len(all) > 0 {
		t.Fatalf("a sound journal has %v", all)
	}
	ago := strconv.FormatInt(time.Now().Add(-time.Hour).Unix(), 36)
	stray := filepath.Join(top, "2022", "05", ".2022-05-02.md.lifelog-"+ago+"-0123abcd.tmp")
	fresh := filepath.Join(top, "2022", "05", tempName("2022-05-02.md")) // of a save under way
	draft := filepath.Join(d.drafts(), "2022-05-02-host-1-a"+draftSuffix)
	for _, file := range []string{stray, fresh, draft} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte("cut short"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	all, flaws := faults(t, d)
	if want := []journal.Fault{journal.StrayFile, journal.DamagedDraft}; !slices.Equal(all, want) || flaws[0].Path != stray || flaws[1].Path != draft {
		t.Fatalf("wrong are %+v, want %v", flaws, want)
	}
	for _, f := range flaws {
		if _, err := os.Stat(f.Path); err != nil {
			t.Errorf("looking changed something: %v", err)
		}
		if err := d.Mend(t.Context(), f); (err == nil) != f.Mends {
			t.Errorf("Mend(%+v): %v", f, err)
		}
	}
	if all, _ := faults(t, d); !slices.Equal(all, []journal.Fault{journal.DamagedDraft}) {
		t.Errorf("after mending %v are left", all)
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Errorf("the save under way lost its file: %v", err)
	}
}

// A folder that is closed keeps others out of all that is in it.
func TestCloseToOthers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes say nothing here")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	d := &Dir{}
	if err := d.Mend(t.Context(), journal.Flaw{Fault: journal.OpenToOthers, Path: folder}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("it has the mode %v, %v", info.Mode(), err)
	}
	if openToOthers(folder) {
		t.Error("others can still look into it")
	}
}
