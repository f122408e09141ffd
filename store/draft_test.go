package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lifelog/journal"
)

// screen is a text being typed, and its draft.
type screen struct {
	t     testing.TB
	text  string
	draft journal.Draft
}

func begin(t testing.TB, d *Dir, base journal.Version) *screen {
	return &screen{t, base.Text, d.Begin(base)}
}

func (s *screen) try(from, to int, text string) error {
	s.text = s.text[:from] + text + s.text[to:]
	return s.draft.Add(journal.Edit{From: from, To: to, Text: text}, func() string { return s.text })
}

func (s *screen) change(from, to int, text string) {
	s.t.Helper()
	if err := s.try(from, to, text); err != nil {
		s.t.Fatal(err)
	}
}

// die ends the program of a draft, as far as the disk can tell.
func die(t testing.TB, d journal.Draft) {
	t.Helper()
	w := d.(*draft)
	if err, done := w.wait(w.give(job{kind: endDraft}), time.Minute); err != nil || !done {
		t.Fatal(err, done)
	}
}

func drafts(t testing.TB, d *Dir) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(d.drafts(), "*"+draftSuffix))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func left(t testing.TB, d *Dir) (list []journal.Leftover) {
	t.Helper()
	for l, err := range d.Left(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, l)
	}
	return list
}

// draftLogOf reads the one draft that there is.
func draftLogOf(t testing.TB, d *Dir) []byte {
	t.Helper()
	list := drafts(t, d)
	if len(list) != 1 {
		t.Fatalf("there are %d drafts, want 1: %q", len(list), list)
	}
	return []byte(read(t, list[0]))
}

// What the log gives is what the screen showed, after every change, whatever
// was stored in between.
func TestDraftFollowsTheScreen(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"", "a", "雨\n", "\r\n", strings.Repeat("long ", 40), "\xff"}
	for round := range 3 {
		d := openDir(t, t.TempDir())
		base := journal.Version{ID: day(t, "2022-05-02"), Text: "base\n", Rev: journal.RevOf("base\n")}
		s := begin(t, d, base)
		for i := range 1500 {
			from := rng.IntN(len(s.text) + 1)
			to := from + rng.IntN(min(20, len(s.text)-from)+1)
			s.change(from, to, pieces[rng.IntN(len(pieces))])
			if rng.IntN(100) == 0 && round > 0 {
				base.Text, base.Rev = s.text, journal.RevOf(s.text)
				if all := rng.IntN(2) == 0; all {
					s.draft.Stored(base, true)
				} else {
					s.change(0, 0, "typed meanwhile")
					s.draft.Stored(base, false)
				}
			}
			if i%97 == 0 || i == 1499 {
				if late := s.draft.Late(); late != nil { // a slow machine
					<-late
				}
				r, ok := replay(draftLogOf(t, d))
				if !ok || r.text != s.text && s.text != base.Text {
					t.Fatalf("after %d changes the log gives %d bytes, the screen has %d", i, len(r.text), len(s.text))
				}
			}
		}
		die(t, s.draft)
		l := left(t, d)
		if len(l) != 1 || l[0].Text != s.text || l[0].Base != base {
			t.Fatalf("what is left differs from the screen: %d drafts", len(l))
		}
	}
}

func TestDraftIsPrivateAndGoes(t *testing.T) {
	d := openDir(t, t.TempDir())
	id := day(t, "2022-05-02")
	s := begin(t, d, journal.Version{ID: id})
	if list := drafts(t, d); list != nil {
		t.Fatalf("nothing is typed, and there is %q", list)
	}
	s.change(0, 0, "雨")
	for path, mode := range map[string]os.FileMode{d.drafts(): 0o700, drafts(t, d)[0]: 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode && os.PathSeparator == '/' {
			t.Errorf("%s: mode %v, %v", path, info.Mode(), err)
		}
	}
	if l := left(t, d); l != nil {
		t.Errorf("a draft whose program is alive was taken: %+v", l)
	}
	s.draft.Stored(journal.Version{ID: id, Text: "雨", Rev: "r"}, true)
	if err := s.draft.Close(true); err != nil {
		t.Fatal(err)
	}
	if list := drafts(t, d); list != nil {
		t.Errorf("everything is stored, and there is %q", list)
	}
}

