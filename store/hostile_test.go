package store

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
)

// A folder full of things that look like entries. Nothing may hang, nothing
// may be read or written outside, and each oddity is named with its reason.
func TestHostileFolder(t *testing.T) {
	top := t.TempDir()
	root, outside := top+"/log", top+"/outside"
	put(t, outside+"/secret.md", "secret\n")
	month := root + "/2022/05/"
	put(t, month+"2022-05-02.md", "an entry\n")
	put(t, month+"notes.txt", "")
	put(t, month+"notes.md", "linked\n")
	put(t, month+".2022-05-02.md.swp", "")
	put(t, month+"2022-05-02.conflict-20261122-154233-host.md", "a copy")
	put(t, month+"2022-05-03.sync-conflict-20261122-154233-ABCDEF.md", "x")
	put(t, month+"2022-05-02notes.md", "x")
	put(t, month+"2022-13-45.md", "x")
	put(t, month+"2022-02-30.md", "x")
	put(t, month+"2022-06-01.md", "x")
	put(t, root+"/2021/2022-06-02.md", "x")
	put(t, root+"/assets/2022/2022-05-02.md", "x")
	put(t, root+"/2022/13/2022-05-02.md", "x")
	put(t, root+"/2020", "a file that is called like a year")
	if err := os.MkdirAll(month+"2022-05-05.md", 0o700); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"2021/2022-06-02.md", "2022/05/2022-02-30.md", "2022/05/2022-05-02notes.md",
		"2022/05/2022-05-03.sync-conflict-20261122-154233-ABCDEF.md", "2022/05/2022-05-05.md",
		"2022/05/2022-06-01.md", "2022/05/2022-13-45.md",
	}
	ids := []string{"2022-05-02"}
	links := hostileLinks(t, root, outside)
	if links {
		ids = append(ids, "2022-05-10", "2022-05-11", "2022-06-01") // the last is right by way of 2022/06
		want = append(want, "2018", "2019", "2022/05/2022-05-12.md", "2022/05/2022-05-13.md",
			"2022/05/2022-05-14.md", "2022/05/2022-05-15.md", "2022/05/2022-05-16.md")
	}
	if socket, err := net.Listen("unix", month+"2022-05-06.md"); err == nil {
		defer socket.Close()
		want = append(want, "2022/05/2022-05-06.md")
	}
	if makePipe(month+"2022-05-07.md") == nil {
		want = append(want, "2022/05/2022-05-07.md")
	}
	makePipe(root + "/2017") // where there are none, there is nothing to open
	for _, name := range []string{"2022-05-08-\xff\xfe.md", "2022-05-08-\x1b[2J.md", "2022-05-08-a\nb.md"} {
		if err := os.WriteFile(month+name, []byte("x"), 0o600); err == nil {
			want = append(want, "2022/05/"+name)
		}
	}
	d := openDir(t, root)
	wantListed(t, d, ids, want)
	if links {
		useHostile(t, d, outside)
	}
}

// hostileLinks adds links to the folder, if there can be any.
func hostileLinks(t *testing.T, root, outside string) bool {
	month := root + "/2022/05/"
	if err := os.Symlink("notes.md", month+"2022-05-10.md"); err != nil {
		return false
	}
	for name, target := range map[string]string{
		month + "2022-05-11.md": filepath.Join(month, "notes.md"), // absolute, and inside
		month + "2022-05-12.md": "nothing.md",
		month + "2022-05-13.md": "2022-05-13.md",
		month + "2022-05-14.md": outside + "/secret.md",
		month + "2022-05-15.md": "../../../outside/secret.md",
		month + "2022-05-16.md": "..",
		root + "/2019":          outside,
		root + "/2018":          "2018",
		root + "/2022/06":       "05",
	} {
		if err := os.Symlink(target, name); err != nil {
			t.Fatal(err)
		}
	}
	return true
}

// wantListed checks what is listed, and that at least the paths odd are named
// as odd.
func wantListed(t *testing.T, d *Dir, ids, odd []string) {
	t.Helper()
	got, reasons := listed(t, d)
	slices.Sort(got)
	if !slices.Equal(got, ids) {
		t.Errorf("entries: %q, want %q", got, ids)
	}
	for _, path := range odd {
		if !slices.ContainsFunc(reasons, func(o string) bool { return strings.HasPrefix(o, path+" ") }) {
			t.Errorf("%q is not called odd in %q", path, reasons)
		}
	}
}

