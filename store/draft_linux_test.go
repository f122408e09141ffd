package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lifelog/journal"

	"golang.org/x/sys/unix"
)

// On a disk that becomes full the draft takes what is typed for a long while
// yet, says so when it no longer can, and is whole again when it can.
func TestDraftWhenTheDiskFills(t *testing.T) {
	disk := t.TempDir()
	if err := unix.Mount("tmpfs", disk, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("a small disk cannot be mounted here, which takes root: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(disk, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	d := openWith(t, openDir(t, t.TempDir()), func(*system) {})
	d.state = disk
	s := begin(t, d, journal.Version{ID: day(t, "2022-05-02")})
	s.change(0, 0, "begun ")

	filler := filepath.Join(disk, "filler")
	for size := 1 << 20; size > 0; size /= 2 {
		file, err := os.OpenFile(filler, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		for err == nil {
			_, err = file.Write(make([]byte, size))
		}
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
		file.Close() // only to fill the disk
	}
	piece := strings.Repeat("雨", 100)
	for typed := 0; typed < 64<<10; typed += len(piece) {
		s.change(len(s.text), len(s.text), piece)
	}
	if late := s.draft.Late(); late != nil { // a slow machine
		if err := <-late; err != nil {
			t.Fatal(err)
		}
	}
	s.draft.(*draft).log.flushNow()
	if r, ok := replay(draftLogOf(t, d)); !ok || r.text != s.text {
		t.Fatalf("the log gives %d bytes, the screen has %d", len(r.text), len(s.text))
	}
	var err error
	for n := 0; err == nil && n < 10_000; n++ {
		err = s.try(len(s.text), len(s.text), piece)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is full, and the draft says %v", err)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	s.draft.(*draft).tried = time.Time{} // the next try is due
	s.change(0, 0, "at last ")
	die(t, s.draft)
	if l := left(t, d); len(l) != 1 || l[0].Text != s.text {
		t.Error("what is left differs from the screen")
	}
}
