package store

import (
	"os"
	"slices"
	"testing"

	"lifelog/journal"
)

// A power cut must not leave a draft that is behind the entry.
func TestDraftIsFlushedBeforeTheEntry(t *testing.T) {
	var order []string
	d := openWith(t, openDir(t, t.TempDir()), func(s *system) {
		s.syncData = func(*os.File) error {
			order = append(order, "draft")
			return nil
		}
		s.publish = func(f *folder, in, name string) error {
			order = append(order, "entry")
			return realSystem.publish(f, in, name)
		}
	})
	id := day(t, "2022-05-02")
	s := begin(t, d, journal.Version{ID: id})
	s.change(0, 0, "typed\n")
	save(t, d, day(t, "2022-05-03"), "another entry\n")
	save(t, d, id, s.text)
	if want := []string{"entry", "draft", "entry"}; !slices.Equal(order, want) {
		t.Errorf("flushed and stored in the order %q, want %q", order, want)
	}
	die(t, s.draft)
}
