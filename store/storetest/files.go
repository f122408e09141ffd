package storetest

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lifelog/journal"
)

// files tests a store's journal.Files: what is kept is found again by the path
// that was returned, and by the others that mean it.
func files(t *testing.T, s journal.Store) {
	f, ok := s.(journal.Files)
	if !ok {
		t.Skip("this store keeps no files")
	}
	at, data := id(t, "2022-05-02"), []byte("\x89PNG\r\n\x1a\n and more\x00")
	if _, err := f.ReadFile(t.Context(), at, "assets/2022/x.png", 100); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("ReadFile in an empty journal: %v, want ErrNotFound", err)
	}
	name, err := f.KeepFile(t.Context(), at, data, "png")
	if err != nil {
		t.Fatal(err)
	}
	base := name[strings.LastIndexByte(name, '/')+1:]
	if !strings.HasPrefix(base, "2022-05-02-") || !strings.HasSuffix(base, ".png") {
		t.Errorf("the file is called %s", name)
	}
	for _, written := range []string{name, "./" + name, "assets/2022/" + base, "/assets/2022/" + base, base} {
		got, err := f.ReadFile(t.Context(), at, written, len(data))
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("ReadFile(%s) = %q, %v", written, got, err)
		}
		if _, err := f.FilePath(t.Context(), at, written); err != nil {
			t.Errorf("FilePath(%s): %v", written, err)
		}
	}
	var large *journal.TooLarge
	if _, err := f.ReadFile(t.Context(), at, name, len(data)-1); !errors.As(err, &large) {
		t.Errorf("ReadFile of more than it may: %v, want a *TooLarge", err)
	}
	for _, missing := range []string{"", ".", "/", "nothing.png", base + "/x", "a\x00b.png", strings.Repeat("x", 5000)} {
		if _, err := f.ReadFile(t.Context(), at, missing, 100); !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("ReadFile(%.20q): %v, want ErrNotFound", missing, err)
		}
	}
	var odd *journal.Odd
	for _, out := range []string{"../../../x.png", "../../../../../../etc/passwd", "../../../../" + base} {
		if _, err := f.ReadFile(t.Context(), at, out, 100); !errors.As(err, &odd) && !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("ReadFile(%s): %v, want it refused", out, err)
		}
	}
	if ids, left := list(t, s); len(ids)+len(left) > 0 {
		t.Errorf("a file made the journal list %v, %v", ids, left)
	}
}

// sameFile keeps one content several times.
func sameFile(t *testing.T, s journal.Store) {
	f, ok := s.(journal.Files)
	if !ok {
		t.Skip("this store keeps no files")
	}
	keep := func(entry, data string) string {
		t.Helper()
		name, err := f.KeepFile(t.Context(), id(t, entry), []byte(data), "jpg")
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	first := keep("2022-05-02", "one")
	if again := keep("2022-05-02-trip", "one"); again != first {
		t.Errorf("the same content is kept as %s and as %s", first, again)
	}
	if later := keep("2022-06-03", "one"); later != first {
		t.Errorf("the same content is kept as %s and a month later as %s", first, later)
	}
	if other := keep("2022-05-02", "two"); other == first {
		t.Errorf("two files are called %s", other)
	}
	if _, err := f.KeepFile(t.Context(), journal.ID{Name: "x"}, []byte("x"), "jpg"); err == nil {
		t.Error("KeepFile for an entry without a date did not fail")
	}
}

// outside reads files that do not belong to the journal.
func outside(t *testing.T, s journal.Store) {
	f, ok := s.(journal.Files)
	if !ok {
		t.Skip("this store keeps no files")
	}
	dir := t.TempDir()
	photo := filepath.Join(dir, "写真 1.jpg")
	if err := os.WriteFile(photo, []byte("0123456789"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := f.ReadOutside(t.Context(), photo, 10); err != nil || string(got) != "0123456789" {
		t.Errorf("ReadOutside = %q, %v", got, err)
	}
	var large *journal.TooLarge
	if _, err := f.ReadOutside(t.Context(), photo, 9); !errors.As(err, &large) {
		t.Errorf("ReadOutside of a large file: %v, want a *TooLarge", err)
	}
	var odd *journal.Odd
	if _, err := f.ReadOutside(t.Context(), dir, 10); !errors.As(err, &odd) {
		t.Errorf("ReadOutside of a folder: %v, want an *Odd", err)
	}
	if _, err := f.ReadOutside(t.Context(), photo+"x", 10); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("ReadOutside of nothing: %v, want ErrNotFound", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.ReadOutside(ctx, photo, 10); !errors.Is(err, context.Canceled) {
		t.Errorf("ReadOutside, cancelled: %v", err)
	}
	if _, err := f.KeepFile(ctx, id(t, "2022-05-02"), []byte("x"), "jpg"); !errors.Is(err, context.Canceled) {
		t.Errorf("KeepFile, cancelled: %v", err)
	}
}
