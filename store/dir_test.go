package store

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"lifelog/journal"
)

func day(t testing.TB, s string) journal.ID {
	t.Helper()
	id, err := journal.ParseID(s)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// save stores a text, over what is there.
func save(t testing.TB, d *Dir, id journal.ID, text string) journal.Rev {
	t.Helper()
	v, err := d.Load(t.Context(), id)
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		t.Fatal(err)
	}
	rev, err := d.Save(t.Context(), journal.Version{ID: id, Text: text, Rev: v.Rev})
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

// put writes a file as another program would.
func put(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// tree is all paths below a folder, sorted, folders with a slash at the end.
func tree(t testing.TB, root string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == root {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if e.IsDir() {
			rel += "/"
		}
		out = append(out, filepath.ToSlash(rel))
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out
}

func wantTree(t testing.TB, root string, want ...string) {
	t.Helper()
	if got := tree(t, root); !slices.Equal(got, want) {
		t.Errorf("%s holds %q\nwant %q", filepath.Base(root), got, want)
	}
}

// listed is what a listing yields: IDs, and "PATH WHY" for what is odd.
func listed(t testing.TB, d *Dir) (ids, odd []string) {
	t.Helper()
	for id, err := range d.List(t.Context()) {
		var o *journal.Odd
		switch {
		case errors.As(err, &o):
			odd = append(odd, o.Path+" "+o.Why)
		case err != nil:
			t.Fatal(err)
		default:
			ids = append(ids, id.String())
		}
	}
	return ids, odd
}

func TestLookingMakesNothing(t *testing.T) {
	top := t.TempDir()
	root, state := top+"/not/yet", top+"/state"
	d, err := Open(root, Options{State: state})
	if err != nil {
		t.Fatal(err)
	}
	id := day(t, "2022-05-02")
	if ids, odd := listed(t, d); len(ids)+len(odd) > 0 {
		t.Errorf("List = %v, %v", ids, odd)
	}
	if _, err := d.Load(t.Context(), id); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("Load: %v", err)
	}
	if got, want := d.Path(id), filepath.Join(root, "2022", "05", "2022-05-02.md"); got != want {
		t.Errorf("Path = %s, want %s", got, want)
	}
	var conflict *journal.Conflict
	if err := d.Remove(t.Context(), id, journal.RevOf("x")); !errors.As(err, &conflict) {
		t.Errorf("Remove: %v, want a conflict", err)
	}
	if _, err := d.Save(t.Context(), journal.Version{ID: id, Text: "x", Rev: journal.RevOf("y")}); !errors.As(err, &conflict) {
		t.Errorf("Save over what is not there: %v, want a conflict", err)
	}
	if err := errors.Join(d.Sweep(t.Context()), d.Close()); err != nil {
		t.Error(err)
	}
	wantTree(t, top)
}

func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	top := t.TempDir()
	root := top + "/log"
	d := openDir(t, root)
	save(t, d, day(t, "2022-05-02"), "one\n")
	save(t, d, day(t, "2022-05-02"), "two\n")
	mode := func(path string, want fs.FileMode) {
		t.Helper()
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v (%v), want %v", path, info.Mode().Perm(), err, want)
		}
	}
	file := root + "/2022/05/2022-05-02.md"
	for _, folder := range []string{root, root + "/2022", root + "/2022/05"} {
		mode(folder, 0o700)
	}
	mode(file, 0o600)
	for _, own := range []fs.FileMode{0o644, 0o640, 0o664, 0o755} {
		if err := os.Chmod(file, own); err != nil {
			t.Fatal(err)
		}
		save(t, d, day(t, "2022-05-02"), own.String())
		mode(file, own)
	}
	if err := os.Chmod(file, 0o444); err != nil {
		t.Fatal(err)
	}
	was := read(t, file)
	_, err := d.Save(t.Context(), journal.Version{ID: day(t, "2022-05-02"), Text: "x", Rev: journal.RevOf(was)})
	if err == nil || !strings.Contains(err.Error(), "write-protected") {
		t.Errorf("saving a write-protected file: %v", err)
	}
	if read(t, file) != was {
		t.Error("a write-protected file was changed")
	}
}

