package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"lifelog/journal"
)

// failing is a system that counts its calls and fails one of them.
type failing struct {
	at    int // the call that fails, from 1; 0 for none
	calls int
	what  string // the call that failed
	short bool   // a failing write says nothing but writes too little
}

var errInjected = fmt.Errorf("made to fail: %w", syscall.EIO)

func (s *failing) next(what string) error {
	if s.calls++; s.calls == s.at {
		s.what = what
		return errInjected
	}
	return nil
}

// around puts the failing system around another.
func (s *failing) around(real system) system {
	return system{
		create: func(f *folder, name string) (*os.File, error) {
			if err := s.next("create"); err != nil {
				return nil, err
			}
			return real.create(f, name)
		},
		write: func(file *os.File, text string, at int64) (int, error) {
			if err := s.next("write"); err != nil {
				n, writeErr := real.write(file, text[:len(text)/2], at)
				if s.short {
					return n, writeErr
				}
				return n, err
			}
			return real.write(file, text, at)
		},
		sync: func(file *os.File) error { return errors.Join(s.next("sync"), real.sync(file)) },
		close: func(file *os.File) error {
			return errors.Join(s.next("close"), real.close(file))
		},
		replace: func(f *folder, in, name, out string) error {
			if err := s.next("replace"); err != nil {
				return err
			}
			return real.replace(f, in, name, out)
		},
		publish: func(f *folder, in, name string) error {
			if err := s.next("publish"); err != nil {
				return err
			}
			return real.publish(f, in, name)
		},
		syncDir: func(file *os.File) error { return errors.Join(s.next("syncDir"), real.syncDir(file)) },
	}
}

// systems are the ways to publish a file that this machine can try.
var systems = map[string]func() system{
	"real": func() system { return realSystem },
	"by link": func() system {
		s := realSystem
		s.replace, s.publish = replaceByLink, publishByLink
		return s
	},
}

// Every call of every kind of change fails once. Then the change must say so,
// the stored bytes must be the old ones, nothing may lie about, and the change
// must work when it is made again.
func TestEveryCallFails(t *testing.T) {
	id := day(t, "2022-05-02")
	over := func(text string) func(context.Context, *Dir) error {
		return func(ctx context.Context, d *Dir) error {
			_, err := d.Save(ctx, journal.Version{ID: id, Text: text, Rev: journal.RevOf("old\n")})
			return err
		}
	}
	changes := []struct {
		name string
		was  string // "" for no entry
		link bool   // the entry has a second name
		do   func(context.Context, *Dir) error
		file string // what the folder holds after it
	}{
		{name: "new", file: "new\n", do: func(ctx context.Context, d *Dir) error {
			_, err := d.Save(ctx, journal.Version{ID: id, Text: "new\n"})
			return err
		}},
		{name: "over", was: "old\n", file: "new text\n", do: over("new text\n")},
		{name: "in place, longer", was: "old\n", link: true, file: "new text\n", do: over("new text\n")},
		{name: "in place, shorter", was: "old\n", link: true, file: "n\n", do: over("n\n")},
		{name: "remove", was: "old\n", do: func(ctx context.Context, d *Dir) error {
			return d.Remove(ctx, id, journal.RevOf("old\n"))
		}},
	}
	for kind, sys := range systems {
		for _, change := range changes {
			t.Run(kind+"/"+change.name, func(t *testing.T) {
				for at := 1; ; at++ {
					fail := &failing{at: at, short: at%2 == 0}
					root := t.TempDir()
					d := openDir(t, root)
					file := root + "/2022/05/2022-05-02.md"
					if change.was != "" {
						put(t, file, change.was)
					}
					if change.link {
						if err := os.Link(file, root+"/other name"); err != nil {
							t.Skipf("no hard links here: %v", err)
						}
					}
					d.sys = sys()
					unflushed(d)
					d.sys = fail.around(d.sys)
					err := change.do(t.Context(), d)
					if fail.what == "" { // it had fewer calls than that
						if err != nil {
							t.Fatal(err)
						}
						if at < 3 {
							t.Fatalf("only %d calls", at)
						}
						return
					}
					checkFailed(t, d, fail, err, change.was)
					d.sys = sys()
					unflushed(d)
					if err := change.do(t.Context(), d); err != nil {
						t.Fatalf("again after %s: %v", fail.what, err)
					}
					if err := d.Close(); err != nil {
						t.Fatal(err)
					}
					if change.file == "" {
						wantTree(t, root, "2022/", "2022/05/")
					} else if got := read(t, file); got != change.file {
						t.Fatalf("again after %s: the file holds %q", fail.what, got)
					}
				}
			})
		}
	}
}