// useHostile uses the entries of TestHostileFolder that are links or odd.
func useHostile(t *testing.T, d *Dir, outside string) {
	for _, name := range []string{"2022-05-05", "2022-05-06", "2022-05-07", "2022-05-12", "2022-05-13", "2022-05-14", "2022-05-15", "2022-05-16"} {
		id := day(t, name)
		if _, err := os.Lstat(d.Path(id)); err != nil {
			continue // this system has no such thing
		}
		var odd *journal.Odd
		if _, err := d.Load(t.Context(), id); !errors.As(err, &odd) {
			t.Errorf("Load(%v): %v, want an *Odd", id, err)
		}
		for _, was := range []journal.Rev{"", journal.RevOf("secret\n")} {
			if _, err := d.Save(t.Context(), journal.Version{ID: id, Text: "x", Rev: was}); err == nil {
				t.Errorf("Save(%v) did not fail", id)
			}
			if err := d.Remove(t.Context(), id, was); err == nil {
				t.Errorf("Remove(%v) did not fail", id)
			}
		}
	}
	for _, name := range []string{"2019-01-01", "2018-01-01", "2017-01-01", "2020-01-01"} {
		if _, err := d.Save(t.Context(), journal.Version{ID: day(t, name), Text: "x"}); err == nil {
			t.Errorf("Save(%s) into what is no folder did not fail", name)
		}
	}
	wantTree(t, outside, "secret.md")
	if read(t, outside+"/secret.md") != "secret\n" {
		t.Error("a file outside was changed")
	}

	// Links that stay inside are followed, and stay links.
	save(t, d, day(t, "2022-05-10"), "through a link\n")
	save(t, d, day(t, "2022-05-11"), "through another\n")
	month := filepath.Join(d.path, "2022", "05")
	if got := read(t, filepath.Join(month, "notes.md")); got != "through another\n" {
		t.Errorf("the linked file holds %q", got)
	}
	if _, err := os.Readlink(filepath.Join(month, "2022-05-11.md")); err != nil {
		t.Errorf("a link was replaced: %v", err)
	}
	if err := d.Remove(t.Context(), day(t, "2022-05-11"), journal.RevOf("through another\n")); err != nil {
		t.Error(err)
	}
	if got := read(t, filepath.Join(month, "notes.md")); got != "through another\n" {
		t.Errorf("removing a link changed the file: %q", got)
	}
	if _, err := d.Load(t.Context(), day(t, "2022-05-11")); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("the removed link: %v", err)
	}
}

// A file with several names stays one file.
func TestHardLinkStays(t *testing.T) {
	root := t.TempDir()
	put(t, root+"/2022/05/2022-05-02.md", "old\n")
	if err := os.Link(root+"/2022/05/2022-05-02.md", root+"/other"); err != nil {
		t.Skipf("no hard links here: %v", err)
	}
	d := openDir(t, root)
	if !severalNames(mustStat(t, root+"/other")) {
		t.Skip("the number of names is not looked at on this system")
	}
	for _, text := range []string{"a longer text\n", "short\n", ""} {
		save(t, d, day(t, "2022-05-02"), text)
		if got := read(t, root+"/other"); got != text {
			t.Errorf("under its other name it holds %q, want %q", got, text)
		}
	}
	wantTree(t, root, "2022/", "2022/05/", "2022/05/2022-05-02.md", "other")
}

func mustStat(t *testing.T, path string) os.FileInfo {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// Opening, listing and loading are done in a moment, whatever is there.
func TestNamedPipeIsNotWaitedFor(t *testing.T) {
	root := t.TempDir()
	put(t, root+"/2022/05/2022-05-03.md", "x")
	for _, path := range []string{root + "/2022/05/2022-05-02.md", root + "/2021", root + "/2022/04"} {
		if err := makePipe(path); err != nil {
			t.Skipf("no named pipes here: %v", err)
		}
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		d, err := Open(root, Options{State: t.TempDir()})
		if err != nil {
			t.Error(err)
			return
		}
		if ids, odd := listed(t, d); len(ids) != 1 || len(odd) != 1 {
			t.Errorf("List = %q, %q", ids, odd)
		}
		for _, name := range []string{"2022-05-02", "2021-01-01", "2022-04-01"} {
			if _, err := d.Load(t.Context(), day(t, name)); err == nil {
				t.Errorf("Load(%s) did not fail", name)
			}
			if _, err := d.Save(t.Context(), journal.Version{ID: day(t, name), Text: "x"}); err == nil {
				t.Errorf("Save(%s) did not fail", name)
			}
		}
		if err := errors.Join(d.Sweep(t.Context()), d.Close()); err != nil {
			t.Error(err)
		}
	}()
	select {
	case <-done:
	case <-time.After(time.Minute): // it would hang for ever
		t.Fatal("a named pipe is waited for")
	}
}