func TestFlatFilesStayWhereTheyAre(t *testing.T) {
	root := t.TempDir()
	for _, test := range []struct{ id, path string }{
		{"2022-05-02", "2022-05-02.md"},
		{"2022-05-03", "2022/2022-05-03.md"},
		{"2022-05-04", "2022/05/2022-05-04.md"},
		{"2022-05-04-trip", "2022-05-04-trip.md"},
		{"2021-01-01", "2021-01-01.md"},
	} {
		path := filepath.Join(root, filepath.FromSlash(test.path))
		put(t, path, "old\n")
		d := openDir(t, root)
		if got := d.Path(day(t, test.id)); got != path {
			t.Errorf("Path(%s) = %s, want %s", test.id, got, path)
		}
		save(t, d, day(t, test.id), "new\n")
		if got := read(t, path); got != "new\n" {
			t.Errorf("%s holds %q", test.path, got)
		}
	}
	d := openDir(t, root)
	ids, odd := listed(t, d)
	if want := []string{"2022-05-04", "2022-05-04-trip", "2022-05-03", "2022-05-02", "2021-01-01"}; !slices.Equal(ids, want) || len(odd) > 0 {
		t.Errorf("List = %v, %v, want %v", ids, odd, want)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	put(t, root+"/2022/05/2022-05-02.md", "twin\n")
	if v, err := d.Load(t.Context(), day(t, "2022-05-02")); err != nil || v.Text != "twin\n" {
		t.Errorf("of two files, the deeper counts: got %q, %v", v.Text, err)
	}
	ids, odd = listed(t, d)
	if len(ids) != 5 || len(odd) != 1 || !strings.HasPrefix(odd[0], "2022-05-02.md is the same entry as 2022/05/2022-05-02.md") {
		t.Errorf("List = %v, %q", ids, odd)
	}
}

func TestOtherSpellings(t *testing.T) {
	root := t.TempDir()
	const nfd = "2022-05-02-か\u3099く.md"
	put(t, root+"/2022/05/"+nfd, "old\n")
	d := openDir(t, root)
	ids, odd := listed(t, d)
	if len(ids) != 1 || ids[0] != "2022-05-02-がく" || len(odd) > 0 {
		t.Fatalf("List = %q, %q", ids, odd)
	}
	save(t, d, day(t, ids[0]), "new\n")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if got := read(t, root+"/2022/05/"+nfd); got != "new\n" {
		t.Errorf("the file holds %q", got)
	}
	if n := len(tree(t, root)); n != 3 {
		t.Errorf("the folder holds %q", tree(t, root))
	}
}

// Whatever ID can be stored is read back from its file's name.
func TestNames(t *testing.T) {
	for _, name := range []string{"", "a", "-", "--", "会議", "pycon-us-2022", "a b", "a.b", "con", "nul.txt", "2022-05-03", "Ａ", "🎉", "conflict"} {
		id, err := journal.NewID(day(t, "2022-05-02").Date, name)
		if err != nil {
			t.Fatal(err)
		}
		where, err := standard[0].file(id)
		if err != nil {
			t.Errorf("the file of %q: %v", id, err)
			continue
		}
		file := path.Base(where)
		for _, folder := range []string{"2022/05", "2022", "."} {
			if back, _, why, ok := standard.parse(path.Join(folder, file)); !ok || back != id {
				t.Errorf("%s in %s is %v, %q, %v", file, folder, back, why, ok)
			}
		}
		for _, folder := range []string{"2022/06", "2021", "2021/05"} {
			if _, _, why, ok := standard.parse(path.Join(folder, file)); ok || why == "" {
				t.Errorf("%q in the wrong folder %s is no oddity", file, folder)
			}
		}
	}
}

func TestRemoveGoesToTheTrash(t *testing.T) {
	root, state := t.TempDir(), t.TempDir()+"/state"
	d, err := Open(root, Options{State: state})
	if err != nil {
		t.Fatal(err)
	}
	id := day(t, "2022-05-02-trip")
	texts := []string{"one\r\n", "two \xff\n", "two \xff\n"}
	for _, text := range texts {
		rev := save(t, d, id, text)
		if err := d.Remove(t.Context(), id, rev); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	wantTree(t, root, "2022/", "2022/05/")
	var got []string
	for _, path := range tree(t, state) {
		full := filepath.Join(state, path)
		if strings.HasSuffix(path, ".md") {
			if base := filepath.Base(path); !strings.HasPrefix(base, "2022-05-02-trip.") {
				t.Errorf("the trash calls it %s", base)
			}
			got = append(got, read(t, full))
		}
		if info, err := os.Stat(full); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("others can look into %s (%v)", path, err)
		}
	}
	if slices.Sort(got); !slices.Equal(got, texts) {
		t.Errorf("the trash holds %q, want %q", got, texts)
	}
}

func TestRemoveFailsWhole(t *testing.T) {
	root := t.TempDir()
	blocked := filepath.Join(t.TempDir(), "file")
	put(t, blocked, "no folder")
	d, err := Open(root, Options{State: blocked})
	if err != nil {
		t.Fatal(err)
	}
	rev := save(t, d, day(t, "2022-05-02"), "one\n")
	if err := d.Remove(t.Context(), day(t, "2022-05-02"), rev); err == nil || !strings.Contains(err.Error(), "trash") {
		t.Errorf("without a trash: %v", err)
	}
	wantTree(t, root, "2022/", "2022/05/", "2022/05/2022-05-02.md")
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "x")
	if _, err := Open(file, Options{State: t.TempDir()}); err == nil || !strings.Contains(err.Error(), "is not a folder") {
		t.Errorf("a file as a journal: %v", err)
	}
	if _, err := Open(filepath.Join(file, "log"), Options{State: t.TempDir()}); err == nil {
		t.Error("a journal below a file could be opened")
	}
}

