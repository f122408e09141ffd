package store

import (
	"testing"

	"lifelog/journal"
	"lifelog/store/storetest"
)

func TestStores(t *testing.T) {
	t.Run("Dir", func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) journal.Store { return unflushed(openDir(t, t.TempDir()+"/log")) })
	})
	t.Run("Mem", func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) journal.Store { return NewMem() })
	})
}

// openDir opens a journal with a state folder of its own.
func openDir(t testing.TB, root string) *Dir {
	t.Helper()
	d, err := Open(root, Options{State: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return d
}