func TestRecover(t *testing.T) {
	for _, c := range []struct {
		name               string
		base, typed, other string // other is what the file holds at the next start
		want               string
		recovered          int
		copies             int
	}{
		{"unsaved", "a\n", "b\n", "a\n", "a\nb\n", 1, 0},
		{"new entry", "", "b\n", "", "b\n", 1, 0},
		{"saved after all", "a\n", "b\n", "a\nb\n", "a\nb\n", 0, 0},
		{"the file went on elsewhere", "a\n\nz\n", "b\n", "x\na\n\nz\n", "x\na\n\nz\nb\n", 1, 0},
		{"the same lines", "a", "b", "a c", "ab", 1, 1},
		{"removed elsewhere", "a\n", "b\n", "", "a\nb\n", 1, 0},
		{"saved in part, and killed before that was noted", "a", "bcd", "abc", "abcd", 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			d := openDir(t, root)
			id := day(t, "2022-05-02")
			base := journal.Version{ID: id}
			if c.base != "" {
				base = journal.Version{ID: id, Text: c.base, Rev: save(t, d, id, c.base)}
			}
			s := begin(t, d, base)
			for i := range c.typed {
				s.change(len(s.text), len(s.text), c.typed[i:i+1])
			}
			die(t, s.draft)
			switch file := filepath.Join(root, "2022/05/2022-05-02.md"); {
			case c.other == "" && c.base != "":
				if err := os.Remove(file); err != nil {
					t.Fatal(err)
				}
			case c.other != "":
				put(t, file, c.other)
			}
			j := journal.Open(d, time.Now)
			list, err := j.Recover(t.Context())
			if err != nil || len(list) != c.recovered {
				t.Fatalf("recovered %+v, %v; want %d", list, err, c.recovered)
			}
			if v, err := j.Load(t.Context(), id); err != nil || v.Text != c.want {
				t.Errorf("the entry holds %q, want %q (%v)", v.Text, c.want, err)
			}
			copies, err := filepath.Glob(filepath.Join(root, "2022/05/*conflict*"))
			if err != nil || len(copies) != c.copies {
				t.Errorf("there are %q, want %d copies (%v)", copies, c.copies, err)
			}
			if list := drafts(t, d); list != nil {
				t.Errorf("the draft is still there: %q", list)
			}
			if old := oldDraftsOf(t, d); len(old) != 1 {
				t.Errorf("of old drafts there are %q, want 1", old)
			} else if r, ok := replay([]byte(read(t, old[0]))); !ok || r.text != s.text {
				t.Errorf("the old draft gives %q, want %q", r.text, s.text)
			}
		})
	}
}

