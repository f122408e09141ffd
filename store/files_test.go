package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lifelog/journal"
)

const jpeg = "\xff\xd8\xff a picture"

// A file has a path that the entry can use wherever the entry stands, and
// nobody else may read it.
func TestKeepFile(t *testing.T) {
	for _, test := range []struct{ entry, want string }{
		{"2022/05/2022-05-02.md", "../../assets/2022/"},
		{"2022/2022-05-02.md", "../assets/2022/"},
		{"2022-05-02.md", "assets/2022/"},
		{"", "../../assets/2022/"}, // none yet
	} {
		root := t.TempDir() + "/log"
		if test.entry != "" {
			put(t, filepath.Join(root, test.entry), "x")
		}
		d := openDir(t, root)
		name, err := d.KeepFile(t.Context(), day(t, "2022-05-02"), []byte(jpeg), "jpg")
		if err != nil {
			t.Fatal(err)
		}
		if want := test.want + "2022-05-02-481e2a70.jpg"; name != want {
			t.Errorf("%q: the file is called %s, want %s", test.entry, name, want)
		}
		where, err := d.FilePath(t.Context(), day(t, "2022-05-02"), name)
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(where)
		if err != nil {
			t.Fatal(err)
		}
		if mode := info.Mode().Perm(); mode&0o077 != 0 && filepath.Separator == '/' {
			t.Errorf("the file has the mode %o", mode)
		}
	}
}

// Another file that stands under the short name stays, and so does a file that
// is no file.
func TestKeepFileUnderATakenName(t *testing.T) {
	root := t.TempDir() + "/log"
	taken := root + "/assets/2022/2022-05-02-481e2a70.jpg"
	put(t, taken, "something else")
	makePipe(root + "/assets/2022/2022-05-03-481e2a70.jpg") // where there are none, one case less
	d := openDir(t, root)
	for range 2 {
		name, err := d.KeepFile(t.Context(), day(t, "2022-05-02"), []byte(jpeg), "jpg")
		if err != nil {
			t.Fatal(err)
		}
		if base := filepath.Base(name); len(base) != len("2022-05-02-.jpg")+64 {
			t.Errorf("the file is called %s", name)
		}
	}
	if text, err := os.ReadFile(taken); err != nil || string(text) != "something else" {
		t.Errorf("the other file holds %q (%v)", text, err)
	}
	list, err := os.ReadDir(root + "/assets/2022")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s was left", e.Name())
		}
	}
}

// Nothing outside of the journal is read, and nothing is waited for.
func TestHostileFiles(t *testing.T) {
	top := t.TempDir()
	root := top + "/log"
	put(t, top+"/outside/secret.jpg", jpeg)
	put(t, root+"/2022/05/2022-05-02.md", "x")
	put(t, root+"/inside.jpg", jpeg)
	if err := os.MkdirAll(root+"/folder.jpg", 0o700); err != nil {
		t.Fatal(err)
	}
	refused := []string{"../../../outside/secret.jpg", "../../folder.jpg"}
	if makePipe(root+"/pipe.jpg") == nil {
		refused = append(refused, "../../pipe.jpg")
	}
	links := map[string]string{"out.jpg": top + "/outside/secret.jpg", "up.jpg": "../outside/secret.jpg", "zero.jpg": "/dev/zero", "loop.jpg": "loop.jpg"}
	for name, target := range links {
		if os.Symlink(target, filepath.Join(root, name)) == nil {
			refused = append(refused, "../../"+name)
		}
	}
	d := openDir(t, root)
	id := day(t, "2022-05-02")
	for _, name := range refused {
		data, err := d.ReadFile(t.Context(), id, name, 1<<20)
		if err == nil || errors.Is(err, journal.ErrNotFound) {
			t.Errorf("ReadFile(%s) = %q, %v, want it refused", name, data, err)
		}
		if where, err := d.FilePath(t.Context(), id, name); err == nil {
			t.Errorf("FilePath(%s) = %s", name, where)
		}
	}
	if os.Symlink("inside.jpg", root+"/link.jpg") == nil {
		if data, err := d.ReadFile(t.Context(), id, "../../link.jpg", 1<<20); string(data) != jpeg {
			t.Errorf("a link within the journal: %q, %v", data, err)
		}
		if data, err := d.ReadOutside(t.Context(), root+"/out.jpg", 1<<20); string(data) != jpeg {
			t.Errorf("a link that the person named: %q, %v", data, err)
		}
	}
	for _, name := range []string{"/dev/null", root + "/pipe.jpg"} {
		if _, err := os.Lstat(name); err != nil {
			continue // this system has no such thing
		}
		if data, err := d.ReadOutside(t.Context(), name, 1<<20); err == nil {
			t.Errorf("ReadOutside(%s) = %q", name, data)
		}
	}
}
