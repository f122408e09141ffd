package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"lifelog/journal"
	"lifelog/journal/date"
)

func TestOutside(t *testing.T) {
	root := filepath.Join(t.TempDir(), "journal")
	d, err := Open(root, Options{State: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	id := journal.ID{Date: date.Date{Year: 2022, Month: 5, Day: 2}}
	wrong := errors.New("the editor failed")
	if err := d.Outside(id, func(string) error { return wrong }); !errors.Is(err, wrong) {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(root); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a program that wrote nothing left a folder: %v", err)
	}
	if err := d.Outside(id, func(path string) error { return os.WriteFile(path, []byte("x"), 0o600) }); err != nil {
		t.Fatal(err)
	}
	if v, err := d.Load(t.Context(), id); err != nil || v.Text != "x" {
		t.Errorf("Load = %+v, %v", v, err)
	}
}