func oldDraftsOf(t testing.TB, d *Dir) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(d.oldDrafts(), "*"+draftSuffix))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// A draft that was put back stays for 30 days, for its owner alone, unless the
// clock cannot be trusted.
func TestOldDrafts(t *testing.T) {
	d := unflushed(openDir(t, t.TempDir()))
	j := journal.Open(d, time.Now)
	recover := func(name string) {
		t.Helper()
		s := begin(t, d, journal.Version{ID: day(t, name)})
		s.change(0, 0, "precious")
		die(t, s.draft)
		if list, err := j.Recover(t.Context()); err != nil || len(list) != 1 {
			t.Fatalf("recovered %+v, %v", list, err)
		}
	}
	recover("2022-05-01")
	old := oldDraftsOf(t, d)[0]
	for path, mode := range map[string]os.FileMode{d.oldDrafts(): 0o700, old: 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode && os.PathSeparator == '/' {
			t.Errorf("%s: mode %v, %v", path, info.Mode(), err)
		}
	}
	recover("2022-05-02")
	aMonth := 30*24*time.Hour + time.Minute
	if err := os.Chtimes(old, time.Time{}, time.Now().Add(-aMonth)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		seen time.Duration // ago
		left int
	}{{72 * time.Hour, 2}, {-72 * time.Hour, 2}, {24 * time.Hour, 1}} {
		seen := time.Now().Add(-c.seen)
		if err := d.SetAges(t.Context(), journal.Ages{Seen: seen, Thinned: seen}); err != nil {
			t.Fatal(err)
		}
		if err := j.Thin(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		if list := oldDraftsOf(t, d); len(list) != c.left {
			t.Errorf("when the clock was seen %v ago, %q is left, want %d", c.seen, list, c.left)
		}
	}
	if l := left(t, d); l != nil {
		t.Errorf("an old draft would be put back again: %+v", l)
	}
}

// Where no states are kept, old drafts go all the same.
func TestOldDraftsGoWithoutAHistory(t *testing.T) {
	d := openDir(t, t.TempDir())
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	s.change(0, 0, "precious")
	die(t, s.draft)
	j := journal.Open(d, time.Now)
	j.LimitHistory(0)
	if list, err := j.Recover(t.Context()); err != nil || len(list) != 1 {
		t.Fatalf("recovered %+v, %v", list, err)
	}
	long := time.Now().Add(-31 * 24 * time.Hour)
	if err := os.Chtimes(oldDraftsOf(t, d)[0], long, long); err != nil {
		t.Fatal(err)
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	if err := d.SetAges(t.Context(), journal.Ages{Seen: yesterday, Thinned: yesterday}); err != nil {
		t.Fatal(err)
	}
	if err := j.Thin(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if list := oldDraftsOf(t, d); list != nil {
		t.Errorf("left: %q", list)
	}
}

// A draft that cannot be put among the old ones is not put back twice.
func TestOldDraftsWithoutAFolder(t *testing.T) {
	d := openDir(t, t.TempDir())
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	s.change(0, 0, "precious")
	die(t, s.draft)
	put(t, d.oldDrafts(), "a file, not a folder")
	j := journal.Open(d, time.Now)
	if list, err := j.Recover(t.Context()); err != nil || len(list) != 1 {
		t.Fatalf("recovered %+v, %v", list, err)
	}
	if list := drafts(t, d); list != nil {
		t.Errorf("the draft is still there: %q", list)
	}
}

// A text that was emptied is no reason to take an entry out of the journal.
func TestRecoverEmptied(t *testing.T) {
	d := openDir(t, t.TempDir())
	id := day(t, "2022-05-02")
	s := begin(t, d, journal.Version{ID: id, Text: "a\n", Rev: save(t, d, id, "a\n")})
	s.change(0, 2, "")
	die(t, s.draft)
	list, err := journal.Open(d, time.Now).Recover(t.Context())
	if v, loadErr := d.Load(t.Context(), id); err != nil || list != nil || loadErr != nil || v.Text != "a\n" {
		t.Errorf("recovered %+v, %v; the entry holds %q, %v", list, err, v.Text, loadErr)
	}
}

// A draft that cannot be put back stays for the next time.
func TestRecoverFails(t *testing.T) {
	d := openDir(t, t.TempDir())
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	s.change(0, 0, "precious")
	die(t, s.draft)
	full := openWith(t, d, func(s *system) {
		s.write = func(*os.File, string, int64) (int, error) { return 0, syscall.ENOSPC }
	})
	j := journal.Open(full, time.Now)
	if list, err := j.Recover(t.Context()); err == nil || list != nil || len(drafts(t, d)) != 1 {
		t.Fatalf("recovered %+v, %v; drafts %q", list, err, drafts(t, d))
	}
	if list, err := journal.Open(d, time.Now).Recover(t.Context()); err != nil || len(list) != 1 || list[0].Text != "precious" {
		t.Errorf("recovered %+v, %v", list, err)
	}
}

// openWith opens the journal of d with another system.
func openWith(t testing.TB, d *Dir, change func(*system)) *Dir {
	t.Helper()
	other, err := Open(d.path, Options{State: d.state})
	if err != nil {
		t.Fatal(err)
	}
	change(&other.sys)
	return other
}

// A disk that is full for a while costs the draft for so long and no more: the
// log is whole again with the first change after.
func TestDraftOnAFullDisk(t *testing.T) {
	for _, fault := range []string{"write", "short write", "flush"} {
		t.Run(fault, func(t *testing.T) {
			var full bool
			d := openWith(t, openDir(t, t.TempDir()), func(s *system) {
				s.write = func(file *os.File, text string, at int64) (int, error) {
					switch {
					case full && fault == "write":
						return 0, syscall.ENOSPC
					case full && fault == "short write":
						return realSystem.write(file, text[:len(text)/2], at)
					}
					return realSystem.write(file, text, at)
				}
				s.syncData = func(*os.File) error {
					if full && fault == "flush" {
						return syscall.ENOSPC
					}
					return nil
				}
			})
			s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
			w := s.draft.(*draft)
			s.change(0, 0, "one ")
			full = true
			if fault == "flush" {
				w.log.flushNow()
			}
			if err := s.try(4, 4, "two "); err == nil {
				t.Fatal("nobody said that the disk is full")
			}
			full = false
			w.tried = time.Time{} // the next try is due
			s.change(8, 8, "three")
			s.change(0, 0, "zero ")
			if r, ok := replay(draftLogOf(t, d)); !ok || r.text != "zero one two three" {
				t.Errorf("the log gives %q, %v", r.text, ok)
			}
			die(t, s.draft)
			if l := left(t, d); len(l) != 1 || l[0].Text != s.text {
				t.Errorf("left is %+v", l)
			}
		})
	}
}

// A draft that could not be flushed is given up for another; until that holds
// the text, the first stays.
func TestDraftStaysUntilAnotherHoldsTheText(t *testing.T) {
	var full, sick bool
	d := openWith(t, openDir(t, t.TempDir()), func(s *system) {
		s.write = func(file *os.File, text string, at int64) (int, error) {
			if full {
				return 0, syscall.ENOSPC
			}
			return realSystem.write(file, text, at)
		}
		s.syncData = func(*os.File) error {
			if sick {
				return syscall.EIO
			}
			return nil
		}
	})
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	w := s.draft.(*draft)
	s.change(0, 0, "one ")
	first := drafts(t, d)[0]
	sick = true
	w.log.flushNow()
	full = true
	for range 3 {
		w.tried = time.Time{} // the next try is due
		if err := s.try(len(s.text), len(s.text), "more "); err == nil {
			t.Fatal("nobody said that the disk is full")
		}
		if r, ok := replay([]byte(read(t, first))); !ok || r.text != "one " {
			t.Fatalf("the first draft gives %q, %v", r.text, ok)
		}
	}
	full, sick, w.tried = false, false, time.Time{}
	s.change(0, 0, "zero ")
	if r, ok := replay(draftLogOf(t, d)); !ok || r.text != s.text {
		t.Errorf("the log gives %q, want %q", r.text, s.text)
	}
	die(t, s.draft)
}

// A disk that makes a write wait does not make the typing wait, and nobody is
// told that a change is recorded before it is.
func TestDraftOnASlowDisk(t *testing.T) {
	stuck := make(chan struct{})
	d := openWith(t, openDir(t, t.TempDir()), func(s *system) {
		s.write = func(file *os.File, text string, at int64) (int, error) {
			<-stuck
			return realSystem.write(file, text, at)
		}
	})
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	if s.draft.Late() != nil {
		t.Fatal("nothing is typed, and the record is late")
	}
	for i := range 100 {
		s.change(0, 0, fmt.Sprint(i))
	}
	s.draft.Stored(journal.Version{ID: day(t, "2022-05-02")}, false)
	late := s.draft.Late()
	select {
	case <-late:
		t.Fatal("changes are said to be recorded while the disk is stuck")
	default:
		if late == nil {
			t.Fatal("nobody said that the record is late")
		}
	}
	close(stuck)
	<-late
	if r, ok := replay(draftLogOf(t, d)); s.draft.Late() != nil || !ok || r.text != s.text {
		t.Errorf("the log gives %q, want %q", r.text, s.text)
	}
	die(t, s.draft)
	if l := left(t, d); len(l) != 1 || l[0].Text != s.text {
		t.Errorf("left is %+v, want %q", l, s.text)
	}
}

// A change is recorded once the system has it. Whether that has reached the
// disk, nor the names of the folders made for it, is not waited for.
func TestDraftDoesNotWaitForFlushes(t *testing.T) {
	stuck := make(chan struct{})
	d := openWith(t, openDir(t, t.TempDir()), func(s *system) {
		s.syncData = func(*os.File) error { <-stuck; return nil }
		s.syncDir = func(*os.File) error { <-stuck; return nil }
	})
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	s.change(0, 0, "first")
	if late := s.draft.Late(); late != nil { // a slow machine
		<-late
	}
	if l := draftLogOf(t, d); len(l) == 0 {
		t.Error("the first change is not in the log")
	}
	close(stuck)
	die(t, s.draft)
}

// The names of all folders that were made for a draft are flushed with it.
func TestDraftFlushesItsFolders(t *testing.T) {
	flushed := map[string]bool{}
	root := t.TempDir()
	d := openWith(t, openDir(t, root), func(s *system) {
		s.syncDir = func(f *os.File) error { flushed[f.Name()] = true; return nil }
	})
	d.state = filepath.Join(root, "not", "yet", "there")
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	s.change(0, 0, "a")
	die(t, s.draft)
	for dir := d.drafts(); dir != filepath.Dir(root); dir = filepath.Dir(dir) {
		if !flushed[dir] {
			t.Errorf("%s was not flushed", dir)
		}
	}
}

func TestDraftOfAnotherJournalIsLeftAlone(t *testing.T) {
	d := openDir(t, t.TempDir())
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	s.change(0, 0, "a")
	die(t, s.draft)
	path := drafts(t, d)[0]
	log := strings.Replace(read(t, path), draftMagic, "lifelog draft 9\n", 1)
	if err := os.WriteFile(path, []byte(log), 0o600); err != nil {
		t.Fatal(err)
	}
	if l := left(t, d); l != nil || len(drafts(t, d)) != 1 {
		t.Errorf("left is %+v, drafts %q", l, drafts(t, d))
	}
}

// A log that is cut off or damaged gives a state that the screen was in.
func FuzzDraftLog(f *testing.F) {
	log := append([]byte(draftMagic), appendBase(nil, 7, []byte(`{"Entry":"2022-05-02"}`), "雨\n")...)
	states := []string{"雨\n"}
	text := states[0]
	for i, e := range []journal.Edit{{From: 0, To: 3, Text: "a"}, {From: 2, To: 2, Text: "bc\n"}, {From: 0, To: 5}} {
		text = text[:e.From] + e.Text + text[e.To:]
		states = append(states, text)
		log = appendEdit(log, uint64(8+i), time.UnixMilli(1), e)
	}
	log = appendText(log, 11, time.UnixMilli(1), "whole")
	states = append(states, "whole")
	f.Add(log, 0, byte(0))
	f.Add(log[:len(log)-3], 20, byte(1))
	f.Add([]byte(draftMagic), 5, byte(255))
	f.Fuzz(func(t *testing.T, any []byte, at int, flip byte) {
		replay(any)
		damaged := append([]byte{}, log...)
		if at >= 0 {
			damaged[at%len(log)] ^= flip
			damaged = damaged[:len(log)-(at/len(log))%len(log)]
		}
		r, ok := replay(damaged)
		if !ok {
			return
		}
		for _, s := range states {
			if r.text == s && r.base == states[0] {
				return
			}
		}
		t.Errorf("a damaged log gives %q on %q", r.text, r.base)
	})
}

func BenchmarkDraftAdd(b *testing.B) {
	for _, size := range []int{0, 1 << 20} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			d := openDir(b, b.TempDir())
			text := strings.Repeat("x", size)
			w := d.Begin(journal.Version{ID: day(b, "2022-05-02"), Text: text})
			for b.Loop() {
				if err := w.Add(journal.Edit{From: 0, To: 0, Text: "あ"}, func() string { return text }); err != nil {
					b.Fatal(err)
				}
			}
			if err := w.Close(true); err != nil {
				b.Fatal(err)
			}
		})
	}
	b.Run("write alone", func(b *testing.B) {
		file, err := os.Create(filepath.Join(b.TempDir(), "log"))
		if err != nil {
			b.Fatal(err)
		}
		defer file.Close()
		frame, at := appendEdit(nil, 1, time.Now(), journal.Edit{Text: "あ"}), int64(0)
		for b.Loop() {
			n, err := file.WriteAt(frame, at)
			if err != nil {
				b.Fatal(err)
			}
			at += int64(n)
		}
	})
}

func BenchmarkReplay(b *testing.B) {
	text := strings.Repeat("x", 1<<20)
	log := append([]byte(draftMagic), appendBase(nil, 1, []byte(`{}`), text)...)
	for i := range draftWhole - 1 {
		log = appendEdit(log, uint64(i+2), time.Now(), journal.Edit{From: len(text) / 2, To: len(text) / 2, Text: "あ"})
	}
	for b.Loop() {
		if _, ok := replay(log); !ok {
			b.Fatal("the log is not read")
		}
	}
}