func TestFoldersWithoutRights(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	if os.Geteuid() == 0 {
		t.Skip("root may read and write everything")
	}
	root := t.TempDir()
	d := openDir(t, root)
	id := day(t, "2022-05-02")
	rev := save(t, d, id, "one\n")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	month := root + "/2022/05"
	chmod := func(path string, mode fs.FileMode) {
		t.Helper()
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(path, 0o700) })
	}
	chmod(month, 0o500)
	_, err := d.Save(t.Context(), journal.Version{ID: id, Text: "two\n", Rev: rev})
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "check the owner and the mode") {
		t.Errorf("saving into a folder that may not be written: %v", err)
	}
	wantTree(t, root, "2022/", "2022/05/", "2022/05/2022-05-02.md")
	chmod(month, 0)
	if ids, odd := listed(t, d); len(ids) > 0 || len(odd) != 1 || !strings.HasPrefix(odd[0], "2022/05 is a folder that may not be read") {
		t.Errorf("List = %v, %q", ids, odd)
	}
	if _, err := d.Load(t.Context(), id); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Load: %v", err)
	}
	chmod(month, 0o700)
	chmod(month+"/2022-05-02.md", 0)
	if _, err := d.Load(t.Context(), id); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Load: %v", err)
	}
	chmod(root, 0)
	if _, err := Open(root, Options{State: t.TempDir()}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Open: %v", err)
	}
}

func TestStateDir(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the variables are those of the XDG folders")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	for _, test := range []struct{ set, want string }{
		{"", home + "/.local/state/lifelog"},
		{"relative", home + "/.local/state/lifelog"},
		{home + "/xdg", home + "/xdg/lifelog"},
	} {
		t.Setenv("XDG_STATE_HOME", test.set)
		if got, err := StateDir(); err != nil || got != test.want {
			t.Errorf("with %q: %s, %v, want %s", test.set, got, err, test.want)
		}
	}
	wantTree(t, home)
}

// The journal's key must not change when its folder is made.
func TestKey(t *testing.T) {
	top := t.TempDir()
	if err := os.Mkdir(top+"/real", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", top+"/link"); err != nil {
		t.Skipf("no links here: %v", err)
	}
	d := openDir(t, top+"/link/my log")
	before := d.key()
	save(t, d, day(t, "2022-05-02"), "x")
	if after := d.key(); after != before || !strings.HasPrefix(after, "my-log-") {
		t.Errorf("the key was %s and became %s", before, after)
	}
	if other := openDir(t, top+"/real/my log").key(); other != before {
		t.Errorf("the same folder has the keys %s and %s", before, other)
	}
}

func TestListIsLazy(t *testing.T) {
	root := t.TempDir()
	put(t, root+"/2022/05/2022-05-02.md", "x")
	put(t, root+"/2021/05/2021-05-02.md", "x")
	d := openDir(t, root)
	for id := range d.List(t.Context()) {
		if id != day(t, "2022-05-02") {
			t.Fatalf("the newest is %v", id)
		}
		// Older folders have not been read, so they can still vanish.
		if err := os.RemoveAll(root + "/2021"); err != nil {
			t.Fatal(err)
		}
	}
}
