package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

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

// change is one change of the entry 2022-05-02.
type change struct {
	name string
	was  string // "" for no entry
	link bool   // the file has a second name
	want string // what the file holds after it, "" for none
	do   func(context.Context, *Dir) error
}

func changes(id journal.ID) []change {
	save := func(text, was string) func(context.Context, *Dir) error {
		v := journal.Version{ID: id, Text: text}
		if was != "" {
			v.Rev = journal.RevOf(was)
		}
		return func(ctx context.Context, d *Dir) error {
			_, err := d.Save(ctx, v)
			return err
		}
	}
	remove := func(ctx context.Context, d *Dir) error { return d.Remove(ctx, id, journal.RevOf("old\n")) }
	return []change{
		{name: "new", want: "new\n", do: save("new\n", "")},
		{name: "over", was: "old\n", want: "new text\n", do: save("new text\n", "old\n")},
		{name: "in place, longer", was: "old\n", link: true, want: "new text\n", do: save("new text\n", "old\n")},
		{name: "in place, shorter", was: "old\n", link: true, want: "n\n", do: save("n\n", "old\n")},
		{name: "remove", was: "old\n", do: remove},
	}
}

// Every call of every kind of change fails once. Then the change must say so,
// the stored bytes must be the old ones, nothing may lie about, and the change
// must work when it is made again.
func TestEveryCallFails(t *testing.T) {
	for kind, sys := range systems {
		for _, c := range changes(day(t, "2022-05-02")) {
			t.Run(kind+"/"+c.name, func(t *testing.T) {
				calls := 0
				for failCall(t, c, sys(), calls+1) {
					calls++
				}
				if calls < 3 {
					t.Errorf("only %d calls could fail", calls)
				}
			})
		}
	}
}

// failCall makes the change with the call number at failing, and says whether
// it has so many calls.
func failCall(t *testing.T, c change, sys system, at int) bool {
	root := t.TempDir()
	d := openDir(t, root)
	file := root + "/2022/05/2022-05-02.md"
	if c.was != "" {
		put(t, file, c.was)
	}
	if c.link {
		if err := os.Link(file, root+"/other name"); err != nil {
			t.Skipf("no hard links here: %v", err)
		}
	}
	d.sys = sys
	sys = unflushed(d).sys
	fail := &failing{at: at, short: at%2 == 0}
	d.sys = fail.around(sys)
	err := c.do(t.Context(), d)
	if fail.what == "" {
		if err != nil {
			t.Fatal(err)
		}
		return false
	}
	checkFailed(t, d, fail, err, c.was)
	d.sys = sys
	if err := errors.Join(c.do(t.Context(), d), d.Close()); err != nil {
		t.Fatalf("again after %s: %v", fail.what, err)
	}
	if c.want == "" {
		wantTree(t, root, "2022/", "2022/05/")
	} else if got := read(t, file); got != c.want {
		t.Fatalf("again after %s: the file holds %q", fail.what, got)
	}
	return true
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

// What is said of an error is for people: why, about which file, what to do.
func TestErrorsInWords(t *testing.T) {
	d := openDir(t, t.TempDir())
	id := day(t, "2022-05-02")
	save(t, d, id, "one\n")
	for errno, cause := range map[syscall.Errno]journal.Cause{
		syscall.ENOSPC: journal.DiskFull, syscall.EDQUOT: journal.QuotaFull, syscall.EROFS: journal.ReadOnly,
		syscall.EACCES: journal.Forbidden, syscall.EPERM: journal.Forbidden, syscall.EIO: journal.DiskFailed,
		syscall.EMFILE: journal.ManyOpen, syscall.ENFILE: journal.ManyOpen, syscall.EINVAL: "",
	} {
		d.sys = realSystem
		d.sys.create = func(_ *folder, name string) (*os.File, error) {
			return nil, &fs.PathError{Op: "openat", Path: name, Err: errno}
		}
		_, err := d.Save(t.Context(), journal.Version{ID: id, Text: "two\n", Rev: journal.RevOf("one\n")})
		var trouble *journal.Trouble
		if !errors.As(err, &trouble) || trouble.Cause != cause || !errors.Is(err, errno) {
			t.Errorf("%v: %#v", errno, err)
		} else if cause != "" && (trouble.Name != "2022-05-02.md" || !strings.Contains(err.Error(), "; ")) {
			t.Errorf("%v: %q, %q", errno, trouble.Name, err)
		}
	}
	put(t, d.Path(id), strings.Repeat("x", 10))
	if err := os.Chmod(d.Path(id), 0o400); err != nil {
		t.Fatal(err)
	}
	d.sys = realSystem
	_, err := d.Save(t.Context(), journal.Version{ID: id, Text: "two\n", Rev: journal.RevOf("xxxxxxxxxx")})
	var trouble *journal.Trouble
	if !errors.As(err, &trouble) || trouble.Cause != journal.Protected {
		t.Errorf("a file that nobody may write: %v", err)
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