// checkFailed looks at what a change that failed has left.
func checkFailed(t *testing.T, d *Dir, fail *failing, err error, was string) {
	t.Helper()
	where := fmt.Sprintf("call %d, %s", fail.at, fail.what)
	if err == nil {
		t.Fatalf("%s failed, and the change says nothing", where)
	}
	if !fail.short && !errors.Is(err, syscall.EIO) {
		t.Errorf("%s: the cause is lost: %v", where, err)
	}
	if err := d.looks.finish(); err != nil {
		t.Errorf("%s: the second look: %v", where, err)
	}
	d.looks.closed = false
	var files []string
	for _, path := range tree(t, d.path) {
		if !strings.HasSuffix(path, "/") && path != "other name" {
			files = append(files, path)
		}
	}
	if was == "" {
		if len(files) > 0 {
			t.Fatalf("%s left %q", where, files)
		}
		return
	}
	if !slices.Equal(files, []string{"2022/05/2022-05-02.md"}) {
		t.Fatalf("%s left %q", where, files)
	}
	if got := read(t, d.path+"/2022/05/2022-05-02.md"); got != was {
		t.Fatalf("%s: the file holds %q, want the old %q", where, got, was)
	}
	for _, path := range tree(t, d.state) {
		if !strings.HasSuffix(path, "/") {
			t.Fatalf("%s left %s in the trash", where, path)
		}
	}
}

// A cancelled save stops between its steps and leaves nothing.
func TestCancelledBetweenSteps(t *testing.T) {
	for at := 1; at <= 3; at++ {
		root := t.TempDir()
		d := openDir(t, root)
		put(t, root+"/2022/05/2022-05-02.md", "old\n")
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		d.sys.sync = func(file *os.File) error {
			if calls++; calls == at {
				cancel()
			}
			return file.Sync()
		}
		_, err := d.Save(ctx, journal.Version{ID: day(t, "2022-05-02"), Text: "new\n", Rev: journal.RevOf("old\n")})
		cancel()
		want := "new\n"
		if at == 1 { // before anything was published
			want = "old\n"
			if !errors.Is(err, context.Canceled) {
				t.Errorf("Save: %v", err)
			}
		} else if err != nil {
			t.Errorf("Save: %v", err)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
		wantTree(t, root, "2022/", "2022/05/", "2022/05/2022-05-02.md")
		if got := read(t, root+"/2022/05/2022-05-02.md"); got != want {
			t.Errorf("the file holds %q, want %q", got, want)
		}
	}
}

// When neither the new nor the old text can be written into a file that must
// stay the same one, both are kept beside it.
func TestTornInPlace(t *testing.T) {
	root := t.TempDir()
	file := root + "/2022/05/2022-05-02.md"
	put(t, file, "old old old\n")
	if err := os.Link(file, root+"/other"); err != nil {
		t.Skipf("no hard links here: %v", err)
	}
	d := openDir(t, root)
	real := d.sys.write
	d.sys.write = func(f *os.File, text string, at int64) (int, error) {
		if strings.HasSuffix(f.Name(), extension) { // the entry itself
			n, err := real(f, text[:len(text)/2], at)
			return n, errors.Join(err, syscall.EIO)
		}
		return real(f, text, at)
	}
	_, err := d.Save(t.Context(), journal.Version{ID: day(t, "2022-05-02"), Text: "new new new\n", Rev: journal.RevOf("old old old\n")})
	if !errors.Is(err, errTorn) || !errors.Is(err, syscall.EIO) {
		t.Errorf("Save: %v", err)
	}
	got := map[string]bool{}
	for _, path := range tree(t, root+"/2022/05") {
		got[read(t, root+"/2022/05/"+path)] = true
	}
	if !got["old old old\n"] || !got["new new new\n"] {
		t.Errorf("the folder holds %q", tree(t, root))
	}
}

// A program that had the old file open and goes on writing into it after it
// was replaced does not write for nothing.
func TestSecondLook(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		root := t.TempDir()
		var kept []string
		d, err := Open(root, Options{State: t.TempDir(), Kept: func(path string) { kept = append(kept, path) }})
		if err != nil {
			t.Fatal(err)
		}
		path := root + "/2022/05/2022-05-02.md"
		put(t, path, "old\n")
		slow, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer slow.Close()
		save(t, d, day(t, "2022-05-02"), "new\n")
		time.Sleep(secondLook / 2)
		if _, err := slow.WriteString("from elsewhere\n"); err != nil {
			t.Fatal(err)
		}
		save(t, d, day(t, "2022-05-02"), "newer\n")
		if n := len(tree(t, root)); n != 5 {
			t.Errorf("before the second look: %q", tree(t, root))
		}
		time.Sleep(secondLook + 1)
		synctest.Wait()
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		if len(kept) != 1 || read(t, kept[0]) != "old\nfrom elsewhere\n" || !conflictCopy.MatchString(filepath.Base(kept[0])) {
			t.Errorf("kept %q", kept)
		}
		wantTree(t, root, "2022/", "2022/05/", "2022/05/"+filepath.Base(kept[0]), "2022/05/2022-05-02.md")
		if read(t, path) != "newer\n" {
			t.Errorf("the entry holds %q", read(t, path))
		}
	})
}

// What a kill leaves is swept, and what may be another's text is kept.
func TestSweep(t *testing.T) {
	root := t.TempDir()
	month := root + "/2022/05/"
	rev := func(text string) string { return string(journal.RevOf(text))[:12] }
	const long, now = "sl3k9a", "zzzzzz" // seconds to base 36: in 2024, and far ahead
	put(t, month+"2022-05-02.md", "entry\n")
	put(t, month+".2022-05-02.md.lifelog-"+long+"-00000001.tmp", "torn, never publi")
	put(t, month+".2022-05-02.md.lifelog-old-"+rev("replaced\n")+"-"+long+"-00000002.tmp", "replaced\n")
	put(t, month+".2022-05-02.md.lifelog-old-"+rev("other\n")+"-"+long+"-00000003.tmp", "theirs\n")
	put(t, month+".2022-05-02.md.lifelog-old-"+rev("other\n")+"-"+now+"-00000004.tmp", "theirs\n")
	put(t, month+".2022-05-02.md.lifelog-old-"+rev("other\n")+"-"+long+"-00000005.tmp", "")
	put(t, root+"/.2022-05-02.md.lifelog-"+long+"-00000006.tmp", "torn")
	young := month + tempName("2022-05-02.md")
	put(t, young, "being written")
	others := []string{month + ".2022-05-02.md.swp", month + ".hidden.tmp", root + "/.lifelog-" + long + "-00000007.tmp"}
	for _, path := range others {
		put(t, path, "not ours")
	}
	var kept []string
	d, err := Open(root, Options{State: t.TempDir(), Kept: func(path string) { kept = append(kept, path) }})
	if err != nil {
		t.Fatal(err)
	}
	ids, odd := listed(t, d)
	if len(ids) != 1 || len(odd) > 0 {
		t.Errorf("List = %q, %q", ids, odd)
	}
	if err := d.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(kept) == 0 || read(t, kept[0]) != "theirs\n" {
		t.Fatalf("kept %q", kept)
	}
	var want []string
	for _, path := range append(others, young, month+"2022-05-02.md", kept[0]) {
		rel, err := filepath.Rel(root, path)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, filepath.ToSlash(rel))
	}
	want = append(want, "2022/", "2022/05/")
	got := tree(t, root)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("after the sweep: %q\nwant %q", got, want)
	}
}

// On file systems without exchange or hard links a plain rename is left.
func TestWithoutHardLinks(t *testing.T) {
	for _, errno := range []error{syscall.EPERM, syscall.EOPNOTSUPP, syscall.EINVAL, syscall.ENOSYS} {
		if !noHardLinks(&os.LinkError{Op: "link", Err: errno}) {
			t.Errorf("%v does not count as having no hard links", errno)
		}
	}
	root := t.TempDir()
	d := openDir(t, root)
	d.sys.replace = func(f *folder, in, name, out string) error {
		if _, err := f.Lstat(name); err != nil {
			return err
		}
		return f.Rename(in, name)
	}
	id := day(t, "2022-05-02")
	save(t, d, id, "one\n")
	save(t, d, id, "two\n")
	_, err := d.Save(t.Context(), journal.Version{ID: id, Text: "three\n", Rev: journal.RevOf("one\n")})
	var conflict *journal.Conflict
	if !errors.As(err, &conflict) || conflict.Theirs.Text != "two\n" {
		t.Errorf("Save: %v", err)
	}
	wantTree(t, root, "2022/", "2022/05/", "2022/05/2022-05-02.md")
}

// hollow is a file that says it has a size and gives no bytes.
type hollow struct {
	*os.File
	os.FileInfo
	size int64
}

func (h hollow) Name() string               { return h.File.Name() }
func (h hollow) Stat() (os.FileInfo, error) { return h, nil }
func (h hollow) Size() int64                { return h.size }

func TestSizeWithoutBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty")
	put(t, path, "")
	file, info, err := openFile(mustRoot(t, filepath.Dir(path)), "empty")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cloud := hollow{file, info, 100}
	if _, err := readAll(cloud, cloud); err == nil || !strings.Contains(err.Error(), "downloaded") {
		t.Errorf("a file of 100 bytes that gives none: %v", err)
	}
	if text, err := readAll(file, cloud); text != "" || err != nil {
		t.Errorf("a file that was cut meanwhile: %q, %v", text, err)
	}
	cloud.size = maxText + 1
	if _, err := readAll(cloud, cloud); err == nil || !strings.Contains(err.Error(), "at most") {
		t.Errorf("a file of more than 1 GiB: %v", err)
	}
	if text, err := readAll(file, info); text != "" || err != nil {
		t.Errorf("an empty file: %q, %v", text, err)
	}
}

func mustRoot(t *testing.T, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}
